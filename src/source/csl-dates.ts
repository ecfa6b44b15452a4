/** Dates of sources: from the words in a file to CSL's form. */

import type { DateSpan, PartialDate } from '../language/language.js';
import { compareDates, parseDateSpan } from '../language/partial-date.js';
import type { CslDate } from './source-record.js';

/** How dates of records are written, for messages. */
export const dateForm =
  'a date such as 2022-01-06, 2022-01 or 2022; with a time and its zone (2022-01-06 16:30 +06:00); a range 2022-01-02/2022-01-05; or ~1931 for about';

function isWhole(date: PartialDate): boolean {
  return date.hour === undefined || date.offset !== undefined;
}

/** A date of a record: any precision; a time needs a zone, since an instant is meant; a range runs forward. */
export function readRecordDate(text: string): DateSpan | undefined {
  const span = parseDateSpan(text);
  if (span === undefined || !isWhole(span.start)) return undefined;
  if (span.end === undefined) return span;
  return isWhole(span.end) && compareDates(span.start, span.end) <= 0 ? span : undefined;
}

function parts({ year, month, day }: PartialDate): readonly number[] {
  return [year, ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [day])];
}

/** The same date in CSL, which knows days but no times. */
export function cslDate({ start, end }: DateSpan): CslDate {
  return {
    'date-parts': end === undefined ? [parts(start)] : [parts(start), parts(end)],
    ...(start.about === true || end?.about === true ? { circa: true } : {}),
  };
}
