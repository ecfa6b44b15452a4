/** The numbers of a chart, read from its table: the first column names the rows, the first row the series. */

import type { PhrasingContent, Table, TableCell } from 'mdast';
import type { FigureNumber } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { shorten, tell } from '../report.js';

/** One column of numbers. Gaps are null. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What a chart shows. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

const gaps = new Set(['', '-', '–', '—', '−']);

/** The registered number that a cell holds and nothing else, citations apart. */
function registeredIn(cell: TableCell): FigureNumber | undefined {
  const words = cell.children.filter((node: PhrasingContent) => {
    if (node.type === 'citation' || node.type === 'footnoteReference') return false;
    return node.type !== 'text' || node.value.trim() !== '';
  });
  const [only] = words;
  return words.length === 1 && only?.type === 'figureNumber' ? only : undefined;
}

/** A registered number as a point of the chart: it has to be one number, not a range or a word. */
function registeredValue(node: FigureNumber, cell: TableCell, context: RecogniseContext): number | null {
  const value = context.figures.get(node.figure)?.value;
  if (value !== undefined) return value;
  tell(context, 'chart-has-data-table', 'error', context.place(cell.position), {
    what: `The registered number “${node.figure}” (${node.value}) is no single number.`,
    why: 'A chart can draw one number at one place; a range or a word has none.',
    fix: 'Use a number that has a `value` in figures.yaml, or write “–” here and tell the range in the text.',
    excerpt: node.value,
  });
  return null;
}

function badCell(cell: TableCell, typed: string, context: RecogniseContext): null {
  tell(context, 'chart-has-data-table', 'error', context.place(cell.position), {
    what: `“${shorten(typed)}” in this table is no number.`,
    why: 'The chart cannot show it, so picture and table would differ.',
    fix: 'Write a number as the page writes numbers, or “–” where there is none.',
    excerpt: typed,
  });
  return null;
}

function numberOf(cell: TableCell | undefined, context: RecogniseContext): number | null {
  if (cell === undefined) return null;
  const registered = registeredIn(cell);
  if (registered !== undefined) return registeredValue(registered, cell, context);
  const typed = context.toText(cell.children).trim();
  if (gaps.has(typed)) return null;
  return context.language.parseNumber(typed) ?? badCell(cell, typed, context);
}

/** Reads the table; every cell that is neither a number nor a gap is reported at its place. */
export function readData(table: Table, context: RecogniseContext): ChartData {
  const [head, ...rows] = table.children;
  const words = (cell: TableCell | undefined): string =>
    cell === undefined ? '' : context.toText(cell.children).trim();
  const names = (head?.children ?? []).slice(1).map(words);
  const series = names.map((name, index): Series => {
    const values = rows.map((row) => numberOf(row.children[index + 1], context));
    return { name, values };
  });
  return { categories: rows.map((row) => words(row.children[0])), series };
}

/** Reports a table that cannot be drawn: no numbers, a column without a name, parts of a whole below zero. */
export function checkData(table: Table, data: ChartData, stacked: boolean, context: RecogniseContext): void {
  const all = data.series.flatMap(({ values }) => values).filter((value) => value !== null);
  const place = context.place(table.position);
  if (all.length === 0) {
    tell(context, 'chart-has-data-table', 'error', place, {
      what: 'The table of this chart holds no numbers.',
      why: 'There is nothing to draw.',
      fix: 'Write labels into the first column and numbers into the others.',
    });
  }
  if (data.series.some(({ name }) => name === '')) {
    tell(context, 'table-has-headers', 'error', context.place(table.children[0]?.position), {
      what: 'A column of numbers has no head.',
      why: 'Readers cannot tell what is counted.',
      fix: 'Write its name into the first row.',
    });
  }
  for (const [index, name] of data.categories.entries()) {
    if (name !== '') continue;
    const row = table.children[index + 1];
    tell(context, 'table-has-headers', 'error', context.place(row?.children[0]?.position ?? row?.position), {
      what: 'A row of this chart’s table has no label.',
      why: 'Its mark in the chart would have no name, and nobody could tell what it shows.',
      fix: 'Write the label into the first cell of the row.',
    });
  }
  if (stacked && all.some((value) => value < 0)) {
    tell(context, 'chart-has-data-table', 'error', place, {
      what: 'A stacked chart holds a number below zero.',
      why: 'Parts of a whole cannot be less than nothing, so the picture would mislead.',
      fix: 'Use type=bar or type=column.',
    });
  }
}

/** One number of a chart with its names. */
export interface DataPoint {
  readonly category: string;
  readonly series: string;
  readonly value: number;
}

/** All numbers in reading order. */
export function pointsOf(data: ChartData): DataPoint[] {
  return data.categories.flatMap((category, row) =>
    data.series.flatMap(({ name, values }): DataPoint[] => {
      const value = values[row];
      return value === null || value === undefined ? [] : [{ category, series: name, value }];
    }),
  );
}

/** The highest and the lowest number, the first of each; undefined without numbers. */
export function extremesOf(
  data: ChartData,
): { readonly high: DataPoint; readonly low: DataPoint } | undefined {
  const [first, ...rest] = pointsOf(data);
  if (first === undefined) return undefined;
  const high = rest.reduce((best, point) => (point.value > best.value ? point : best), first);
  const low = rest.reduce((best, point) => (point.value < best.value ? point : best), first);
  return { high, low };
}
