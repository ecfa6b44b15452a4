/** How things are said and written in one language: labels, dates, numbers, direction. Pure data and functions. */

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

/** A word or phrase of Galley's own, by name; `{slots}` are filled from values. */
export type LabelName = string;

/** Everything that is said differently in another language. Made by `languageOf(tag)` in this folder. */
export interface Language {
  /** BCP 47 tag as asked for, such as `kk` or `pt-BR`. */
  readonly tag: string;
  readonly dir: Direction;
  /** Galley's own words: `label('key-points')`, `label('note-call', { number: '3' })`. Falls back to English; see `hasLabel`. */
  label(name: LabelName, values?: Readonly<Record<string, string>>): string;
  /** Whether the words are in this language itself, not a fallback to English. */
  hasLabel(name: LabelName): boolean;
  /** A date or range in the page's long form (“5 January 2022, 16:30”), at its own precision. */
  formatDate(
    span: DateSpan | PartialDate,
    options?: { readonly zone?: boolean | undefined; readonly short?: boolean | undefined },
  ): string;
  /** A number in the page's form, grouped, with the page's digits. */
  formatNumber(value: number, options?: { readonly maximumFractionDigits?: number | undefined }): string;
  /** Picks the plural category of a number (`one`, `few`, `many`, `other` …). */
  plural(value: number): string;
  /** Joins names as a list in words (“A, B and C”). */
  formatList(items: readonly string[]): string;
  /** Opening and closing quotation marks, outer then inner. */
  readonly quotes: readonly [string, string, string, string];
}
