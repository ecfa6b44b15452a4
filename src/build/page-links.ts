/** Links from a page to its other forms and languages: beside it on the web, by their public address on paper. */

import type { FormatName } from '../config/config.js';
import type { LinkView } from '../html/page-view.js';
import type { PageFacts } from '../html/view.js';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { baseAddress, documentAddress } from './addresses.js';
import { isOffered, pdfName } from './formats.js';
import { originalSlugOf, relativeAddress } from './related.js';
import type { Work } from './work.js';

/** The public address of a document, when config gives a base. */
export function addressOf({ config, prepared }: Work): string | undefined {
  return baseAddress(config) === undefined ? undefined : documentAddress(config, prepared.document);
}

/** Links to the PDFs; paper never offers itself. */
export function formatLinks(
  work: Work,
  formats: readonly FormatName[],
  self: FormatName,
  language: Language,
): LinkView[] {
  const base = self === 'html' ? '' : addressOf(work);
  if (base === undefined) return [];
  return formats
    .filter(isOffered)
    .filter((format) => format !== self)
    .map((format) => ({
      href: `${base}${pdfName(work.explainer.slug, format)}`,
      text: language.label(`format-${format}`),
      lang: null,
    }));
}

/** Links to the same explainer in its other public languages, each named in its own. */
export function translationLinks({ config, prepared, siblings }: Work, self: FormatName): LinkView[] {
  if (self !== 'html' && baseAddress(config) === undefined) return [];
  return siblings.map(({ document, lang }) => ({
    href: self === 'html' ? relativeAddress(prepared.document, document) : documentAddress(config, document),
    text: languageOf(lang).languageName(lang),
    lang,
  }));
}

/** Who translates whom, for machines: the original of this text, or its translations. */
export function translationFacts(work: Work): Pick<PageFacts, 'translationOf' | 'translatedAs'> {
  const { config, prepared, explainer, siblings } = work;
  const addressOfOther = (document: string): string =>
    baseAddress(config) === undefined
      ? relativeAddress(prepared.document, document)
      : documentAddress(config, document);
  const named = explainer.metadata.translationOf;
  const isTranslation = prepared.entry.fileLang !== undefined || named !== null;
  if (!isTranslation) {
    const translatedAs = siblings.map(({ document, lang }) => ({ href: addressOfOther(document), lang }));
    return { translatedAs };
  }
  const original = siblings.find(({ isOriginal }) => isOriginal);
  if (original !== undefined) return { translationOf: addressOfOther(original.document) };
  // A slug of this project that is not public is named nowhere.
  return named === null || originalSlugOf(prepared) !== undefined ? {} : { translationOf: named };
}
