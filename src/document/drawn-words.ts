/** Words that a drawing shows and the document says nowhere: they are read to nobody. */

import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { finding, shorten } from './finding.js';
import { plainText } from './plain-text.js';
import type { Work } from './work.js';

/** Names that are compared: words of three letters or more, without regard to case. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{3,}/gu) ?? []
  );
}

function tell(image: Image, missing: readonly string[], work: Work): void {
  const named = missing.slice(0, 4).map((label) => `“${shorten(label)}”`);
  const rest = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  work.report(
    finding('drawn-words-are-told', 'info', work.place(image.position), {
      what: `The drawing “${image.url}” shows words that the text does not say: ${named.join(', ')}${rest}.`,
      why: 'Words in a drawing are read to nobody, and are set in whatever font the reading machine has.',
      fix: 'Say what they tell in the alternative text, the caption or the list of places.',
      excerpt: missing.join(' '),
    }),
  );
}

/** Whether the text says a word in some form: endings differ in most languages. */
function isSaid(word: string, said: readonly string[]): boolean {
  const stem = word.slice(0, Math.max(4, word.length - 2));
  return said.some((one) => one.startsWith(stem));
}

/** Reports each drawing of which the text says less than half of the labels: single names on a map only give it bearings. */
export function checkDrawnWords(tree: Root, work: Work): void {
  let said: readonly string[] | undefined;
  const told = new Set<string>();
  visit(tree, 'image', (image: Image) => {
    const file = work.source.images.get(image.url);
    const labels = file === undefined || 'problem' in file ? [] : (file.words ?? []);
    if (labels.length === 0 || told.has(image.url)) return;
    said ??= [...new Set(wordsOf(plainText([tree])))];
    const known = said;
    const spoken = labels.filter((label) => wordsOf(label).length > 0);
    const missing = spoken.filter((label) => !wordsOf(label).some((word) => isSaid(word, known)));
    told.add(image.url);
    if (missing.length > spoken.length / 2) tell(image, missing, work);
  });
}
