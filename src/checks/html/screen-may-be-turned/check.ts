/** The page does not turn its content back when the screen is turned. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'screen-may-be-turned';

/** No rule for one orientation turns the content by a quarter (WCAG 2.2, 1.3.4). */
export const screenMayBeTurned: RenderedCheck = measuredCheck({
  id,
  title: 'The page can be read with the screen upright and on its side.',
  severity: 'error',
  criteria: ['1.3.4'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'layout.turnedByOrientation',
  fails: {
    what: 'When the screen is turned, this is turned back by {found}: {html}',
    why: 'Readers whose screen is fixed to a wheelchair or a bed cannot turn it.',
    fix: 'Take the turn out of the style for one orientation.',
  },
  examples: {
    passes: [
      {
        title: 'Another layout, no turn',
        text: `<style>@media (orientation: landscape) { p { columns: 2 } }</style><p>Water</p>`,
      },
    ],
    fails: [
      {
        title: 'A quarter turn',
        text: `<style>@media (orientation: landscape) { p { transform: rotate(90deg) } }</style><p>Water</p>`,
      },
    ],
  },
});
