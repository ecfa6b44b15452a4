/** Punctuation by language: the forms of languages without a locale file, and signs that mean the same in several. */

import type { Language } from './language.js';
import type { PunctuationForms } from './locale.js';

/** Signs that count as the contract's `,` `;` `:` (content model, section 3). */
export const separators: Readonly<Record<'comma' | 'semicolon' | 'colon', string>> = {
  comma: ',،，、',
  semicolon: ';؛；',
  colon: ':：',
};

/** Quotation marks of languages without a locale file (CLDR). */
const quotesByLanguage: Readonly<Record<string, PunctuationForms['quotes']>> = {
  be: ['«', '»', '„', '“'],
  bg: ['„', '“', '‚', '‘'],
  cs: ['„', '“', '‚', '‘'],
  da: ['“', '”', '‘', '’'],
  el: ['«', '»', '“', '”'],
  fa: ['«', '»', '‹', '›'],
  fi: ['”', '”', '’', '’'],
  he: ['”', '”', '’', '’'],
  hr: ['„', '“', '‚', '‘'],
  hu: ['„', '”', '»', '«'],
  hy: ['«', '»', '«', '»'],
  it: ['«', '»', '“', '”'],
  ja: ['「', '」', '『', '』'],
  ka: ['„', '“', '«', '»'],
  ky: ['«', '»', '„', '“'],
  lt: ['„', '“', '‚', '‘'],
  lv: ['«', '»', '„', '“'],
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  ro: ['„', '”', '«', '»'],
  sk: ['„', '“', '‚', '‘'],
  sl: ['„', '“', '‚', '‘'],
  sq: ['«', '»', '“', '”'],
  sr: ['„', '“', '‘', '’'],
  sv: ['”', '”', '’', '’'],
  tg: ['«', '»', '„', '“'],
  zh: ['「', '」', '『', '』'],
};

/** Languages that use the Arabic comma and semicolon. */
const arabicSigns: ReadonlySet<string> = new Set(['ar', 'ckb', 'fa', 'ps', 'sd', 'ug', 'ur']);

/** Languages that use full-width signs. */
const fullWidthSigns: ReadonlySet<string> = new Set(['ja', 'zh']);

/** Punctuation of a language without a locale file. */
export function intlPunctuation(tag: string): PunctuationForms {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  const quotes = quotesByLanguage[language] ?? ['“', '”', '‘', '’'];
  if (fullWidthSigns.has(language)) {
    return { quotes, comma: '、', semicolon: '；', colon: '：', fullStop: '。', noteCall: 'behind' };
  }
  if (arabicSigns.has(language)) {
    return { quotes, comma: '،', semicolon: '؛', colon: ':', fullStop: '.', noteCall: 'behind' };
  }
  return { quotes, comma: ',', semicolon: ';', colon: ':', fullStop: '.', noteCall: 'behind' };
}

/** Round brackets as they stand behind a word of a language, with their space. */
export function brackets({ punctuation }: Pick<Language, 'punctuation'>): readonly [string, string] {
  return /[，、]/u.test(punctuation.comma) ? ['（', '）'] : [' (', ')'];
}

/** A comma, semicolon or colon as it stands between words of a language, with its spaces (French “a : b”, Chinese “a：b”). */
export function separator(
  { punctuation }: Pick<Language, 'punctuation'>,
  name: 'comma' | 'semicolon' | 'colon',
): string {
  const sign = punctuation[name];
  const narrow = punctuation.narrowSpaceBefore?.includes(sign) === true ? '\u202f' : '';
  const before = punctuation.spaceBefore?.includes(sign) === true ? '\u00a0' : narrow;
  // Full-width signs bring their own space.
  return before + sign + (/[，；：、]/u.test(sign) ? '' : ' ');
}
