/** `:::unknown`: what nobody knows yet. Neighbours of its family are drawn side by side. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { around, labelTitle } from '../parts.js';

/** What nobody knows yet. */
export interface UnknownNode extends BlockNode {
  type: 'unknown';
}

declare module 'mdast' {
  interface BlockContentMap {
    unknown: UnknownNode;
  }
  interface RootContentMap {
    unknown: UnknownNode;
  }
}

/** The block. */
export const unknown: Block<UnknownNode> = {
  name: 'unknown',
  summary: 'What nobody knows yet.',
  type: 'unknown',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const heading = labelTitle(context, 'unknown');
    const children = around(found, found.node);
    return { ...context.common(directive), type: 'unknown', children, heading, reference: heading.text };
  },
  render(node, context) {
    const title = element(`h${node.headingDepth}`, { className: ['block-title'] }, context.label('unknown'));
    return element('section', context.blockProperties(node, 'unknown'), [
      title,
      ...context.all(node.children),
    ]);
  },
  examples: [
    {
      title: 'What nobody knows yet.',
      markdown: `:::unknown
- How many bystanders are dead.
- Who led the attacks.
:::`,
    },
    {
      title: 'Without a list',
      markdown: `:::unknown
Nothing is listed here.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
