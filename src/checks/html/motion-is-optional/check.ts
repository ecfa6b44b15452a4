/** Nothing moves for readers who asked for less motion. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'motion-is-optional';

/** No animation runs with reduced motion, and nothing plays by itself (WCAG 2.2, 2.2.2, 2.3.3). */
export const motionIsOptional: RenderedCheck = measuredCheck({
  id,
  title: 'Readers can ask for less motion, and get it.',
  severity: 'error',
  criteria: ['2.2.2', '2.3.3'],
  looksAt: onlyIn('less-motion'),
  measure: 'modes.animationsThatRun',
  fails: {
    what: 'This moves by {found}, although the reader asked for less motion: {html}',
    why: 'Motion makes some readers ill and takes the attention of others from the text.',
    fix: 'Put the animation inside `@media (prefers-reduced-motion: no-preference)`.',
  },
  examples: {
    passes: [
      {
        title: 'Motion only for those who like it',
        text: `<style>@keyframes turn { to { rotate: 1turn } } @media (prefers-reduced-motion: no-preference) { p { animation: turn 9s infinite } }</style><p>Text</p>`,
      },
    ],
    fails: [
      {
        title: 'Motion for everyone',
        text: `<style>@keyframes turn { to { rotate: 1turn } } p { animation: turn 9s infinite }</style><p>Text</p>`,
      },
    ],
  },
});
