/** A heading leads into the content. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'content-has-a-heading';

/** A heading outside of the parts that pages repeat (WCAG 2.2, 2.4.1). */
export const contentHasAHeading: RenderedCheck = measuredCheck({
  id,
  title: 'A heading leads into the content.',
  severity: 'warning',
  criteria: ['2.4.1', '2.4.6'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'structure.contentWithoutHeading',
  fails: {
    what: 'The content has {found} of its own: {html}',
    why: 'Readers who use a screen reader jump by headings past what they know already.',
    fix: 'Begin the content with an `h1`.',
  },
  examples: {
    passes: [{ title: 'A heading', text: `<main><h1>Flood</h1><p>Water</p></main>` }],
    fails: [
      {
        title: 'A heading in the navigation alone',
        text: `<nav><h1>Chapters</h1></nav><main><p>Water</p></main>`,
      },
    ],
  },
});
