// What the rules need to know of an embedded font program, whatever its format.

/** A character map of a TrueType program. */
export interface TrueTypeMap {
  readonly platform: number;
  readonly encoding: number;
  /** The glyph of a code; 0 when there is none. */
  readonly glyph: (code: number) => number;
}

interface ProgramBase {
  readonly glyphCount: number;
  /** Advance width of a glyph in thousandths of the em; undefined when the program does not tell. */
  readonly width: (glyph: number) => number | undefined;
}

/** A TrueType program. */
export interface TrueTypeProgram extends ProgramBase {
  readonly format: 'truetype';
  readonly maps: readonly TrueTypeMap[];
  /** The glyph of a name, from the post table. */
  readonly glyphOfName: (name: string) => number | undefined;
}

/** A CFF or Type 1 program. */
export interface OutlineProgram extends ProgramBase {
  readonly format: 'cff' | 'type1';
  /** CFF with CIDs instead of names. */
  readonly hasCids: boolean;
  /** Names of glyphs, in glyph order; empty in a program with CIDs. */
  readonly names: readonly string[];
  /** The program's own encoding: names by code. */
  readonly encoding: ReadonlyMap<number, string>;
  readonly glyphOfName: (name: string) => number | undefined;
  readonly glyphOfCid: (cid: number) => number | undefined;
  /** All CIDs, in a program that has them. */
  readonly cids: readonly number[];
}

/** An embedded font program. */
export type FontProgram = TrueTypeProgram | OutlineProgram;
