/** YAML that still knows where each value stands in the author's file. */

import type { Point, Position } from 'unist';

/** A path into YAML data: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** Parsed YAML (1.2 core schema, no aliases, tags or merges) with positions in the file it came from. */
export interface YamlDocument {
  /** Project-relative path of the file. */
  readonly file: string;
  /** Null-prototype plain data; undefined when the YAML could not be read at all. */
  readonly data: unknown;
  /** Where the value at a path stands, or its key; the nearest existing parent when the path is absent. */
  positionOf(path: YamlPath, part?: 'key' | 'value'): Position | undefined;
  /** The scalar at a path exactly as typed (`NO`, `012`, `10:30`), without quotes; undefined when it is no scalar. */
  textOf(path: YamlPath): string | undefined;
}

/** Where YAML begins inside a larger file: the point of its first character. */
export type YamlOrigin = Point;
