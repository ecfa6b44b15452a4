/** `:::glossary`: terms and what they mean; their first use in the text is marked. */

import type { Element } from 'hast';
import type { ListItem, PhrasingContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { addClass, element, isElement, placed } from '../../html/elements.js';
import type { Term } from '../../html/glossary-terms.js';
import type { RenderContext } from '../../html/render-context.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { around, firstParagraph, paragraphOf, splitAtColon, trimStart, withList } from '../parts.js';
import { tellMalformed } from '../report.js';

/** Terms; in each item the first paragraph is the term, the second what it means; its data says how it is marked in the text. */
export interface GlossaryNode extends BlockNode {
  type: 'glossary';
}

declare module 'mdast' {
  interface BlockContentMap {
    glossary: GlossaryNode;
  }
  interface RootContentMap {
    glossary: GlossaryNode;
  }
}

/** Upper-case letters, digits and signs, with two letters at least: an abbreviation. */
function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}\p{N}\p{P}]+$/u.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

/** The first clause of an explanation: up to the first sign that ends one, or a bracket. */
function firstClause(text: string): string {
  return text.split(/[,;:.()،؛，；：。（）]/u)[0]?.trim() ?? '';
}

function termId(name: string): string {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return `term-${letters.replace(/^-+|-+$/gu, '')}`;
}

function readTerm(item: ListItem, taken: Set<string>, context: RecogniseContext): ListItem {
  const paragraph = firstParagraph(item);
  const [name, ...rest] = paragraph?.children ?? [];
  // Words between the term and the colon (another language, a spelling) stay with the term.
  const parts = splitAtColon(rest, context);
  const [beside, meaning]: readonly [PhrasingContent[], PhrasingContent[]] = parts ?? [[], trimStart(rest)];
  const words = name?.type === 'strong' ? context.toText(name.children).trim() : '';
  if (paragraph === undefined || words === '' || context.toText(meaning).trim() === '') {
    tellMalformed(context, item, {
      lacks: words === '' ? 'does not begin with a term in bold' : 'does not say what its term means',
      why: 'Readers look up a term to learn what it means.',
      fix: 'Write “- **Term**: what it means”.',
    });
    return item;
  }
  if (taken.has(termId(words))) {
    tellMalformed(context, item, {
      lacks: 'explains a term that stands above already',
      why: 'Its first use in the text can show one explanation only.',
      fix: 'Keep one of the two, or make one of both.',
    });
    return item;
  }
  const term: Term = {
    name: words,
    id: termId(words),
    expansion: isAbbreviation(words) ? firstClause(context.toText(meaning)) : undefined,
  };
  taken.add(term.id);
  const head = paragraphOf(paragraph, [...(name === undefined ? [] : [name]), ...beside]);
  const children = [head, paragraphOf(paragraph, meaning), ...item.children.slice(1)];
  return { ...item, children, data: { ...item.data, term } };
}

function entry(item: ListItem, context: RenderContext): Element {
  const term = item.data?.term;
  const [head, paragraph, ...others] = item.children;
  if (term === undefined || head?.type !== 'paragraph' || paragraph?.type !== 'paragraph') {
    return placed(item, element('li', {}, context.all(item.children)));
  }
  const [name, ...beside] = context.quoted(head.children);
  const meaning = context.quoted(paragraph.children);
  const bold = isElement(name) ? { ...name, children: [element('dfn', {}, name.children)] } : name;
  const first = element('p', {}, [
    isElement(bold) ? addClass(bold, 'term-name') : bold,
    ...beside,
    separator(context.language, 'colon'),
    element('span', { className: ['term-text'] }, meaning),
  ]);
  const rest = context.quoted(others);
  return placed(item, element('li', { id: term.id }, [placed(paragraph, first), ...rest]));
}

/** The block. */
export const glossary: Block<GlossaryNode> = {
  name: 'glossary',
  summary: 'Terms and what they mean; the first use of each in the text is marked.',
  type: 'glossary',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const taken = new Set<string>();
    const items = found.node.children.map((item) => readTerm(item, taken, context));
    return {
      ...context.common(directive),
      type: 'glossary',
      children: around(found, { ...found.node, children: items }),
      reference: context.language.label('glossary'),
    };
  },
  render(node, context) {
    return element(
      'div',
      context.blockProperties(node, 'glossary'),
      withList(node.children, context, (list) => {
        const items = list.children.map((item) => entry(item, context));
        return placed(list, element('ul', { className: ['glossary-list'] }, items));
      }),
    );
  },
  examples: [
    {
      title: 'An abbreviation and a term',
      markdown: `The CSTO sent troops; the akimat burned.

:::glossary
- **CSTO**: Collective Security Treaty Organization, an alliance of six states.
- **akimat**: local administration office.
:::`,
    },
    {
      title: 'A term without its meaning',
      markdown: `:::glossary
- **akimat**
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'An item without a term',
      markdown: `:::glossary
- Local administration office.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
