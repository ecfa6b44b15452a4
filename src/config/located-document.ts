/** Plain data that remembers where each value stands, whatever notation it was written in. */

import type { Position } from 'unist';
import type { TextPositions } from './text-positions.js';
import type { YamlDocument, YamlPath } from './yaml-document.js';

/** A value with its place: offsets into the text, start inclusive, end exclusive. */
export interface LocatedValue {
  readonly data: unknown;
  readonly range: readonly [number, number];
  readonly keyRange: readonly [number, number] | undefined;
  /** A scalar's text as typed, without quotes. */
  readonly text: string | undefined;
  readonly children: ReadonlyMap<string | number, LocatedValue>;
}

/** What else a document knows about itself. */
export interface LocatedDocumentFacts {
  readonly unreadable?: ReadonlySet<string> | undefined;
  /** Where missing keys of the root are told; the first character when absent. */
  readonly opening?: Position | undefined;
}

/** Follows a path as far as it exists. */
function follow(root: LocatedValue | undefined, path: YamlPath): { found: LocatedValue[]; whole: boolean } {
  const found: LocatedValue[] = [];
  let at = root;
  for (const step of path) {
    at = at?.children.get(step);
    if (at === undefined) return { found, whole: false };
    found.push(at);
  }
  return { found, whole: true };
}

/** Wraps a located value as a document that can be asked for places. */
export function locatedDocument(
  file: string,
  root: LocatedValue | undefined,
  positions: TextPositions,
  facts: LocatedDocumentFacts = {},
): YamlDocument {
  return {
    file,
    data: root?.data,
    unreadable: facts.unreadable ?? new Set(),
    positionOf(path, part = 'value') {
      const { found, whole } = follow(root, path);
      const last = found.at(-1);
      if (last === undefined) return facts.opening ?? positions.position(0, 0);
      // An absent child is told at its parent's key, not over the parent's whole text.
      const range = part === 'key' || !whole ? (last.keyRange ?? last.range) : last.range;
      return positions.position(range[0], range[1]);
    },
    textOf(path) {
      const { found, whole } = follow(root, path);
      const last = path.length === 0 ? root : found.at(-1);
      return whole ? last?.text : undefined;
    },
  };
}
