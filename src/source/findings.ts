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
