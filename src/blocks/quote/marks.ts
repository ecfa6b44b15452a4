/** Quotation marks as text: the words of a quotation stand in the marks of the page's language, once. */

import type { PhrasingContent, RootContent, Text } from 'mdast';

const marks = /[“”„‟«»‹›"「」『』]/u;

/** Whether the words bring their own marks at both ends. */
function hasMarks(words: readonly RootContent[]): boolean {
  const text = words.map(wordsOf).join(' ').trim();
  const first = text[0] ?? '';
  const last = text.replace(/[\s.,!?…]+$/u, '').at(-1) ?? '';
  return marks.test(first) && marks.test(last);
}

function wordsOf(node: RootContent): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => wordsOf(child as RootContent)).join('') : '';
}

function isTail(node: PhrasingContent | undefined): boolean {
  if (node === undefined) return false;
  return node.type === 'noteCall' || (node.type === 'text' && node.value.trim() === '');
}

/** Puts the closing mark behind the last word, in front of note calls that end the paragraph. */
function closed(children: readonly PhrasingContent[], mark: Text): PhrasingContent[] {
  let end = children.length;
  while (end > 0 && isTail(children[end - 1])) end -= 1;
  const last = children[end - 1];
  // An in-text citation, and the space before it, stand outside the marks as well.
  if (last?.type === 'inTextCitation') end -= 1;
  const head = children.slice(0, end);
  const before = head.at(-1);
  if (before?.type === 'text') {
    const value = before.value.trimEnd();
    const space = before.value.slice(value.length);
    const rest: Text[] = space === '' || end === children.length ? [] : [{ type: 'text', value: space }];
    return [...head.slice(0, -1), { ...before, value: value + mark.value }, ...rest, ...children.slice(end)];
  }
  return [...head, mark, ...children.slice(end)];
}

/** Paragraphs with quotation marks around the whole: the opening one at the first, the closing one at the last. */
export function inQuotes(
  words: readonly RootContent[],
  quotes: readonly [string, string, ...string[]],
): RootContent[] {
  const paragraphs = words.filter((node) => node.type === 'paragraph');
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (first === undefined || last === undefined || hasMarks(words)) return [...words];
  return words.map((node): RootContent => {
    if (node.type !== 'paragraph') return node;
    let children: PhrasingContent[] = node.children;
    if (node === last) children = closed(children, { type: 'text', value: quotes[1] });
    if (node === first) children = [{ type: 'text', value: quotes[0] }, ...children];
    return { ...node, children };
  });
}
