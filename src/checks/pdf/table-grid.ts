// Lays the cells of a table out on its grid, up to the first fault (ISO 32000-2, 14.8.4.8.3 and 14.8.5.7).

import type { StructureElement } from '../../outputs/pdf/read/structure-types.js';
import { isKind, latin1, type PdfValue } from '../../outputs/pdf/read/values.js';
import type { CheckContext } from './context.js';

/** A cell where it lies on the grid; rows and columns count from 0. */
export interface GridCell {
  readonly element: StructureElement;
  readonly header: boolean;
  readonly row: number;
  readonly column: number;
  readonly scope: string | undefined;
  /** Identifiers under Headers. */
  readonly headers: readonly string[];
}

/**
 * What keeps a table from being a grid: a row too wide or too narrow, a span that leaves the table or its group of rows,
 * or two cells on one place. A table has one fault at most, since after it nothing lies where it should.
 */
export interface GridFault {
  readonly kind: 'too-wide' | 'too-narrow' | 'too-tall' | 'overlap';
  readonly element: StructureElement;
  readonly row: number;
  readonly column: number;
}

/** A table on its grid. */
export interface TableGrid {
  readonly table: StructureElement;
  readonly cells: readonly GridCell[];
  readonly width: number;
  readonly height: number;
  readonly fault: GridFault | undefined;
  readonly at: (row: number, column: number) => GridCell | undefined;
}

/** A grid of more places is not laid out: a span in a hostile file could ask for millions. */
const MOST_PLACES = 2_000_000;

interface Rows {
  readonly rows: readonly StructureElement[];
  /** Row numbers at which a group of rows begins or ends. */
  readonly borders: readonly number[];
}

/** The value of a Table attribute. */
function attribute(context: CheckContext, element: StructureElement, key: string): PdfValue {
  for (const { owner, entries } of element.attributes) {
    if (owner === 'Table' && entries.entries.has(key)) return context.read.store.get(entries, key);
  }
  return null;
}

function span(context: CheckContext, element: StructureElement, key: 'RowSpan' | 'ColSpan'): number {
  const value = attribute(context, element, key);
  return typeof value === 'number' && value >= 1 && value < 100_000 ? Math.trunc(value) : 1;
}

function rowsOf(context: CheckContext, table: StructureElement): Rows {
  const rows: StructureElement[] = [];
  const borders: number[] = [];
  for (const kid of context.kids(table)) {
    const type = context.typeOf(kid);
    if (type === 'TR') rows.push(kid);
    if (type !== 'THead' && type !== 'TBody' && type !== 'TFoot') continue;
    borders.push(rows.length);
    rows.push(...context.kids(kid).filter((row) => context.typeOf(row) === 'TR'));
    borders.push(rows.length);
  }
  return { rows, borders };
}

function isCell(context: CheckContext, element: StructureElement | undefined): element is StructureElement {
  const type = context.typeOf(element);
  return type === 'TH' || type === 'TD';
}

function cellAt(context: CheckContext, element: StructureElement, row: number, column: number): GridCell {
  const scope = attribute(context, element, 'Scope');
  const ids = context.read.store.items(attribute(context, element, 'Headers'));
  return {
    element,
    header: context.typeOf(element) === 'TH',
    row,
    column,
    scope: isKind(scope, 'name') ? scope.name : undefined,
    headers: ids.flatMap((id) => (isKind(id, 'string') ? [latin1(id.bytes)] : [])),
  };
}

/** Adds up the spans of the first column; a row that a span above reaches has no first cell of its own. */
function heightOf(context: CheckContext, rows: readonly StructureElement[]): number {
  let height = 0;
  for (let at = 0; at < rows.length; ) {
    const row = rows[at];
    const first = row && context.kids(row)[0];
    const down = isCell(context, first) ? span(context, first, 'RowSpan') : 0;
    height += down;
    at += Math.max(1, down);
  }
  return height;
}

/** Lays out one table. Its first row gives the width, its first column the height. */
export function layOutTable(context: CheckContext, table: StructureElement): TableGrid {
  const { rows, borders } = rowsOf(context, table);
  const cellsOf = (row: StructureElement): StructureElement[] =>
    context.kids(row).filter((kid) => isCell(context, kid));
  const width = (rows[0] ? cellsOf(rows[0]) : []).reduce(
    (sum, cell) => sum + span(context, cell, 'ColSpan'),
    0,
  );
  const height = heightOf(context, rows);
  const cells: GridCell[] = [];
  const grid: (GridCell | undefined)[] = [];
  const at = (row: number, column: number): GridCell | undefined => grid[row * width + column];
  const result = (fault: GridFault | undefined): TableGrid => ({ table, cells, width, height, fault, at });
  if (height === 0 || width * height > MOST_PLACES) return result(undefined);
  for (const [row, rowElement] of rows.entries()) {
    let column = 0;
    for (const element of cellsOf(rowElement)) {
      const [down, across] = [span(context, element, 'RowSpan'), span(context, element, 'ColSpan')];
      while (column < width && at(row, column)) column += 1;
      const place = { element, row, column };
      if (column + across > width) return result({ kind: 'too-wide', ...place });
      const leavesGroup =
        context.profile === 'ua2' && borders.some((border) => row < border && row + down > border);
      if (row + down > height || leavesGroup) return result({ kind: 'too-tall', ...place });
      const cell = cellAt(context, element, row, column);
      for (let y = row; y < row + down; y += 1) {
        for (let x = column; x < column + across; x += 1) {
          if (at(y, x)) return result({ kind: 'overlap', ...place });
          grid[y * width + x] = cell;
        }
      }
      cells.push(cell);
      column += across;
    }
  }
  return result(firstGap(table, width, height, at));
}

function firstGap(
  table: StructureElement,
  width: number,
  height: number,
  at: TableGrid['at'],
): GridFault | undefined {
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (!at(row, column)) return { kind: 'too-narrow', element: table, row, column };
    }
  }
  return undefined;
}
