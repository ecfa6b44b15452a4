/** `:::key-points{as-of=…}`: what a reader in a hurry has to know. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { DateSpan } from '../../language/language.js';
import type { Block } from '../block.js';
import { around, classedList, labelTitle, withList } from '../parts.js';
import { tell } from '../report.js';

/** The key points, as a list that stands alone. */
export interface KeyPointsNode extends BlockNode {
  type: 'keyPoints';
  asOf: DateSpan | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    keyPoints: KeyPointsNode;
  }
  interface RootContentMap {
    keyPoints: KeyPointsNode;
  }
}

const fewest = 3;
const most = 7;

/** The block. */
export const keyPoints: Block<KeyPointsNode> = {
  name: 'key-points',
  summary: 'Three to seven points that stand alone, at the head of the text.',
  type: 'keyPoints',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, { 'as-of': { form: 'date' } });
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const count = found.node.children.length;
    if (count < fewest || count > most) {
      tell(context, 'key-points-are-few', 'warning', context.openingPlace(directive), {
        what: `There are ${count} key points; ${fewest} to ${most} are expected.`,
        why: 'Readers take in a few points at a glance; more are skipped, and fewer say too little.',
        fix: count > most ? 'Join or drop some of them.' : 'Add what a hurried reader has to know.',
      });
    }
    const heading = labelTitle(context, 'key-points');
    return {
      ...context.common(directive),
      type: 'keyPoints',
      children: around(found, found.node),
      heading,
      reference: heading.text,
      asOf: values.date('as-of'),
    };
  },
  render(node, context) {
    const title = element(
      `h${node.headingDepth}`,
      { className: ['block-title'] },
      context.label('key-points'),
    );
    const asOf = node.asOf === undefined ? undefined : context.asOf(node.asOf);
    return element('section', context.blockProperties(node, 'key-points'), [
      element('div', { className: ['block-head'] }, [title, asOf]),
      ...withList(node.children, context, (list) => classedList(list, context, 'key-points-list')),
    ]);
  },
  examples: [
    {
      title: 'Key points with the date they hold for',
      markdown: `:::key-points{as-of=2022-01-06}
- At least 13 officers have died in Almaty, state television reports.
- The president has asked a Russia-led alliance for help.
- Protests over fuel prices came first.
:::`,
    },
    {
      title: 'Too few points',
      markdown: `:::key-points
- At least 13 officers have died in Almaty.
:::`,
      findings: ['key-points-are-few'],
    },
    {
      title: 'Without a list',
      markdown: `:::key-points
At least 13 officers have died in Almaty.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
