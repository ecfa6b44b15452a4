/** Keeps a date together at the end of a line: the day stays with its month, in what Galley writes and in what authors wrote. */

import type { DateForms } from './locale.js';

/** Languages that hang endings on the names of months (“5 қаңтарда”). */
const endings: ReadonlySet<string> = new Set(['az', 'et', 'fi', 'hu', 'kk', 'ky', 'tr', 'uz']);

/** Abbreviations that belong to the year before them. */
const yearSigns = /(?<=\p{Nd}{4})[ \n](?=(?:гг?|рр?|ж)\.)/gu;

function namesOf(forms: DateForms): string {
  const names = new Set([...forms.months, ...forms.monthsAlone, ...forms.monthsShort]);
  const lettersOnly = [...names].filter((name) => /^[\p{L}\p{M}]/u.test(name));
  return lettersOnly
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}

/**
 * Puts no-break spaces between the day and the month of each date in a text, in the order of the language: “5 January”, in English
 * also “January 5”, “5 de enero”. Nothing else changes, and a text without such a date comes back as it is.
 */
export function dateKeeper(tag: string, forms: DateForms): (text: string) => string {
  const names = namesOf(forms);
  if (names === '') return (text) => text;
  const main = tag.toLowerCase().split('-')[0] ?? '';
  const ending = endings.has(main) ? '\\p{L}{0,5}' : '';
  const day = '(?<![\\p{Nd}\\p{L}.,:/])\\p{Nd}{1,2}(?:\\.|er|[ºª]|st|nd|rd|th)?';
  const dayFirst = new RegExp(
    `${day}[ \\n](?:de[ \\n]|d[’']|ב)?(?:${names})${ending}(?![\\p{L}\\p{M}])`,
    'gu',
  );
  const monthFirst = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${names})[ \\n]\\p{Nd}{1,2}(?![\\p{Nd}\\p{L}:])`,
    'gu',
  );
  const patterns = main === 'en' || /\{m\}.*\{d\}/u.test(forms.date) ? [dayFirst, monthFirst] : [dayFirst];
  const whole = (found: string): string => found.replace(/[ \n]/g, '\u00a0');
  return (text) => {
    if (!/\p{Nd}/u.test(text)) return text;
    const kept = patterns.reduce((value, pattern) => value.replace(pattern, whole), text);
    return kept.replace(yearSigns, '\u00a0');
  };
}
