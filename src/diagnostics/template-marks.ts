/** Marks that lead an element of a page back to the line of the template that wrote it: written by themes, taken out when the page is read. */

import type { SourcePlace } from './place.js';

/** The attribute that carries a mark while a page is still text; no page is published with it. */
export const markAttribute = 'data-galley-from';

/** Where a template wrote an element: its own line first, then the lines that call the template. */
export type TemplateMark = readonly SourcePlace[];

/** Writes a mark as an attribute's value, which needs no escaping. */
export function writeMark(mark: TemplateMark): string {
  const rows = mark.map(({ file, position }) => [
    file,
    position?.start.line ?? 1,
    position?.start.column ?? 1,
  ]);
  return encodeURIComponent(JSON.stringify(rows));
}

/** Reads a mark; undefined for what is none, as a theme might have written it. */
export function readMark(value: unknown): TemplateMark | undefined {
  try {
    const rows: unknown = JSON.parse(decodeURIComponent(String(value)));
    if (!Array.isArray(rows)) return undefined;
    return rows.map((row: readonly unknown[]): SourcePlace => {
      const point = { line: Number(row[1]), column: Number(row[2]) };
      return { kind: 'source', file: String(row[0]), position: { start: point, end: point } };
    });
  } catch {
    return undefined;
  }
}
