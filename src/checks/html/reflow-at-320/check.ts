/** At 320 CSS px nothing makes the page scroll sideways; only table and chart frames may scroll on their own. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'reflow-at-320';

/** No sideways scrolling at 320 px (WCAG 2.2, 1.4.10). */
export const reflowAt320: RenderedCheck = measuredCheck({
  id,
  title: 'On a narrow screen nothing scrolls sideways.',
  severity: 'error',
  criteria: ['1.4.10'],
  looksAt: onlyIn('light-320-open', 'dark-320-closed'),
  measure: 'layout.tooWide',
  fails: {
    what: 'On a screen 320 pixels wide this reaches to {found} pixels: {html}',
    why: 'Readers with a small screen or with 400 % zoom have to scroll sideways for every line.',
    fix: 'Let it wrap or shrink, or put it in a frame that scrolls alone.',
  },
  examples: {
    passes: [
      {
        title: 'A wide table scrolls in a frame of its own',
        text: `<div style="overflow-x: auto" tabindex="0" role="group" aria-label="Tolls by town"><table style="width: 900px"><tr><th>Town</th><td>4</td></tr></table></div>`,
      },
      { title: 'A paragraph wraps', text: `<p>Water came over the wall before midnight.</p>` },
    ],
    fails: [
      {
        title: 'A box has a fixed width',
        text: `<p style="width: 600px">Water came over the wall before midnight.</p>`,
      },
    ],
  },
});
