/** Notes as they wait for their pages: number, which leads back to the call, and text. */

import type { Element, ElementContent } from 'hast';
import type { HtmlNote } from '../../html/html-document.js';
import type { PrintNote } from './print-document.js';

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** One note. Its number is the way back to its first call; the PDF names that link in words. */
function pageNote(note: HtmlNote, localDigits: (digits: string) => string): Element {
  const number: ElementContent = { type: 'text', value: localDigits(String(note.number)) };
  const call = note.calls[0];
  const label = call === undefined ? number : element('a', { href: `#${call}` }, [number]);
  const made = element('div', { className: ['footnote'], id: note.id }, [
    element('p', { className: ['footnote-number'] }, [label]),
    element('div', { className: ['footnote-text'] }, structuredClone([...note.content])),
  ]);
  if (note.position !== undefined) made.position = note.position;
  return made;
}

/** The place where all notes wait. It is laid out, so that they can be measured, and never drawn. */
export function noteStore(notes: readonly HtmlNote[], localDigits: (digits: string) => string): Element {
  return element(
    'div',
    { className: ['note-store', 'footnotes'] },
    notes.map((note) => pageNote(note, localDigits)),
  );
}

/** What the placing step has to know of the notes. */
export function printNotes(notes: readonly HtmlNote[]): readonly PrintNote[] {
  return notes.map(({ number, id, calls, shortTitle, position }) => ({
    number,
    id,
    calls,
    shortTitle,
    position,
  }));
}
