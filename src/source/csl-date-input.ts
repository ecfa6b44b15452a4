/** Dates as CSL-JSON, BibTeX and RIS write them, turned into CSL's one form. */

import { z } from 'zod';
import { plainText, withForm } from '../config/schema-forms.js';
import { cslDate, readRecordDate } from './csl-dates.js';
import type { CslDate } from './source-record.js';

const part = z.union([z.number(), z.string()]);

const dateObject = z.strictObject({
  'date-parts': z.array(z.array(part).min(1).max(3)).min(1).max(2).optional(),
  circa: z.union([z.boolean(), z.number(), z.string()]).optional(),
  season: part.optional(),
  literal: plainText.optional(),
  raw: plainText.optional(),
});

/** A date in CSL-JSON, or a text. */
export type CslDateInput = string | z.output<typeof dateObject>;

/** A date of CSL-JSON (CSL 1.0.2 schema, `date-variable`). */
export const cslDateSchema: z.ZodType<CslDateInput> = withForm(
  z.union([plainText, dateObject]) as unknown as z.ZodType<CslDateInput>,
  'a date such as `{"date-parts": [[2022, 1, 6]]}`',
);

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Year, month and day as numbers, or undefined when no calendar has them. CSL counts seasons as months 13 to 24. */
function partsOf(typed: readonly (number | string)[]): readonly number[] | undefined {
  const numbers = typed.map((each) =>
    typeof each === 'number' ? each : /^-?\d+$/.test(each.trim()) ? Number(each) : Number.NaN,
  );
  const [year = Number.NaN, month, day] = numbers;
  if (!numbers.every(Number.isInteger) || year === 0) return undefined;
  if (month !== undefined && (month < 1 || month > 24)) return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined;
  return numbers;
}

/** The parts of one date at the beginning of a text, in the forms of EDTF that BibLaTeX uses (`2022-01~`, `2022?`). */
function readEdtf(text: string): { parts: readonly number[]; about: boolean } | undefined {
  const [, year, month, day, mark] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?([~?%]?)$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  // EDTF counts its seasons from 21.
  if (Number(month ?? 1) > 12 && Number(month) < 21) return undefined;
  const parts = partsOf([year, month, day].filter((each) => each !== undefined));
  return parts === undefined ? undefined : { parts, about: mark !== '' };
}

/** A date or range in EDTF, as BibLaTeX writes them; open ranges keep their known end. */
export function cslDateFromEdtf(text: string): CslDate | undefined {
  const ends = text
    .trim()
    .split('/')
    .filter((end) => end !== '' && end !== '..')
    .map(readEdtf);
  if (ends.length === 0 || ends.length > 2) return undefined;
  const parts = ends.map((end) => end?.parts);
  if (!parts.every((each) => each !== undefined)) return undefined;
  return { 'date-parts': parts, ...(ends.some((end) => end?.about) ? { circa: true } : {}) };
}

/** One CSL date from any of the forms, or undefined when it is no date. Text that is no date at all stays as written. */
export function cslDateFrom(input: CslDateInput): CslDate | undefined {
  if (typeof input === 'string') {
    const span = readRecordDate(input);
    return span === undefined ? cslDateFromEdtf(input) : cslDate(span);
  }
  const circa =
    input.circa === undefined || input.circa === false || input.circa === 0 ? {} : { circa: true };
  if (input['date-parts'] !== undefined) {
    const parts = input['date-parts'].map(partsOf);
    return parts.every((each) => each !== undefined) ? { 'date-parts': parts, ...circa } : undefined;
  }
  if (input.raw !== undefined) {
    const read = cslDateFrom(input.raw);
    return { ...(read ?? { literal: input.raw }), ...circa };
  }
  return input.literal === undefined ? undefined : { literal: input.literal, ...circa };
}
