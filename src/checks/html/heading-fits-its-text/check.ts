/** A heading says what stands below it. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'heading-fits-its-text';

/** A heading of which no word comes up below asks a person (WCAG 2.2, 2.4.6). */
export const headingFitsItsText: RenderedCheck = measuredCheck({
  id,
  title: 'A heading says what stands below it.',
  severity: 'warning',
  criteria: ['2.4.6'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'structure.headingsToJudge',
  fails: {
    what: 'Please judge: does the heading “{found}” say what stands below it? None of its words comes up there.',
    why: 'Readers who use a screen reader choose what to read by the headings.',
    fix: 'If not, write what the section tells.',
  },
  asks: {
    what: 'Please judge: does the heading “{found}” say what stands below it? None of its words comes up there.',
    why: 'Readers who use a screen reader choose what to read by the headings.',
    fix: 'If not, write what the section tells.',
  },
  examples: {
    passes: [
      {
        title: 'A word of the heading comes up',
        text: `<h1>The flood of May</h1><p>The flood came at night.</p>`,
      },
    ],
    fails: [],
    cannotTell: [
      { title: 'No word comes up', text: `<h1>Weather</h1><p>We are open from Monday to Friday.</p>` },
    ],
  },
});
