/** The words for a picture are words, not the name of a file or of a kind of picture. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, placeOf } from '../document-to-check.js';
import { type Picture, picturesOf } from '../pictures.js';

const id = 'alt-is-not-a-file-name';

const fileName = /^\S+\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)$/iu;

/** As cameras and phones number what they take. */
const cameraName = /^(?:dsc[fn]?|gopr|img|mvi|pict?|pxl|screenshot|whatsapp image)[-_ ]?\d[\d\-_ at.]*$/iu;

/** What stands in for words, in the languages that Galley has words of. */
const placeholders: ReadonlySet<string> = new Set(
  `graphic image img illustration photo photograph picture placeholder screenshot untitled
  abbildung bild foto fotografie grafik platzhalter fotografía gráfico ilustración imagen
  fotografia ilustração imagem graphique photographie
  изображение иллюстрация картинка рисунок фото фотография صورة תמונה`
    .trim()
    .split(/\s+/u),
);

function isFileName({ alt, file }: Picture): boolean {
  if (fileName.test(alt) || cameraName.test(alt)) return true;
  const stem = file
    .split('/')
    .at(-1)
    ?.replace(/\.[^.]+$/u, '');
  // A name of one word may well say what the picture shows.
  return stem !== undefined && alt.toLowerCase() === stem.toLowerCase() && /[-_\d]/u.test(stem);
}

function isPlaceholder({ alt }: Picture): boolean {
  return placeholders.has(alt.toLowerCase().replace(/[.:…]+$/u, ''));
}

/** No alternative text is a file name, or (a warning) a bare word such as “photo” (WCAG 2.2, 1.1.1). */
export const altIsNotAFileName: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'The words for a picture say what it shows.',
  severity: 'error',
  criteria: ['1.1.1'],
  examples: {
    passes: [{ title: 'What the picture shows', text: '![Water pours over a wall.](wall.svg)' }],
    fails: [
      { title: 'The name of the file', text: '![wall-2.svg](wall-2.svg)' },
      { title: 'The number that a camera gave', text: '![IMG_2041](wall.svg)' },
      { title: 'A word that stands in for words', text: '![Photo](wall.svg)' },
    ],
  },
  evaluate: ({ explainer }) => {
    const pictures = picturesOf(explainer);
    const diagnostics = pictures.flatMap((picture): Diagnostic[] => {
      const isFile = isFileName(picture);
      if (!isFile && !isPlaceholder(picture)) return [];
      const found = {
        code: id,
        severity: isFile ? 'error' : 'warning',
        what: `The alternative text “${picture.alt}” names a file or a kind of picture, and does not say what is seen.`,
        why: 'Readers who cannot see the picture learn nothing of it.',
        fix: 'Write in one sentence what the picture shows that matters here.',
        place: placeOf(explainer, picture),
        excerpt: picture.alt,
      } as const;
      return [found];
    });
    return resultOf(id, diagnostics, pictures.length);
  },
};
