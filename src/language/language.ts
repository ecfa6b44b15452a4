/** How things are said and written in one language: labels, dates, numbers, direction. Pure data and functions. */

import type { ContactField, LabelName, LocatorName, PunctuationForms } from './locale.js';

/** Writing direction. */
export type Direction = 'ltr' | 'rtl';

/** Which digits a page uses. */
export type Digits = 'latin' | 'native';

/** A date as authors write it: any precision, perhaps about, perhaps with a time and a zone. Months and days are 1-based. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  /** Offset from UTC in minutes; undefined when the author named no zone. */
  readonly offset?: number | undefined;
  /** `~`: about this date. */
  readonly about?: boolean | undefined;
}

/** A date, or a range when `end` is there. */
export interface DateSpan {
  readonly start: PartialDate;
  readonly end?: PartialDate | undefined;
}

/** Words of a label, or the place of a value in it. */
export type LabelPart = { readonly text: string } | { readonly slot: string };

/** Everything that is said differently in another language. Made by `languageOf(tag)` in this folder. */
export interface Language {
  /** BCP 47 tag as asked for, such as `kk` or `pt-BR`. */
  readonly tag: string;
  /** BCP 47 tag of the labels: that of the language itself, or `en` where Galley has no words of it. */
  readonly labelTag: string;
  readonly dir: Direction;
  readonly digits: Digits;
  /** IANA name of the zone in which dates without one count. */
  readonly timezone: string;
  /** Galley's own words with values in their slots: `label('timeline')`, `label('note-call', { number: '3' })`. */
  label(name: LabelName, values?: Readonly<Record<string, string>>): string;
  /** A label cut at its slots, for putting elements where values belong. */
  labelParts(name: LabelName): readonly LabelPart[];
  /** Whether the words are in this language itself, not a fallback to English. */
  hasLabel(name: LabelName): boolean;
  /** A date or range in the page's long form (“5 January 2022, 16:30”), at its own precision; `zone` adds “(UTC+6)”. */
  formatDate(
    span: DateSpan | PartialDate,
    options?: { readonly zone?: boolean | undefined; readonly short?: boolean | undefined },
  ): string;
  /** A text in which no date is broken between its day and its month; no-break spaces are all that changes. */
  keepDates(text: string): string;
  /** A time zone as readers know it: an offset in minutes gives “UTC+6”. */
  formatZone(offset: number): string;
  /** A number in the page's form, grouped, with the page's digits; at most three decimals unless asked. */
  formatNumber(
    value: number,
    options?: {
      readonly maximumFractionDigits?: number | undefined;
      readonly minimumFractionDigits?: number | undefined;
      readonly percent?: boolean | undefined;
    },
  ): string;
  /** Reads a number in the page's own form (“1.234,5” in German); undefined when the text is none. */
  parseNumber(text: string): number | undefined;
  /** Digits 0–9 of a text as the page's digits; for numbers that are not grouped (notes, pages, years). */
  localDigits(text: string): string;
  /** Picks the plural category of a number (`one`, `few`, `many`, `other` …). */
  plural(value: number): Intl.LDMLPluralRule;
  /** Joins names as a list in words (“A, B and C”). */
  formatList(items: readonly string[]): string;
  /** A language's name in this language (“Kazakh”), or its tag when it has none. */
  languageName(tag: string): string;
  /** Opening and closing quotation marks, outer then inner. */
  readonly quotes: readonly [string, string, string, string];
  readonly punctuation: PunctuationForms;
  /** The locator that a word names, in English or this language, abbreviated or not. */
  locatorOf(word: string): LocatorName | undefined;
  /** A locator in words of this language, its number in the page's digits: “p. 3”, “46-бап”; English words where Galley has no own. */
  formatLocator(name: LocatorName, value: string): string;
  /** Whether a word leads over to a source (“see”, “in”), so that what follows needs no brackets. */
  isLeadIn(word: string): boolean;
  /** The contact field that a line's label names, in English or this language. */
  contactFieldOf(label: string): ContactField | undefined;
}
