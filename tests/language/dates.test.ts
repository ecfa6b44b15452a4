/** Dates of any precision: read, compared, written for people and machines. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartialDate } from '../../src/language/language.js';
import { languageOf } from '../../src/language/language-of.js';
import {
  compareDates,
  isoDate,
  parseDateSpan,
  parsePartialDate,
  toInstant,
} from '../../src/language/partial-date.js';

function read(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
}

describe('parseDateSpan', () => {
  it.each([
    ['2022', { start: { year: 2022 } }],
    ['2022-01', { start: { year: 2022, month: 1 } }],
    ['~2022-01', { start: { year: 2022, month: 1, about: true } }],
    ['2022-01-05 16:30', { start: { year: 2022, month: 1, day: 5, hour: 16, minute: 30 } }],
    ['2022-01-05 16:30 +06', { start: { year: 2022, month: 1, day: 5, hour: 16, minute: 30, offset: 360 } }],
    [
      '2022-01-05T16:30:00+05:45',
      { start: { year: 2022, month: 1, day: 5, hour: 16, minute: 30, offset: 345 } },
    ],
    [
      '2022-01-05 16:30 -0330',
      { start: { year: 2022, month: 1, day: 5, hour: 16, minute: 30, offset: -210 } },
    ],
    ['2022-01-05 16:30Z', { start: { year: 2022, month: 1, day: 5, hour: 16, minute: 30, offset: 0 } }],
    [
      '2022-01-02/2022-01-05',
      { start: { year: 2022, month: 1, day: 2 }, end: { year: 2022, month: 1, day: 5 } },
    ],
    ['٢٠٢٢-٠١-٠٥', { start: { year: 2022, month: 1, day: 5 } }],
  ])('reads %s', (text, span) => {
    expect(parseDateSpan(text)).toEqual(span);
  });

  it.each([
    '',
    'today',
    '5 January 2022',
    '22-01-05',
    '2022-13',
    '2022-02-30',
    '2021-02-29',
    '2022-01-05 24:00',
    '2022-01-05 16:60',
    '2022-01-05 16:30 +15',
    '2022-01 16:30',
    '2022/2023/2024',
    '2022/',
    '2022-01-05 16:30 CET',
  ])('refuses “%s”', (text) => {
    expect(parseDateSpan(text)).toBeUndefined();
  });

  it('knows leap years', () => {
    expect(parsePartialDate('2000-02-29')).toBeDefined();
    expect(parsePartialDate('1900-02-29')).toBeUndefined();
  });
});

const partialDate: fc.Arbitrary<PartialDate> = fc
  .record({
    year: fc.integer({ min: 1000, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    offset: fc.integer({ min: -839, max: 839 }),
    depth: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ year, month, day, hour, minute, offset, depth }) => ({
    year,
    ...(depth > 1 ? { month } : {}),
    ...(depth > 2 ? { day } : {}),
    ...(depth > 3 ? { hour, minute } : {}),
    ...(depth > 4 ? { offset } : {}),
  }));

describe('isoDate', () => {
  it('is read back as the same date', () => {
    fc.assert(
      fc.property(partialDate, (date) => {
        expect(parsePartialDate(isoDate(date))).toEqual(date);
      }),
    );
  });
});

describe('compareDates', () => {
  it.each([
    ['2022', '2022-01-05', 0],
    ['2022-01', '2022-02', -1],
    ['2022-01-06', '2022-01-05 23:00', 1],
    ['2022-01-05 23:00 Z', '2022-01-06 04:00 +06', 1],
    ['2022-01-05 12:00', '2022-01-05 12:00 Z', -1],
  ])('%s against %s', (a, b, order) => {
    expect(compareDates(read(a), read(b), 'Asia/Almaty')).toBe(order);
    expect(compareDates(read(b), read(a), 'Asia/Almaty')).toBe(0 - order);
  });
});

describe('toInstant', () => {
  it.each([
    ['2022-01-05', 'Asia/Almaty', '2022-01-04T18:00:00.000Z'],
    ['2022-07-05 16:30', 'Europe/Berlin', '2022-07-05T14:30:00.000Z'],
    ['2022-01-05 16:30', 'Europe/Berlin', '2022-01-05T15:30:00.000Z'],
    ['2022-03-27 01:59', 'Europe/Berlin', '2022-03-27T00:59:00.000Z'],
    ['2022-03-27 03:00', 'Europe/Berlin', '2022-03-27T01:00:00.000Z'],
    ['2022-01-05 16:30 +06', 'UTC', '2022-01-05T10:30:00.000Z'],
    ['2022', 'UTC', '2022-01-01T00:00:00.000Z'],
  ])('%s in %s', (text, zone, instant) => {
    expect(new Date(toInstant(read(text), zone)).toISOString()).toBe(instant);
  });
});

describe('formatDate', () => {
  const forms = [
    '2022-01',
    '2022-01-05 16:30 +06',
    '~2022-01-05',
    '2022-01-02/2022-01-05',
    '2021-12-30/2022-01-02',
  ];

  it.each([
    [
      'en',
      [
        'January 2022',
        '5 January 2022, 16:30 (UTC+6)',
        'about 5 January 2022',
        '2 to 5 January 2022',
        '30 December 2021 to 2 January 2022',
      ],
    ],
    [
      'en-US',
      [
        'January 2022',
        'January 5, 2022, 16:30 (UTC+6)',
        'about January 5, 2022',
        'January 2 to 5, 2022',
        'December 30, 2021 to January 2, 2022',
      ],
    ],
    [
      'ru',
      [
        'январь 2022 года',
        '5 января 2022 года, 16:30 (UTC+6)',
        'примерно 5 января 2022 года',
        'со 2 по 5 января 2022 года',
        'с 30 декабря 2021 года по 2 января 2022 года',
      ],
    ],
    [
      'kk',
      [
        '2022 жылғы қаңтар',
        '2022 жылғы 5 қаңтар, 16:30 (UTC+6)',
        'шамамен 2022 жылғы 5 қаңтар',
        '2022 жылғы 2–5 қаңтар аралығы',
        '2021 жылғы 30 желтоқсан мен 2022 жылғы 2 қаңтар аралығы',
      ],
    ],
    [
      'fr',
      [
        'janvier 2022',
        '5 janvier 2022, 16:30 (UTC+6)',
        'vers le 5 janvier 2022',
        'du 2 au 5 janvier 2022',
        'du 30 décembre 2021 au 2 janvier 2022',
      ],
    ],
    [
      'zh-Hans',
      [
        '2022年1月',
        '2022年1月5日16:30 (UTC+6)',
        '约2022年1月5日',
        '2022年1月2日至5日',
        '2021年12月30日至2022年1月2日',
      ],
    ],
    [
      'ar-LB',
      [
        'كانون الثاني 2022',
        '5 كانون الثاني 2022، 16:30 (UTC+6)',
        'نحو 5 كانون الثاني 2022',
        'من 2 إلى 5 كانون الثاني 2022',
        'من 30 كانون الأول 2021 إلى 2 كانون الثاني 2022',
      ],
    ],
  ])('%s', (tag, written) => {
    const language = languageOf(tag);
    expect(forms.map((form) => language.formatDate(parseDateSpan(form)!, { zone: true }))).toEqual(written);
  });

  it('leaves the zone away when its ends differ, and writes one day once', () => {
    const language = languageOf('en');
    const two = parseDateSpan('2022-01-05 16:30 +06/2022-01-05 18:00 +06')!;
    expect(language.formatDate(two, { zone: true })).toBe('5 January 2022, 16:30 to 18:00 (UTC+6)');
    const mixed = parseDateSpan('2022-01-05 16:30 +06/2022-01-05 18:00 Z')!;
    expect(language.formatDate(mixed, { zone: true })).not.toContain('UTC');
  });

  it('uses the page’s own digits when asked', () => {
    const language = languageOf('ar', { digits: 'native' });
    expect(language.formatDate({ year: 2022, month: 1, day: 5 })).toBe('٥ يناير ٢٠٢٢');
    expect(languageOf('fa', { digits: 'native' }).localDigits('16:30')).toBe('۱۶:۳۰');
  });
});
