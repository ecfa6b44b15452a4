/** No paragraph plays the heading. */

import type { Paragraph, RootContent } from 'mdast';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, placeOf, wordsOf } from '../document-to-check.js';

const id = 'heading-is-not-imitated';

function isBold({ children }: Paragraph): boolean {
  const [only, ...more] = children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return only?.type === 'strong' && more.length === 0;
}

/** No short paragraph in the running text is bold as a whole and followed by other content (WCAG 2.2, 1.3.1). */
export const headingIsNotImitated: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'No paragraph plays the heading.',
  severity: 'warning',
  criteria: ['1.3.1'],
  examples: {
    passes: [{ title: 'A heading', text: '## What broke\n\nThe wall.' }],
    fails: [{ title: 'A bold line', text: '**What broke**\n\nThe wall.' }],
  },
  evaluate: ({ explainer }) => {
    const blocks: readonly RootContent[] = explainer.tree.children;
    const diagnostics = blocks.flatMap((node, at): Diagnostic[] => {
      if (node.type !== 'paragraph' || !isBold(node) || blocks[at + 1] === undefined) return [];
      const text = wordsOf(node).trim();
      if (text.length > 80 || /[.!?…]$/u.test(text)) return [];
      return [
        {
          code: id,
          severity: 'warning',
          what: `This bold line looks like a heading: “${text}”`,
          why: 'Readers who use a screen reader go from heading to heading and pass over it.',
          fix: `Write \`## ${text}\`, with as many signs as its level needs.`,
          place: placeOf(explainer, node),
          excerpt: text,
        },
      ];
    });
    return resultOf(id, diagnostics, blocks.length);
  },
};
