/** Tables: one form for all, with scoped heads, in a frame that scrolls by itself on narrow screens. */

import type { Element, ElementContent } from 'hast';
import type { Table, TableCell, TableRow } from 'mdast';
import { element, isBlank, placed, textOf } from './elements.js';
import { label } from './labels.js';
import type { Page } from './page.js';
import type { TableOptions } from './render-context.js';

type Inline = (cell: TableCell) => ElementContent[];

interface Column {
  readonly numeric: boolean;
  readonly align: 'left' | 'right' | 'center' | null;
}

const gaps = new Set(['', '-', '–', '—', '−']);

/** Whether a cell holds a registered number and nothing else. */
function isRegistered(cell: TableCell | undefined): boolean {
  const words = (cell?.children ?? []).filter((node) => node.type !== 'noteCall');
  return words.length === 1 && words[0]?.type === 'figureNumber';
}

/** Whether all cells of a column below its head are numbers or gaps, and one at least is a number. */
function isNumeric(rows: readonly TableRow[], words: readonly string[], index: number, page: Page): boolean {
  const filled = words.filter((cell) => !gaps.has(cell));
  const isNumber = (cell: string, row: number): boolean =>
    gaps.has(cell) ||
    isRegistered(rows[row]?.children[index]) ||
    page.language.parseNumber(cell) !== undefined;
  return filled.length > 0 && words.every(isNumber);
}

function classesOf(column: Column | undefined): string[] {
  if (column === undefined) return [];
  return [
    ...(column.numeric ? ['numeric'] : []),
    ...(column.align === null ? [] : [`align-${column.align}`]),
  ];
}

function isEmpty(content: readonly ElementContent[]): boolean {
  return content.every((node) => isBlank(node));
}

function row(
  node: TableRow,
  contents: readonly ElementContent[][],
  columns: readonly Column[],
  headOf: (index: number) => 'col' | 'row' | undefined,
): Element {
  const cells = contents.map((content, index) => {
    const scope = isEmpty(content) ? undefined : headOf(index);
    const properties = { scope, className: classesOf(columns[index]) };
    const cell = element(scope === undefined ? 'td' : 'th', properties, content);
    return placed(node.children[index] ?? node, cell);
  });
  return placed(node, element('tr', {}, cells));
}

/** The `table` element. A row or a cell that is empty where a head belongs is a plain cell, so that no head is empty. */
function tableElement(page: Page, node: Table, inline: Inline, options: TableOptions): Element {
  const typed = node.children.map((line) => line.children.map(inline));
  const width = Math.max(0, ...typed.map((line) => line.length));
  // GFM lets a row end early; every column has its cell all the same.
  const contents = typed.map((line) => [...line, ...Array.from({ length: width - line.length }, () => [])]);
  const words = contents.slice(1).map((line) => line.map((cell) => cell.map(textOf).join('').trim()));
  const columns = Array.from({ length: width }, (_, index): Column => {
    const cells = words.map((line) => line[index] ?? '');
    return {
      numeric: isNumeric(node.children.slice(1), cells, index, page),
      align: node.align?.[index] ?? null,
    };
  });
  const [headRow, ...bodyRows] = node.children;
  const headCells = contents[0] ?? [];
  const rowHead = (index: number): 'row' | undefined =>
    options.rowHeads === true && index === 0 ? 'row' : undefined;
  const head =
    headRow === undefined || headCells.every(isEmpty)
      ? undefined
      : element('thead', {}, [row(headRow, headCells, columns, () => 'col')]);
  const body = bodyRows.map((line, index) => row(line, contents[index + 1] ?? [], columns, rowHead));
  const caption =
    options.caption === undefined
      ? undefined
      : element('caption', { id: captionId(options) }, options.caption);
  return placed(node, element('table', {}, [caption, head, element('tbody', {}, body)]));
}

function captionId(options: TableOptions): string | undefined {
  return options.id === undefined ? undefined : `${options.id}-caption`;
}

/** A table in its frame. On screen the frame takes the focus, so that it can be scrolled with the keyboard. */
export function tableFrame(page: Page, node: Table, inline: Inline, options: TableOptions): Element {
  const table = tableElement(page, node, inline, options);
  const frame = { className: ['table-frame'] };
  if (page.medium === 'print') return placed(node, element('div', frame, [table]));
  const name =
    options.caption === undefined
      ? { ariaLabel: namelessTable(page) }
      : { ariaLabelledBy: [captionId(options) ?? ''] };
  return placed(node, element('div', { ...frame, role: 'group', ...name, tabIndex: 0 }, [table]));
}

/** “Table 2”, counting tables without a title. */
function namelessTable(page: Page): string {
  page.namelessTables += 1;
  const words = label(page, 'table').map(textOf).join('');
  return `${words} ${page.language.localDigits(String(page.namelessTables))}`;
}
