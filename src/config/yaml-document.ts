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
  /**
   * Top-level keys whose values could not be read (a finding says why). They are absent from `data`, but the author
   * did write them, so nobody should ask for them as missing.
   */
  readonly unreadable: ReadonlySet<string>;
  /**
   * Where the value at a path stands, or its key; the nearest existing parent when the path is absent. The root of
   * front matter is its opening `---`.
   */
  positionOf(path: YamlPath, part?: 'key' | 'value'): Position | undefined;
  /** The scalar at a path exactly as typed (`NO`, `012`, `10:30`), without quotes; undefined when it is no scalar. */
  textOf(path: YamlPath): string | undefined;
}

/** Where YAML stands inside a larger file, for front matter. */
export interface YamlOrigin {
  /** The point of the YAML's first character. */
  readonly start: Point;
  /** The opening `---`, where a missing key is told. */
  readonly opening: Position;
}
