/** What changed since readers saw it is told to them. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, passagesOf, placeOf, sentencesOf } from '../document-to-check.js';

const id = 'change-is-declared';

/** Numbers of a text, sorted, signs of grouping taken out. */
function numbersIn(text: string): string[] {
  return (text.match(/\d[\d.,\u00a0\u202f ]*\d|\d/gu) ?? []).map((one) => one.replace(/[^\d]/g, ''));
}

/** A number that changed in a published text stands in an update or a correction of its own (house rule). */
export const changeIsDeclared: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'What changed since readers saw it is told to them.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [{ title: 'Nothing changed', text: 'The wall broke at 2 places.' }],
    fails: [{ title: 'A number changed in silence', text: 'The wall broke at 31 places.' }],
  },
  evaluate: ({ explainer, published }) => {
    if (published === undefined) return resultOf(id, [], 0);
    const { corrections, updates } = explainer.metadata;
    const history = [...corrections, ...updates].map(({ text }) => text.text.replace(/\s+/g, ' ').trim());
    const told = published.history.replace(/\s+/g, ' ');
    // A new entry of the history declares the change, whatever its words are.
    if (history.some((text) => !told.includes(text.slice(0, 40)))) return resultOf(id, [], 1);
    const known = new Set(numbersIn(published.text));
    const diagnostics = passagesOf(explainer)
      .filter(({ inside }) => !inside.includes('correction'))
      .flatMap((passage): Diagnostic[] => {
        const added = sentencesOf(passage.text, explainer.lang).flatMap((sentence) =>
          numbersIn(sentence).filter((number) => number !== '00' && !known.has(number)),
        );
        const [number] = added;
        if (number === undefined) return [];
        return [
          {
            code: id,
            severity: 'warning',
            what: `The number ${number} is not in the version that readers have, and no update or correction tells of a change.`,
            why: 'Readers who saw the earlier text do not learn that it said something else.',
            fix: 'Add an entry under `updates:`, or under `corrections:` when the earlier text was wrong.',
            place: placeOf(explainer, passage),
            excerpt: `${number} ${passage.text.slice(0, 60)}`,
          },
        ];
      });
    return resultOf(id, diagnostics, 1);
  },
};
