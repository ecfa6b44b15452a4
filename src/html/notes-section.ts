/** Notes as HTML: the content of each, and the Notes section with its ways back into the text. */

import type { Element, ElementContent } from 'hast';
import type { Note } from '../notes/annotated-explainer.js';
import { convert } from './convert.js';
import { element, isElement, placed, text } from './elements.js';
import type { HtmlNote } from './html-document.js';
import { label } from './labels.js';
import { noteId } from './note-calls.js';
import { type Page, quietly } from './page.js';

/** A note with its content and the calls that are on this page. */
function htmlNote(page: Page, note: Note): HtmlNote {
  return {
    number: note.number,
    id: noteId(note.number),
    calls: page.calls.get(note.number) ?? [],
    shortTitle: note.shortTitle,
    content: quietly(page, () => convert(page, note.content)).filter((node) => node.type !== 'text'),
    position: note.place.position,
  };
}

/** The notes of a page in order. On paper a note whose calls are all kept off paper has no place. */
export function notesOf(page: Page): HtmlNote[] {
  return page.explainer.notes
    .filter((note) => page.medium === 'screen' || page.calls.has(note.number))
    .map((note) => htmlNote(page, note));
}

/** Links from a note to each of its calls: “Back to reference 3-1”, without the “-1” when there is one only. */
function returnLinks(page: Page, note: HtmlNote): ElementContent[] {
  const single = note.calls.length === 1;
  return note.calls.flatMap((id, index): ElementContent[] => {
    const name = page.language.localDigits(single ? `${note.number}` : `${note.number}-${index + 1}`);
    const link = element(
      'a',
      { href: `#${id}`, role: 'doc-backlink' },
      label(page, 'note-back', { number: name }),
    );
    return index === 0 ? [link] : [text(' '), link];
  });
}

/** The note's content with its ways back at the end of its last paragraph. */
function withReturns(page: Page, note: HtmlNote): ElementContent[] {
  const content = structuredClone([...note.content]);
  if (page.medium === 'print' || note.calls.length === 0) return content;
  const back = element('span', { className: ['note-return'] }, returnLinks(page, note));
  const last = content.at(-1);
  if (isElement(last, 'p')) last.children.push(text(' '), back);
  else content.push(element('p', {}, [back]));
  return content;
}

/** The Notes section: on the web always, on paper for notes at the end. Undefined without notes. */
export function notesSection(page: Page, notes: readonly HtmlNote[]): Element | undefined {
  if (notes.length === 0) return undefined;
  const items = notes.map((note, index) => {
    // A number that the list would not reach by counting is stated.
    const expected = (notes[index - 1]?.number ?? 0) + 1;
    const value = note.number === expected ? undefined : note.number;
    return placed(note, element('li', { id: note.id, value }, withReturns(page, note)));
  });
  return element('section', { className: ['block', 'block-notes'], ariaLabelledBy: ['notes'] }, [
    element('h2', { id: 'notes' }, label(page, 'notes')),
    element('ol', { className: ['notes-list'] }, items),
  ]);
}
