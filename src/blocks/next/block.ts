/** `:::next`: what comes next, and how sure it is. */

import type { Element, ElementContent } from 'hast';
import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { element, placed, text } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { DateSpan } from '../../language/language.js';
import type { Block } from '../block.js';
import { listOf } from '../parts.js';
import { tell, tellLacking } from '../report.js';

const certainties = ['scheduled', 'expected', 'possible'] as const;

/** When something is due, and how sure that is. */
export interface Prospect {
  readonly date: DateSpan | undefined;
  readonly certainty: (typeof certainties)[number] | undefined;
}

/** What comes next, as a list or in paragraphs. */
export interface NextNode extends BlockNode {
  type: 'next';
}

declare module 'mdast' {
  interface BlockContentMap {
    next: NextNode;
  }
  interface RootContentMap {
    next: NextNode;
  }
  interface ListItemData {
    /** On items of `next`. */
    prospect?: Prospect | undefined;
  }
  interface ParagraphData {
    /** On paragraphs of `next` that end with a date or a certainty. */
    prospect?: Prospect | undefined;
  }
}

function readItem(item: ListItem, context: RecogniseContext): ListItem {
  const values = context.itemAttributes(item, { date: { form: 'date' }, certainty: { form: certainties } });
  const certainty = certainties.find((name) => name === values.text('certainty'));
  if (context.toText([item]).trim() === '') {
    tell(context, 'keys-and-blocks-are-known', 'error', context.place(item.position), {
      what: 'An item of “:::next” says nothing.',
      why: 'Readers learn at most when, but not what comes.',
      fix: 'Write what is to happen before the braces: - The vote. {date=2022-06}',
      excerpt: 'next',
    });
  }
  return { ...item, data: { ...item.data, prospect: { date: values.date('date'), certainty } } };
}

/** A paragraph of the block says when and how sure as an item does. */
function readParagraph(paragraph: Paragraph, context: RecogniseContext): Paragraph {
  const around: ListItem = { type: 'listItem', children: [paragraph] };
  const prospect = readItem(around, context).data?.prospect;
  if (prospect?.date === undefined && prospect?.certainty === undefined) return paragraph;
  return { ...paragraph, data: { ...paragraph.data, prospect } };
}

function read(child: RootContent, list: RootContent | undefined, context: RecogniseContext): RootContent {
  if (child.type === 'list' && child === list) {
    return { ...child, children: child.children.map((item) => readItem(item, context)) };
  }
  return child.type === 'paragraph' ? readParagraph(child, context) : child;
}

function whenParagraph(prospect: Prospect, context: RenderContext): Element | undefined {
  const { date, certainty } = prospect;
  const parts: ElementContent[][] = [];
  if (date !== undefined) parts.push(context.time(date, { zone: true }));
  if (certainty !== undefined) {
    parts.push([element('span', { className: ['certainty'] }, context.label(`certainty-${certainty}`))]);
  }
  if (parts.length === 0) return undefined;
  const content = parts.flatMap((part, index) => (index === 0 ? part : [text(' · '), ...part]));
  return element('p', { className: ['next-when'] }, content);
}

function entry(item: ListItem, context: RenderContext): Element {
  const prospect = item.data?.prospect;
  const certainty = prospect?.certainty === undefined ? [] : [`certainty-${prospect.certainty}`];
  return placed(
    item,
    element('li', { className: ['next-item', ...certainty] }, [
      prospect === undefined ? undefined : whenParagraph(prospect, context),
      element('div', { className: ['next-text'] }, context.all(item.children)),
    ]),
  );
}

/** A paragraph below its date. */
function datedParagraph(paragraph: Paragraph, prospect: Prospect, context: RenderContext): ElementContent[] {
  const when = whenParagraph(prospect, context);
  return when === undefined
    ? context.all([paragraph])
    : [placed(paragraph, when), ...context.all([paragraph])];
}

function draw(child: RootContent, list: RootContent | undefined, context: RenderContext): ElementContent[] {
  if (child.type === 'list' && child === list) {
    const items = child.children.map((item) => entry(item, context));
    const tagName = child.ordered === true ? 'ol' : 'ul';
    return [placed(child, element(tagName, { className: ['next-list'] }, items))];
  }
  const prospect = child.type === 'paragraph' ? child.data?.prospect : undefined;
  if (child.type !== 'paragraph' || prospect === undefined) return context.all([child]);
  return datedParagraph(child, prospect, context);
}

/** The block. */
export const next: Block<NextNode> = {
  name: 'next',
  summary: 'What comes next, with its date and how sure it is.',
  type: 'next',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const children = [...context.children(directive)];
    if (children.length === 0) {
      tellLacking(context, directive, {
        what: 'There is nothing in “:::next”.',
        why: 'The block would stand empty on the page.',
        fix: 'Write a list or paragraphs between the opening and the closing line.',
      });
      return undefined;
    }
    const list = listOf(children);
    return {
      ...context.common(directive),
      type: 'next',
      children: children.map((child) => read(child, list, context)),
      reference: context.language.label('next'),
    };
  },
  render(node, context) {
    return element(
      'div',
      context.blockProperties(node, 'next'),
      node.children.flatMap((child) => draw(child, listOf(node.children), context)),
    );
  },
  examples: [
    {
      title: 'Events with a date and a certainty',
      markdown: `:::next
- The state of emergency is due to end [@cnn]. {date=2022-01-19 certainty=scheduled}
- The tolls may change again. {certainty=possible}
:::`,
    },
    {
      title: 'In paragraphs',
      markdown: `:::next
Parliament has not said when it will meet.
:::`,
    },
    {
      title: 'A paragraph with its date',
      markdown: `:::next
Parliament meets again. {date=2022-01-19 certainty=expected}
:::`,
    },
    {
      title: 'An unknown certainty',
      markdown: `:::next
- The state of emergency ends. {certainty=likely}
:::`,
      findings: ['values-are-known'],
    },
    {
      title: 'A date that no calendar has',
      markdown: `:::next
- The state of emergency ends. {date=2022-13-01}
:::`,
      findings: ['date-is-valid'],
    },
    {
      title: 'Empty',
      markdown: `:::next
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
