/** Date patterns of a language that has no locale file: asked from Intl once, in the same shape. */

import type { DateForms } from './locale.js';

/** A tag that Intl accepts, or English for one that it refuses. */
export function intlTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Names by part of a formatted date. */
function monthNames(tag: string, options: Intl.DateTimeFormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from(
    { length: 12 },
    (_, month) =>
      format.formatToParts(Date.UTC(2022, month, 15)).find((part) => part.type === 'month')?.value ?? '',
  );
}

function pattern(tag: string, options: Intl.DateTimeFormatOptions, month: string): string {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const slots: Readonly<Record<string, string>> = { day: '{d}', month, year: '{y}' };
  return format
    .formatToParts(Date.UTC(2022, 0, 15))
    .map((part) => slots[part.type] ?? part.value)
    .join('');
}

/** Months beside a day (Greek “3 Μαΐου”) and with a year alone (“Μάιος 2024”), which Intl gives only where it is asked for the year too. */
export function intlMonthNames(tag: string): Pick<DateForms, 'months' | 'monthsAlone'> {
  return {
    months: monthNames(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
    monthsAlone: monthNames(tag, { month: 'long', year: 'numeric' }),
  };
}

/** The date forms of a tag as its ICU data has them. */
export function intlDateForms(tag: string): DateForms {
  const day = pattern(tag, { day: 'numeric', month: 'long', year: 'numeric' }, '{m}');
  const month = pattern(tag, { month: 'long', year: 'numeric' }, '{M}');
  const endDay = day.replace('{d}', '{e}').replace('{y}', '{z}');
  return {
    ...intlMonthNames(tag),
    monthsShort: monthNames(tag, { day: 'numeric', month: 'short', year: 'numeric' }),
    date: day,
    month,
    year: '{y}',
    dateShort: pattern(tag, { day: 'numeric', month: 'short', year: 'numeric' }, '{s}'),
    monthShort: pattern(tag, { month: 'short', year: 'numeric' }, '{s}'),
    dateTime: '{date}, {time}',
    about: '~ {date}',
    daysOfMonth: `${day} – ${endDay}`,
    daysOfYear: `${day} – ${endDay.replace('{m}', '{k}')}`,
    daysOfYears: `${day} – ${endDay.replace('{m}', '{k}')}`,
    monthsOfYear: `${month} – ${month.replace('{M}', '{K}')}`,
    monthsOfYears: `${month} – ${month.replace('{M}', '{K}').replace('{y}', '{z}')}`,
    years: '{y}–{z}',
    timesOfDay: '{date}, {start} – {end}',
    range: '{start} – {end}',
  };
}
