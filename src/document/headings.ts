/** Headings: the author's `{#id}`, their levels, and what may not stand in them. */

import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { finding, shorten } from './finding.js';
import { plainText } from './plain-text.js';
import { type Replacement, replaceNodes } from './replace-nodes.js';
import type { Work } from './work.js';

/** An id that the author gave to a heading, and where it stands. */
export interface HeadingId {
  readonly id: string;
  readonly start: number;
}

const idMark = /\s*\{#([^\s{}]+)\}\s*$/u;
const braces = /\s*\{(?:[#.][^{}]*|[a-z][\w-]*)\}\s*$/iu;

/** Takes `{#id}` off the end of a heading; undefined when it has none. */
export function takeHeadingId(heading: Heading, work: Work): HeadingId | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const raw = work.raw.get(last);
  const typed = raw === undefined ? undefined : braces.exec(raw.text);
  if (raw === undefined || typed === null || typed === undefined || !braces.test(last.value))
    return undefined;
  const start = raw.point(typed.index + typed[0].indexOf('{'));
  const id = idMark.exec(typed[0])?.[1];
  if (id === undefined) {
    const end = raw.point(typed.index + typed[0].trimEnd().length);
    work.report(
      finding('markup-is-not-left-over', 'error', work.place({ start, end }), {
        what: `“${typed[0].trim()}” at the end of this heading is no id.`,
        why: 'It would be printed as part of the heading.',
        fix: 'Write {#name} with letters, digits and hyphens only, or take it out.',
        excerpt: typed[0].trim(),
      }),
    );
    return undefined;
  }
  last.value = last.value.replace(idMark, '');
  if (last.value === '') heading.children.pop();
  return { id, start: start.offset ?? 0 };
}

/** Citations and note calls have no place in a heading: they become plain text, and each is a finding. */
export function refuseCitationsInHeadings(tree: Root, work: Work): void {
  const refuse: Replacement = (node) => {
    if (node.type !== 'citation' && node.type !== 'footnoteReference') return undefined;
    const typed = node.type === 'citation' ? node.value : `[^${node.label ?? node.identifier}]`;
    work.report(
      finding('heading-holds-no-citation', 'error', work.place(node.position), {
        what: `The ${node.type === 'citation' ? 'citation' : 'note'} “${shorten(typed)}” stands in a heading.`,
        why: 'Headings are repeated in the contents list and in bookmarks, where a note number leads nowhere.',
        fix: 'Put it at the end of a sentence below the heading.',
        excerpt: typed,
      }),
    );
    return [{ type: 'text', value: typed, ...(node.position && { position: node.position }) }];
  };
  visit(tree, 'heading', (heading: Heading) => replaceNodes(heading, refuse));
}

/** Reports a heading of level 1, which the headline already is, and makes it level 2. */
export function lowerTopHeading(heading: Heading, work: Work): void {
  if (heading.depth !== 1) return;
  heading.depth = 2;
  work.report(
    finding('document-has-one-headline', 'error', work.place(heading.position), {
      what: `“${shorten(plainText(heading.children))}” is a heading of the first level.`,
      why: 'The headline is the only one; a second one tells users of screen readers that a new document begins.',
      fix: 'Begin headings with “##”.',
      excerpt: plainText(heading.children),
    }),
  );
}

/** Reports a heading that is more than one level below what stands above it. */
export function checkLevel(heading: Heading, above: number, work: Work): void {
  if (heading.depth <= above + 1) return;
  const expected = '#'.repeat(above + 1);
  work.report(
    finding('heading-levels-do-not-skip', 'error', work.place(heading.position), {
      what: `“${shorten(plainText(heading.children))}” is a heading of level ${heading.depth}, but ${
        above === 1 ? 'nothing of level 2 stands above it' : `the heading above it has level ${above}`
      }.`,
      why: 'Readers who move by headings take the gap for a part that they missed.',
      fix: `Begin it with “${expected}”.`,
      excerpt: plainText(heading.children),
    }),
  );
}

/** Reports a heading without words. */
export function checkWords(heading: Heading, work: Work): void {
  if (plainText(heading.children) !== '') return;
  work.report(
    finding('document-has-one-headline', 'error', work.place(heading.position), {
      what: 'This heading has no words.',
      why: 'It stands empty in the contents list, and screen readers announce a heading without a name.',
      fix: 'Write its words behind the “##”, or take the line out.',
    }),
  );
}
