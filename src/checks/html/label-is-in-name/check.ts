/** What is seen on a control is part of its name. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'label-is-in-name';

/** The visible words stand in the name (WCAG 2.2, 2.5.3). */
export const labelIsInName: RenderedCheck = measuredCheck({
  id,
  title: 'What is written on a button or link is part of its spoken name.',
  severity: 'warning',
  criteria: ['2.5.3'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'names.labelsOutsideNames',
  fails: {
    what: 'The spoken name does not hold the words that are seen, “{found}”: {html}',
    why: 'Readers who speak to their device say what they see, and nothing happens.',
    fix: 'Take out aria-label, or begin it with the words that are seen.',
  },
  examples: {
    passes: [
      {
        title: 'The name begins with what is seen',
        text: `<a href="#a" aria-label="Report of the council, PDF">Report of the council</a>`,
      },
    ],
    fails: [
      {
        title: 'The name is something else',
        text: `<a href="#a" aria-label="Download file">Report of the council</a>`,
      },
    ],
  },
});
