/** The words of a link say where it leads. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'link-text-says-where';

/** No link is called “here” or “more”; single words without a sentence ask a person (WCAG 2.2, 2.4.4). */
export const linkTextSaysWhere: RenderedCheck = measuredCheck({
  id,
  title: 'The words of a link say where it leads.',
  severity: 'warning',
  criteria: ['2.4.4'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'links.vagueLinks',
  fails: {
    what: 'This link says “{found}”, which does not say where it leads: {html}',
    why: 'In a list of links, readers of a screen reader hear these words and no others.',
    fix: 'Name what is there: “Damage report of the county (PDF)”.',
  },
  asks: {
    what: 'Please judge: does “{found}” alone say where the link leads? {html}',
    why: 'In a list of links, readers of a screen reader hear these words and no others.',
    fix: 'Name what is there: “Damage report of the county (PDF)”.',
  },
  examples: {
    passes: [
      { title: 'The words name the target', text: `<p><a href="#a">Damage report of the county</a></p>` },
    ],
    fails: [{ title: 'The words are “here”', text: `<p>Read the report <a href="#a">here</a>.</p>` }],
    cannotTell: [{ title: 'One word, and nothing around it', text: `<p><a href="#a">Workshop</a></p>` }],
  },
});
