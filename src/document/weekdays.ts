/** A weekday and a date beside each other: both right, or one of them is wrong. */

import { finding } from './finding.js';
import type { ProseLine } from './prose-lines.js';
import type { Work } from './work.js';

/** Beginnings of weekdays, Sunday first, where their endings change in the sentence. */
const stems: Readonly<Record<string, readonly string[]>> = {
  ru: ['воскресень', 'понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот'],
  uk: ['неділ', 'понеділ', 'вівтор', 'серед', 'четвер', "п['’ʼ]ятниц", 'субот'],
};

interface Names {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly pattern: RegExp;
}

const cache = new Map<string, Names>();

function partOf(tag: string, form: Intl.DateTimeFormatOptions, type: string, at: number): string {
  const parts = new Intl.DateTimeFormat(tag, { ...form, timeZone: 'UTC' }).formatToParts(at);
  return parts.find((part) => part.type === type)?.value ?? '';
}

function namesOf(tag: string): Names {
  const known = cache.get(tag);
  if (known !== undefined) return known;
  // 3 January 2021 was a Sunday.
  const days = Array.from({ length: 7 }, (_, day) =>
    partOf(tag, { weekday: 'long' }, 'weekday', Date.UTC(2021, 0, 3 + day)).toLowerCase(),
  );
  const months = Array.from({ length: 12 }, (_, month) =>
    partOf(tag, { month: 'long', day: 'numeric' }, 'month', Date.UTC(2021, month, 15)).toLowerCase(),
  );
  const own = stems[tag.split('-')[0] ?? tag];
  const weekdays = own ?? days;
  const weekday = `(?<weekday>${weekdays.join('|')})${own === undefined ? '' : '\\p{L}{0,3}'}`;
  const month = (name: string): string => `(?<${name}>${months.join('|')})`;
  const year = (name: string): string => `(?:[\\s,]+(?:de\\s+|del\\s+)?(?<${name}>\\d{4}))?`;
  const link = '(?:\\s*[,(]?\\s*)(?:the\\s+|den\\s+|dem\\s+|le\\s+|el\\s+|dia\\s+)?';
  const pattern = new RegExp(
    `(?<![\\p{L}])${weekday}${link}(?:(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:de\\s+|of\\s+)?${month('m')}${year('y')}|${month('n')}\\s+(?<e>\\d{1,2})(?:st|nd|rd|th)?${year('z')})`,
    'giu',
  );
  const made = { weekdays, months, pattern };
  cache.set(tag, made);
  return made;
}

/** The weekday's number of a word that begins with one of the names; -1 when none does. */
function numberOf(word: string, names: Names): number {
  return names.weekdays.findIndex((stem) => new RegExp(`^${stem}`, 'iu').test(word));
}

/** Reports each weekday that its date did not fall on. Without a year, that of the publication counts; without one, nothing is said. */
export function checkWeekdays(lines: readonly ProseLine[], work: Work): void {
  const { tag } = work.language;
  const published = /^\d{4}/.exec(work.source.frontmatter.textOf(['published']) ?? '')?.[0];
  let names: Names | undefined;
  for (const line of lines) {
    if (!/\d/.test(line.text)) continue;
    names ??= namesOf(tag);
    for (const match of line.text.matchAll(names.pattern)) {
      const { weekday = '', day, e, m, n, y, z } = match.groups ?? {};
      const year = y ?? z ?? published;
      const month = names.months.indexOf((m ?? n ?? '').toLowerCase());
      if (year === undefined || month < 0) continue;
      const time = Date.UTC(Number(year), month, Number(day ?? e));
      if (new Date(time).getUTCDay() === numberOf(weekday, names)) continue;
      const right = partOf(tag, { weekday: 'long' }, 'weekday', time);
      const place = work.place(line.position(match.index, match.index + match[0].length));
      work.report(
        finding('weekday-matches-date', 'error', place, {
          what: `“${match[0]}”: that day of ${year} was ${right}.`,
          why: 'One of the two is wrong, and readers cannot tell which.',
          fix: 'Correct the weekday or the date.',
          excerpt: match[0],
        }),
      );
    }
  }
}
