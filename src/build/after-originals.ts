/** A translation is never public before its original: one whose original failed, and was never published, waits for it. */

import type { Made } from './make.js';
import { readManifest } from './manifest.js';
import { originalSlugOf } from './related.js';
import { notice, type Run } from './run-state.js';

/** What was made, without the files of translations whose original is not there; each of them is told. */
export async function afterOriginals(run: Run, made: readonly Made[]): Promise<Made[]> {
  const { config, project } = run;
  const earlier = await readManifest(project.system, config.out);
  const isThere = (slug: string): boolean =>
    made.some(({ prepared, files }) => prepared.document === slug && files.length > 0) ||
    earlier?.documents[slug]?.listing?.isPublic === true;
  return made.map((one) => {
    const { entry } = one.prepared;
    const slug = entry.translates === undefined ? originalSlugOf(one.prepared) : entry.slug;
    const failed = made.some(({ prepared, files }) => prepared.document === slug && files.length === 0);
    if (config.drafts || slug === undefined || !failed || isThere(slug) || one.files.length === 0) return one;
    notice(run, one.prepared.document, [
      {
        code: 'translation-is-in-step',
        severity: 'warning',
        what: 'This translation waits: its original could not be built, and no earlier one is published.',
        why: 'A translation is never public before its original.',
        fix: 'Mend what is found in the original, then build again.',
        place: { kind: 'source', file: entry.path },
      },
    ]);
    return { ...one, files: [] };
  });
}
