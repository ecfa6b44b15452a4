/** Reads the items of a timeline: the date before the colon, its zone, and the order of all. */

import type { List, ListItem } from 'mdast';
import type { RecogniseContext } from '../../document/recognise-context.js';
import type { DateSpan, PartialDate } from '../../language/language.js';
import { compareDates } from '../../language/partial-date.js';
import { firstParagraph, paragraphOf } from '../parts.js';
import { shorten, tell, tellMalformed } from '../report.js';

const dateForms =
  'Write 2022, 2022-01, 2022-01-05, 2022-01-05 16:30 +06 or 2022-01-02/2022-01-05, then a colon.';

function badDate(item: ListItem, typed: string, why: string, context: RecogniseContext): void {
  tell(context, 'date-is-valid', 'error', context.place(item.position), {
    what: `“${shorten(typed)}” at the beginning of this item is no date.`,
    why,
    fix: dateForms,
    excerpt: typed,
  });
}

function readDate(item: ListItem, typed: string, context: RecogniseContext): DateSpan | undefined {
  const span = context.parseDate(typed);
  if (span === undefined) {
    const isRange = /^~?\d{4}\S*\s*(?:-|–|—|to|until)\s*~?\d{4}/u.test(typed);
    const why = isRange
      ? 'It looks like a range, whose two days are written with a slash between them.'
      : 'The calendar has no such day, or it is written in another way.';
    badDate(item, typed, why, context);
    return undefined;
  }
  if (span.end !== undefined && compareDates(span.start, span.end, context.timezone) > 0) {
    badDate(item, typed, 'Its end lies before its start.', context);
    return undefined;
  }
  return span;
}

/** An item without the date that it begins with, which goes into its data. */
function readEntry(item: ListItem, context: RecogniseContext): ListItem {
  const paragraph = firstParagraph(item);
  const parts = paragraph === undefined ? undefined : context.split(paragraph.children, 'colon');
  const typed = paragraph === undefined ? '' : context.toText(paragraph.children);
  const [, date, colon] = /^(~?\d{4}(?:-\d{2}){0,2})(:?)/u.exec(typed) ?? [];
  if (parts === undefined && date !== undefined) {
    tellMalformed(context, item, {
      lacks: colon === ':' ? 'has no space behind its colon' : 'has no colon behind its date',
      why: 'The date before the colon is what readers follow.',
      fix: `Write “- ${date}: what happened”.`,
    });
    return item;
  }
  if (paragraph === undefined || parts === undefined) {
    tellMalformed(context, item, {
      lacks: 'does not begin with a date and a colon',
      why: 'Readers follow a timeline by its dates.',
      fix: dateForms,
    });
    return item;
  }
  const when = readDate(item, context.toText(parts[0]), context);
  if (when === undefined) return item;
  const [, ...rest] = item.children;
  const text = parts[1].length === 0 ? [] : [paragraphOf(paragraph, parts[1])];
  if (text.length === 0 && rest.length === 0) {
    tellMalformed(context, item, {
      lacks: 'has a date but no words',
      why: 'Readers learn when, but not what happened.',
      fix: 'Write what happened behind the colon.',
    });
  }
  return { ...item, children: [...text, ...rest], data: { ...item.data, when } };
}

function times(items: readonly ListItem[]): PartialDate[] {
  return items
    .flatMap(({ data }) => (data?.when === undefined ? [] : [data.when.start, data.when.end]))
    .filter((date) => date?.hour !== undefined)
    .filter((date) => date !== undefined);
}

/** The zone that all times of a timeline share; undefined when there is none, or more than one. */
export function commonOffset(items: readonly ListItem[]): number | undefined {
  const offsets = new Set(times(items).map(({ offset }) => offset));
  return offsets.size === 1 ? [...offsets][0] : undefined;
}

/** Times without a zone take the one that the timeline names elsewhere; where it names none, or several, each is told. */
function withZones(items: readonly ListItem[], context: RecogniseContext): ListItem[] {
  const named = new Set(
    times(items)
      .map(({ offset }) => offset)
      .filter((offset) => offset !== undefined),
  );
  const [only] = named;
  const lacks = (date: PartialDate | undefined): boolean =>
    date?.hour !== undefined && date.offset === undefined;
  const zoned = (date: PartialDate): PartialDate => (lacks(date) ? { ...date, offset: only } : date);
  return items.map((item) => {
    const when = item.data?.when;
    if (when === undefined || !(lacks(when.start) || lacks(when.end))) return item;
    if (named.size !== 1) {
      tell(context, 'date-is-valid', 'error', context.place(item.position), {
        what: 'This time has no zone.',
        why: 'Readers elsewhere cannot tell when it happened.',
        fix: 'Write the zone behind it: 2022-01-05 16:30 +06.',
        excerpt: context.toText([item]),
      });
      return item;
    }
    const end = when.end === undefined ? {} : { end: zoned(when.end) };
    return { ...item, data: { ...item.data, when: { start: zoned(when.start), ...end } } };
  });
}

/** Reports each item that begins before the one above it, at the precision that both have. */
function checkOrder(items: readonly ListItem[], context: RecogniseContext): void {
  let above: ListItem | undefined;
  for (const item of items) {
    const when = item.data?.when;
    if (when === undefined) continue;
    const before = above?.data?.when;
    if (above !== undefined && before !== undefined) {
      if (compareDates(before.start, when.start, context.timezone) > 0) tellOrder(item, above, context);
    }
    above = item;
  }
}

function tellOrder(item: ListItem, above: ListItem, context: RecogniseContext): void {
  const date = (of: ListItem): string =>
    of.data?.when === undefined ? '' : context.language.formatDate(of.data.when);
  context.report({
    code: 'timeline-is-in-order',
    severity: 'error',
    what: `${date(item)} stands below ${date(above)}, though it came first.`,
    why: 'Readers take the order of a timeline for the order of events.',
    fix: 'Move the item up, or correct its date.',
    place: context.place(item.position),
    related: [{ message: 'the later event', place: context.place(above.position) }],
    excerpt: context.toText([item]),
  });
}

/** The items of a timeline with their dates; everything wrong is reported, nothing is dropped. */
export function readEntries(list: List, context: RecogniseContext): ListItem[] {
  const items = withZones(
    list.children.map((item) => readEntry(item, context)),
    context,
  );
  checkOrder(items, context);
  return items;
}
