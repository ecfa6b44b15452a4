/** Dates as `time` elements. */

import type { ElementContent } from 'hast';
import type { DateSpan, PartialDate } from '../language/language.js';
import { isoDate } from '../language/partial-date.js';
import { element, text } from './elements.js';
import type { Page } from './page.js';

interface Options {
  readonly zone?: boolean | undefined;
  readonly short?: boolean | undefined;
}

function timeElement(date: PartialDate, words: string): ElementContent {
  return element('time', { dateTime: isoDate(date) }, [words]);
}

/** The words of a range cut into its start, what stands between, and its end; undefined where the language runs them together. */
function cutRange(words: string, start: string, end: string): readonly [string, string, string] | undefined {
  if (!words.endsWith(end)) return undefined;
  const before = words.slice(0, words.length - end.length);
  const first = before.startsWith(start) ? start : /^\p{Nd}+/u.exec(before)?.[0];
  if (first === undefined) return undefined;
  return [first, before.slice(first.length), end];
}

/** A date in words with its machine form; a range has one for each end where its words can be told apart. */
export function timeOf(page: Page, date: DateSpan | PartialDate, options: Options = {}): ElementContent[] {
  const span: DateSpan = 'start' in date ? date : { start: date };
  const words = page.language.formatDate(span, options);
  if (span.end === undefined) return [timeElement(span.start, words)];
  const plain = { ...options, zone: false };
  const start = page.language.formatDate(span.start, plain);
  const end = page.language.formatDate(span.end, plain);
  const whole = page.language.formatDate(span, plain);
  const cut = cutRange(whole, start, end);
  if (cut === undefined) return [text(words)];
  // What the zone adds stands behind the range.
  const zone = words.startsWith(whole) ? words.slice(whole.length) : '';
  return [
    timeElement(span.start, cut[0]),
    text(cut[1]),
    timeElement(span.end, cut[2]),
    ...(zone === '' ? [] : [text(zone)]),
  ];
}
