/** Makes the `Language` of a tag: its own words where Galley has them, English ones else, and the forms of Intl for the rest. */

import { dateKeeper } from './date-breaks.js';
import { fill, formatSpan, zoneText } from './date-format.js';
import { nativeSystemOf, toDigits } from './digits.js';
import { dirOf } from './direction.js';
import { intlDateForms, intlTag } from './intl-dates.js';
import type { DateSpan, Digits, LabelPart, Language, PartialDate } from './language.js';
import type { ContactField, DateForms, LabelName, Locale, LocatorName } from './locale.js';
import { en } from './locales/en.js';
import { localeFor } from './locales.js';
import { numberSigns, readNumber } from './numbers.js';
import { intlPunctuation } from './punctuation.js';

const english: Locale = en;

/** Names of all labels, for tables of words. */
export const labelNames: readonly LabelName[] = Object.keys(en.labels) as LabelName[];

/** Words that name things, prepared for comparing: lower case, without points and extra spaces. */
function wordKey(word: string): string {
  return word
    .toLowerCase()
    .replace(/[.\u0640]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function finder<Name extends string>(
  tables: readonly Readonly<Record<Name, readonly string[]>>[],
): (word: string) => Name | undefined {
  const names = new Map<string, Name>();
  for (const table of tables) {
    for (const [name, words] of Object.entries(table) as [Name, readonly string[]][]) {
      for (const word of words) names.set(wordKey(word), name);
    }
  }
  return (word) => names.get(wordKey(word));
}

/** A locator by its pattern; a range takes an en dash. */
function locatorText(words: Locale, name: LocatorName, value: string): string {
  const [one, several] = words.locatorForms[name];
  const number = value.replace(/(?<=[\p{Nd}\p{L}])\s*[-–]\s*(?=[\p{Nd}\p{L}])/gu, '–');
  const isSeveral = /[–—,&،，、]|\s(?:and|to)\s/u.test(number);
  return fill(isSeveral ? several : one, { n: number });
}

function partsOf(pattern: string): readonly LabelPart[] {
  return pattern
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? { slot: piece.slice(1, -1) } : { text: piece }));
}

function isSpan(value: DateSpan | PartialDate): value is DateSpan {
  return 'start' in value;
}

const cache = new Map<string, Language>();

/**
 * The language of a BCP 47 tag. `digits` (default `latin`) chooses the digits of numbers and dates, `timezone` (IANA, default UTC)
 * is carried for dates that name none. The same arguments give the same object.
 */
export function languageOf(
  tag: string,
  options: { readonly digits?: Digits | undefined; readonly timezone?: string | undefined } = {},
): Language {
  const digits = options.digits ?? 'latin';
  const timezone = options.timezone ?? 'UTC';
  const key = `${tag} ${digits} ${timezone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = makeLanguage(tag, digits, timezone);
  cache.set(key, made);
  return made;
}

type NumberOptions = Parameters<Language['formatNumber']>[1];

/** Number forms of a locale, kept because making an Intl object costs more than using it. */
function numberFormatter(locale: string): (value: number, options?: NumberOptions) => string {
  const kept = new Map<string, Intl.NumberFormat>();
  return (value, options = {}) => {
    const maximum = options.maximumFractionDigits ?? 3;
    const minimum = Math.min(options.minimumFractionDigits ?? 0, maximum);
    const style = options.percent === true ? 'percent' : 'decimal';
    const key = `${maximum} ${minimum} ${style}`;
    let format = kept.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {
        maximumFractionDigits: maximum,
        minimumFractionDigits: minimum,
        style,
      });
      kept.set(key, format);
    }
    // A percentage is written with its own number: 12 is 12 %, not 0.12.
    return format.format(options.percent === true ? value / 100 : value);
  };
}

/** A locale's date forms with those of the tag's region. */
function datesOf(tag: string, locale: Locale | undefined): DateForms | undefined {
  if (locale === undefined) return undefined;
  const region = tag
    .toLowerCase()
    .split('-')
    .map((part) => locale.regions?.[part]?.dates)
    .find((forms) => forms !== undefined);
  return { ...locale.dates, ...region };
}

/** Joins names in words. Plain `en` is written as in Britain, without a comma before “and”. */
function listFormatter(base: string, locale: Locale | undefined): (items: readonly string[]) => string {
  const forms = locale?.list;
  if (forms === undefined) {
    const lists = new Intl.ListFormat(base === 'en' ? 'en-GB' : base, { type: 'conjunction', style: 'long' });
    return (items) => lists.format(items);
  }
  return (items) =>
    items.reduce((a, b, index) => {
      if (index === 0) return b;
      return fill(index === items.length - 1 ? forms.pair : forms.more, { a, b });
    }, '');
}

function makeLanguage(tag: string, digits: Digits, timezone: string): Language {
  const own = localeFor(tag);
  const words = own ?? english;
  const base = intlTag(tag);
  const system = digits === 'native' ? nativeSystemOf(tag) : 'latn';
  const locale = new Intl.Locale(base, { numberingSystem: system }).toString();
  const signs = numberSigns(locale);
  const dates = datesOf(tag, own) ?? intlDateForms(base);
  const punctuation = own?.punctuation ?? intlPunctuation(base);
  const plurals = new Intl.PluralRules(base);
  const languageNames = new Intl.DisplayNames(base, { type: 'language', fallback: 'code' });
  const tables = own === undefined ? [english] : [english, own];
  return {
    tag,
    labelTag: words.tag,
    dir: dirOf(tag),
    digits,
    timezone,
    label: (name, values = {}) => fill(words.labels[name], values),
    labelParts: (name) => partsOf(words.labels[name]),
    hasLabel: (name) => own !== undefined && Object.hasOwn(own.labels, name),
    formatDate: (span, formOptions = {}) =>
      formatSpan(isSpan(span) ? span : { start: span }, dates, system, formOptions),
    keepDates: dateKeeper(base, dates),
    formatZone: (offset) => toDigits(zoneText(offset), system),
    formatNumber: numberFormatter(locale),
    parseNumber: (text) => readNumber(text, signs),
    localDigits: (text) => toDigits(text, system),
    plural: (value) => plurals.select(value),
    formatList: listFormatter(base, own),
    languageName: (other) => languageNames.of(intlTag(other)) ?? other,
    quotes: punctuation.quotes,
    punctuation,
    locatorOf: finder<LocatorName>(tables.map((table) => table.locators)),
    formatLocator: (name, value) => toDigits(locatorText(words, name, value), system),
    isLeadIn: (word) => words.leadIns.includes(wordKey(word)),
    contactFieldOf: finder<ContactField>(tables.map((table) => table.contact)),
  };
}
