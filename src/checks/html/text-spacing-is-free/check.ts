/** No style attribute fixes the spacing of text against the reader's own. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'text-spacing-is-free';

/** No `!important` spacing below the values of WCAG 2.2, 1.4.12 in style attributes, which readers' styles cannot change. */
export const textSpacingIsFree: RenderedCheck = measuredCheck({
  id,
  title: 'No text has a spacing that readers cannot change.',
  severity: 'error',
  criteria: ['1.4.12'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'growth.fixedSpacing',
  fails: {
    what: 'This text has a fixed spacing ({found}): {html}',
    why: 'People with dyslexia or low vision set text wider, and this does not let them.',
    fix: 'Take out “!important”, or the whole declaration.',
  },
  examples: {
    passes: [
      {
        title: 'Wide enough',
        text: `<p style="letter-spacing: 0.2em !important">Water came over the wall.</p>`,
      },
    ],
    fails: [
      {
        title: 'Letters set tight for good',
        text: `<p style="letter-spacing: 0.01em !important">Water came over the wall.</p>`,
      },
    ],
  },
});
