/** Marks the first exact use of each glossary term in prose: an abbreviation, or a link to its explanation. */

import type { Element, ElementContent } from 'hast';
import type { Nodes, Text } from 'mdast';
import { element, placed, text } from './elements.js';

/** A glossary entry as far as the text around it is concerned. */
export interface Term {
  readonly name: string;
  /** Element id of the entry. */
  readonly id: string;
  /** What an abbreviation stands for; undefined for terms that become links. */
  readonly expansion: string | undefined;
}

declare module 'mdast' {
  interface ListItemData {
    /** On items of a glossary. */
    term?: Term | undefined;
  }
}

/** All terms of a document, longest first, so that the longer of two terms at one place wins. */
export function termsOf(tree: Nodes): Term[] {
  const found: Term[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'listItem' && node.data?.term !== undefined) found.push(node.data.term);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return found.sort((a, b) => b.name.length - a.name.length);
}

const wordBefore = /[\p{L}\p{M}\p{N}_]$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}_]/u;

/** The first place at which a term stands as a whole word, or -1. */
function placeOf(term: Term, value: string): number {
  let at = value.indexOf(term.name);
  while (at >= 0) {
    const end = at + term.name.length;
    if (!wordBefore.test(value.slice(0, at)) && !wordAfter.test(value.slice(end))) return at;
    at = value.indexOf(term.name, at + 1);
  }
  return -1;
}

function marked(term: Term, node: Text): Element {
  const made =
    term.expansion === undefined
      ? element('a', { className: ['term'], href: `#${term.id}` }, [term.name])
      : element('abbr', { title: term.expansion }, [term.name]);
  return placed(node, made);
}

/** The text with terms marked; each term that was used leaves the list. */
export function markTerms(node: Text, terms: Term[]): ElementContent[] {
  const pieces: ElementContent[] = [];
  let rest = node.value;
  for (;;) {
    const uses = terms
      .map((term) => ({ term, at: placeOf(term, rest) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.term.name.length - a.term.name.length);
    const first = uses[0];
    if (first === undefined) break;
    if (first.at > 0) pieces.push(text(rest.slice(0, first.at)));
    pieces.push(marked(first.term, node));
    rest = rest.slice(first.at + first.term.name.length);
    terms.splice(terms.indexOf(first.term), 1);
  }
  if (rest !== '' || pieces.length === 0) pieces.push(text(rest));
  return pieces;
}
