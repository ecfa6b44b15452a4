/** `:::steps`: what to do, one step after the other. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { around, classedList, withList } from '../parts.js';
import { tell } from '../report.js';

/** Steps as an ordered list. */
export interface StepsNode extends BlockNode {
  type: 'steps';
}

declare module 'mdast' {
  interface BlockContentMap {
    steps: StepsNode;
  }
  interface RootContentMap {
    steps: StepsNode;
  }
}

/** The block. */
export const steps: Block<StepsNode> = {
  name: 'steps',
  summary: 'What to do, one step after the other.',
  type: 'steps',
  holds: 'blocks',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    if (found.node.ordered !== true) {
      tell(context, 'keys-and-blocks-are-known', 'error', context.place(found.node.position), {
        what: 'The steps stand in a list without numbers.',
        why: 'Readers need to know where they are, and which step comes next.',
        fix: 'Begin each step with its number: “1. ”, “2. ”.',
        excerpt: context.toText([found.node]),
      });
    }
    return {
      ...context.common(directive),
      type: 'steps',
      children: around(found, { ...found.node, ordered: true }),
      reference: context.language.label('steps'),
    };
  },
  render(node, context) {
    return element(
      'div',
      context.blockProperties(node, 'steps'),
      withList(node.children, context, (list) => classedList(list, context, 'steps-list')),
    );
  },
  examples: [
    {
      title: 'Three steps',
      markdown: `:::steps
1. Stay at home.
2. Charge your phone.
3. Call your relatives.
:::`,
    },
    {
      title: 'A list without numbers',
      markdown: `:::steps
- Stay at home.
- Charge your phone.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'Without a list',
      markdown: `:::steps
Stay at home.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
