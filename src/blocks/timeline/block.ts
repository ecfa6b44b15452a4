/** `:::timeline`: what happened when, in order. */

import type { Element } from 'hast';
import type { ListItem } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import { element, placed } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { DateSpan } from '../../language/language.js';
import type { Block } from '../block.js';
import { around, withList } from '../parts.js';
import { commonOffset, readEntries } from './entries.js';
import { timelineExamples } from './examples.js';

/** Events in the order of time; each item's date stands in its data. */
export interface TimelineNode extends BlockNode {
  type: 'timeline';
  /** The zone that all times share, as minutes from UTC; then it is named once. */
  offset: number | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    timeline: TimelineNode;
  }
  interface RootContentMap {
    timeline: TimelineNode;
  }
  interface ListItemData {
    /** On items of a timeline: when it happened. */
    when?: DateSpan | undefined;
  }
}

function entry(item: ListItem, zone: boolean, context: RenderContext): Element {
  const when = item.data?.when;
  const date =
    when === undefined
      ? undefined
      : element('p', { className: ['timeline-date'] }, context.time(when, { zone }));
  const text = element('div', { className: ['timeline-text'] }, context.all(item.children));
  return placed(item, element('li', { className: ['timeline-item'] }, [date, text]));
}

function zoneLine(offset: number | undefined, context: RenderContext): Element | undefined {
  if (offset === undefined) return undefined;
  const zone = context.language.formatZone(offset);
  return element('p', { className: ['timeline-zone'] }, context.label('time-zone', { zone }));
}

/** The block. */
export const timeline: Block<TimelineNode> = {
  name: 'timeline',
  summary: 'Events in order, each with a date of any precision.',
  type: 'timeline',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const items = readEntries(found.node, context);
    return {
      ...context.common(directive),
      type: 'timeline',
      children: around(found, { ...found.node, ordered: true, children: items }),
      reference: context.language.label('timeline'),
      offset: commonOffset(items),
    };
  },
  render(node, context) {
    const each = node.offset === undefined;
    return element('div', context.blockProperties(node, 'timeline'), [
      zoneLine(node.offset, context),
      ...withList(node.children, context, (list) => {
        const items = list.children.map((item) => entry(item, each, context));
        return placed(list, element('ol', { className: ['timeline-list'] }, items));
      }),
    ]);
  },
  examples: timelineExamples,
};
