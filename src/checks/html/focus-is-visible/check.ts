/** Whoever walks with the Tab key sees where they are. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';
import { measureWalk } from '../tab-walk.js';

const id = 'focus-is-visible';

/** The focus shows (WCAG 2.2, 2.4.7): something about the element or around it looks other than without the focus. */
export const focusIsVisible: RenderedCheck = measuredCheck({
  id,
  title: 'Readers who use a keyboard see where they are.',
  severity: 'error',
  criteria: ['2.4.7'],
  looksAt: onlyIn('light-1440-closed', 'dark-1440-open'),
  measure: measureWalk('keyboard.unseenFocus'),
  fails: {
    what: 'With the focus this looks as it does without: {html}',
    why: 'Readers who use a keyboard do not see where they are.',
    fix: 'Give `:focus-visible` an outline of 2 pixels or more; take out `outline: none`.',
  },
  examples: {
    passes: [{ title: 'The browser’s own ring', text: `<a href="#a">Report of the council</a>` }],
    fails: [
      {
        title: 'The ring is taken away',
        text: `<a href="#a" style="outline: none">Report of the council</a>`,
      },
    ],
  },
});
