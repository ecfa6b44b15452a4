/** The words for a picture are short enough to be heard in one go. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, placeOf } from '../document-to-check.js';
import { picturesOf } from '../pictures.js';

const id = 'alt-has-sensible-length';

/** Signs as readers count them (accessibility catalogue). */
const most = 250;

/** Galley's own rule: listeners cannot stop in an alternative text, nor go back in it. */
export const altHasSensibleLength: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'The words for a picture are few enough to listen to.',
  severity: 'warning',
  criteria: ['1.1.1'],
  examples: {
    passes: [{ title: 'One sentence', text: '![Water pours over a wall.](wall.svg)' }],
    fails: [
      {
        title: 'A paragraph',
        text: `![${'Water pours over a wall, and behind it stand houses, cars and people with bags. '.repeat(4).trim()}](wall.svg)`,
      },
    ],
  },
  evaluate: ({ explainer }) => {
    const segmenter = new Intl.Segmenter(explainer.lang, { granularity: 'grapheme' });
    const pictures = picturesOf(explainer);
    const diagnostics = pictures.flatMap((picture): Diagnostic[] => {
      const length = [...segmenter.segment(picture.alt)].length;
      if (length <= most) return [];
      return [
        {
          code: id,
          severity: 'warning',
          what: `This alternative text has ${length} characters; up to ${most} can be listened to: “${picture.alt.slice(0, 80)}…”`,
          why: 'Readers who use a screen reader hear it in one piece, without stopping or going back.',
          fix: 'Say what matters in one or two sentences, and describe the rest in the text; `described-in=` leads there.',
          place: placeOf(explainer, picture),
          excerpt: picture.alt,
        },
      ];
    });
    return resultOf(id, diagnostics, pictures.length);
  },
};
