/** The shape of one language's own words and forms: plain data, one file a language in `locales/`. */

import type { en } from './locales/en.js';

/** Names of Galley's own words and phrases; the English file is the list. */
export type LabelName = keyof typeof en.labels;

/** CSL's locators that Galley reads and prints. */
export type LocatorName = 'page' | 'paragraph' | 'chapter' | 'section' | 'article' | 'line' | 'time';

/** Lines of a contact block that are known by their label. */
export type ContactField = 'phone' | 'text-relay' | 'mail' | 'web' | 'address';

/**
 * How dates are written. In patterns `{d}` is the day, `{m}` the month as it stands beside a day, `{M}` the month alone,
 * `{s}` the short month, `{y}` the year, `{n}` the number of the month; `{e}`, `{k}`, `{K}`, `{z}`, `{j}` are the same parts
 * of a range's end (day, month, month alone, year, number of the month).
 */
export interface DateForms {
  readonly months: readonly string[];
  readonly monthsAlone: readonly string[];
  readonly monthsShort: readonly string[];
  /** How the first day of a month is written, where it differs. */
  readonly firstDay?: string;
  readonly date: string;
  readonly month: string;
  readonly year: string;
  readonly dateShort: string;
  readonly monthShort: string;
  readonly dateTime: string;
  readonly about: string;
  /** About a date with a day, where that takes an article. */
  readonly aboutDay?: string;
  /** Ranges without `~`: of two days, months, years or times, by what they share; `range` is for all others. */
  readonly daysOfMonth: string;
  readonly daysOfYear: string;
  readonly daysOfYears: string;
  readonly monthsOfYear: string;
  readonly monthsOfYears: string;
  readonly years: string;
  readonly timesOfDay: string;
  readonly range: string;
  /** A regular expression and its replacement, for sounds that change beside a number (Russian “со 2”). */
  readonly euphony?: readonly [string, string];
}

/** How text is punctuated. */
export interface PunctuationForms {
  /** Opening and closing marks, outer then inner; French ones hold their spaces. */
  readonly quotes: readonly [string, string, string, string];
  /** Characters before which a narrow no-break space stands. */
  readonly narrowSpaceBefore?: string;
  /** Characters before which a full no-break space stands. */
  readonly spaceBefore?: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly fullStop: string;
  /**
   * Where a note call stands at the end of a clause: `behind` points, commas and closing quotes; `before-points` behind a closing
   * quote only (Russian editorial practice); `before` all of them (French).
   */
  readonly noteCall: 'behind' | 'before-points' | 'before';
}

/** How names are joined in a sentence; `pair` joins two, or the last two, `more` the ones before. */
export interface ListForms {
  readonly pair: string;
  readonly more: string;
}

/** One language's data. */
export interface Locale {
  /** BCP 47 tag of the words. */
  readonly tag: string;
  readonly labels: Readonly<Record<LabelName, string>>;
  readonly dates: DateForms;
  readonly punctuation: PunctuationForms;
  /** Words, lower case, by which a locator is recognised after a citation, with and without points. */
  readonly locators: Readonly<Record<LocatorName, readonly string[]>>;
  /** How a locator is written: one place, and several (a range or a list). `{n}` is the number as typed. */
  readonly locatorForms: Readonly<Record<LocatorName, readonly [string, string]>>;
  /** Words, lower case, that lead over to a source in a sentence (“see”, “in”): no brackets follow them. */
  readonly leadIns: readonly string[];
  /** Labels, lower case, by which the lines of a contact block are recognised. */
  readonly contact: Readonly<Record<ContactField, readonly string[]>>;
  /** Where ICU has no such form (measured with ICU 78: Kazakh lists lack their “and”). */
  readonly list?: ListForms;
  /** Differences of regions, by their lower-case subtag. */
  readonly regions?: Readonly<Record<string, { readonly dates?: Partial<DateForms> }>>;
}
