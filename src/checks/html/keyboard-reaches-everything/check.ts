/** The Tab key comes to everything that can be used, and away from it again. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';
import { measureWalk } from '../tab-walk.js';

const id = 'keyboard-reaches-everything';

/** The walk with Tab meets each control (WCAG 2.2, 2.1.1) and is held by none (2.1.2). */
export const keyboardReachesEverything: RenderedCheck = measuredCheck({
  id,
  title: 'The Tab key comes to everything that can be used, and away from it again.',
  severity: 'error',
  criteria: ['2.1.1', '2.1.2'],
  looksAt: onlyIn('light-1440-closed', 'dark-1440-open'),
  measure: measureWalk('keyboard.missedStops'),
  fails: {
    what: 'The Tab key does not get past this place; {found} further controls are never reached: {html}',
    why: 'Readers who use a keyboard cannot go on.',
    fix: 'Take out the script that keeps the focus, or let Tab and Escape leave.',
  },
  asks: {
    what: 'Please judge: does the page say how a keyboard gets past this place? Tab alone leaves {found} controls out: {html}',
    why: 'A machine finds words about keys on the page, but cannot tell whether they help here.',
    fix: 'If not, let Tab and Escape leave.',
  },
  examples: {
    passes: [{ title: 'Links one after the other', text: `<a href="#a">Report</a> <a href="#b">Answer</a>` }],
    fails: [
      {
        title: 'A field that takes the focus back',
        text: `<a href="#a">Report</a> <input aria-label="Name" onblur="setTimeout(() => this.focus(), 0)"> <a href="#b">Answer</a>`,
      },
    ],
  },
});
