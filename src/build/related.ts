/** What documents may know of each other: titles and addresses of those that are public, and nothing of the others. */

import type { ResolvedConfig } from '../config/config.js';
import { referenceTitles } from '../html/reference-titles.js';
import type { RelatedExplainer } from '../html/related.js';
import type { Prepared } from './prepare.js';

/** The way from one document's folder to another's. */
export function relativeAddress(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length)}${to}/index.html`;
}

/** What one document may know of the others. */
export interface Others {
  /** Other public originals by slug. */
  readonly related: ReadonlyMap<string, RelatedExplainer>;
  /** The same explainer in its other public languages. */
  readonly siblings: readonly { readonly document: string; readonly lang: string }[];
}

/** The public documents beside `from`, as it links to them. */
export function othersOf(from: Prepared, all: readonly Prepared[], config: ResolvedConfig): Others {
  const related = new Map<string, RelatedExplainer>();
  const siblings: { document: string; lang: string }[] = [];
  for (const { document, entry, explainer, heldBack } of all) {
    if (explainer === undefined || heldBack !== undefined || document === from.document) continue;
    if (entry.slug === from.entry.slug) siblings.push({ document, lang: explainer.lang });
    if (entry.fileLang !== undefined) continue;
    related.set(entry.slug, {
      title: explainer.title,
      lang: explainer.lang,
      href: relativeAddress(from.document, document),
      url: config.url === null ? null : `${config.url.replace(/\/+$/, '')}/${document}/`,
      targets: referenceTitles(explainer),
    });
  }
  return { related, siblings };
}
