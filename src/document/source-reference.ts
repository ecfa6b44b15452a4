/** Reads `source=`: `a b`, `a, p. 3`, `a, p. 3; b` or `own`. */

import type { Position } from 'unist';
import { nearest } from '../diagnostics/nearest.js';
import { finding } from './finding.js';
import { readLocator } from './locator.js';
import type { CiteItem, SourceReference } from './nodes.js';
import type { Work } from './work.js';

/** The value of the attribute, its position, and where its first character stands in the file. */
export interface TypedSources {
  readonly value: string;
  readonly position: Position | undefined;
  readonly start: number | undefined;
}

/** Single sources with their locators: cut at semicolons, and at spaces where no comma shows a locator. */
function piecesOf(value: string): { text: string; at: number }[] {
  const pieces: { text: string; at: number }[] = [];
  for (const part of value.matchAll(/[^;؛；]+/gu)) {
    if (/[,،，、]/u.test(part[0])) {
      const lead = part[0].length - part[0].trimStart().length;
      pieces.push({ text: part[0].trim(), at: part.index + lead });
    } else {
      for (const word of part[0].matchAll(/\S+/gu)) {
        pieces.push({ text: word[0], at: part.index + word.index });
      }
    }
  }
  return pieces;
}

function itemOf(text: string, work: Work): CiteItem {
  const id = /^@?([^\s,،，、]*)/u.exec(text)?.[1] ?? '';
  const locator = readLocator(text.slice(text.startsWith('@') ? id.length + 1 : id.length), work.language);
  return {
    id,
    prefix: '',
    label: locator.label,
    locator: locator.locator,
    suffix: locator.suffix,
    suppressAuthor: false,
  };
}

/** Reads the sources that a block names; unknown ones are reported and left out. Undefined when none is left. */
export function readSources(typed: TypedSources, work: Work): SourceReference | undefined {
  const { value, position, start } = typed;
  if (value.trim() === 'own') return { value, own: true, items: [], position };
  const items: CiteItem[] = [];
  for (const piece of piecesOf(value)) {
    const item = itemOf(piece.text, work);
    if (work.source.sources.has(item.id)) items.push(item);
    else {
      const at = start === undefined ? undefined : start + piece.at;
      const place = at === undefined ? position : work.positions.position(at, at + piece.text.length);
      const near = nearest(item.id, [...work.source.sources.keys(), 'own']);
      work.report(
        finding('source-id-is-defined', 'error', work.place(place), {
          what: `No source has the id “${item.id}”.`,
          why: 'Readers could not see where this comes from.',
          fix:
            near === undefined
              ? 'Add it to the sources file; for own work write source=own.'
              : `Did you mean “${near}”?`,
          excerpt: value,
        }),
      );
    }
  }
  return items.length === 0 ? undefined : { value, own: false, items, position };
}
