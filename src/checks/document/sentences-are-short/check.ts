/** Sentences are short enough to be read at once. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { countWords, type DocumentToCheck, passagesOf, placeOf, sentencesOf } from '../document-to-check.js';

const id = 'sentences-are-short';

/** Beyond 25 words readers lose the thread; advice is only worth giving well beyond that. */
const longest = 40;

const quoted: ReadonlySet<string> = new Set(['quote', 'document', 'languageBlock']);

/** No sentence has more than forty words (WCAG 2.2, 3.1.5; house rule, advice). Words are counted by the rules of the language. */
export const sentencesAreShort: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'Sentences are short enough to be read at once.',
  severity: 'info',
  criteria: ['3.1.5'],
  examples: {
    passes: [{ title: 'A short sentence', text: 'Water came over the wall before midnight.' }],
    fails: [{ title: 'Fifty words', text: `${Array.from({ length: 50 }, () => 'water').join(' ')}.` }],
  },
  evaluate: ({ explainer }) => {
    // Words of others stand as they were said.
    const passages = passagesOf(explainer).filter(({ inside }) => !inside.some((block) => quoted.has(block)));
    const diagnostics = passages.flatMap((passage) =>
      sentencesOf(passage.text, explainer.lang).flatMap((sentence): Diagnostic[] => {
        const count = countWords(sentence, explainer.lang);
        if (count <= longest) return [];
        return [
          {
            code: id,
            severity: 'info',
            what: `This sentence has ${count} words: “${sentence.slice(0, 80)} …”`,
            why: 'Readers who are tired, in a hurry or new to the language lose its beginning before they reach its end.',
            fix: 'Make two or three of it; 25 words are a good length.',
            place: placeOf(explainer, passage),
            excerpt: sentence,
          },
        ];
      }),
    );
    return resultOf(id, diagnostics, passages.length);
  },
};
