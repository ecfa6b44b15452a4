/** `:::warning`: something that can harm readers. */

import type { BlockNode } from '../../document/nodes.js';
import type { Block } from '../block.js';
import { recogniseCallout, renderCallout } from '../callout.js';

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
  recognise: (directive, context) => recogniseCallout('warning', directive, context),
  render: (node, context) => renderCallout(node, 'warning', context),
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
