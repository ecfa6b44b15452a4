/** `:::claim{by="…" on=… verdict=… source=id}`: what someone said, and what the evidence says. */

import type { Element, ElementContent } from 'hast';
import type { BlockNode } from '../../document/nodes.js';
import type { AttributeRule } from '../../document/recognise-context.js';
import { element, text } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { DateSpan } from '../../language/language.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { tellLacking } from '../report.js';

const verdicts = ['true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven'] as const;

/** A claim under test; the first of its children is the claim, the rest the evidence. */
export interface ClaimNode extends BlockNode {
  type: 'claim';
  by: string;
  on: DateSpan | undefined;
  verdict: (typeof verdicts)[number] | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    claim: ClaimNode;
  }
  interface RootContentMap {
    claim: ClaimNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  by: {
    form: 'text',
    required: true,
    why: 'Readers have to know whose claim is tested.',
    example: 'Saltanat Azirbek',
  },
  on: { form: 'date' },
  verdict: {
    form: verdicts,
    required: true,
    why: 'Readers look for the result first.',
    example: 'false',
  },
  source: { form: 'sources' },
};

function claimedBy(node: ClaimNode, context: RenderContext): Element | undefined {
  const parts: ElementContent[][] = [];
  if (node.by !== '') parts.push([element('span', { className: ['claim-speaker'] }, [node.by])]);
  if (node.on !== undefined) {
    parts.push([element('span', { className: ['claim-date'] }, context.time(node.on))]);
  }
  if (parts.length === 0) return undefined;
  const comma = text(separator(context.language, 'comma'));
  const content = parts.flatMap((part, index) => (index === 0 ? part : [comma, ...part]));
  return element('p', { className: ['claim-by'] }, content);
}

function verdictLine(node: ClaimNode, context: RenderContext): Element | undefined {
  if (node.verdict === undefined) return undefined;
  const verdict = element('span', { className: ['verdict'] }, context.label(`verdict-${node.verdict}`));
  const words = context.label('verdict-is', { verdict: [verdict] });
  return element('p', { className: ['claim-verdict'] }, [element('strong', {}, words)]);
}

/** The block. */
export const claim: Block<ClaimNode> = {
  name: 'claim',
  summary: 'What someone said, and what the evidence says.',
  type: 'claim',
  holds: 'blocks',
  recognise(directive, context) {
    const values = context.attributes(directive, rules);
    const children = [...context.children(directive)];
    if (children[0]?.type !== 'paragraph' || children.length < 2) {
      const lacksClaim = children[0]?.type !== 'paragraph';
      tellLacking(context, directive, {
        what: lacksClaim ? 'There is no claim in “:::claim”.' : 'There is no evidence in “:::claim”.',
        why: 'Readers need both, the claim and what speaks for or against it.',
        fix: 'Write the claim as the first paragraph and the evidence in the paragraphs after it.',
      });
      if (children.length === 0) return undefined;
    }
    return {
      ...context.common(directive),
      type: 'claim',
      children,
      reference: context.language.label('claim'),
      source: values.sources('source'),
      by: values.text('by') ?? '',
      on: values.date('on'),
      verdict: verdicts.find((name) => name === values.text('verdict')),
    };
  },
  render(node, context) {
    const [words, ...evidence] = node.children;
    const verdict = node.verdict === undefined ? [] : [`verdict-${node.verdict}`];
    return element('div', context.blockProperties(node, 'claim', ...verdict), [
      element('p', { className: ['claim-label'] }, [element('strong', {}, context.label('claim'))]),
      element(
        'blockquote',
        { className: ['claim-words'] },
        context.quoted(words === undefined ? [] : [words]),
      ),
      claimedBy(node, context),
      ...context.sourceLine(node.source, 'first-appeared'),
      verdictLine(node, context),
      evidence.length === 0
        ? undefined
        : element('div', { className: ['claim-evidence'] }, context.all(evidence)),
    ]);
  },
  examples: [
    {
      title: 'A claim that nobody can prove',
      markdown: `:::claim{by="Saltanat Azirbek" on=2022-01-06 verdict=unproven source=cnn}
Police killed dozens of people who attacked public buildings.

The reports give no names and no exact number [@cnn].
:::`,
    },
    {
      title: 'Without evidence',
      markdown: `:::claim{by="Saltanat Azirbek" verdict=false}
Police killed dozens of people who attacked public buildings.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'Without speaker and verdict',
      markdown: `:::claim
Police killed dozens of people.

The reports give no names [@cnn].
:::`,
      findings: ['keys-and-blocks-are-known', 'keys-and-blocks-are-known'],
    },
    {
      title: 'An unknown verdict',
      markdown: `:::claim{by="Saltanat Azirbek" verdict=flase}
Police killed dozens of people.

The reports give no names [@cnn].
:::`,
      findings: ['values-are-known'],
    },
  ],
};
