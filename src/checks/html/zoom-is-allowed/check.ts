/** The page does not forbid zooming. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'zoom-is-allowed';

/** The viewport lets readers zoom to 200 % at least (WCAG 2.2, 1.4.4). */
export const zoomIsAllowed: RenderedCheck = measuredCheck({
  id,
  title: 'Readers can zoom into the page.',
  severity: 'error',
  criteria: ['1.4.4'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'growth.zoomForbidden',
  fails: {
    what: 'The page forbids zooming: “{found}”.',
    why: 'Readers with low vision cannot make the text large enough to read.',
    fix: 'Write `<meta name="viewport" content="width=device-width, initial-scale=1">`.',
  },
  examples: {
    passes: [
      {
        title: 'A plain viewport',
        text: `<meta name="viewport" content="width=device-width, initial-scale=1"><p>Text</p>`,
      },
    ],
    fails: [
      {
        title: 'Scaling is switched off',
        text: `<meta name="viewport" content="width=device-width, user-scalable=no"><p>Text</p>`,
      },
    ],
  },
});
