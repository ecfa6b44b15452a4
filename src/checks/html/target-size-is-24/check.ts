/** Buttons and links that stand alone are 24 CSS px large, or have as much room around them. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onScreens } from '../states.js';

const id = 'target-size-is-24';

/** Targets are 24 by 24 CSS px or spaced like that (WCAG 2.2, 2.5.8); links in lines of text are exempt. */
export const targetSizeIs24: RenderedCheck = measuredCheck({
  id,
  title: 'Whatever is tapped is 24 pixels large, or has that much room around it.',
  severity: 'error',
  criteria: ['2.5.8'],
  looksAt: onScreens,
  measure: 'layout.smallTargets',
  fails: {
    what: 'This is {found} pixels large, needed 24 by 24, and others stand close to it: {html}',
    why: 'Readers with a tremor or with large fingers hit the one beside it.',
    fix: 'Make it larger with padding, or put more room between it and the others.',
  },
  examples: {
    passes: [
      {
        title: 'Buttons of 44 pixels',
        text: `<button style="width: 44px; height: 44px">A</button><button style="width: 44px; height: 44px">B</button>`,
      },
      {
        title: 'A link in a line of text',
        text: `<p>Read the <a href="#a">report of the council</a> and the <a href="#b">answer</a> to it.</p>`,
      },
    ],
    fails: [
      {
        title: 'Small buttons side by side',
        text: `<div style="display: flex"><button style="width: 16px; height: 16px; padding: 0; border: 0">A</button><button style="width: 16px; height: 16px; padding: 0; border: 0">B</button></div>`,
      },
    ],
  },
});
