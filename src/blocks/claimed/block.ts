/** `:::claimed`: what someone says and nobody has confirmed. Neighbours of its family are drawn side by side. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { around, labelTitle } from '../parts.js';

/** What someone says and nobody has confirmed. */
export interface ClaimedNode extends BlockNode {
  type: 'claimed';
}

declare module 'mdast' {
  interface BlockContentMap {
    claimed: ClaimedNode;
  }
  interface RootContentMap {
    claimed: ClaimedNode;
  }
}

/** The block. */
export const claimed: Block<ClaimedNode> = {
  name: 'claimed',
  summary: 'What someone says and nobody has confirmed.',
  type: 'claimed',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const heading = labelTitle(context, 'claimed');
    const children = around(found, found.node);
    return { ...context.common(directive), type: 'claimed', children, heading, reference: heading.text };
  },
  render(node, context) {
    const title = element(`h${node.headingDepth}`, { className: ['block-title'] }, context.label('claimed'));
    return element('section', context.blockProperties(node, 'claimed'), [
      title,
      ...context.all(node.children),
    ]);
  },
  examples: [
    {
      title: 'What someone says and nobody has confirmed.',
      markdown: `:::claimed
- Police: dozens of attackers were killed [@cnn].
:::`,
    },
    {
      title: 'Without a list',
      markdown: `:::claimed
Nothing is listed here.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
