/** The contents list: which headings it holds, and its HTML. */

import type { Element } from 'hast';
import type { OutlineEntry } from '../document/explainer.js';
import { convertInline } from './convert.js';
import { hiddenIds } from './dead-links.js';
import { element } from './elements.js';
import { label } from './labels.js';
import type { Page } from './page.js';

/** From this many entries up a page gets a list by itself. */
const enough = 3;

/** Words from which a printed document counts as long: about five pages. */
const longOnPaper = 2000;

function cut(entries: readonly OutlineEntry[], depth: number): OutlineEntry[] {
  return entries
    .filter((entry) => entry.depth <= depth)
    .map((entry) => ({ ...entry, children: cut(entry.children, depth) }));
}

function count(entries: readonly OutlineEntry[]): number {
  return entries.reduce((sum, entry) => sum + 1 + count(entry.children), 0);
}

/** The headings that a contents list holds: those of the second level, with fewer than three of them the third level too. */
export function contentsEntries(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
  const sections = cut(outline, 2);
  return count(sections) >= enough ? sections : cut(outline, 3);
}

/** Whether a page gets a contents list without being asked. */
export function wantsContents(page: Page, words: number): boolean {
  const entries = count(entriesOf(page));
  return entries >= enough && (page.medium === 'screen' || words >= longOnPaper);
}

/** Entries without those whose block is kept off this page. */
function present(entries: readonly OutlineEntry[], hidden: ReadonlySet<string>): OutlineEntry[] {
  return entries
    .filter((entry) => !hidden.has(entry.id))
    .map((entry) => ({ ...entry, children: present(entry.children, hidden) }));
}

function entriesOf(page: Page): readonly OutlineEntry[] {
  return contentsEntries(present(page.explainer.outline, hiddenIds(page)));
}

function list(page: Page, entries: readonly OutlineEntry[]): Element {
  const items = entries.map((entry) => {
    const words = page.targets.get(entry.id);
    const content = words === undefined ? [entry.title] : convertInline(page, words);
    const link = element('a', { href: `#${entry.id}` }, content);
    const slot = element('span', { className: ['toc-page'], dataPageOf: entry.id });
    return element('li', {}, [
      link,
      ...(page.medium === 'print' ? [' ', slot] : []),
      entry.children.length === 0 ? undefined : list(page, entry.children),
    ]);
  });
  return element('ol', { className: ['toc-list'] }, items);
}

/** The contents list; undefined when there is no heading. */
export function contentsList(page: Page): Element | undefined {
  const entries = entriesOf(page);
  if (entries.length === 0) return undefined;
  const properties = { className: ['block', 'block-toc'], id: 'toc', ariaLabelledBy: ['toc-title'] };
  return element('nav', properties, [
    element('p', { className: ['toc-title'], id: 'toc-title' }, label(page, 'on-this-page')),
    list(page, entries),
  ]);
}
