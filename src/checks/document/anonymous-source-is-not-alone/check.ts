/** What an unnamed person says has other support. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, passagesOf, placeOf } from '../document-to-check.js';

const id = 'anonymous-source-is-not-alone';

/** A passage that rests on unnamed sources alone names what supports them (house rule). Nothing of the entry is quoted. */
export const anonymousSourceIsNotAlone: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'What an unnamed person says has other support.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [{ title: 'A record stands beside it', text: 'The gate was left open [@insider; @county].' }],
    fails: [{ title: 'The unnamed person alone', text: 'The gate was left open [@insider].' }],
  },
  evaluate: ({ explainer }) => {
    const isAnonymous = (source: string): boolean => explainer.sources.get(source)?.tier === 'anonymous';
    const passages = passagesOf(explainer).filter(({ cites }) => cites.some(isAnonymous));
    const alone = passages.filter(
      ({ cites }) =>
        cites.every(isAnonymous) &&
        new Set(cites).size < 2 &&
        cites.every((source) => (explainer.sources.get(source)?.corroboration ?? []).length === 0),
    );
    const diagnostics = alone.map(
      (passage): Diagnostic => ({
        code: id,
        severity: 'warning',
        what: 'This passage rests on one unnamed source alone.',
        why: 'Readers cannot judge what nobody answers for, and neither can the desk.',
        fix: 'Cite a second source, or list what supports it under `corroboration:` in the entry.',
        place: placeOf(explainer, passage),
        excerpt: passage.text.slice(0, 80),
        confidential: true,
      }),
    );
    return resultOf(id, diagnostics, passages.length);
  },
};
