/** The page has a main part, and parts of one kind have names of their own. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'landmarks-are-complete';

/** One exposed main landmark; landmarks of one kind have different names (WCAG 2.2, 1.3.1, 2.4.1). */
export const landmarksAreComplete: RenderedCheck = measuredCheck({
  id,
  title: 'The page says which part is the main one, and names parts of one kind apart.',
  severity: 'warning',
  criteria: ['1.3.1', '2.4.1'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'structure.landmarksOff',
  fails: {
    what: 'There is {found}: {html}',
    why: 'Readers who use a screen reader jump from part to part, and do not find this one.',
    fix: 'Put the content into one `main` element; give each further `nav` or `aside` a name by aria-label.',
  },
  examples: {
    passes: [
      {
        title: 'One main part',
        text: `<nav aria-label="Chapters"><a href="#a">One</a></nav><main><p id="a">Water</p></main>`,
      },
    ],
    fails: [{ title: 'No main part', text: `<div><p>Water</p></div>` }],
  },
});
