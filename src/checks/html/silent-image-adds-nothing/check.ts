/** A picture without words only decorates. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'silent-image-adds-nothing';

/** A person says for each picture that screen readers pass over whether it only decorates (WCAG 2.2, 1.1.1). */
export const silentImageAddsNothing: RenderedCheck = measuredCheck({
  id,
  title: 'A picture without words only decorates.',
  severity: 'warning',
  criteria: ['1.1.1'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'names.silentPictures',
  fails: {
    what: 'Please judge: does this picture ({found}) only decorate? Screen readers pass over it: {html}',
    why: 'Readers who cannot see it do not know that it is there.',
    fix: 'If not, give it an alternative text.',
  },
  asks: {
    what: 'Please judge: does this picture ({found}) only decorate? Screen readers pass over it: {html}',
    why: 'Readers who cannot see it do not know that it is there.',
    fix: 'If not, give it an alternative text.',
  },
  examples: {
    passes: [
      {
        title: 'A picture with words',
        text: `<img alt="Water over the wall" style="width: 99px; height: 99px" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">`,
      },
    ],
    fails: [],
    cannotTell: [
      {
        title: 'A picture without words',
        text: `<img alt="" style="width: 99px; height: 99px" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">`,
      },
    ],
  },
});
