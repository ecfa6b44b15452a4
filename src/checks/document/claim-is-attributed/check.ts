/** Numbers of people harmed, and accusations, say who says so. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, passagesOf, placeOf, sentencesOf } from '../document-to-check.js';
import { wordsFor } from '../words.js';

const id = 'claim-is-attributed';

/** A sentence with a toll or an accusation stands in a passage with a source, a note or words that name who says so (house rule). */
export const claimIsAttributed: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'Numbers of people harmed, and accusations, say who says so.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [
      { title: 'A source stands behind it', text: 'Twelve people died in the flood of 4 May [@county].' },
      { title: 'The words say who says so', text: 'According to the county, 12 people died in the flood.' },
    ],
    fails: [{ title: 'Nobody says so', text: 'In the flood 12 people died and 40 were injured.' }],
  },
  evaluate: ({ explainer }) => {
    const words = wordsFor(explainer.lang);
    if (words === undefined) return resultOf(id, [], 0);
    const passages = passagesOf(explainer).filter(({ inside }) => inside.length === 0);
    const diagnostics = passages.flatMap((passage, at): Diagnostic[] => {
      const near = `${passages[at - 1]?.text ?? ''} ${passage.text}`;
      if (passage.cites.length > 0 || passage.hasNote || words.attribution.test(near)) return [];
      const claim = sentencesOf(passage.text, explainer.lang).find(
        (one) => words.grave.test(one) && /\d{2}|\d,\d/.test(one),
      );
      if (claim === undefined) return [];
      return [
        {
          code: id,
          severity: 'warning',
          what: `This looks like a claim that nobody is named for: “${claim.slice(0, 120)}”`,
          why: 'Readers weigh such a sentence by who says it.',
          fix: 'Add a source in square brackets, or say who says so.',
          place: placeOf(explainer, passage),
          excerpt: claim,
        },
      ];
    });
    return resultOf(id, diagnostics, passages.length);
  },
};
