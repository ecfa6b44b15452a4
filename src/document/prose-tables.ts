/** Tables that stand in the text without a block around them: allowed, but told what they lack. */

import type { Parents, Root, Table } from 'mdast';
import { finding } from './finding.js';
import { plainText } from './plain-text.js';
import { isBlockDirective } from './structure.js';
import type { Work } from './work.js';

/** Blocks that look after title and heads of their table themselves. */
const tableBlocks: ReadonlySet<string> = new Set(['table', 'chart']);

function checkRows(table: Table, work: Work): void {
  const [head, ...rows] = table.children;
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    if (row.children.length <= columns) continue;
    const extra = row.children[columns];
    work.report(
      finding('table-is-regular', 'error', work.place(extra?.position ?? row.position), {
        what: `This row has ${row.children.length} cells, but the table has ${columns} columns.`,
        why: 'Nobody can tell what the cells beyond the last heading mean.',
        fix: 'Add a heading for them, or take them out; a “|” that is no border of a cell needs a backslash before it.',
        excerpt: plainText([row]),
      }),
    );
  }
}

function checkHeads(table: Table, work: Work): void {
  const blank = table.children[0]?.children.find(
    (cell, index) => index > 0 && plainText(cell.children) === '',
  );
  if (blank === undefined) return;
  work.report(
    finding('table-has-headers', 'error', work.place(blank.position ?? table.position), {
      what: 'A column of this table has no heading.',
      why: 'Screen readers say the heading with each cell; without it the cells mean nothing.',
      fix: 'Write what the column holds into the first row.',
      excerpt: plainText([table]).slice(0, 80),
    }),
  );
}

function check(table: Table, inTableBlock: boolean, work: Work): void {
  checkRows(table, work);
  if (inTableBlock) return;
  checkHeads(table, work);
  work.report(
    finding('table-has-caption', 'warning', work.place(table.position), {
      what: 'This table has no title.',
      why: 'Readers who move from table to table hear only “table”.',
      fix: 'Put it into a block: :::table{title="…" source=id}.',
      excerpt: plainText(table.children[0]?.children ?? []),
    }),
  );
}

/** Checks the rows of all tables, and heads and titles of those outside the blocks for tables and charts. */
export function checkProseTables(tree: Root, work: Work): void {
  const walk = (parent: Parents, inTableBlock: boolean): void => {
    for (const child of parent.children) {
      if (child.type === 'table') check(child, inTableBlock, work);
      else if ('children' in child) {
        walk(child, inTableBlock || (isBlockDirective(child) && tableBlocks.has(child.name)));
      }
    }
  };
  walk(tree, false);
}
