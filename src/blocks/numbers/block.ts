/** `:::numbers{as-of=…}`: the figures of a story, large, each with what it counts and who says so. */

import type { Element, ElementContent } from 'hast';
import type { ListItem, PhrasingContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { addClass, element, isElement, placed, text } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { DateSpan } from '../../language/language.js';
import type { FigureRecord } from '../../source/figure-record.js';
import type { Block } from '../block.js';
import { around, firstParagraph, paragraphOf, trimStart, withList } from '../parts.js';
import { shorten, tell, tellMalformed } from '../report.js';

/** Figures; each item's first paragraph begins with the value, in bold or as a registered number. */
export interface NumbersNode extends BlockNode {
  type: 'numbers';
  asOf: DateSpan | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    numbers: NumbersNode;
  }
  interface RootContentMap {
    numbers: NumbersNode;
  }
  interface ListItemData {
    /** On items of `numbers`: the value is typed by hand, or registered. */
    number?: 'typed' | 'registered' | undefined;
  }
}

function checkTyped(item: ListItem, words: readonly PhrasingContent[], context: RecogniseContext): void {
  const whole = context.toText([item]);
  if (context.toText(words).trim() === '') {
    tellMalformed(context, item, {
      lacks: 'does not say what is counted',
      why: 'A number without its thing tells readers nothing.',
      fix: 'Write “- **13** officers killed [@id]”.',
    });
  }
  if (context.holdsCitation(item.children)) return;
  tell(context, 'figure-has-source', 'error', context.place(item.position), {
    what: `The number “${shorten(whole)}” has no source.`,
    why: 'Readers cannot judge a number when they cannot see who counted.',
    fix: 'Cite its source, for example “[@khabar24-toll]”, or register it in figures.yaml and write “:num[id]”.',
    excerpt: whole,
  });
}

function readNumber(item: ListItem, context: RecogniseContext): ListItem {
  const paragraph = firstParagraph(item);
  const [value, ...rest] = paragraph?.children ?? [];
  if (paragraph === undefined || (value?.type !== 'strong' && value?.type !== 'figureNumber')) {
    tellMalformed(context, item, {
      lacks: 'does not begin with a number in bold or with “:num[…]”',
      why: 'The block shows the number large, so it has to know which it is.',
      fix: 'Write “- **13** officers killed [@id]”, or “- :num[id]”.',
    });
    return item;
  }
  // “:num[id]: of all adults” means the same without its colon.
  const words = trimStart(rest, /^\s*[:：]?\s*/u);
  const registered = value.type === 'figureNumber';
  if (!registered) checkTyped(item, words, context);
  const [, ...others] = item.children;
  const first = paragraphOf(paragraph, [value, ...words]);
  const number = registered ? ('registered' as const) : ('typed' as const);
  return { ...item, children: [first, ...others], data: { ...item.data, number } };
}

/** Whether a text holds the words of another, whole. */
function holdsWords(text: string, words: string): boolean {
  const fold = (raw: string): string =>
    raw
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim();
  return fold(words) !== '' && ` ${fold(text)} `.includes(` ${fold(words)} `);
}

/** A registered value, its unit apart so that a theme can set it smaller. */
function registeredValue(figure: FigureRecord, context: RenderContext): Element {
  const full = context.figureText(figure, 'full');
  const value = context.figureText(figure, 'value');
  const given = full.startsWith(`${value}\u00A0`) ? full.slice(value.length + 1) : '';
  // “13 officers” above “officers killed” would say it twice.
  const unit = holdsWords(context.figureText(figure, 'label'), given) ? '' : given;
  const words =
    unit === ''
      ? [given === '' ? full : value]
      : [value, '\u00A0', element('span', { className: ['number-unit'] }, [unit])];
  return element('span', { className: ['figure-value'] }, words);
}

/** The big figure and what it counts, one paragraph, so that it is read as one. */
function figureParagraph(
  value: ElementContent | undefined,
  label: readonly ElementContent[],
  inWords: boolean,
): Element {
  const classes = ['number-value', ...(inWords ? ['in-words'] : [])];
  const big = isElement(value, 'strong')
    ? addClass(value, ...classes)
    : element('strong', { className: classes }, [value]);
  return element('p', { className: ['number-text'] }, [
    big,
    ' ',
    element('span', { className: ['number-label'] }, label),
  ]);
}

/** Date and source of a registered number. */
function metaParagraph(figure: FigureRecord, context: RenderContext): Element {
  const date = element(
    'span',
    { className: ['as-of'] },
    context.label('as-of', { date: context.time(figure.asOf) }),
  );
  const source = context.sources(figure.source);
  const named = source.filter((node) => node.type === 'element').length;
  const name = named > 1 ? 'sources-line' : 'source-line';
  const words: ElementContent[] =
    source.length === 0
      ? []
      : [text(' · '), element('span', { className: ['number-source'] }, context.label(name, { source }))];
  return element('p', { className: ['number-meta'] }, [date, ...words]);
}

function recordOf(item: ListItem, context: RenderContext): FigureRecord | undefined {
  const value = firstParagraph(item)?.children[0];
  return value?.type === 'figureNumber' ? context.figures.get(value.figure) : undefined;
}

function number(item: ListItem, context: RenderContext): Element {
  const paragraph = firstParagraph(item);
  if (paragraph === undefined || item.data?.number === undefined) {
    return placed(item, element('li', {}, context.all(item.children)));
  }
  const record = recordOf(item, context);
  const [typed, ...words] = context.all(paragraph.children);
  const value = record === undefined ? typed : registeredValue(record, context);
  const label = record === undefined ? [] : [text(context.figureText(record, 'label'))];
  const inWords = record !== undefined && context.isInWords(record);
  return placed(
    item,
    element('li', { className: ['number'] }, [
      placed(paragraph, figureParagraph(value, words.length > 0 ? words : label, inWords)),
      record === undefined ? undefined : metaParagraph(record, context),
      ...context.all(item.children.slice(1)),
    ]),
  );
}

/** The block. */
export const numbers: Block<NumbersNode> = {
  name: 'numbers',
  summary: 'The figures of a story, large, each with what it counts and its source.',
  type: 'numbers',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, { 'as-of': { form: 'date' } });
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const items = found.node.children.map((item) => readNumber(item, context));
    return {
      ...context.common(directive),
      type: 'numbers',
      children: around(found, { ...found.node, children: items }),
      reference: context.language.label('numbers'),
      asOf: values.date('as-of'),
    };
  },
  render(node, context) {
    return element('div', context.blockProperties(node, 'numbers'), [
      node.asOf === undefined ? undefined : context.asOf(node.asOf),
      ...withList(node.children, context, (list) => {
        const items = list.children.map((item) => number(item, context));
        return placed(list, element('ul', { className: ['numbers-list'] }, items));
      }),
    ]);
  },
  examples: [
    {
      title: 'A number by hand and a registered one',
      markdown: `:::numbers{as-of=2022-01-06}
- **3** cities where town halls were attacked [@cnn]
- :num[deaths]
:::`,
    },
    {
      title: 'A number without a source',
      markdown: `:::numbers
- **3** cities where town halls were attacked
:::`,
      findings: ['figure-has-source'],
    },
    {
      title: 'A number without what it counts',
      markdown: `:::numbers
- **3** [@cnn]
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'An item that does not begin with its number',
      markdown: `:::numbers
- Three cities [@cnn]
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
