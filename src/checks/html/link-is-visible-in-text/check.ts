/** A link in a line of text is seen to be one. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'link-is-visible-in-text';

/** No link looks like the text around it; axe-core judges those that differ in colour alone, and passes over those that do not differ (WCAG 2.2, 1.4.1). */
export const linkIsVisibleInText: RenderedCheck = measuredCheck({
  id,
  title: 'A link in a line of text is seen to be one.',
  severity: 'error',
  criteria: ['1.4.1'],
  looksAt: onlyIn('light-1440-closed', 'dark-1440-open'),
  measure: 'links.likeText',
  fails: {
    what: 'The link “{found}” looks like the text around it: {html}',
    why: 'Readers do not see that there is something to follow.',
    fix: 'Underline links in text, or mark them by another shape.',
  },
  examples: {
    passes: [
      {
        title: 'The link is underlined',
        text: '<p>The <a href="#a" style="color: inherit">report of the county</a> names both places.</p>',
      },
    ],
    fails: [
      {
        title: 'Neither line nor colour',
        text: '<p>The <a href="#a" style="color: inherit; text-decoration: none">report of the county</a> names both places.</p>',
      },
    ],
  },
});
