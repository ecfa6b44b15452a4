/** `:::note`: a remark that helps readers. */

import type { BlockNode } from '../../document/nodes.js';
import type { Block } from '../block.js';
import { recogniseCallout, renderCallout } from '../callout.js';

/** A callout under the word “Note”. */
export interface NoteNode extends BlockNode {
  type: 'note';
}

declare module 'mdast' {
  interface BlockContentMap {
    note: NoteNode;
  }
  interface RootContentMap {
    note: NoteNode;
  }
}

/** The block. */
export const note: Block<NoteNode> = {
  name: 'note',
  summary: 'A remark that helps readers.',
  type: 'note',
  holds: 'prose',
  recognise: (directive, context) => recogniseCallout('note', directive, context),
  render: (node, context) => renderCallout(node, 'note', context),
  examples: [
    {
      title: 'A remark that helps readers.',
      markdown: `:::note
Read every number with its date and its speaker.
:::`,
    },
    {
      title: 'Empty',
      markdown: `:::note
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
