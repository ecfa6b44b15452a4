/** An explainer is not shown past the day until which it holds. */

import { type Check, resultOf } from '../../check.js';
import type { DocumentToCheck } from '../document-to-check.js';

const id = 'explainer-is-in-date';

/** The day named by `expires` is not over (house rule). */
export const explainerIsInDate: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'The explainer still holds.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [{ title: 'The day is to come', text: '---\nexpires: 2099-01-01\n---\nText.' }],
    fails: [{ title: 'The day is over', text: '---\nexpires: 2020-01-01\n---\nText.' }],
  },
  evaluate: ({ explainer, today }) => {
    const { expires } = explainer.metadata;
    if (expires === null) return resultOf(id, [], 0);
    const pad = (part: number | undefined, none: number): string => String(part ?? none).padStart(2, '0');
    const day = `${String(expires.year).padStart(4, '0')}-${pad(expires.month, 12)}-${pad(expires.day, 31)}`;
    if (day >= today) return resultOf(id, [], 1);
    const diagnostic = {
      code: id,
      severity: 'warning',
      what: `This explainer held until ${day}, and that day is over.`,
      why: 'Readers take what they find for what holds now.',
      fix: 'Bring it up to date and set a new day, or set its status to `withdrawn`.',
      place: explainer.placeOf('expires'),
      excerpt: day,
    } as const;
    return resultOf(id, [diagnostic], 1);
  },
};
