/** Which CSL locale a page takes, and what Galley corrects in it so that notes read like the page around them. */

import type { Language } from '../language/language.js';
import { monthNamesOf } from '../language/month-names.js';
import { type CslNode, childNodes } from './csl-node.js';

/** CSL's locale for a language; the first that a tag begins with, longer ones first. */
const localeOfTag: readonly (readonly [string, string])[] = [
  ['de-at', 'de-AT'],
  ['de-ch', 'de-CH'],
  ['de', 'de-DE'],
  ['en-us', 'en-US'],
  ['en-au', 'en-GB'],
  ['en-gb', 'en-GB'],
  ['en-ie', 'en-GB'],
  ['en-in', 'en-GB'],
  ['en-nz', 'en-GB'],
  ['en-za', 'en-GB'],
  ['en', 'en-US'],
  ['es-es', 'es-ES'],
  ['es-cl', 'es-CL'],
  ['es-', 'es-MX'],
  ['es', 'es-ES'],
  ['fr-ca', 'fr-CA'],
  ['fr', 'fr-FR'],
  ['kk', 'kk-KZ'],
  ['nb', 'nb-NO'],
  ['nn', 'nn-NO'],
  ['no', 'nb-NO'],
  ['pt-pt', 'pt-PT'],
  ['pt', 'pt-BR'],
  ['zh-hant', 'zh-TW'],
  ['zh-hk', 'zh-TW'],
  ['zh-mo', 'zh-TW'],
  ['zh-tw', 'zh-TW'],
  ['zh', 'zh-CN'],
  ['af', 'af-ZA'],
  ['ar', 'ar'],
  ['bg', 'bg-BG'],
  ['ca', 'ca-AD'],
  ['cs', 'cs-CZ'],
  ['cy', 'cy-GB'],
  ['da', 'da-DK'],
  ['el', 'el-GR'],
  ['et', 'et-EE'],
  ['eu', 'eu'],
  ['fa', 'fa-IR'],
  ['fi', 'fi-FI'],
  ['gl', 'gl-ES'],
  ['he', 'he-IL'],
  ['hi', 'hi-IN'],
  ['hr', 'hr-HR'],
  ['hu', 'hu-HU'],
  ['id', 'id-ID'],
  ['is', 'is-IS'],
  ['it', 'it-IT'],
  ['ja', 'ja-JP'],
  ['km', 'km-KH'],
  ['ko', 'ko-KR'],
  ['la', 'la'],
  ['lt', 'lt-LT'],
  ['lv', 'lv-LV'],
  ['mn', 'mn-MN'],
  ['nl', 'nl-NL'],
  ['pa', 'pa-PK'],
  ['pl', 'pl-PL'],
  ['ro', 'ro-RO'],
  ['ru', 'ru-RU'],
  ['sk', 'sk-SK'],
  ['sl', 'sl-SI'],
  ['sr', 'sr-RS'],
  ['sv', 'sv-SE'],
  ['th', 'th-TH'],
  ['tr', 'tr-TR'],
  ['uk', 'uk-UA'],
  ['vi', 'vi-VN'],
];

/** The CSL locale for a BCP 47 tag; `en-US` for a language that CSL has no words of. */
export function cslLocaleOf(tag: string): string {
  const lower = tag.toLowerCase();
  const found = localeOfTag.find(
    ([prefix]) => lower === prefix || lower.startsWith(prefix.endsWith('-') ? prefix : `${prefix}-`),
  );
  return found?.[1] ?? 'en-US';
}

type DateParts = readonly (readonly [string, Readonly<Record<string, string>>])[];

const dayMonthYear: DateParts = [
  ['day', { suffix: ' ' }],
  ['month', { suffix: ' ' }],
  ['year', {}],
];

