/** The words for a picture say what it shows. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'alt-is-true';

/** A person says for each picture whether its words are true (WCAG 2.2, 1.1.1). */
export const altIsTrue: RenderedCheck = measuredCheck({
  id,
  title: 'The words for a picture say what it adds.',
  severity: 'warning',
  criteria: ['1.1.1'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'names.picturesToJudge',
  fails: {
    what: 'Please judge: do the words “{found}” say what this picture adds to the page? {html}',
    why: 'A machine does not see what a picture means here.',
    fix: 'If not, write what readers learn from it.',
  },
  asks: {
    what: 'Please judge: do the words “{found}” say what this picture adds to the page? {html}',
    why: 'A machine does not see what a picture means here.',
    fix: 'If not, write what readers learn from it.',
  },
  examples: {
    passes: [],
    fails: [],
    cannotTell: [
      {
        title: 'A picture with words',
        text: `<img alt="Water over the wall" style="width: 99px; height: 99px" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">`,
      },
    ],
  },
});
