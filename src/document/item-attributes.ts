/** `{date=… certainty=…}` at the end of a list item. */

import type { ListItem, Paragraph, Text } from 'mdast';
import { readAttributeText } from './attribute-text.js';
import type { TypedAttribute } from './attribute-values.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

const atEnd = /\s*(\{[^{}]*\})\s*$/u;

/** The last text of an item, which may stand before lists inside it. */
function lastText(item: ListItem): { paragraph: Paragraph; text: Text } | undefined {
  const paragraph = item.children.findLast((child) => child.type === 'paragraph');
  const text = paragraph?.children.at(-1);
  return paragraph !== undefined && text?.type === 'text' ? { paragraph, text } : undefined;
}

/** Takes the braces off the end of an item; undefined when there are none. */
export function takeItemAttributes(item: ListItem, work: Work): readonly TypedAttribute[] | undefined {
  const last = lastText(item);
  if (last === undefined) return undefined;
  const raw = work.raw.get(last.text);
  const found = raw === undefined ? null : atEnd.exec(raw.text);
  const braces = found?.[1];
  if (raw === undefined || found === null || braces === undefined || !atEnd.test(last.text.value)) {
    return undefined;
  }
  const start = found.index + found[0].indexOf('{');
  const read = readAttributeText(braces);
  if (read.problem !== undefined) {
    const position = { start: raw.point(start), end: raw.point(start + braces.length) };
    work.report(
      finding('keys-and-blocks-are-known', 'error', work.place(position), {
        what: `The braces at the end of this item cannot be read: ${braces}`,
        why: 'They would be printed as they stand.',
        fix: 'Write for example {date=2022-01-19 certainty=scheduled}.',
        excerpt: braces,
      }),
    );
    return undefined;
  }
  last.text.value = last.text.value.replace(atEnd, '');
  if (last.text.value === '') last.paragraph.children.pop();
  return read.parts.map((part) => ({
    name: part.name,
    value: part.value,
    position: { start: raw.point(start + part.start), end: raw.point(start + part.end) },
    start: raw.point(start + part.valueStart).offset,
  }));
}
