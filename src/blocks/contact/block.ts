/** `:::contact{name="…" region="…" hours="…"}`: how to reach someone who helps. */

import type { Element, ElementContent } from 'hast';
import type { ListItem, PhrasingContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { element, placed, text } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { ContactField } from '../../language/locale.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { around, firstParagraph, paragraphOf, withList } from '../parts.js';
import { shorten, tell, tellMalformed } from '../report.js';
import { isReachable, linked } from './address.js';

/** Ways to reach someone; in each item the first paragraph is the label, the second the value. */
export interface ContactNode extends BlockNode {
  type: 'contact';
  name: string | undefined;
  region: string | undefined;
  hours: string | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    contact: ContactNode;
  }
  interface RootContentMap {
    contact: ContactNode;
  }
  interface ListItemData {
    /** On items of `contact`: the field that the label names, or `other`. */
    contact?: ContactField | 'other' | undefined;
  }
}

function readLine(item: ListItem, context: RecogniseContext): ListItem {
  const paragraph = firstParagraph(item);
  const parts = paragraph === undefined ? undefined : context.split(paragraph.children, 'colon');
  if (paragraph === undefined || parts === undefined || context.toText(parts[1]).trim() === '') {
    tellMalformed(context, item, {
      lacks: 'is no pair of a label and a value',
      why: 'Readers in need look for “Phone” or “Email” and what stands behind it.',
      fix: 'Write “- Phone: +7 727 000 00 00”.',
    });
    return item;
  }
  const [label, value] = parts;
  const field = context.language.contactFieldOf(context.toText(label).trim()) ?? 'other';
  if (!isReachable(field, value, context.toText(value))) {
    tell(context, 'values-are-known', 'warning', context.place(item.position), {
      what: `“${shorten(context.toText(value))}” is no ${field === 'mail' ? 'mail' : 'web'} address.`,
      why: 'Readers cannot follow it, and it gets no link.',
      fix:
        field === 'mail' ? 'Write it whole: help@example.org.' : 'Write it whole: https://example.org/help.',
      excerpt: context.toText([item]),
    });
  }
  const first = paragraphOf(paragraph, label);
  const second = paragraphOf(paragraph, linked(field, value, context.toText(value)));
  return {
    ...item,
    children: [first, second, ...item.children.slice(1)],
    data: { ...item.data, contact: field },
  };
}

function inlineOf(nodes: readonly PhrasingContent[] | undefined, context: RenderContext): ElementContent[] {
  return nodes === undefined ? [] : context.all(nodes);
}

function line(item: ListItem, context: RenderContext): Element {
  const [label, value, ...rest] = item.children;
  if (item.data?.contact === undefined || label?.type !== 'paragraph' || value?.type !== 'paragraph') {
    return placed(item, element('li', {}, context.all(item.children)));
  }
  return placed(
    item,
    element('li', {}, [
      element('span', { className: ['contact-label'] }, inlineOf(label.children, context)),
      separator(context.language, 'colon'),
      ...inlineOf(value.children, context),
      ...context.all(rest),
    ]),
  );
}

function nameLine(node: ContactNode, context: RenderContext): Element | undefined {
  const { name, region } = node;
  if (name === undefined && region === undefined) return undefined;
  const parts: ElementContent[][] = [];
  if (name !== undefined) parts.push([element('strong', {}, [name])]);
  if (region !== undefined) parts.push([element('span', { className: ['contact-region'] }, [region])]);
  const comma = separator(context.language, 'comma');
  const content = parts.flatMap((part, index) => (index === 0 ? part : [text(comma), ...part]));
  return element('p', { className: ['contact-name'] }, content);
}

function hoursLine(node: ContactNode, context: RenderContext): Element | undefined {
  if (node.hours === undefined) return undefined;
  const words = [...context.label('contact-hours'), separator(context.language, 'colon') + node.hours];
  return element('p', { className: ['contact-hours'] }, words);
}

/** The block. */
export const contact: Block<ContactNode> = {
  name: 'contact',
  summary: 'How to reach someone who helps.',
  type: 'contact',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, {
      name: { form: 'text' },
      region: { form: 'text' },
      hours: { form: 'text' },
    });
    const found = context.onlyList(directive);
    const items = found?.node.children.map((item) => readLine(item, context)) ?? [];
    return {
      ...context.common(directive),
      type: 'contact',
      children:
        found === undefined
          ? [...context.children(directive)]
          : around(found, { ...found.node, children: items }),
      reference: values.text('name') ?? context.language.label('contact'),
      name: values.text('name'),
      region: values.text('region'),
      hours: values.text('hours'),
    };
  },
  render(node, context) {
    return element('div', context.blockProperties(node, 'contact'), [
      nameLine(node, context),
      hoursLine(node, context),
      ...withList(node.children, context, (list) => {
        const items = list.children.map((item) => line(item, context));
        return placed(list, element('ul', { className: ['contact-list'] }, items));
      }),
    ]);
  },
  examples: [
    {
      title: 'A help line',
      markdown: `:::contact{name="Help line" region="Almaty" hours="day and night"}
- Phone: +7 727 000 00 00
- Text relay: 18001 0800 000 000
- Email: help@example.org
- Website: https://example.org/help
- Ask for: the night desk
:::`,
    },
    {
      title: 'A line without a label',
      markdown: `:::contact{name="Help line"}
- +7 727 000 00 00
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'Without a list',
      markdown: `:::contact{name="Help line"}
Call us.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
