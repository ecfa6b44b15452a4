/** What the margins of each page say: whose page, of when, about what, which of how many. */

import type { PageView } from '../../html/page-view.js';
import type { Language } from '../../language/language.js';
import type { HeadlineRoom, RunningWords } from './page-styles.js';

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

const wideLetter = /\p{scx=Han}|\p{scx=Hiragana}|\p{scx=Katakana}|\p{scx=Hangul}/u;

function lengthOf(text: string, { wide }: HeadlineRoom): number {
  return Array.from(text).reduce((sum, letter) => sum + (wideLetter.test(letter) ? wide : 1), 0);
}

/** The first letters of a word that fit in a length. */
function beginOf(word: string, most: number, room: HeadlineRoom): string {
  let begin = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (lengthOf(begin + segment, room) > most) return begin;
    begin += segment;
  }
  return begin;
}

/**
 * A headline that fits at the foot of a page: whole, or cut after a word, and within a word that is longer than a line, since Chromium
 * breaks no word in the margin of a page (measured).
 */
export function fittingHeadline(headline: string, room: HeadlineRoom): string {
  const words = headline.split(/\s+/u).filter((word) => word !== '');
  let line = 1;
  let used = 0;
  for (const [index, word] of words.entries()) {
    const length = lengthOf(word, room);
    const isFitting = used === 0 || used + 1 + length <= room.letters;
    if (!isFitting && line < room.lines) {
      line += 1;
      used = 0;
    }
    const begun = words.slice(0, index);
    if (used === 0 && length > room.letters)
      return [...begun, `${beginOf(word, room.letters - 1, room)}…`].join(' ');
    if (!isFitting && used > 0) return `${begun.join(' ')} …`;
    used += used === 0 ? length : 1 + length;
  }
  return headline;
}
