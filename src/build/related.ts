/** What documents may know of each other: titles and addresses of those that are public, and nothing of the others. */

import type { ResolvedConfig } from '../config/config.js';
import { referenceTitles } from '../html/reference-titles.js';
import type { RelatedExplainer } from '../html/related.js';
import { languageOf } from '../language/language-of.js';
import { baseAddress, documentAddress } from './addresses.js';
import type { Prepared } from './prepare.js';

/** The way from one document's folder to another's. */
export function relativeAddress(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length)}${to}/index.html`;
}

/** The same text in another language. */
export interface Sibling {
  readonly document: string;
  readonly lang: string;
  /** The text that the others translate. */
  readonly isOriginal: boolean;
}

/** What one document may know of the others. */
export interface Others {
  /** Other public explainers by slug: in this document's language where there is one, else the original. */
  readonly related: ReadonlyMap<string, RelatedExplainer>;
  /** The same explainer in its other public languages. */
  readonly siblings: readonly Sibling[];
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** The slug whose text a document translates, when that stands in this project. */
export function originalSlugOf({ explainer }: Prepared): string | undefined {
  const named = explainer?.metadata.translationOf ?? null;
  return named === null || isAddress(named) ? undefined : named.replace(/^\/+|\/+$/g, '');
}

/** The slug that names a text in all its languages. */
function groupOf(prepared: Prepared): string {
  return originalSlugOf(prepared) ?? prepared.entry.slug;
}

/** The public documents beside `from`, as it links to them. */
export function othersOf(from: Prepared, all: readonly Prepared[], config: ResolvedConfig): Others {
  const related = new Map<string, RelatedExplainer>();
  const siblings: Sibling[] = [];
  for (const one of all) {
    const { document, entry, explainer, heldBack } = one;
    if (explainer === undefined || heldBack !== undefined || document === from.document) continue;
    if (groupOf(one) === groupOf(from)) {
      const isOriginal = entry.fileLang === undefined && originalSlugOf(one) === undefined;
      siblings.push({ document, lang: explainer.lang, isOriginal });
    }
    // Readers are led to the text in their own language where there is one, else to the original.
    const isOwn = from.explainer !== undefined && explainer.lang === from.explainer.lang;
    if (entry.fileLang !== undefined && !isOwn) continue;
    if (related.get(entry.slug)?.lang === from.explainer?.lang && !isOwn) continue;
    related.set(entry.slug, {
      title: explainer.title,
      lang: explainer.lang,
      href: relativeAddress(from.document, document),
      url: baseAddress(config) === undefined ? null : documentAddress(config, document),
      targets: referenceTitles(explainer, languageOf(explainer.lang)),
    });
  }
  return { related, siblings };
}

/** Holds back translations of texts elsewhere in the project that are held back: none is public before its original. */
export function behindTheirOriginals(all: readonly Prepared[]): Prepared[] {
  return all.map((one) => {
    const slug = originalSlugOf(one);
    const original = slug === undefined ? undefined : all.find(({ document }) => document === slug);
    return one.heldBack === undefined && original?.heldBack !== undefined
      ? { ...one, heldBack: original.heldBack }
      : one;
  });
}
