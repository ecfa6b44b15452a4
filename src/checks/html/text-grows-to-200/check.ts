/** Text at twice its size is not cut. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'text-grows-to-200';

/** Text grows to 200 % without loss (WCAG 2.2, 1.4.4). */
export const textGrowsTo200: RenderedCheck = measuredCheck({
  id,
  title: 'Text can be made twice as large without losing any of it.',
  severity: 'error',
  criteria: ['1.4.4'],
  looksAt: onlyIn('text-200'),
  measure: 'growth.cutTexts',
  fails: {
    what: 'At twice the size {found} pixels of this text are cut off: {html}',
    why: 'Readers with low vision make text larger, and then lose the rest of it.',
    fix: 'Let the box grow with its text: no fixed height or width, no hidden overflow.',
  },
  examples: {
    passes: [
      {
        title: 'A box that grows',
        text: `<p style="font-size: 1rem">Water came over the wall before midnight.</p>`,
      },
    ],
    fails: [
      {
        title: 'A box as high as its text was',
        text: `<p style="font-size: 1rem; height: 24px; overflow: hidden">Water came over the wall before midnight.</p>`,
      },
    ],
  },
});
