/** Words in quotation marks say whose words they are. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { countWords, type DocumentToCheck, passagesOf, placeOf } from '../document-to-check.js';
import { wordsFor } from '../words.js';

const id = 'prose-quote-is-attributed';

const quoted = /“([^”]{20,})”|«([^»]{20,})»|„([^“”]{20,})[“”]|"([^"]{20,})"/gu;

/** Fewer words than this are a name or a term. */
const fewest = 6;

/** A quotation of six words or more stands beside a source or words that say who said it (house rule). */
export const proseQuoteIsAttributed: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'Words in quotation marks say whose words they are.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [
      {
        title: 'The sentence names who said it',
        text: '“The wall was never tested at this height,” the engineer said.',
      },
    ],
    fails: [
      {
        title: 'Nobody is named',
        text: 'It was clear to all. “The wall was never tested at this height and nobody minded.”',
      },
    ],
  },
  evaluate: ({ explainer }) => {
    const words = wordsFor(explainer.lang);
    if (words === undefined) return resultOf(id, [], 0);
    const passages = passagesOf(explainer).filter(({ inside }) => inside.length === 0);
    let instances = 0;
    const diagnostics = passages.flatMap((passage, at): Diagnostic[] => {
      const found = [...passage.text.matchAll(quoted)].map(
        (match) => match.slice(1).find((part) => part !== undefined) ?? '',
      );
      const long = found.filter((text) => countWords(text, explainer.lang) >= fewest);
      instances += long.length;
      const [first] = long;
      const outside = passage.text.replace(quoted, ' ');
      const near = `${passages[at - 1]?.text ?? ''} ${outside} ${passages[at + 1]?.text ?? ''}`;
      if (first === undefined || passage.cites.length > 0 || passage.hasNote || words.attribution.test(near))
        return [];
      return [
        {
          code: id,
          severity: 'warning',
          what: `These words look like a quotation without a speaker: “${first.slice(0, 100)}”`,
          why: 'Readers cannot weigh words when they do not know who said them.',
          fix: 'Say in the sentence who said it, or make it a `:::quote{by="…"}`.',
          place: placeOf(explainer, passage),
          excerpt: first,
        },
      ];
    });
    return resultOf(id, diagnostics, instances);
  },
};
