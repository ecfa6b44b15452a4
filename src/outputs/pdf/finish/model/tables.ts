/** A table's own grid: which header cells belong to which cell (HTML, "forming relationships between data cells and header cells"). */

import { property, spanOf } from './hast.js';
import { ModelElement } from './model.js';

interface Placed {
  readonly cell: ModelElement;
  readonly row: number;
  readonly column: number;
}

/** Gives the cells of a table their spans, scopes and headers, and puts rows into head, body and foot. */
export function completeTable(table: ModelElement): void {
  const rows = table.children.flatMap((child) => rowsOf(child));
  const placed = place(rows);
  const byGrid = new Map<string, ModelElement>();
  for (const { cell, row, column } of placed) {
    for (let r = row; r < row + cell.rowSpan; r += 1) {
      for (let c = column; c < column + cell.colSpan; c += 1) byGrid.set(`${r},${c}`, cell);
    }
  }
  for (const at of placed) setScope(at, byGrid, rows);
  for (const at of placed) at.cell.headers = headersOf(at, byGrid);
  groupRows(table);
}

function rowsOf(child: ModelElement['children'][number]): ModelElement[] {
  if (child.kind !== 'element') return [];
  if (child.role === 'TR') return [child];
  return ['THead', 'TBody', 'TFoot'].includes(child.role) ? child.children.flatMap(rowsOf) : [];
}

function cellsOf(row: ModelElement): ModelElement[] {
  return row.children.filter(
    (child): child is ModelElement =>
      child.kind === 'element' && (child.role === 'TH' || child.role === 'TD'),
  );
}

function place(rows: readonly ModelElement[]): Placed[] {
  const taken = new Set<string>();
  const placed: Placed[] = [];
  for (const [row, element] of rows.entries()) {
    let column = 0;
    for (const cell of cellsOf(element)) {
      while (taken.has(`${row},${column}`)) column += 1;
      cell.colSpan = cell.node === undefined ? 1 : spanOf(cell.node, 'colSpan');
      cell.rowSpan = Math.min(cell.node === undefined ? 1 : spanOf(cell.node, 'rowSpan'), rows.length - row);
      for (let r = row; r < row + cell.rowSpan; r += 1) {
        for (let c = column; c < column + cell.colSpan; c += 1) taken.add(`${r},${c}`);
      }
      placed.push({ cell, row, column });
      column += cell.colSpan;
    }
  }
  return placed;
}

/** The scope as written, else by place: a head in a row of heads, or in the table's head, is for its column. */
function setScope(at: Placed, grid: ReadonlyMap<string, ModelElement>, rows: readonly ModelElement[]): void {
  const { cell, row } = at;
  if (cell.role !== 'TH') return;
  const written = cell.node === undefined ? undefined : property(cell.node, 'scope');
  if (written === 'col' || written === 'colgroup') cell.scope = 'Column';
  else if (written === 'row' || written === 'rowgroup') cell.scope = 'Row';
  else {
    const element = rows[row];
    const onlyHeads = element !== undefined && cellsOf(element).every((other) => other.role === 'TH');
    const inHead = element?.parent?.role === 'THead' || (onlyHeads && row === 0);
    cell.scope = inHead || grid.size === 0 ? 'Column' : 'Row';
  }
}

/** Heads above in the same columns and before it in the same rows, in reading order, farthest first. */
function headersOf(at: Placed, grid: ReadonlyMap<string, ModelElement>): readonly ModelElement[] {
  const { cell, row, column } = at;
  const found = new Set<ModelElement>();
  for (let r = 0; r < row; r += 1) {
    for (let c = column; c < column + cell.colSpan; c += 1) {
      const other = grid.get(`${r},${c}`);
      if (other?.role === 'TH' && other.scope === 'Column' && other !== cell) found.add(other);
    }
  }
  for (let c = 0; c < column; c += 1) {
    for (let r = row; r < row + cell.rowSpan; r += 1) {
      const other = grid.get(`${r},${c}`);
      if (other?.role === 'TH' && other.scope === 'Row' && other !== cell) found.add(other);
    }
  }
  return [...found];
}

const groups: readonly string[] = ['THead', 'TBody', 'TFoot'];

/** A table has head and body, or plain rows only (7.2-14): bare rows beside a head get a body, and a body without a head is unwrapped. */
function groupRows(table: ModelElement): void {
  const has = (role: string): boolean =>
    table.children.some((child) => child.kind === 'element' && child.role === role);
  const rowsStandBare = has('TR');
  if (!has('THead') || !(has('TBody') || rowsStandBare)) unwrapRows(table);
  else if (rowsStandBare) wrapRows(table);
}

function unwrapRows(table: ModelElement): void {
  const children = [...table.children];
  table.children = [];
  for (const child of children) {
    if (child.kind === 'element' && groups.includes(child.role)) {
      for (const row of child.children) table.append(row);
    } else table.append(child);
  }
}

function wrapRows(table: ModelElement): void {
  const children = [...table.children];
  table.children = [];
  let body: ModelElement | undefined;
  for (const child of children) {
    if (child.kind !== 'element' || child.role !== 'TR') {
      body = undefined;
      table.append(child);
      continue;
    }
    if (body === undefined) {
      body = new ModelElement('TBody', table.lang, undefined);
      table.append(body);
    }
    body.append(child);
  }
}
