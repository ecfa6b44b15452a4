/** `:::known`: what is established, each item with its source. Neighbours of its family are drawn side by side. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { around, labelTitle } from '../parts.js';
import { shorten, tell } from '../report.js';

/** What is established, each item with its source. */
export interface KnownNode extends BlockNode {
  type: 'known';
}

declare module 'mdast' {
  interface BlockContentMap {
    known: KnownNode;
  }
  interface RootContentMap {
    known: KnownNode;
  }
}

/** The block. */
export const known: Block<KnownNode> = {
  name: 'known',
  summary: 'What is established, each item with its source.',
  type: 'known',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    for (const item of found.node.children) {
      if (context.holdsCitation(item.children)) continue;
      const text = context.toText([item]);
      tell(context, 'known-item-has-source', 'error', context.place(item.position), {
        what: `“${shorten(text)}” stands under what is known, without a source.`,
        why: 'Readers cannot tell an established fact from a claim when they cannot see who established it.',
        fix: 'Cite it, for example “[@khabar24-toll]”, or move it to :::claimed or :::unknown.',
        excerpt: text,
      });
    }
    const heading = labelTitle(context, 'known');
    const children = around(found, found.node);
    return { ...context.common(directive), type: 'known', children, heading, reference: heading.text };
  },
  render(node, context) {
    const title = element(`h${node.headingDepth}`, { className: ['block-title'] }, context.label('known'));
    return element('section', context.blockProperties(node, 'known'), [title, ...context.all(node.children)]);
  },
  examples: [
    {
      title: 'What is established, each item with its source.',
      markdown: `:::known
- The president asked the alliance for help on 5 January [@cnn].
- A curfew applies in Almaty [@cnn, p. 3].
:::`,
    },
    {
      title: 'An item without a source',
      markdown: `:::known
- The president asked the alliance for help on 5 January.
:::`,
      findings: ['known-item-has-source'],
    },
    {
      title: 'Without a list',
      markdown: `:::known
Nothing is listed here.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
