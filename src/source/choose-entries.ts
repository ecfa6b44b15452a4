/** Picks the explainers that a person named by file, folder or slug. */

import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { System } from '../system/system.js';
import type { ExplainerEntry } from './explainer-entry.js';
import { isSlug, slugFrom, splitName } from './file-names.js';
import { errorAt, placeIn } from './findings.js';
import { unlessRefused } from './refused-path.js';

function normalise(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function isNamedBy(entry: ExplainerEntry, path: string): boolean {
  return (
    entry.path === path ||
    entry.slug === path ||
    (entry.form === 'folder' && entry.folder === path) ||
    (entry.form === 'file' && entry.path === `${path}.md`) ||
    entry.path.startsWith(`${path}/`)
  );
}

function outside(path: string): Diagnostic {
  return {
    code: 'explainer-has-content',
    severity: 'error',
    what: `“${path}” lies outside this project.`,
    why: 'Galley reads the project alone, so that it makes the same on every computer.',
    fix: 'Move it into content/, or run Galley in the folder of its own project.',
  };
}

function notFound(path: string, entries: readonly ExplainerEntry[]): Diagnostic {
  if (/^(?:[/\\]|[a-z]:)/iu.test(path)) return outside(path);
  const known = [...new Set(entries.map((entry) => entry.slug))];
  return {
    code: 'explainer-has-content',
    severity: 'error',
    what: `“${path}” names no explainer.`,
    why: 'There is nothing to build by this name.',
    fix: known.length === 0 ? 'Check the name.' : didYouMean(path, known),
  };
}

/** A Markdown file that stands outside `content/` and was named by itself. */
async function loneFile(system: System, path: string): Promise<StageResult<ExplainerEntry | undefined>> {
  if (!path.endsWith('.md')) return result(undefined);
  if ((await unlessRefused(() => system.readFile(path))) === undefined) return result(undefined);
  const parts = path.split('/');
  const { stem } = splitName(parts.at(-1) ?? '');
  const folder = parts.slice(0, -1).join('/');
  const owner = parts.at(-2) ?? '';
  if (stem === 'explainer' && isSlug(owner)) {
    const sharedFolder = parts.slice(0, -2).join('/');
    const base = { path, slug: owner, folder, form: 'folder', sharedFolder } as const;
    return result({ ...base, fileLang: undefined, translates: undefined });
  }
  if (!isSlug(stem)) {
    const words = {
      what: `The name “${stem}.md” cannot be part of a web address as it is.`,
      why: 'Names become addresses: lower-case letters a to z, digits and hyphens work everywhere.',
      fix: `Rename it to “${slugFrom(stem)}.md”.`,
    };
    return result(undefined, [errorAt('slug-is-well-formed', placeIn(path), words)]);
  }
  const base = { path, slug: stem, folder, form: 'file', sharedFolder: folder } as const;
  return result({ ...base, fileLang: undefined, translates: undefined });
}

/** The entries that the paths name, each once, in the order of the project; findings about other files stay away. */
export async function chooseEntries(
  system: System,
  found: { readonly entries: readonly ExplainerEntry[]; readonly diagnostics: readonly Diagnostic[] },
  paths: readonly string[],
): Promise<StageResult<readonly ExplainerEntry[]>> {
  const wanted = paths.map(normalise);
  const chosen = found.entries.filter((entry) => wanted.some((path) => isNamedBy(entry, path)));
  const lone: ExplainerEntry[] = [];
  const diagnostics = found.diagnostics.filter(({ place }) => {
    const file = place?.kind === 'source' ? place.file : '';
    return wanted.some(
      (path) => file === path || file.startsWith(`${path}/`) || file.startsWith(`content/${path}/`),
    );
  });
  for (const path of wanted) {
    if (chosen.some((entry) => isNamedBy(entry, path))) continue;
    const single = await loneFile(system, path);
    if (single.value !== undefined) lone.push(single.value);
    const isTold = diagnostics.length > 0 || single.diagnostics.length > 0;
    if (single.value === undefined && !isTold) diagnostics.push(notFound(path, found.entries));
    else diagnostics.push(...single.diagnostics);
  }
  return result([...chosen, ...lone], diagnostics);
}
