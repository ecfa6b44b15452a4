/** From a place in a finished sheet back to the line of the theme's file that was written by hand. */

import { SourceMap } from 'node:module';
import type { SourcePlace } from '../diagnostics/place.js';
import { themePlace } from './findings.js';

/** The designer's line behind a place in a finished sheet, both 0-based; undefined for what Galley itself wrote, as the tokens. */
export type StyleLines = (line: number, column: number) => SourcePlace | undefined;

/** One file of the theme after it was read, as it stands in the whole that is made small. */
export interface SheetInWhole {
  /** The theme's file, relative to the project. */
  readonly file: string;
  /** Its first line in the whole, 0-based, and how many lines it has there. */
  readonly start: number;
  readonly lines: number;
  /** Source map of what was read against the file, as JSON. */
  readonly map: string;
}

/** The point that a map names; null where it names none. */
function pointIn(map: SourceMap, line: number, column: number): { line: number; column: number } | null {
  const entry = map.findEntry(line, column);
  return 'originalLine' in entry ? { line: entry.originalLine, column: entry.originalColumn } : null;
}

const read = (map: string): SourceMap => new SourceMap(JSON.parse(map));

/** Leads through both maps, which are only read when somebody asks. */
export function styleLines(whole: string, sheets: readonly SheetInWhole[]): StyleLines {
  let outer: SourceMap | undefined;
  return (line, column) => {
    outer ??= read(whole);
    const inWhole = pointIn(outer, line, column);
    if (inWhole === null) return undefined;
    const sheet = sheets.find(({ start, lines }) => inWhole.line >= start && inWhole.line < start + lines);
    if (sheet === undefined) return undefined;
    const point = pointIn(read(sheet.map), inWhole.line - sheet.start, inWhole.column);
    return point === null ? undefined : themePlace(sheet.file, point.line + 1, point.column + 1);
  };
}
