/** What `:::note` and `:::warning` share: words under a label, and nothing but words. */

import type { Element } from 'hast';
import type { BlockNode } from '../document/nodes.js';
import type { RecogniseContext } from '../document/recognise-context.js';
import { element } from '../html/elements.js';
import type { RenderContext } from '../html/render-context.js';
import type { Block } from './block.js';
import { tellLacking } from './report.js';

/** The callouts by the name that authors write, which is also their mdast type and the name of their label. */
type Callout = 'note' | 'warning';

/** Reads a callout; an empty one is told and dropped. */
export function recogniseCallout<Name extends Callout>(
  name: Name,
  directive: Parameters<Block['recognise']>[0],
  context: RecogniseContext,
): (BlockNode & { type: Name }) | undefined {
  context.attributes(directive, {});
  const children = [...context.children(directive)];
  if (children.length === 0) {
    tellLacking(context, directive, {
      what: `There is nothing in “:::${name}”.`,
      why: 'The block would stand empty on the page.',
      fix: 'Write its words between the opening and the closing line.',
    });
    return undefined;
  }
  return { ...context.common(directive), type: name, children, reference: context.language.label(name) };
}

/** Draws a callout. */
export function renderCallout(node: BlockNode, name: Callout, context: RenderContext): Element {
  const label = element('strong', {}, context.label(name));
  return element('div', context.blockProperties(node, name), [
    element('p', { className: ['callout-label'] }, [label]),
    ...context.all(node.children),
  ]);
}
