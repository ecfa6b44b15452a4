/** What the margins of each page say: whose page, of when, about what, which of how many. */

import type { PageView } from '../../html/page-view.js';
import type { Language } from '../../language/language.js';
import type { RunningWords } from './page-styles.js';

/** CSS counter styles (CSS Counter Styles 3) by CLDR numbering system. */
const counterStyles: Readonly<Record<string, string>> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  deva: 'devanagari',
  beng: 'bengali',
  guru: 'gurmukhi',
  gujr: 'gujarati',
  orya: 'oriya',
  tamldec: 'tamil',
  telu: 'telugu',
  knda: 'kannada',
  mlym: 'malayalam',
  thai: 'thai',
  laoo: 'lao',
  tibt: 'tibetan',
  mymr: 'myanmar',
  khmr: 'khmer',
  mong: 'mongolian',
};

/** The counter style that writes the digits of a CLDR numbering system. */
export function counterStyleOf(system: string): string {
  return counterStyles[system] ?? 'decimal';
}

/** The words for a document's margins. The date is that of the newest version. */
export function runningWordsOf(view: PageView, language: Language, digits: string): RunningWords {
  const date = view.updated ?? view.published;
  return {
    publisher: view.publisher.name ?? '',
    date: date === null ? '' : language.label('as-of', { date: date.text }),
    headline: view.shortHeadline,
    pageOf: language.labelParts('page-of'),
    digits,
  };
}
