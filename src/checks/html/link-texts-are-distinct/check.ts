/** Equal words lead to one place. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'link-texts-are-distinct';

/** Links of equal names have one target, or a person says that they mean the same (WCAG 2.2, 2.4.4). */
export const linkTextsAreDistinct: RenderedCheck = measuredCheck({
  id,
  title: 'Links with the same words lead to the same place.',
  severity: 'warning',
  criteria: ['2.4.4'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'links.equalNames',
  fails: {
    what: 'Please judge: do all links called “{found}” lead to the same thing? This one has another address: {html}',
    why: 'In a list of links, readers of a screen reader cannot tell them apart.',
    fix: 'If not, add to the words what makes the difference.',
  },
  asks: {
    what: 'Please judge: do all links called “{found}” lead to the same thing? This one has another address: {html}',
    why: 'In a list of links, readers of a screen reader cannot tell them apart.',
    fix: 'If not, add to the words what makes the difference.',
  },
  examples: {
    passes: [
      { title: 'Two names', text: `<a href="a.html">Report of May</a> <a href="b.html">Report of June</a>` },
    ],
    fails: [],
    cannotTell: [
      { title: 'One name, two addresses', text: `<a href="a.html">Report</a> <a href="b.html">Report</a>` },
    ],
  },
});
