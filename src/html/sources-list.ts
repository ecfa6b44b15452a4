/** The sources list, as CSL has set it, grouped as the publisher asks. */

import type { Element, ElementContent } from 'hast';
import { brackets } from '../language/punctuation.js';
import type { BibliographyEntry, BibliographyGroup } from '../notes/annotated-explainer.js';
import { convertInline } from './convert.js';
import { element } from './elements.js';
import { label } from './labels.js';
import { sourceElementId } from './note-calls.js';
import type { Page } from './page.js';

/** On paper: the page on which a source is cited first, as a slot for the placing step. */
function firstCitedOn(page: Page, id: string): ElementContent[] {
  if (page.medium === 'screen') return [];
  const notes = page.explainer.notes.filter((note) => note.sources.includes(id));
  const call = notes.map((note) => page.calls.get(note.number)?.[0]).find((found) => found !== undefined);
  if (call === undefined) return [];
  const slot = element('span', { dataPageOf: call });
  const words = label(page, 'cited-on-page', { pages: [slot] });
  const [opening, closing] = brackets(page.language);
  return [element('span', { className: ['page-ref'] }, [opening, ...words, closing])];
}

function entry(page: Page, source: BibliographyEntry): Element {
  const content = convertInline(page, source.content);
  return element('li', { id: sourceElementId(source.id) }, [...content, ...firstCitedOn(page, source.id)]);
}

function group(page: Page, entries: BibliographyGroup): Element[] {
  const list = element(
    'ul',
    { className: ['sources-list'] },
    entries.entries.map((source) => entry(page, source)),
  );
  if (entries.title === null) return [list];
  return [element('h3', { className: ['sources-group'] }, [entries.title]), list];
}

/** The Sources section; undefined when nothing is cited. */
export function sourcesSection(page: Page): Element | undefined {
  const groups = page.explainer.bibliography.filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) return undefined;
  return element('section', { className: ['block', 'block-sources'], ariaLabelledBy: ['sources'] }, [
    element('h2', { id: 'sources' }, label(page, 'sources')),
    ...groups.flatMap((entries) => group(page, entries)),
  ]);
}
