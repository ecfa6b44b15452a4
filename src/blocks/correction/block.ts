/** `:::correction{at=… kind=correction}`: a correction at the place that it corrects. */

import type { Correction } from '../../document/explainer.js';
import type { BlockNode } from '../../document/nodes.js';
import { element } from '../../html/elements.js';
import type { DateSpan } from '../../language/language.js';
import type { Block } from '../block.js';
import { tellLacking } from '../report.js';

/** A correction inside the text. */
export interface CorrectionNode extends BlockNode {
  type: 'correction';
  kind: Correction['kind'];
  /** Undefined only when it could not be read, which was reported. */
  at: DateSpan | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    correction: CorrectionNode;
  }
  interface RootContentMap {
    correction: CorrectionNode;
  }
}

const kinds = ['correction', 'clarification', 'retraction', 'editors-note'] as const;

/** The block. */
export const correction: Block<CorrectionNode> = {
  name: 'correction',
  summary: 'Says, at its place in the text, what was wrong and what is right.',
  type: 'correction',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, {
      at: {
        form: 'date',
        required: true,
        why: 'Readers who saw the earlier text have to know when it changed.',
        example: '2022-01-07',
      },
      kind: { form: kinds },
    });
    const kind = kinds.find((name) => name === values.text('kind')) ?? 'correction';
    const children = [...context.children(directive)];
    if (children.length === 0) {
      tellLacking(context, directive, {
        what: 'This correction has no words.',
        why: 'Readers learn that something was wrong, but not what.',
        fix: 'Write what was wrong and what is right between the opening and the closing line.',
      });
    }
    return {
      ...context.common(directive),
      type: 'correction',
      children,
      reference: context.language.label(`kind-${kind}`),
      kind,
      at: values.date('at'),
    };
  },
  render(node, context) {
    const kind = element('strong', {}, context.label(`kind-${node.kind}`));
    const when = node.at === undefined ? [] : [', ', ...context.time(node.at)];
    return element('div', context.blockProperties(node, 'correction', `kind-${node.kind}`), [
      element('p', { className: ['correction-label'] }, [kind, ...when]),
      ...context.all(node.children),
    ]);
  },
  examples: [
    {
      title: 'A correction below the paragraph that it corrects',
      markdown: `:::correction{at=2022-01-07 kind=correction}
An earlier version gave the number of injured officers as 317. It is 353.
:::`,
    },
    {
      title: 'Without its date',
      markdown: `:::correction
An earlier version gave the number of injured officers as 317. It is 353.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
    {
      title: 'Without words',
      markdown: `:::correction{at=2022-01-07}
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
