/** The mark in the text that leads to a note, and its way back. */

import type { Element, ElementContent } from 'hast';
import type { InTextCitation, NoteCall } from '../document/nodes.js';
import { dirOf } from '../language/direction.js';
import { element, placed } from './elements.js';
import type { Page } from './page.js';

/** Keeps a bracket on the line of the word before it; lines may break between a full stop and a bracket (UAX 14). */
const wordJoiner = '\u2060';

/** Element id of a note. */
export function noteId(number: number): string {
  return `note-${number}`;
}

/** Element id of a source in the list: letters, digits, hyphens and underscores as they are, other characters as their code. */
export function sourceElementId(id: string): string {
  return `source-${id.replace(/[^\p{L}\p{M}\p{N}_-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}`)}`;
}

/** Words of the call that only screen readers meet, around the number that all see. */
function spokenCall(page: Page, number: string): ElementContent[] {
  const foreign = !page.language.hasLabel('note-call');
  const language = foreign ? { lang: 'en', dir: 'ltr' } : {};
  const hidden = (words: string): ElementContent =>
    element('span', { className: ['visually-hidden'], ...language }, [words]);
  return page.language
    .labelParts('note-call')
    .map((part) => ('text' in part ? hidden(part.text) : element('span', {}, [number])))
    .flatMap((made): ElementContent[] =>
      'properties' in made && Object.keys(made.properties).length === 0 ? made.children : [made],
    );
}

/**
 * The superscript call. Its name holds its visible number (WCAG 2.5.3); in right-to-left text it is isolated. Clear and large print set it
 * in brackets, which are words of the page, so that the PDF's text has them too.
 */
export function noteCall(page: Page, node: NoteCall): Element {
  const id = `call-${node.number}-${node.call}`;
  const calls = page.calls.get(node.number) ?? [];
  page.calls.set(node.number, [...calls, id]);
  const number = page.language.localDigits(String(node.number));
  const screen = page.medium === 'screen';
  const link = element(
    'a',
    { id, href: `#${noteId(node.number)}`, role: screen ? 'doc-noteref' : undefined },
    screen ? spokenCall(page, number) : [page.printKind === 'standard' ? number : `${wordJoiner}[${number}]`],
  );
  // A stated direction isolates the call from the words around it.
  const rightToLeft = dirOf(page.languages.at(-1) ?? page.language.tag) === 'rtl';
  const properties = { className: ['note-call'], dir: rightToLeft ? 'rtl' : undefined };
  return placed(node, element('sup', properties, [placed(node, link)]));
}

/** A citation printed in the sentence, linked to the first of its sources in the list. */
export function inTextCitation(node: InTextCitation, content: readonly ElementContent[]): Element {
  const first = node.sources[0];
  if (first === undefined) return placed(node, element('span', { className: ['citation'] }, content));
  const href = `#${sourceElementId(first)}`;
  return placed(node, element('a', { className: ['citation'], href }, content));
}
