/** `:::table{title="…" source=id row-heads}`: a table with its title and its source. */

import type { Table } from 'mdast';
import type { RichText } from '../../document/explainer.js';
import type { BlockNode } from '../../document/nodes.js';
import type { AttributeRule, RecogniseContext } from '../../document/recognise-context.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { around } from '../parts.js';
import { tell } from '../report.js';

/** A table with a title. */
export interface TableNode extends BlockNode {
  type: 'titledTable';
  title: RichText | undefined;
  rowHeads: boolean;
}

declare module 'mdast' {
  interface BlockContentMap {
    titledTable: TableNode;
  }
  interface RootContentMap {
    titledTable: TableNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  title: {
    form: 'rich',
    required: true,
    code: 'table-has-caption',
    why: 'Readers who move from table to table hear its title first.',
    example: 'Who counted what',
  },
  source: {
    form: 'sources',
    required: true,
    code: 'chart-has-source-and-unit',
    why: 'Readers cannot judge a table when they do not know where its facts come from.',
    example: 'health-ministry-0106',
  },
  'row-heads': { form: 'flag' },
};

/** Reports head cells without words; the corner above row heads may be empty. */
function checkHeads(table: Table, rowHeads: boolean, context: RecogniseContext): void {
  const cells = table.children[0]?.children ?? [];
  const blank = cells.filter(
    (cell, index) => context.toText(cell.children).trim() === '' && !(rowHeads && index === 0),
  );
  if (blank.length === 0) return;
  const first = blank[0];
  tell(context, 'table-has-headers', 'error', context.place(first?.position ?? table.position), {
    what: blank.length === 1 ? 'A column has no head.' : `${blank.length} columns have no head.`,
    why: 'Readers who hear the cells one by one do not learn what they mean.',
    fix: rowHeads
      ? 'Write a word into each cell of the first row.'
      : 'Write a word into each cell of the first row, or add row-heads when the first column holds the heads.',
    excerpt: context.toText(cells),
  });
}

/** Reports a table without rows, and rows without the head that `row-heads` promises. */
function checkRows(table: Table, rowHeads: boolean, context: RecogniseContext): void {
  const rows = table.children.slice(1);
  if (rows.length === 0) {
    tell(context, 'table-has-headers', 'error', context.place(table.position), {
      what: 'This table has headings and no rows.',
      why: 'There is nothing to read below the headings.',
      fix: 'Write the rows below the line of hyphens; the first row of a table holds its headings.',
      excerpt: context.toText([table]),
    });
  }
  for (const row of rowHeads ? rows : []) {
    const head = row.children[0];
    if (head !== undefined && context.toText(head.children).trim() !== '') continue;
    tell(context, 'table-has-headers', 'error', context.place(head?.position ?? row.position), {
      what: 'A row has no head, though “row-heads” says that each has one.',
      why: 'Screen readers say the head of the row with each of its cells.',
      fix: 'Write what the row is about into its first cell.',
      excerpt: context.toText([row]),
    });
  }
}

function tableOf(node: TableNode): Table | undefined {
  return node.children.find((child): child is Table => child.type === 'table');
}

/** The block. */
export const table: Block<TableNode> = {
  name: 'table',
  summary: 'A table with its title and its source.',
  type: 'titledTable',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, rules);
    const found = context.onlyTable(directive, { code: 'table-has-headers' });
    if (found === undefined) return undefined;
    const rowHeads = values.flag('row-heads');
    checkHeads(found.node, rowHeads, context);
    checkRows(found.node, rowHeads, context);
    const title = values.rich('title');
    return {
      ...context.common(directive),
      type: 'titledTable',
      children: around(found, found.node),
      reference: title?.text ?? context.language.label('table'),
      source: values.sources('source'),
      title,
      rowHeads,
    };
  },
  render(node, context) {
    const main = tableOf(node);
    const caption = node.title === undefined ? undefined : context.all(node.title.children);
    const content = node.children.flatMap((child) =>
      child === main
        ? [context.table(main, { caption, id: node.id, rowHeads: node.rowHeads })]
        : context.all([child]),
    );
    const lines = context.sourceLine(node.source);
    return element('div', context.blockProperties(node, 'table'), [...content, ...lines]);
  },
  examples: [
    {
      title: 'A table whose first column heads its rows',
      markdown: `:::table{title="Who counted what" source=cnn row-heads}
| Source | Dead | Injured |
|---|---:|---:|
| Khabar 24 | 13 | 353 |
| Ministry | – | 1,000 |
:::`,
    },
    {
      title: 'Without title and source',
      markdown: `:::table
| Source | Dead |
|---|---:|
| Khabar 24 | 13 |
:::`,
      findings: ['table-has-caption', 'chart-has-source-and-unit'],
    },
    {
      title: 'A column without a head',
      markdown: `:::table{title="Who counted what" source=cnn}
| Source |  |
|---|---:|
| Khabar 24 | 13 |
:::`,
      findings: ['table-has-headers'],
    },
    {
      title: 'Without a table',
      markdown: `:::table{title="Who counted what" source=cnn}
Khabar 24 counted 13.
:::`,
      findings: ['table-has-headers'],
    },
  ],
};
