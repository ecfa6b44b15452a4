/** Frames of one name show one page. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'frame-names-are-distinct';

/** Frames of equal names show one page, or a person says that they mean the same (WCAG 2.2, 4.1.2). */
export const frameNamesAreDistinct: RenderedCheck = measuredCheck({
  id,
  title: 'Frames with the same name show the same page.',
  severity: 'warning',
  criteria: ['4.1.2'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'links.equalFrames',
  fails: {
    what: 'Please judge: do all frames called “{found}” show the same thing? This one has another address: {html}',
    why: 'Readers of a screen reader choose a frame by its name.',
    fix: 'If not, give each a title of its own.',
  },
  asks: {
    what: 'Please judge: do all frames called “{found}” show the same thing? This one has another address: {html}',
    why: 'Readers of a screen reader choose a frame by its name.',
    fix: 'If not, give each a title of its own.',
  },
  examples: {
    passes: [
      {
        title: 'Two names',
        text: `<iframe title="Map" srcdoc="a"></iframe><iframe title="Chart" srcdoc="b"></iframe>`,
      },
    ],
    fails: [],
    cannotTell: [
      {
        title: 'One name, two pages',
        text: `<iframe title="Map" src="a.html"></iframe><iframe title="Map" src="b.html"></iframe>`,
      },
    ],
  },
});
