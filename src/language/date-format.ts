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

/** The name of the pattern for a plain range, by the precision of its ends and what they share. */
function rangeForm(start: PartialDate, end: PartialDate): keyof DateForms {
  const sameYear = start.year === end.year;
  const sameMonth = sameYear && start.month === end.month;
  if (start.hour !== undefined || end.hour !== undefined) {
    const sameDay = sameMonth && start.day === end.day && start.offset === end.offset;
    return sameDay && start.hour !== undefined && end.hour !== undefined ? 'timesOfDay' : 'range';
  }
  if (start.day !== undefined && end.day !== undefined) {
    if (sameMonth) return 'daysOfMonth';
    return sameYear ? 'daysOfYear' : 'daysOfYears';
  }
  if (start.day !== undefined || end.day !== undefined) return 'range';
  if (start.month !== undefined && end.month !== undefined) {
    return sameYear ? 'monthsOfYear' : 'monthsOfYears';
  }
  return start.month === end.month ? 'years' : 'range';
}

function rangeText(start: PartialDate, end: PartialDate, forms: DateForms, short: boolean): string {
  const plain = !short && start.about !== true && end.about !== true;
  const form = plain ? rangeForm(start, end) : 'range';
  if (form === 'timesOfDay') {
    return fill(forms.timesOfDay, {
      date: dayText(start, forms, false),
      start: clock(start),
      end: clock(end),
    });
  }
  if (form === 'range') {
    return fill(forms.range, { start: aboutText(start, forms, short), end: aboutText(end, forms, short) });
  }
  const text = fill(String(forms[form]), {
    ...partsOf(start, forms, startNames),
    ...partsOf(end, forms, endNames),
  });
  const [sound, replacement] = forms.euphony ?? [];
  return sound === undefined ? text : text.replace(new RegExp(sound, 'u'), replacement ?? '');
}

function aboutText(date: PartialDate, forms: DateForms, short: boolean): string {
  const text = dateText(date, forms, short);
  if (date.about !== true) return text;
  const form = date.day === undefined ? forms.about : (forms.aboutDay ?? forms.about);
  return fill(form, { date: text });
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
