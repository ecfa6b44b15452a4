/** With lines, words and letters set wider by the reader, no text is cut. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'text-spacing-is-tolerated';

/** Text survives the spacing of WCAG 2.2, 1.4.12. */
export const textSpacingIsTolerated: RenderedCheck = measuredCheck({
  id,
  title: 'Readers can set lines, words and letters wider without losing text.',
  severity: 'error',
  criteria: ['1.4.12'],
  looksAt: onlyIn('spacing-320'),
  measure: 'growth.cutTexts',
  fails: {
    what: 'With wider spacing {found} pixels of this text are cut off: {html}',
    why: 'People with dyslexia or low vision set text wider, and then lose the rest of it.',
    fix: 'Let the box grow with its text: no fixed height or width, no hidden overflow.',
  },
  examples: {
    passes: [
      {
        title: 'A box that grows',
        text: `<p style="min-height: 1em">Water came over the wall before midnight, and the road was closed.</p>`,
      },
    ],
    fails: [
      {
        title: 'A box with a fixed height cuts what does not fit',
        text: `<p style="font: 16px/1.1 serif; height: 36px; width: 300px; overflow: hidden">Water came over the wall before midnight, and the road to the harbour was closed.</p>`,
      },
    ],
  },
});
