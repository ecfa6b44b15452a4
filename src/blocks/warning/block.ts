/** `:::warning`: something that can harm readers. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { tell } from '../report.js';

/** A callout under the word “Warning”. */
export interface WarningNode extends BlockNode {
  type: 'warning';
}

declare module 'mdast' {
  interface BlockContentMap {
    warning: WarningNode;
  }
  interface RootContentMap {
    warning: WarningNode;
  }
}

/** The block. */
export const warning: Block<WarningNode> = {
  name: 'warning',
  summary: 'Something that can harm readers.',
  type: 'warning',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const children = [...context.children(directive)];
    if (children.length === 0) {
      tell(context, 'keys-and-blocks-are-known', 'error', context.openingPlace(directive), {
        what: 'There is nothing in “:::warning”.',
        why: 'The block would stand empty on the page.',
        fix: 'Write its words between the opening and the closing line.',
        excerpt: directive.name,
      });
      return undefined;
    }
    const reference = context.language.label('warning');
    return { ...context.common(directive), type: 'warning', children, reference };
  },
  render(node, context) {
    const label = element('strong', {}, context.label('warning'));
    return element('div', context.blockProperties(node, 'warning'), [
      element('p', { className: ['callout-label'] }, [label]),
      ...context.all(node.children),
    ]);
  },
  examples: [
    {
      title: 'Something that can harm readers.',
      markdown: `:::warning
Police asked everyone to stay at home on 6 January 2022 [@cnn].
:::`,
    },
    {
      title: 'Empty',
      markdown: `:::warning
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
