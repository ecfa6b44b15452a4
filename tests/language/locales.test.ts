/** Every language says everything, in whole patterns. */

import { describe, expect, it } from 'vitest';
import { labelNames, languageOf } from '../../src/language/language-of.js';
import type { DateForms, Locale } from '../../src/language/locale.js';
import { localeFor, localeTags } from '../../src/language/locales.js';

function slots(pattern: string): string[] {
  return [...pattern.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

function locale(tag: string): Locale {
  const found = localeFor(tag);
  if (found === undefined) throw new Error(`no locale ${tag}`);
  return found;
}

describe.each(localeTags)('the words of %s', (tag) => {
  it('hold the same slots as the English ones', () => {
    for (const name of labelNames) {
      expect([name, slots(locale(tag).labels[name])]).toEqual([name, slots(locale('en').labels[name])]);
    }
  });

  it('are not empty, have no double spaces and no straight quotes', () => {
    for (const [name, words] of Object.entries(locale(tag).labels)) {
      expect([name, words.trim() === words && words !== '' && !/ {2}|["']/.test(words)]).toEqual([
        name,
        true,
      ]);
    }
  });

  it('call notes and their ways back by number', () => {
    const language = languageOf(tag);
    expect(language.label('note-call', { number: '3' })).toContain('3');
    expect(language.label('note-back', { number: '3-1' })).toContain('3-1');
    expect(language.label('note-call', { number: '3' })).not.toBe(
      language.label('note-back', { number: '3' }),
    );
  });

  it('give every part of a date its place', () => {
    const { dates } = locale(tag);
    const needs: readonly (readonly [keyof DateForms, string])[] = [
      ['date', 'dmy'],
      ['month', 'my'],
      ['daysOfMonth', 'demy'],
      ['daysOfYear', 'dekmy'],
      ['daysOfYears', 'dekmyz'],
      ['monthsOfYear', 'mky'],
      ['monthsOfYears', 'mkyz'],
      ['years', 'yz'],
    ];
    const same: Readonly<Record<string, string>> = { M: 'm', K: 'k', n: 'm', j: 'k' };
    for (const [form, parts] of needs) {
      const found = new Set(slots(String(dates[form])).map((slot) => same[slot] ?? slot));
      expect([form, [...found].sort().join('')]).toEqual([form, [...parts].sort().join('')]);
    }
    expect(dates.months).toHaveLength(12);
    expect(new Set(dates.monthsAlone).size).toBe(12);
    expect(dates.monthsShort).toHaveLength(12);
  });

  it('write a locator that is recognised again', () => {
    const language = languageOf(tag);
    for (const name of ['page', 'paragraph', 'chapter', 'section', 'article', 'line'] as const) {
      const word = language
        .formatLocator(name, '7')
        .replace(/7|第|-/gu, '')
        .trim();
      expect([name, language.locatorOf(word)]).toEqual([name, name]);
    }
  });
});

describe('a language without words of its own', () => {
  const finnish = languageOf('fi');

  it('says so, and speaks English', () => {
    expect(finnish.hasLabel('timeline')).toBe(false);
    expect(finnish.labelTag).toBe('en');
    expect(finnish.label('timeline')).toBe('Timeline');
  });

  it('still writes its own dates, numbers and quotes', () => {
    expect(finnish.formatDate({ year: 2022, month: 1, day: 5 })).toBe('5. tammikuuta 2022');
    expect(finnish.formatNumber(1234.5)).toBe('1\u00a0234,5');
    expect(finnish.quotes[0]).toBe('”');
  });
});

describe('a tag', () => {
  it.each([
    ['pt-BR', 'pt'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'en'],
    ['zh-Hant', 'en'],
    ['en-GB', 'en'],
    ['no such tag', 'en'],
  ])('%s has the words of %s', (tag, words) => {
    expect(languageOf(tag).labelTag).toBe(words);
  });
});
