/** `:::note`: a remark that helps readers. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { tell } from '../report.js';

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
  recognise(directive, context) {
    context.attributes(directive, {});
    const children = [...context.children(directive)];
    if (children.length === 0) {
      tell(context, 'keys-and-blocks-are-known', 'error', context.openingPlace(directive), {
        what: 'There is nothing in “:::note”.',
        why: 'The block would stand empty on the page.',
        fix: 'Write its words between the opening and the closing line.',
        excerpt: directive.name,
      });
      return undefined;
    }
    const reference = context.language.label('note');
    return { ...context.common(directive), type: 'note', children, reference };
  },
  render(node, context) {
    const label = element('strong', {}, context.label('note'));
    return element('div', context.blockProperties(node, 'note'), [
      element('p', { className: ['callout-label'] }, [label]),
      ...context.all(node.children),
    ]);
  },
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
