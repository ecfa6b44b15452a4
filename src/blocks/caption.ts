/** Captions of pictures, charts and maps: title, words, what the picture is and whose, source line, in this order. */

import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { addClass, element, isElement, text } from '../html/elements.js';
import type { RenderContext } from '../html/render-context.js';
import type { DateSpan } from '../language/language.js';
import { separator } from '../language/punctuation.js';

/** What a picture is made as. */
export const pictureKinds = ['photo', 'illustration', 'composite', 'screenshot', 'generated'] as const;

/** What a picture is made as; all but photographs say so. */
export type PictureKind = (typeof pictureKinds)[number];

/** Facts about a picture that its caption tells. */
export interface PictureFacts {
  readonly kind: PictureKind | 'map';
  readonly credit: string | undefined;
  readonly place: string | undefined;
  readonly taken: DateSpan | undefined;
}

/** Parts as sentences, one behind the other. */
function joined(parts: readonly (readonly ElementContent[])[], context: RenderContext): ElementContent[] {
  const stop = context.language.punctuation.fullStop;
  const between = text(stop === '.' ? '. ' : stop);
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [between, ...part]));
}

function span(className: string, content: readonly ElementContent[]): ElementContent[] {
  return [element('span', { className: [className] }, content)];
}

function takenWords(facts: PictureFacts, context: RenderContext): ElementContent[] {
  const { place, taken } = facts;
  const comma = separator(context.language, 'comma');
  const when = taken === undefined ? [] : context.time(taken);
  const where = place === undefined ? [] : [text(when.length === 0 ? place : place + comma)];
  return [...where, ...when];
}

/** The credit with the kind of picture in front of it (“Photo: Name”), which is its label for every reader. */
export function creditWords(facts: PictureFacts, context: RenderContext): ElementContent[] {
  return facts.credit === undefined ? [] : context.label(`credit-${facts.kind}`, { credit: facts.credit });
}

/** Place, date and credit of a picture; undefined when none is known. */
export function metaParagraph(facts: PictureFacts, context: RenderContext): Element | undefined {
  const where = takenWords(facts, context);
  const credit = creditWords(facts, context);
  const isMade = facts.kind !== 'photo' && facts.kind !== 'map';
  const kind = isMade && credit.length === 0 ? context.label(`image-${facts.kind}`) : [];
  const parts = [
    ...(kind.length === 0 ? [] : [span('image-kind', kind)]),
    ...(where.length === 0 ? [] : [span('taken', where)]),
    ...(credit.length === 0 ? [] : [span('credit', credit)]),
  ];
  return parts.length === 0
    ? undefined
    : element('p', { className: ['caption-meta'] }, joined(parts, context));
}

/** The author's own paragraphs of a caption. */
export function captionText(nodes: readonly RootContent[], context: RenderContext): ElementContent[] {
  return context.all(nodes).map((made) => (isElement(made, 'p') ? addClass(made, 'caption-text') : made));
}

/** The title of a caption. */
export function captionTitle(content: readonly ElementContent[]): Element {
  return element('p', { className: ['caption-title'] }, content);
}

/** The `figcaption` of what is there; undefined when nothing is. */
export function figcaption(parts: readonly (ElementContent | undefined)[]): Element | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === 0 ? undefined : element('figcaption', {}, present);
}
