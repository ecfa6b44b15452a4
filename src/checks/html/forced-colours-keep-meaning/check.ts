/** With colours forced by the reader's system, texts and buttons stay there. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'forced-colours-keep-meaning';

/** Forced colours take no text and no control away (WCAG 2.2, 1.4.11; house rule). */
export const forcedColoursKeepMeaning: RenderedCheck = measuredCheck({
  id,
  title: 'With the reader’s own colours everything is still there.',
  severity: 'warning',
  criteria: ['1.4.11'],
  looksAt: onlyIn('forced-colours'),
  measure: 'modes.lostInForcedColours',
  fails: {
    what: 'With forced colours the contrast of this text is {found}, needed 4.5: {html}',
    why: 'Readers who force colours do so because they cannot read others.',
    fix: 'Take out `forced-color-adjust: none`, or use the system’s colours (CanvasText on Canvas).',
  },
  asks: {
    what: 'Please judge: can this still be made out with forced colours? It is shown by {found} alone: {html}',
    why: 'A machine cannot see whether the picture stands out from the ground.',
    fix: 'If not, give it words, or an `img` or `svg` of its own.',
  },
  examples: {
    passes: [
      {
        title: 'Text in the system’s colours',
        text: `<p style="background: #eee">Water came over the wall.</p>`,
      },
    ],
    fails: [
      {
        title: 'Colours that are kept, and are pale',
        text: `<p style="forced-color-adjust: none; color: #aaa; background: #fff">Water came over the wall.</p>`,
      },
    ],
    cannotTell: [
      {
        title: 'A button that only a background picture explains',
        text: `<button aria-label="Search" style="width: 44px; height: 44px; background-image: url(search.png)"></button>`,
      },
    ],
  },
});
