/** A date in the words of a CSL locale, for what Galley adds to a source itself: access and archive dates. */

import { type CslNode, childNodes } from './csl-node.js';
import { termOf } from './page-locale.js';

const names = ['year', 'month', 'day'];

/** One part's words; undefined when the date does not reach as far. */
function partWords(locale: CslNode, part: CslNode, date: readonly number[]): string | undefined {
  const name = part.attrs['name'] ?? '';
  const value = date[names.indexOf(name)];
  if (value === undefined) return undefined;
  if (name === 'month' && (part.attrs['form'] ?? 'long') === 'long') {
    return termOf(locale, `month-${String(value).padStart(2, '0')}`) ?? String(value);
  }
  if (name === 'day' && part.attrs['form'] === 'ordinal') return `${value}${dayEnding(locale, value)}`;
  return String(value);
}

/** The ending of a day's number in locales that write one (German “6.”, French “1er”). */
function dayEnding(locale: CslNode, day: number): string {
  const [options] = childNodes(locale, 'style-options');
  const firstOnly = options?.attrs['limit-day-ordinals-to-day-1'] === 'true';
  if (firstOnly && day > 1) return '';
  const numbered = termOf(locale, `ordinal-${String(day).padStart(2, '0')}`);
  return numbered ?? termOf(locale, 'ordinal') ?? '';
}

/** Writes `[2022, 1, 6]` (any precision) as the locale's date in words; affixes of absent parts go with them. */
export function formatCslDate(locale: CslNode, date: readonly number[]): string {
  const form = childNodes(locale, 'date').find((node) => node.attrs['form'] === 'text');
  const parts = form === undefined ? [] : childNodes(form, 'date-part');
  const written = parts.flatMap((part) => {
    const words = partWords(locale, part, date);
    return words === undefined ? [] : [{ words, part }];
  });
  if (written.length === 0) return date.join('-');
  const joined = written.map(({ words, part }, index) => {
    const isLast = index === written.length - 1;
    const suffix = part.attrs['suffix'] ?? '';
    const ending = isLast && /^[\s,،]+$|^ de $/u.test(suffix) ? '' : suffix;
    return (index === 0 ? '' : (part.attrs['prefix'] ?? '')) + words + ending;
  });
  return joined.join(form?.attrs['delimiter'] ?? '').trim();
}
