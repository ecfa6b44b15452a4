/** What recognisers of pictures share: the alternative text, and the words around it. */

import type { Image, RootContent } from 'mdast';
import type { RecogniseContext } from '../document/recognise-context.js';
import { firstWords, tell } from './report.js';

/** Reports a picture that says nothing to readers who cannot see it. */
export function checkAlt(image: Image, context: RecogniseContext): void {
  if ((image.alt ?? '').trim() !== '') return;
  tell(context, 'image-has-alt', 'error', context.place(image.position), {
    what: 'This picture has no alternative text.',
    why: 'A reader who cannot see it gets nothing.',
    fix: `Say in the square brackets what it shows: ![Crowd in front of the town hall](${image.url}).`,
    excerpt: image.url,
  });
}

/** The first words of a caption, or the kind of picture, for cross references. */
export function pictureReference(
  caption: readonly RootContent[],
  otherwise: string,
  context: RecogniseContext,
): string {
  const words = context.toText(caption).replace(/\s+/gu, ' ').trim();
  return words === '' ? otherwise : firstWords(words);
}
