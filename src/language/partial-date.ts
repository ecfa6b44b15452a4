/** Dates of any precision as authors write them: reading, comparing, and writing for machines. */

import { latinDigits } from './digits.js';
import type { DateSpan, PartialDate } from './language.js';

const datePattern =
  /^(?<about>~\s*)?(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:(?:\s+|T)(?<hour>\d{2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?<zone>Z|[+\-−]\d{2}(?::?\d{2})?)?)?)?)?$/iu;

/** Days in a month of the proleptic Gregorian calendar. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** Offset in minutes, undefined without a zone, NaN when out of range. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (hours > 14 || minutes > 59) return Number.NaN;
  const total = hours * 60 + minutes;
  return zone.startsWith('+') || total === 0 ? total : -total;
}

/**
 * Reads one date: `2022`, `2022-01`, `2022-01-05`, `2022-01-05 16:30`, `2022-01-05T16:30+06:00`, `~2022-01`.
 * Undefined when the text is no such date, or one that no calendar has (30 February).
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const parts = datePattern.exec(latinDigits(text.trim()))?.groups;
  if (parts === undefined) return undefined;
  const { about, zone, year: years, month: months, day: days, hour: hours, minute: minutes } = parts;
  const [year = 0, month, day, hour, minute] = [years, months, days, hours, minutes].map((digits) =>
    digits === undefined ? undefined : Number(digits),
  );
  const offset = offsetOf(zone);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || Number.isNaN(offset)) return undefined;
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(hour === undefined ? {} : { hour, minute }),
    ...(offset === undefined ? {} : { offset }),
    ...(about === undefined ? {} : { about: true }),
  };
}

/**
 * Reads a date or a range `2022-01-02/2022-01-05`, `2022-01-05 20:00/22:00 +06` (content model, section 6). Undefined when a part is no date;
 * whether the end follows the start is for the caller to ask with `compareDates`.
 */
export function parseDateSpan(text: string): DateSpan | undefined {
  const [first, second, ...more] = text.split('/');
  if (first === undefined || more.length > 0) return undefined;
  const start = parsePartialDate(first);
  if (start === undefined) return undefined;
  if (second === undefined) return { start };
  // `2022-01-05 20:00/22:00 +06`: the end is on the same day, and a zone behind it counts for both.
  const sameDay = start.hour !== undefined && /^\s*\d{2}:\d{2}/u.test(latinDigits(second));
  const end = parsePartialDate(
    sameDay ? `${isoDate({ ...start, hour: undefined })} ${second.trim()}` : second,
  );
  if (end === undefined) return undefined;
  if (!sameDay || start.offset !== undefined) {
    return { start, end: sameDay && end.offset === undefined ? { ...end, offset: start.offset } : end };
  }
  return { start: end.offset === undefined ? start : { ...start, offset: end.offset }, end };
}

/** Offset of an IANA zone from UTC at an instant, in ms. */
function zoneOffset(instant: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

/** Milliseconds since the epoch of the first moment of a date, which counts in `timezone` (IANA) when it names no zone. */
export function toInstant(date: PartialDate, timezone: string): number {
  const midnight = new Date(0);
  midnight.setUTCFullYear(date.year, (date.month ?? 1) - 1, date.day ?? 1);
  const local = midnight.getTime() + ((date.hour ?? 0) * 60 + (date.minute ?? 0)) * 60_000;
  if (date.offset !== undefined) return local - date.offset * 60_000;
  // Two steps, because the offset belongs to the instant that we are looking for.
  const near = local - zoneOffset(local, timezone);
  return local - zoneOffset(near, timezone);
}

/**
 * Orders two dates at the precision that both have: negative, zero or positive. `2022-01` and `2022-01-05` are equal.
 * Two dates with times are compared as instants; one without a zone counts in `timezone` (IANA).
 */
export function compareDates(a: PartialDate, b: PartialDate, timezone = 'UTC'): number {
  if (a.hour !== undefined && b.hour !== undefined) {
    return Math.sign(toInstant(a, timezone) - toInstant(b, timezone));
  }
  for (const part of ['year', 'month', 'day'] as const) {
    const [left, right] = [a[part], b[part]];
    if (left === undefined || right === undefined) return 0;
    if (left !== right) return Math.sign(left - right);
  }
  return 0;
}

const two = (value: number): string => String(Math.abs(value)).padStart(2, '0');

/** A date for machines, valid in HTML's `datetime`: `2022`, `2022-01`, `2022-01-05`, `2022-01-05T16:30+06:00`. */
export function isoDate(date: PartialDate): string {
  let text = String(date.year).padStart(4, '0');
  if (date.month === undefined) return text;
  text += `-${two(date.month)}`;
  if (date.day === undefined) return text;
  text += `-${two(date.day)}`;
  if (date.hour === undefined) return text;
  text += `T${two(date.hour)}:${two(date.minute ?? 0)}`;
  if (date.offset === undefined) return text;
  if (date.offset === 0) return `${text}Z`;
  const sign = date.offset < 0 ? '-' : '+';
  return `${text}${sign}${two(Math.trunc(date.offset / 60))}:${two(date.offset % 60)}`;
}