/** Date orders in words that differ from what the CSL locale has, by the page's tag or its first part. */
const dateOrders: Readonly<Record<string, DateParts>> = {
  // Plain `en` writes dates as the page does: “6 January 2022”.
  en: dayMonthYear,
  ar: dayMonthYear,
  // The first of a month has its ending (“1er février”); the locale leaves it off.
  fr: [['day', { form: 'ordinal', suffix: ' ' }], ...dayMonthYear.slice(1)],
  tr: dayMonthYear,
  uk: [
    ['day', { suffix: ' ' }],
    ['month', { suffix: ' ' }],
    ['year', { suffix: ' р.' }],
  ],
};

/** Languages whose CSL locale keeps marks of its own: Chinese has marks for titles. */
const ownQuotes: ReadonlySet<string> = new Set(['zh']);

function withQuotes(terms: CslNode, language: Language): CslNode {
  const [open, close, openInner, closeInner] = language.quotes;
  const marks: Readonly<Record<string, string>> = {
    'open-quote': open,
    'close-quote': close,
    'open-inner-quote': openInner,
    'close-inner-quote': closeInner,
  };
  const children = terms.children.map((term) => {
    const mark = typeof term === 'string' ? undefined : marks[term.attrs['name'] ?? ''];
    return mark === undefined || typeof term === 'string' ? term : { ...term, children: [mark] };
  });
  return { ...terms, children };
}

function withDate(date: CslNode, parts: DateParts): CslNode {
  const children = parts.map(([name, attrs]) => ({
    name: 'date-part',
    attrs: { name, ...attrs },
    children: [],
  }));
  return { ...date, children };
}

/** Puts names of months into a locale's terms, as they stand beside a day or alone; CSL knows one form only. */
export function withMonths(locale: CslNode, months: readonly string[] | undefined): CslNode {
  if (months === undefined) return locale;
  const children = locale.children.map((child) => {
    if (typeof child === 'string' || child.name !== 'terms') return child;
    const terms = child.children.map((term) => {
      if (typeof term === 'string' || term.attrs['form'] !== undefined) return term;
      const number = /^month-(\d\d)$/.exec(term.attrs['name'] ?? '')?.[1];
      const month = number === undefined ? undefined : months[Number(number) - 1];
      return month === undefined ? term : { ...term, children: [month] };
    });
    return { ...child, children: terms };
  });
  return { ...locale, children };
}

/** French endings of numbers in plain letters, as the page writes them. */
function withFrenchEndings(locale: CslNode): CslNode {
  const terms = (node: CslNode): CslNode => ({
    ...node,
    children: node.children.map((term) => {
      if (typeof term === 'string' || term.attrs['name'] !== 'ordinal-01') return term;
      return { ...term, children: [term.attrs['gender-form'] === 'feminine' ? 're' : 'er'] };
    }),
  });
  const children = locale.children.map((child) =>
    typeof child !== 'string' && child.name === 'terms' ? terms(child) : child,
  );
  return { ...locale, children };
}

/** The locale with the page's quotation marks, order of dates and names of months. */
export function pageLocale(locale: CslNode, language: Language): CslNode {
  const main = language.tag.toLowerCase().split('-')[0] ?? '';
  const order = dateOrders[main === 'en' ? language.tag.toLowerCase() : main];
  const children = locale.children.map((child) => {
    if (typeof child === 'string') return child;
    if (child.name === 'date' && child.attrs['form'] === 'text' && order !== undefined) {
      return withDate(child, order);
    }
    if (child.name === 'terms' && !ownQuotes.has(main)) return withQuotes(child, language);
    return child;
  });
  const made = { ...locale, children };
  return withMonths(main === 'fr' ? withFrenchEndings(made) : made, monthNamesOf(language.tag)?.months);
}

/** The words of a locale's term; of several by gender the one that goes with a day. */
export function termOf(locale: CslNode, name: string): string | undefined {
  const terms = childNodes(locale, 'terms')[0];
  const term =
    terms &&
    childNodes(terms, 'term').find(
      ({ attrs }) =>
        attrs['name'] === name && attrs['form'] === undefined && attrs['gender-form'] !== 'feminine',
    );
  const [words] = term?.children ?? [];
  return typeof words === 'string' ? words : undefined;
}
