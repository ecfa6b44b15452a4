/** Words are in the language that the page says. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'language-matches-words';

/** Small words of a text belong to the language said for it; too few ask a person (WCAG 2.2, 3.1.1, 3.1.2). */
export const languageMatchesWords: RenderedCheck = measuredCheck({
  id,
  title: 'Words are in the language that the page says.',
  severity: 'warning',
  criteria: ['3.1.1', '3.1.2'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'languages.doubted',
  fails: {
    what: 'These words are said to be in {found}',
    why: 'Screen readers speak them with the sounds of another language.',
    fix: 'Give the language of the words in `lang`.',
  },
  asks: {
    what: 'Please judge: are these words in the language that is said, {found}?',
    why: 'Screen readers speak them with the sounds of another language.',
    fix: 'Give the language of the words in `lang`.',
  },
  examples: {
    passes: [
      {
        title: 'English, said to be English',
        text: `<p>The water came over the wall and into the town.</p>`,
      },
    ],
    fails: [
      {
        title: 'Dutch, said to be French',
        text: `<p>The phrase <span lang="fr">Hij ging met de kippen op stok</span> is of this kind.</p>`,
      },
    ],
    cannotTell: [
      {
        title: 'Too short to tell',
        text: `<p>The phrase <span lang="nl">Gutes Neues</span> is the one that was used.</p>`,
      },
    ],
  },
});
