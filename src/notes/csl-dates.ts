/** CSL's dates as Galley's own. */

import type { DateSpan, PartialDate } from '../language/language.js';
import type { CslDate, CslItem } from '../source/source-record.js';

function isDate(value: CslItem[string]): value is CslDate {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The date under a variable of a source, or undefined when it has none. */
export function dateOf(item: CslItem, variable: string): CslDate | undefined {
  const value = item[variable];
  return isDate(value) ? value : undefined;
}

/** The numbers of a date's start: year, month, day, as far as they are known. */
export function startOf(date: CslDate | undefined): readonly number[] | undefined {
  const start = date?.['date-parts']?.[0];
  return start === undefined || start.length === 0 ? undefined : start;
}

function partial(parts: readonly number[], about: boolean): PartialDate | undefined {
  const [year, month, day] = parts.map(Number);
  if (year === undefined) return undefined;
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(about ? { about } : {}),
  };
}

/** A CSL date as a span for `Language.formatDate`; undefined when it is words only. */
export function spanOf(date: CslDate | undefined): DateSpan | undefined {
  const [from, to] = date?.['date-parts'] ?? [];
  const about = date?.circa === true;
  const start = from === undefined ? undefined : partial(from, about);
  if (start === undefined) return undefined;
  const end = to === undefined || to.length === 0 ? undefined : partial(to, false);
  return end === undefined ? { start } : { start, end };
}
