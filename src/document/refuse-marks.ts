/** Citations and notes in words that are taken as typed: attributes, alternative texts. They would be printed as signs. */

import type { Position } from 'unist';
import { finding } from './finding.js';
import type { Work } from './work.js';

const mark = /(?<!\\)\[(?:[^\][@]*[\s;])?-?@[\p{L}\p{N}_][^\][]*\]|(?<!\\)\[\^[^\]\s]+\]/gu;

/** Reports each mark; the words stay as they are. */
export function refuseMarks(text: string, position: Position | undefined, subject: string, work: Work): void {
  for (const [typed] of text.matchAll(mark)) {
    work.report(
      finding('heading-holds-no-citation', 'error', work.place(position), {
        what: `“${typed}” stands in ${subject}, where no citation or note can be.`,
        why: 'These words are printed as they stand, so readers would see the signs and get no source.',
        fix: 'Put it behind a sentence of the text or the caption; a block may name its source with source=… instead.',
        excerpt: typed,
      }),
    );
  }
}
