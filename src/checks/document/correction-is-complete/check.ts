/** What a correction takes back stands nowhere else in the text. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, passagesOf, placeOf } from '../document-to-check.js';

const id = 'correction-is-complete';

/** The number that a correction takes back: what follows words such as “said”, “gave”, “instead of”, “not”. */
const wrong =
  /(?:said|stated|gave|put (?:it )?at|instead of|rather than|decía|en lugar de|вместо|statt|au lieu de)\s+(?:that\s+|the\s+|it\s+was\s+)?(?:\p{L}+\s+){0,4}?(\d[\d.,\u00a0\u202f]*\d|\d+)/iu;

const digits = (text: string): string => text.replace(/[^\d]/g, '');

/** A number that a correction takes back is not in the running text any more (house rule). */
export const correctionIsComplete: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'What a correction takes back stands nowhere else.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [
      {
        title: 'The old number is gone',
        text: '---\ncorrections:\n  - { at: 2026-03-02, kind: correction, text: "An earlier version said 120 homes; it is 130." }\n---\nWater stood in 130 homes.',
      },
    ],
    fails: [
      {
        title: 'The old number still stands in the text',
        text: '---\ncorrections:\n  - { at: 2026-03-02, kind: correction, text: "An earlier version said 120 homes; it is 130." }\n---\nWater stood in 120 homes.',
      },
    ],
  },
  evaluate: ({ explainer }) => {
    const { corrections } = explainer.metadata;
    const passages = passagesOf(explainer).filter(({ inside }) => !inside.includes('correction'));
    const diagnostics = corrections.flatMap(({ text, place }): Diagnostic[] => {
      const old = wrong.exec(text.text)?.[1];
      if (old === undefined || digits(old).length < 2) return [];
      const left = passages.filter((passage) =>
        (passage.text.match(/\d[\d.,\u00a0\u202f]*\d|\d+/gu) ?? []).some(
          (number) => digits(number) === digits(old),
        ),
      );
      return left.map((passage) => ({
        code: id,
        severity: 'warning',
        what: `A correction takes back “${old}”, and it still stands here: “${passage.text.slice(0, 80)}”`,
        why: 'Readers find both and do not know which one holds.',
        fix: 'Write the right number here too; if it means something else, say what.',
        place: placeOf(explainer, passage),
        related: [{ message: 'the correction', place }],
        excerpt: `${old} ${passage.text.slice(0, 60)}`,
      }));
    });
    return resultOf(id, diagnostics, corrections.length);
  },
};
