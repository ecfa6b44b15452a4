/** Where a directive's opening line and its single attributes stand in the file. */

import type { Position } from 'unist';
import type { SourcePlace } from '../diagnostics/place.js';
import { type AttributePart, readAttributeText } from './attribute-text.js';
import type { BlockDirective } from './recognise-context.js';
import type { Work } from './work.js';

/** The value of an attribute as the parser gives it; empty for a word alone, undefined when it is absent. */
export function attributeOf(directive: BlockDirective, name: string): string | undefined {
  return directive.attributes?.[name] ?? undefined;
}

/** The text of the opening line from the colons on, and its offset in the file. */
function openingText(directive: BlockDirective, work: Work): { text: string; start: number } {
  const start = directive.position?.start.offset ?? 0;
  const end = work.source.text.indexOf('\n', start);
  return { text: work.source.text.slice(start, end === -1 ? undefined : end), start };
}

/** Attributes as typed, with offsets in the file; empty when they could not be read. */
export function typedAttributes(directive: BlockDirective, work: Work): readonly AttributePart[] {
  const { text, start } = openingText(directive, work);
  const head = /^:*[\w-]*(?:\[(?:[^\]\\]|\\.)*\])?/u.exec(text)?.[0].length ?? 0;
  if (text[head] !== '{') return [];
  const read = readAttributeText(text, head);
  if (read.problem !== undefined) return [];
  return read.parts.map((part) => ({
    ...part,
    start: part.start + start,
    end: part.end + start,
    valueStart: part.valueStart + start,
  }));
}

/** The opening line as typed, for findings. */
export function typedOpening(directive: BlockDirective, work: Work): string {
  return openingText(directive, work).text.trimEnd();
}

/** An attribute as typed, for findings. */
export function typedAttribute(name: string, value: string): string {
  return value === '' ? name : `${name}="${value}"`;
}

/** The opening line, without the block's content. */
export function openingPosition(directive: BlockDirective, work: Work): Position {
  const { text, start } = openingText(directive, work);
  return work.positions.position(start, start + text.trimEnd().length);
}

/** Where an attribute stands; the opening line when it is absent. */
export function placeOfAttribute(directive: BlockDirective, name: string, work: Work): SourcePlace {
  const part = typedAttributes(directive, work).find((typed) => typed.name === name);
  if (part === undefined) return work.place(openingPosition(directive, work));
  return work.place(work.positions.position(part.start, part.end));
}
