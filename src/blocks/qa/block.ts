/** `:::qa`: questions as headings, each with its answer. */

import type { Element } from 'hast';
import type { Heading, RootContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { addClass, element, isElement } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { Block } from '../block.js';
import { shorten, tell, tellLacking } from '../report.js';

/** Questions and answers; the questions are headings among its children. */
export interface QaNode extends BlockNode {
  type: 'qa';
}

declare module 'mdast' {
  interface BlockContentMap {
    qa: QaNode;
  }
  interface RootContentMap {
    qa: QaNode;
  }
}

interface Entry {
  readonly question: Heading;
  readonly answer: RootContent[];
}

/** Content cut at its headings; what stands before the first is in `before`. */
function entriesOf(children: readonly RootContent[]): {
  readonly before: RootContent[];
  readonly entries: Entry[];
} {
  const before: RootContent[] = [];
  const entries: Entry[] = [];
  for (const child of children) {
    const last = entries.at(-1);
    if (child.type === 'heading') entries.push({ question: child, answer: [] });
    else (last?.answer ?? before).push(child);
  }
  return { before, entries };
}

function checkEntries(children: readonly RootContent[], context: RecogniseContext): void {
  const { before, entries } = entriesOf(children);
  const [early] = before;
  if (early !== undefined) {
    tell(context, 'keys-and-blocks-are-known', 'error', context.place(early.position), {
      what: 'This stands before the first question.',
      why: 'Readers who jump from question to question would miss it.',
      fix: 'Write its question above it, “### Question?”, or move it out of the block.',
      excerpt: context.toText([early]),
    });
  }
  for (const { question, answer } of entries) {
    if (answer.length > 0) continue;
    const text = context.toText(question.children);
    tell(context, 'keys-and-blocks-are-known', 'error', context.place(question.position), {
      what: `The question “${shorten(text)}” has no answer.`,
      why: 'Readers who follow it find nothing.',
      fix: 'Write the answer below it, or take the question out.',
      excerpt: text,
    });
  }
}

function item(entry: Entry, context: RenderContext): Element {
  const [heading] = context.all([entry.question]);
  return element('section', { className: ['qa-item'] }, [
    isElement(heading) ? addClass(heading, 'qa-question') : heading,
    element('div', { className: ['qa-answer'] }, context.all(entry.answer)),
  ]);
}

/** The block. */
export const qa: Block<QaNode> = {
  name: 'qa',
  summary: 'Questions that readers ask, each with its answer.',
  type: 'qa',
  holds: 'blocks',
  recognise(directive, context) {
    context.attributes(directive, {});
    const children = [...context.children(directive)];
    if (!children.some((child) => child.type === 'heading')) {
      tellLacking(context, directive, {
        what: 'There is no question in “:::qa”.',
        why: 'The questions are headings, by which readers find the answers.',
        fix: 'Write each question as a heading of its own: ### Question?',
      });
      return undefined;
    }
    checkEntries(children, context);
    return {
      ...context.common(directive),
      type: 'qa',
      children,
      reference: context.language.label('qa'),
    };
  },
  render(node, context) {
    const { before, entries } = entriesOf(node.children);
    const items = entries.map((entry) => item(entry, context));
    return element('div', context.blockProperties(node, 'qa'), [...context.all(before), ...items]);
  },
  examples: [
    {
      title: 'Two questions',
      markdown: `:::qa
### Can people reach the outside world?

Only at moments. The internet came back for a short time.

### Who has confirmed the toll?

Nobody outside the authorities.
:::`,
    },
    {
      title: 'A question without an answer',
      markdown: `:::qa
### Can people reach the outside world?

### Who has confirmed the toll?

Nobody outside the authorities.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'Words before the first question',
      markdown: `:::qa
Some questions.

### Who has confirmed the toll?

Nobody outside the authorities.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'No question at all',
      markdown: `:::qa
Nobody outside the authorities.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
