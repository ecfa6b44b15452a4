/** Nothing lies over what has the focus. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';
import { measureWalk } from '../tab-walk.js';

const id = 'focus-is-not-obscured';

/** What has the focus is not wholly covered (WCAG 2.2, 2.4.11). */
export const focusIsNotObscured: RenderedCheck = measuredCheck({
  id,
  title: 'Nothing lies over what has the focus.',
  severity: 'error',
  criteria: ['2.4.11'],
  looksAt: onlyIn('light-1440-closed', 'dark-1440-open'),
  measure: measureWalk('keyboard.coveredFocus'),
  fails: {
    what: 'With the focus this lies under {found}: {html}',
    why: 'Readers who use a keyboard do not see where they are.',
    fix: 'Give the page `scroll-padding` as high as what sticks to the edge of the window.',
  },
  examples: {
    passes: [{ title: 'Nothing lies over the link', text: `<a href="#a">Report of the council</a>` }],
    fails: [
      {
        title: 'A bar lies over the link',
        text: `<a href="#a">Report</a><div style="position: fixed; inset: 0 0 auto 0; height: 200px; background: #fff">Bar</div>`,
      },
    ],
  },
});
