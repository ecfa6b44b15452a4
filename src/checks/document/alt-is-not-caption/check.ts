/** The words for a picture are not those of its caption. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, placeOf } from '../document-to-check.js';
import { picturesOf } from '../pictures.js';

const id = 'alt-is-not-caption';

/** From here on two texts say the same (accessibility catalogue). */
const sameFrom = 0.9;

function wordsIn(text: string, lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return [...segmenter.segment(text.normalize('NFKC').toLocaleLowerCase(lang))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** The share of words that two texts have in common, 0 to 1 (Dice). */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  const common = one.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return one.length + other.length === 0 ? 0 : (2 * common.length) / (one.length + other.length);
}

/** No alternative text repeats the caption, the credit or the headline (WCAG 2.2, 1.1.1). */
export const altIsNotCaption: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'The words for a picture are not those of its caption.',
  severity: 'warning',
  criteria: ['1.1.1'],
  examples: {
    passes: [
      {
        title: 'It says what the caption does not',
        text: ':::figure{credit="Ada Prowse"}\n![Water pours over a wall as high as a man.](wall.svg)\n\nThe wall on the morning of 4 May.\n:::',
      },
    ],
    fails: [
      {
        title: 'The caption again',
        text: ':::figure{credit="Ada Prowse"}\n![The wall on the morning of 4 May](wall.svg)\n\nThe wall, on the morning of 4 May.\n:::',
      },
    ],
  },
  evaluate: ({ explainer }) => {
    const { lang, title } = explainer;
    const pictures = picturesOf(explainer);
    const diagnostics = pictures.flatMap((picture): Diagnostic[] => {
      const own = wordsIn(picture.alt, lang);
      const beside = { caption: picture.caption, credit: picture.credit, headline: title };
      const same = Object.entries(beside).find(([, text]) => likeness(own, wordsIn(text, lang)) >= sameFrom);
      if (same === undefined) return [];
      return [
        {
          code: id,
          severity: 'warning',
          what: `The alternative text repeats the ${same[0]}: “${picture.alt}”`,
          why: 'Readers who use a screen reader hear the same words twice, and learn nothing of the picture.',
          fix: `Write what the picture shows and the ${same[0]} does not say, such as who stands where.`,
          place: placeOf(explainer, picture),
          excerpt: picture.alt,
        },
      ];
    });
    return resultOf(id, diagnostics, pictures.length);
  },
};
