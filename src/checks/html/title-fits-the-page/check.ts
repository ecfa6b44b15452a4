/** The title says what is on the page. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'title-fits-the-page';

/** A title of which no word comes up on the page asks a person (WCAG 2.2, 2.4.2). */
export const titleFitsThePage: RenderedCheck = measuredCheck({
  id,
  title: 'The title in the window says what is on the page.',
  severity: 'warning',
  criteria: ['2.4.2'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'structure.titleToJudge',
  fails: {
    what: 'Please judge: does the title “{found}” say what is on the page? None of its words comes up there.',
    why: 'Readers find a page among others by its title.',
    fix: 'If not, begin the title with the headline.',
  },
  asks: {
    what: 'Please judge: does the title “{found}” say what is on the page? None of its words comes up there.',
    why: 'Readers find a page among others by its title.',
    fix: 'If not, begin the title with the headline.',
  },
  examples: {
    passes: [
      {
        title: 'A word of the title comes up',
        text: `<!doctype html><html lang="en"><head><title>Flood in May</title></head><body><h1>The flood</h1></body></html>`,
      },
    ],
    fails: [],
    cannotTell: [
      {
        title: 'No word comes up',
        text: `<!doctype html><html lang="en"><head><title>Apple season</title></head><body><p>Water came over the wall.</p></body></html>`,
      },
    ],
  },
});
