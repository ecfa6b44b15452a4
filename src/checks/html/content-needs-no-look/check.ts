/** No sentence points by place, shape or colour alone. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'content-needs-no-look';

/** Sentences such as “on the right” ask a person (WCAG 2.2, 1.3.3). */
export const contentNeedsNoLook: RenderedCheck = measuredCheck({
  id,
  title: 'No sentence points by place, shape or colour alone.',
  severity: 'warning',
  criteria: ['1.3.3'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'structure.pointsByLook',
  fails: {
    what: 'Please judge: can what is meant by “{found}” be found without seeing the page? {html}',
    why: 'Readers who do not see the page, or see it in one column, do not find what is meant.',
    fix: 'If not, name it by its title: “under Links”.',
  },
  asks: {
    what: 'Please judge: can what is meant by “{found}” be found without seeing the page? {html}',
    why: 'Readers who do not see the page, or see it in one column, do not find what is meant.',
    fix: 'If not, name it by its title: “under Links”.',
  },
  examples: {
    passes: [{ title: 'Named by its title', text: `<p>More addresses stand under Links.</p>` }],
    fails: [],
    cannotTell: [{ title: 'Named by its place', text: `<p>More addresses stand on the right.</p>` }],
  },
});
