/** Small helpers to make findings about an author's files. */

import type { Position } from 'unist';
import type { YamlDocument, YamlPath } from '../config/yaml-document.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';

/** The three parts of a message. */
export type Words = Pick<Diagnostic, 'what' | 'why' | 'fix'>;

/** An error at a place. */
export function errorAt(
  code: string,
  place: SourcePlace,
  words: Words,
  more: Partial<Diagnostic> = {},
): Diagnostic {
  return { code, severity: 'error', ...words, place, ...more };
}

/** A warning at a place. */
export function warningAt(
  code: string,
  place: SourcePlace,
  words: Words,
  more: Partial<Diagnostic> = {},
): Diagnostic {
  return { code, severity: 'warning', ...words, place, ...more };
}

/** A place in a file; the file as a whole without a position. */
export function placeIn(file: string, position?: Position): SourcePlace {
  return { kind: 'source', file, position };
}

/** The place of a value, or of its key, in a YAML file. */
export function placeOf(
  document: YamlDocument,
  path: YamlPath,
  part: 'key' | 'value' = 'value',
): SourcePlace {
  return placeIn(document.file, document.positionOf(path, part));
}

/** The finding for an id that no text could name, or none. */
export function unusableId(id: string, place: SourcePlace, example: (id: string) => string): Diagnostic[] {
  if (/^[\p{L}\p{N}_][^\s,;[\]{}()@"'\\]*$/u.test(id)) return [];
  const better =
    id
      .trim()
      .replace(/[^\p{L}\p{N}_.:/-]+/gu, '-')
      .replace(/^-+|-+$/gu, '') || 'name-2022';
  return [
    errorAt('values-are-known', place, {
      what: `“${id}” cannot be an id.`,
      why: 'A text could not name it: the id would end at the first space or sign.',
      fix: `Write letters, digits and hyphens only: \`${better}\`, and in the text ${example(better)}.`,
    }),
  ];
}

/** Most entries of one data file. */
export const maxEntries = 10_000;

/** The finding for a data file with too many entries, at the first one that is not read. */
export function tooManyEntries(place: SourcePlace, count: number, noun: 'sources' | 'numbers'): Diagnostic {
  return errorAt('size-is-within-limit', place, {
    what: `The file holds ${count.toLocaleString('en')} ${noun}; at most ${maxEntries.toLocaleString('en')} are read.`,
    why: `The ${noun} from here on would be missing.`,
    fix: `Move ${noun} to the folders of the explainers that use them.`,
  });
}

/** The finding for an address that readers could not follow. */
export function unusableAddress(place: SourcePlace, typed: string, field: string): Diagnostic {
  return errorAt('values-are-known', place, {
    what: `“${typed}” cannot be used for “${field}”.`,
    why: 'Readers could not follow it, or it could lead them astray.',
    fix: 'Write an address that begins with https:// or http://.',
  });
}
