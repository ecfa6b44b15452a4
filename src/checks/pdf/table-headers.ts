// Finds the headers of each data cell of a table (ISO 14289-1, 7.5; ISO 32000-2, 14.8.5.7).

import type { PdfProfile } from './context.js';
import type { GridCell, TableGrid } from './table-grid.js';

/** What is known of a data cell's headers. */
export type HeaderLink = 'connected' | 'missing' | { readonly unknown: readonly string[] };

/** Says for each data cell whether it has headers, by Headers or by the Scope of headers beside and above it. */
export function headerLinks(grid: TableGrid, profile: PdfProfile): ReadonlyMap<GridCell, HeaderLink> {
  const links = new Map<GridCell, HeaderLink>();
  // Headers are sought on a whole grid only; a ragged one is a fault of its own.
  if (grid.fault) return links;
  const headers = grid.cells.filter(({ header }) => header);
  // Where every header says what it heads, nothing is left to guess.
  const allScoped = headers.every(({ scope }) => scope !== undefined);
  const ids = new Set(headers.flatMap(({ element }) => element.id ?? []));
  const besides = scopedBefore(grid, 'Row', profile);
  const above = scopedBefore(grid, 'Column', profile);
  for (const cell of grid.cells) {
    if (cell.header) continue;
    const unknown = cell.headers.filter((id) => !ids.has(id));
    if (allScoped || (cell.headers.length > 0 && unknown.length === 0)) links.set(cell, 'connected');
    else if (besides.has(cell) || above.has(cell)) links.set(cell, 'connected');
    else links.set(cell, unknown.length > 0 ? { unknown } : 'missing');
  }
  return links;
}

/** A header's scope; PDF 2.0 gives those in the first row and column one by default. */
function scopeOf({ scope, row, column }: GridCell, profile: PdfProfile): string | undefined {
  if (scope !== undefined || profile === 'ua1') return scope;
  if (row === 0) return column === 0 ? 'Both' : 'Column';
  return column === 0 ? 'Row' : undefined;
}

/**
 * Finds data cells whose nearest run of headers before them, in their row or column, has one with a fitting Scope.
 * One pass over the grid: what is known of a line so far is carried along.
 */
function scopedBefore(
  grid: TableGrid,
  direction: 'Row' | 'Column',
  profile: PdfProfile,
): ReadonlySet<GridCell> {
  const found = new Set<GridCell>();
  const across = direction === 'Row';
  const [lines, length] = across ? [grid.height, grid.width] : [grid.width, grid.height];
  for (let line = 0; line < lines; line += 1) {
    let scoped = false;
    let inHeaders = false;
    for (let step = 0; step < length; step += 1) {
      const cell = across ? grid.at(line, step) : grid.at(step, line);
      if (!cell) continue;
      if (cell.header) {
        const scope = scopeOf(cell, profile);
        const fits = scope === direction || scope === 'Both';
        scoped = inHeaders ? scoped || fits : fits;
        inHeaders = true;
      } else {
        inHeaders = false;
        if (scoped) found.add(cell);
      }
    }
  }
  return found;
}
