/** Tables of a page: heads, and rows that are as long as each other. */

import type { Element } from 'hast';
import { type PageFindings, short } from './findings.js';
import { elementsBelow, hasRole, spokenWords, textProperty } from './tree.js';

/** Rows of a table itself, not of tables in its cells. */
function rowsOf(table: Element): Element[] {
  return [...elementsBelow(table, (element) => element.tagName !== 'td' && element.tagName !== 'th')].filter(
    ({ tagName }) => tagName === 'tr',
  );
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(textProperty(cell, name) ?? 1);
  return Number.isInteger(value) && value > 0 && value <= 1000 ? value : 1;
}

/** Cells that each row covers, its own and those that reach down into it. */
function widthsOf(rows: readonly Element[]): number[] {
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of cellsOf(row)) {
      const last = Math.min(rows.length, index + span(cell, 'rowSpan'));
      for (let at = index; at < last; at += 1) widths[at] = (widths[at] ?? 0) + span(cell, 'colSpan');
    }
  }
  return widths;
}

/** Says what keeps a table from being read cell by cell. */
export function tableFindings(table: Element, findings: PageFindings): void {
  if (hasRole(table, 'presentation', 'none')) {
    findings.tell('table-has-headers', 'error', table, {
      what: 'This table is there for the layout alone.',
      why: 'A PDF has no such tables: a screen reader would read its cells as data.',
      fix: 'Lay the parts out with styles (grid or flex) in place of a table.',
    });
    return;
  }
  const rows = rowsOf(table);
  const excerpt = short(spokenWords(table));
  if (!rows.some((row) => cellsOf(row).some(({ tagName }) => tagName === 'th'))) {
    findings.tell('table-has-headers', 'error', table, {
      what: `The table “${excerpt}” has no head cells.`,
      why: 'A reader who hears a number does not learn what it is the number of.',
      fix: 'Write the cells that name columns as <th scope="col"> and those that name rows as <th scope="row">.',
      excerpt,
    });
  }
  const widths = widthsOf(rows);
  const [first = 0] = widths;
  const uneven = widths.findIndex((width) => width !== first);
  if (uneven < 0) return;
  findings.tell('table-is-regular', 'error', rows[uneven], {
    what: `Row ${uneven + 1} of this table covers ${widths[uneven]} columns, the first one ${first}.`,
    why: 'A screen reader would put its cells under the wrong heads.',
    fix: 'Give every row as many cells as the first one, or let a cell reach over several with colspan.',
    excerpt,
  });
}
