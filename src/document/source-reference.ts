/** Reads `source=`: `a b`, `a, p. 3`, `a, p. 3; b` or `own`. */

import type { Position } from 'unist';
import { nearest } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
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

/** One source with what belongs to it, and its index in the value. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

/** Single sources: cut at semicolons, and at spaces before the comma that begins a locator. */
function piecesOf(value: string): readonly Piece[] {
  return [...value.matchAll(/[^;؛；]+/gu)].flatMap((part): Piece[] => {
    const comma = part[0].search(/[,،，、]/u);
    const head = comma < 0 ? part[0] : part[0].slice(0, comma);
    const ids = [...head.matchAll(/\S+/gu)];
    return ids.map((id, index) => {
      const isLast = index === ids.length - 1 && comma >= 0;
      const text = isLast ? part[0].slice(id.index).trimEnd() : id[0];
      return { text, at: part.index + id.index };
    });
  });
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

/** Says that a source is unknown. */
function reportUnknown(id: string, place: SourcePlace, value: string, work: Work): void {
  const near = nearest(id, [...work.source.sources.keys(), 'own']);
  const written = work.source.isWritten(id);
  work.report(
    finding('source-id-is-defined', 'error', place, {
      what: written ? `The source “${id}” cannot be used yet.` : `No source has the id “${id}”.`,
      why: 'Readers could not see where this comes from.',
      fix: written
        ? 'Mend its entry in the sources file; what is wrong there is told at its place.'
        : near === undefined
          ? 'Add it to the sources file; for own work write source=own.'
          : `Did you mean “${near}”?`,
      excerpt: value,
    }),
  );
}

/** Says that own work and sources of others cannot share a source line. */
function reportOwnBeside(place: SourcePlace, value: string, work: Work): void {
  work.report(
    finding('source-id-is-defined', 'error', place, {
      what: '“own” stands beside other sources.',
      why: 'Readers could not tell what the newsroom found out itself and what it took from others.',
      fix: 'Write source="own" alone, or name the other sources and say in the text what is your own.',
      excerpt: value,
    }),
  );
}

/** Says that nothing follows a comma. */
function reportComma(place: SourcePlace, value: string, work: Work): void {
  work.report(
    finding('citation-is-well-formed', 'error', place, {
      what: 'Nothing follows the comma behind the source.',
      why: 'The place in the source may have been forgotten there.',
      fix: 'Write the place behind it, such as “p. 3”, or take out the comma.',
      excerpt: value,
    }),
  );
}

/** Says that the words behind a comma are another source, or no place in this one. */
function reportSuffix(item: CiteItem, place: SourcePlace, value: string, work: Work): void {
  const isSource = work.source.sources.has(item.suffix);
  work.report(
    finding('citation-is-well-formed', isSource ? 'error' : 'info', place, {
      what: isSource
        ? `“${item.suffix}” stands behind a comma, where a place in “${item.id}” is meant.`
        : `“${item.suffix}” is no place in the source that Galley knows.`,
      why: isSource
        ? 'The second source would be printed as plain words.'
        : 'The words are printed as they stand.',
      fix: isSource
        ? `Put a space alone between sources: source="${item.id} ${item.suffix}".`
        : 'For a place write for example “p. 3”, “para. 7” or “at 12:30”; otherwise nothing is to be done.',
      excerpt: value,
    }),
  );
}

/** Reads the sources that a block names; unknown ones are reported and left out. Undefined when none is left. */
export function readSources(typed: TypedSources, work: Work): SourceReference | undefined {
  const { value, position, start } = typed;
  if (value.trim() === 'own') return { value, own: true, items: [], position };
  const items: CiteItem[] = [];
  for (const piece of piecesOf(value)) {
    const item = itemOf(piece.text, work);
    const at = start === undefined ? undefined : start + piece.at;
    const place = work.place(
      at === undefined ? position : work.positions.position(at, at + piece.text.length),
    );
    if (item.id === 'own' && !work.source.sources.has('own')) {
      reportOwnBeside(place, value, work);
      continue;
    }
    if (!work.source.sources.has(item.id)) {
      reportUnknown(item.id, place, value, work);
      continue;
    }
    if (/[,،，、]\s*$/u.test(piece.text)) reportComma(place, value, work);
    if (item.suffix !== '') reportSuffix(item, place, value, work);
    items.push(item);
  }
  return items.length === 0 ? undefined : { value, own: false, items, position };
}
