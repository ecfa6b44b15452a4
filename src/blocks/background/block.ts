/** `:::background{title="…"}`: context beside the story. */

import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { Block } from '../block.js';
import { tellLacking } from '../report.js';

/** A box of context with a title. */
export interface BackgroundNode extends BlockNode {
  type: 'background';
}

declare module 'mdast' {
  interface BlockContentMap {
    background: BackgroundNode;
  }
  interface RootContentMap {
    background: BackgroundNode;
  }
}

/** The block. */
export const background: Block<BackgroundNode> = {
  name: 'background',
  summary: 'A box of context beside the story.',
  type: 'background',
  holds: 'blocks',
  recognise(directive, context) {
    const values = context.attributes(directive, {
      title: {
        form: 'rich',
        required: true,
        why: 'The box is found by its title, in the contents list and by users of screen readers.',
        example: 'A large country with a strong economy',
      },
    });
    const title = values.rich('title');
    const children = [...context.children(directive)];
    if (children.length === 0) {
      tellLacking(context, directive, {
        what: 'There is nothing in “:::background”.',
        why: 'The box would stand empty on the page.',
        fix: 'Write its text between the opening and the closing line.',
      });
    }
    return {
      ...context.common(directive),
      type: 'background',
      children,
      ...(title === undefined ? {} : { heading: title }),
      reference: title?.text ?? context.language.label('background'),
    };
  },
  render(node, context) {
    const id = `${node.id}-title`;
    const titled = node.heading !== undefined;
    const words = titled ? context.all(node.heading?.children ?? []) : context.label('background');
    const title = titled
      ? element(`h${node.headingDepth}`, { className: ['block-title'], id }, words)
      : element('p', { className: ['block-label'], id }, [element('strong', {}, words)]);
    const properties = { ...context.blockProperties(node, 'background'), ariaLabelledBy: [id] };
    return element('aside', properties, [title, ...context.all(node.children)]);
  },
  examples: [
    {
      title: 'A box of context',
      markdown: `:::background{title="A large country with a strong economy"}
Kazakhstan is the ninth-largest nation by landmass [@cnn].
:::`,
    },
    {
      title: 'Without a title',
      markdown: `:::background
Kazakhstan is the ninth-largest nation by landmass.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
