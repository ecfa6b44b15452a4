/** The numbers of a chart as comma-separated values (RFC 4180), for readers who calculate. */

import type { ChartData } from './data.js';

/** A field in quotes where it needs them; words that a spreadsheet would run as a formula get an apostrophe. */
function field(words: string): string {
  const plain = /^[=+\-@\t\r]/u.test(words) ? `'${words}` : words;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The table with plain numbers (decimal point, no groups); gaps are empty. */
export function csvOf(data: ChartData): string {
  const head = ['', ...data.series.map(({ name }) => field(name))];
  const rows = data.categories.map((category, row) => [
    field(category),
    ...data.series.map(({ values }) => String(values[row] ?? '')),
  ]);
  return [head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}
