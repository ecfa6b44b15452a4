/** The way past what is repeated leads somewhere. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'skip-link-works';

/** A first link within the page has a target outside of repeated parts; a page without main part and headings needs one (WCAG 2.2, 2.4.1). */
export const skipLinkWorks: RenderedCheck = measuredCheck({
  id,
  title: 'The first link leads past what every page repeats.',
  severity: 'warning',
  criteria: ['2.4.1'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'structure.brokenSkipLink',
  fails: {
    what: 'There is no way past the repeated parts of the page ({found}): {html}',
    why: 'Readers who use a keyboard go through the same links on every page.',
    fix: 'Let the first link lead to the main part: `<a href="#content">`, and give that part the id.',
  },
  examples: {
    passes: [
      {
        title: 'A link to the main part',
        text: `<a href="#content">Skip to content</a><main id="content"><p>Water</p></main>`,
      },
    ],
    fails: [
      {
        title: 'A link to nowhere',
        text: `<a href="#contents">Skip to content</a><main id="content"><p>Water</p></main>`,
      },
    ],
  },
});
