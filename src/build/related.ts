/** What documents may know of each other: titles and addresses of those that are public, and nothing of the others. */

import type { ResolvedConfig } from '../config/config.js';
import { referenceTitles } from '../html/reference-titles.js';
import type { RelatedExplainer } from '../html/related.js';
import type { Prepared } from './prepare.js';

/** The way from one document's folder to another's. */
export function relativeAddress(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length)}${to}/index.html`;
}

/** The other public originals by slug, as `from` links to them. */
export function relatedTo(
  from: Prepared,
  all: readonly Prepared[],
  config: ResolvedConfig,
): ReadonlyMap<string, RelatedExplainer> {
  const related = new Map<string, RelatedExplainer>();
  for (const { document, entry, explainer, heldBack } of all) {
    if (
      explainer === undefined ||
      heldBack !== undefined ||
      entry.fileLang !== undefined ||
      document === from.document
    )
      continue;
    related.set(entry.slug, {
      title: explainer.title,
      lang: explainer.lang,
      href: relativeAddress(from.document, document),
      url: config.url === null ? null : `${config.url.replace(/\/+$/, '')}/${document}/`,
      targets: referenceTitles(explainer),
    });
  }
  return related;
}
