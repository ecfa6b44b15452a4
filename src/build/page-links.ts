/** Links from a page to its other forms and languages: beside it on the web, by their public address on paper. */

import type { FormatName } from '../config/config.js';
import type { LinkView } from '../html/page-view.js';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { isOffered, pdfName } from './formats.js';
import { relativeAddress } from './related.js';
import type { Work } from './work.js';

function publicAddress(base: string, document: string): string {
  return `${base.replace(/\/+$/, '')}/${document}/`;
}

/** The public address of a document, when config gives a base. */
export function addressOf({ config, prepared }: Work): string | undefined {
  return config.url === null ? undefined : publicAddress(config.url, prepared.document);
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
  const base = config.url;
  if (self !== 'html' && base === null) return [];
  return siblings.map(({ document, lang }) => ({
    href:
      self === 'html' || base === null
        ? relativeAddress(prepared.document, document)
        : publicAddress(base, document),
    text: languageOf(lang).languageName(lang),
    lang,
  }));
}
