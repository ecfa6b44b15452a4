/** Dates in words: from the patterns of a locale file, so that they are the same whatever ICU a machine has. */

import { toDigits } from './digits.js';
import type { DateSpan, PartialDate } from './language.js';
import type { DateForms } from './locale.js';

type Parts = Readonly<Record<string, string>>;

/** Puts values into `{slots}`; a slot without a value stays as it is, so that tests see it. */
export function fill(pattern: string, values: Parts): string {
  return pattern.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}

/** A zone as readers know it: 360 gives `UTC+6`, 345 `UTC+5:45`, 0 `UTC`. */
export function zoneText(offset: number): string {
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const minutes = size % 60;
  const clock = `${Math.trunc(size / 60)}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
  return `UTC${offset < 0 ? '−' : '+'}${clock}`;
}

function partsOf(date: PartialDate, forms: DateForms, names: readonly string[]): Parts {
  const at = (list: readonly string[]): string =>
    date.month === undefined ? '' : (list[date.month - 1] ?? '');
  const day = date.day === 1 && forms.firstDay !== undefined ? forms.firstDay : String(date.day ?? '');
  const values = [
    day,
    at(forms.months),
    at(forms.monthsAlone),
    at(forms.monthsShort),
    String(date.year),
    String(date.month ?? ''),
  ];
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

const startNames = ['d', 'm', 'M', 's', 'y', 'n'];
const endNames = ['e', 'k', 'K', 't', 'z', 'j'];

function clock(date: PartialDate): string {
  return `${String(date.hour ?? 0).padStart(2, '0')}:${String(date.minute ?? 0).padStart(2, '0')}`;
}

function dayText(date: PartialDate, forms: DateForms, short: boolean): string {
  const parts = partsOf(date, forms, startNames);
  if (date.month === undefined) return fill(forms.year, parts);
  if (date.day === undefined) return fill(short ? forms.monthShort : forms.month, parts);
  return fill(short ? forms.dateShort : forms.date, parts);
}

function dateText(date: PartialDate, forms: DateForms, short: boolean): string {
  const day = dayText(date, forms, short);
  return date.hour === undefined ? day : fill(forms.dateTime, { date: day, time: clock(date) });
}

/** The pattern for a range, by what its two ends share. */
function rangeText(start: PartialDate, end: PartialDate, forms: DateForms, short: boolean): string {
  const sameYear = start.year === end.year;
  const sameMonth = sameYear && start.month === end.month;
  const timed = start.hour !== undefined || end.hour !== undefined;
  const about = start.about === true || end.about === true;
  const both = { ...partsOf(start, forms, startNames), ...partsOf(end, forms, endNames) };
  if (!about && !short) {
    if (sameMonth && start.day === end.day && start.hour !== undefined && end.hour !== undefined) {
      return fill(forms.timesOfDay, {
        date: dayText(start, forms, false),
        start: clock(start),
        end: clock(end),
      });
    }
    const days = start.day !== undefined && end.day !== undefined && !timed;
    if (days && sameMonth) return fill(forms.daysOfMonth, both);
    if (days && sameYear) return fill(forms.daysOfYear, both);
    const months = start.day === undefined && end.day === undefined && start.month !== undefined;
    if (months && end.month !== undefined && sameYear) return fill(forms.monthsOfYear, both);
  }
  return fill(forms.range, { start: aboutText(start, forms, short), end: aboutText(end, forms, short) });
}

function aboutText(date: PartialDate, forms: DateForms, short: boolean): string {
  const text = dateText(date, forms, short);
  return date.about === true ? fill(forms.about, { date: text }) : text;
}

/** The offset that a span states: one for all, or undefined when its ends differ or have none. */
function commonOffset(span: DateSpan): number | undefined {
  const timed = [span.start, ...(span.end === undefined ? [] : [span.end])].filter(
    (date) => date.hour !== undefined,
  );
  const [first, ...rest] = timed.map((date) => date.offset);
  return rest.every((offset) => offset === first) ? first : undefined;
}

/** A date or range in words, with the digits of a numbering system; the zone follows in brackets when asked for and known. */
export function formatSpan(
  span: DateSpan,
  forms: DateForms,
  system: string,
  options: { readonly zone?: boolean | undefined; readonly short?: boolean | undefined },
): string {
  const short = options.short === true;
  const { start, end } = span;
  const text = end === undefined ? aboutText(start, forms, short) : rangeText(start, end, forms, short);
  const offset = options.zone === true ? commonOffset(span) : undefined;
  return toDigits(offset === undefined ? text : `${text} (${zoneText(offset)})`, system);
}
