// Lays the cells of a table out on its grid and finds each data cell's headers (ISO 32000-2, 14.8.4.8.3 and 14.8.5.7).

import type { StructureElement } from '../../outputs/pdf/read/structure-types.js';
import { isKind, latin1 } from '../../outputs/pdf/read/values.js';
import type { CheckContext } from './context.js';

/** A cell where it lies on the grid. */
export interface GridCell {
  readonly element: StructureElement;
  readonly header: boolean;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly scope: string | undefined;
  /** Identifiers under Headers. */
  readonly headers: readonly string[];
  /** Whether it lies on a place that another cell already holds. */
  readonly overlaps: boolean;
}

/** A table on its grid. */
export interface TableGrid {
  readonly table: StructureElement;
  readonly cells: readonly GridCell[];
  readonly rowElements: readonly StructureElement[];
  /** Number of columns of the first row. */
  readonly width: number;
  /** Number of columns of each row, filled without gaps from the left. */
  readonly rowWidths: readonly number[];
  readonly at: (row: number, column: number) => GridCell | undefined;
}

/** Cells beyond this are not laid out: a span in a hostile file could ask for millions. */
const MOST_PLACES = 2_000_000;

function attribute(
  context: CheckContext,
  element: StructureElement,
  key: string,
): ReturnType<CheckContext['read']['store']['get']> {
  for (const { owner, entries } of element.attributes) {
    if (owner === 'Table' && entries.entries.has(key)) return context.read.store.get(entries, key);
  }
  return null;
}

function span(context: CheckContext, element: StructureElement, key: 'RowSpan' | 'ColSpan'): number {
  const value = attribute(context, element, key);
  return typeof value === 'number' && value >= 1 && value < 100_000 ? Math.trunc(value) : 1;
}

function rowsOf(context: CheckContext, table: StructureElement): StructureElement[] {
  return context.kids(table).flatMap((kid) => {
    const type = context.typeOf(kid);
    if (type === 'TR') return [kid];
    return type === 'THead' || type === 'TBody' || type === 'TFoot'
      ? context.kids(kid).filter((row) => context.typeOf(row) === 'TR')
      : [];
  });
}

function scopeOf(context: CheckContext, element: StructureElement): string | undefined {
  const scope = attribute(context, element, 'Scope');
  return isKind(scope, 'name') ? scope.name : undefined;
}

function headersOf(context: CheckContext, element: StructureElement): string[] {
  const ids = context.read.store.items(attribute(context, element, 'Headers'));
  return ids.flatMap((id) => (isKind(id, 'string') ? [latin1(id.bytes)] : []));
}

/** Lays out one table. */
export function layOutTable(context: CheckContext, table: StructureElement): TableGrid {
  const rowElements = rowsOf(context, table);
  const places: (GridCell | undefined)[][] = rowElements.map(() => []);
  const cells: GridCell[] = [];
  let laid = 0;
  rowElements.forEach((rowElement, row) => {
    let column = 0;
    for (const element of context.kids(rowElement)) {
      const type = context.typeOf(element);
      if (type !== 'TH' && type !== 'TD') continue;
      while (places[row]?.[column]) column += 1;
      const [rows, columns] = [span(context, element, 'RowSpan'), span(context, element, 'ColSpan')];
      const place = { row, column, rows, columns };
      laid += Math.min(rows, rowElements.length) * columns;
      const overlaps = laid <= MOST_PLACES && isTaken(places, place);
      const cell: GridCell = {
        element,
        header: type === 'TH',
        ...place,
        scope: scopeOf(context, element),
        headers: headersOf(context, element),
        overlaps,
      };
      cells.push(cell);
      if (laid <= MOST_PLACES) take(places, cell);
      column += columns;
    }
  });
  const rowWidths = places.map((line) => {
    let filled = 0;
    while (line[filled]) filled += 1;
    return filled;
  });
  return {
    table,
    cells,
    rowElements,
    width: rowWidths[0] ?? 0,
    rowWidths,
    at: (row, column) => places[row]?.[column],
  };
}

type Place = Pick<GridCell, 'row' | 'column' | 'rows' | 'columns'>;

function isTaken(
  places: readonly (readonly (GridCell | undefined)[])[],
  { row, column, rows, columns }: Place,
): boolean {
  for (let y = row; y < row + rows && y < places.length; y += 1) {
    for (let x = column; x < column + columns; x += 1) if (places[y]?.[x]) return true;
  }
  return false;
}

function take(places: readonly (GridCell | undefined)[][], cell: GridCell): void {
  const { row, column, rows, columns } = cell;
  for (let y = row; y < row + rows; y += 1) {
    const line = places[y];
    // Rows that a span reaches beyond the table's end are counted in the rule on columns.
    if (!line) return;
    for (let x = column; x < column + columns; x += 1) line[x] ??= cell;
  }
}

/** What is known of a data cell's headers. */
export type HeaderLink = 'connected' | 'missing' | { readonly unknown: readonly string[] };

/** Says for each data cell whether it has headers, by Headers or by the Scope of headers beside and above it. */
export function headerLinks(grid: TableGrid): ReadonlyMap<GridCell, HeaderLink> {
  const links = new Map<GridCell, HeaderLink>();
  // Headers are sought on a whole grid only; a ragged one is a fault of its own.
  if (grid.rowWidths.some((width) => width !== grid.width)) return links;
  const headers = grid.cells.filter(({ header }) => header);
  // Where every header says what it heads, nothing is left to guess.
  const allScoped = headers.every(({ scope }) => scope !== undefined);
  const ids = new Set(headers.flatMap(({ element }) => element.id ?? []));
  const besides = scopedBefore(grid, 'Row');
  const above = scopedBefore(grid, 'Column');
  for (const cell of grid.cells) {
    if (cell.header) continue;
    const unknown = cell.headers.filter((id) => !ids.has(id));
    if (allScoped || (cell.headers.length > 0 && unknown.length === 0)) links.set(cell, 'connected');
    else if (besides.has(cell) || above.has(cell)) links.set(cell, 'connected');
    else links.set(cell, unknown.length > 0 ? { unknown } : 'missing');
  }
  return links;
}

/**
 * Finds data cells whose nearest run of headers before them, in their row or column, has one with a fitting Scope.
 * One pass over the grid: what is known of a line so far is carried along.
 */
function scopedBefore(grid: TableGrid, direction: 'Row' | 'Column'): ReadonlySet<GridCell> {
  const found = new Set<GridCell>();
  const rows = grid.rowWidths.length;
  const width = Math.max(0, ...grid.rowWidths);
  const lines = direction === 'Row' ? rows : width;
  const length = direction === 'Row' ? width : rows;
  for (let line = 0; line < lines; line += 1) {
    let scoped = false;
    let inHeaders = false;
    for (let step = 0; step < length; step += 1) {
      const cell = direction === 'Row' ? grid.at(line, step) : grid.at(step, line);
      if (!cell) continue;
      if (cell.header) {
        const fits = cell.scope === direction || cell.scope === 'Both';
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
