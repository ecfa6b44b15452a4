/** Numbers, lists, directions and words that are recognised. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDigits, latinDigits } from '../../src/language/digits.js';
import { dirOf } from '../../src/language/direction.js';
import { languageOf } from '../../src/language/language-of.js';
import { localeTags } from '../../src/language/locales.js';

describe('parseNumber', () => {
  it.each([
    ['en', '1,234.5', 1234.5],
    ['en', '1 000', 1000],
    ['en', '−3', -3],
    ['en', '12%', 12],
    ['en', '$ 5', 5],
    ['de', '1.234,5', 1234.5],
    ['de', '0,5', 0.5],
    ['ru', '1 234,5', 1234.5],
    ['ru', '3.5', 3.5],
    ['fr', '1\u202f234,5', 1234.5],
    ['kk', '18\u00a0000', 18000],
    ['ar', '١٬٢٣٤٫٥', 1234.5],
    ['es', '1.234', 1234],
  ])('%s reads %s', (tag, text, value) => {
    expect(languageOf(tag).parseNumber(text)).toBe(value);
  });

  it.each([
    ['en', '1,23'],
    ['en', '1,2345'],
    ['en', 'about 5'],
    ['en', ''],
    ['en', '5 to 7'],
    ['de', '1.23'],
    ['en', '1.2.3'],
  ])('%s refuses “%s”', (tag, text) => {
    expect(languageOf(tag).parseNumber(text)).toBeUndefined();
  });

  it('reads what the page writes, in every language and both kinds of digits', () => {
    const tag = fc.constantFrom(...localeTags, 'fa', 'hi', 'it', 'pl', 'de-CH', 'pt-PT');
    const digits = fc.constantFrom('latin' as const, 'native' as const);
    const value = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((whole) => whole / 100);
    fc.assert(
      fc.property(tag, digits, value, (of, kind, number) => {
        const language = languageOf(of, { digits: kind });
        const read = language.parseNumber(language.formatNumber(number, { maximumFractionDigits: 2 }));
        expect(read).toBeCloseTo(number, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('formatNumber', () => {
  it('groups, rounds and writes percentages as the page does', () => {
    expect(languageOf('en').formatNumber(1234567.891)).toBe('1,234,567.891');
    expect(languageOf('ru').formatNumber(12.5, { percent: true })).toBe('12,5\u00a0%');
    expect(languageOf('en').formatNumber(7, { percent: true })).toBe('7%');
    expect(languageOf('en').formatNumber(2, { minimumFractionDigits: 1 })).toBe('2.0');
  });
});

describe('lists and plurals', () => {
  it.each([
    ['en', 'A, B and C'],
    ['ru', 'A, B и C'],
    ['kk', 'A, B және C'],
    ['fr', 'A, B et C'],
    ['zh-Hans', 'A、B和C'],
  ])('%s joins %s', (tag, joined) => {
    expect(languageOf(tag).formatList(['A', 'B', 'C'])).toBe(joined);
  });

  it('joins none, one and two', () => {
    const language = languageOf('kk');
    expect([[], ['A'], ['A', 'B']].map((names) => language.formatList(names))).toEqual(['', 'A', 'A және B']);
  });

  it('knows Russian plurals', () => {
    expect([1, 2, 5, 21].map((count) => languageOf('ru').plural(count))).toEqual([
      'one',
      'few',
      'many',
      'one',
    ]);
  });
});

describe('dirOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-AF', 'rtl'],
    ['ur', 'rtl'],
    ['he', 'rtl'],
    ['kk', 'ltr'],
    ['kk-Arab', 'rtl'],
    ['kk-CN', 'rtl'],
    ['az-Latn-IR', 'ltr'],
    ['ku', 'ltr'],
    ['ar-Latn', 'ltr'],
    ['en-x-arab', 'ltr'],
  ])('%s is %s', (tag, dir) => {
    expect(dirOf(tag)).toBe(dir);
  });
});

describe('words that are recognised', () => {
  it('reads locators in English and in the page’s language, with points or without', () => {
    const language = languageOf('ru');
    const words = ['стр.', 'ст', 'p.', 'Гл.', 'para.', 'at', 'nonsense'];
    const names = ['page', 'article', 'page', 'chapter', 'paragraph', 'time', undefined];
    expect(words.map((word) => language.locatorOf(word))).toEqual(names);
  });

  it('writes Kazakh locators behind the number', () => {
    const language = languageOf('kk');
    expect(language.formatLocator('article', '46')).toBe('46-бап');
    expect(language.formatLocator('page', '3-5')).toBe('3–5-беттер');
  });

  it('knows contact lines', () => {
    expect(languageOf('kk').contactFieldOf('Эл. пошта')).toBe('mail');
    expect(languageOf('de').contactFieldOf('Phone')).toBe('phone');
  });

  it('counts digits of both kinds', () => {
    expect(countDigits('٣ 45 ۶')).toEqual({ latin: 2, native: 2 });
    expect(latinDigits('٣–۶')).toBe('3–6');
  });
});
