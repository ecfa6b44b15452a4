/** Markup in words that are taken as typed: attributes, alternative texts, most of the front matter. It would be printed as signs. */

import type { Position } from 'unist';
import { finding } from './finding.js';
import type { Work } from './work.js';

const mark = /(?<!\\)\[(?:[^\][@]*[\s;])?-?@[\p{L}\p{N}_][^\][]*\]|(?<!\\)\[\^[^\]\s]+\]/gu;

/** Emphasis, links, our own marks and HTML. */
const markup =
  /(?<![\p{L}\p{N}:\\]):(?:num|see|lang)\[[^\]\n]*\](?:\{[^}\n]*\})?|(?<![\\*\p{L}\p{N}])\*{1,3}[^\s*](?:[^*\n]*[^\s*])?\*{1,3}(?![\p{L}\p{N}*])|(?<![\\!])!?\[[^\][\n]+\]\([^()\s]+\)|<\/?[a-z][a-z0-9]*(?:\s[^<>\n]*)?\/?>/giu;

/** Reports each mark of a citation or note; the words stay as they are. */
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

/** Reports citations, notes and all other markup in plain words, which stay as they are. */
export function refuseMarkup(
  text: string,
  position: Position | undefined,
  subject: string,
  work: Work,
): void {
  refuseMarks(text, position, subject, work);
  for (const [typed] of text.matchAll(markup)) {
    work.report(
      finding('markup-is-not-left-over', 'warning', work.place(position), {
        what: `“${typed}” stands in ${subject}, where words are taken as they are typed.`,
        why: 'Readers would see the signs.',
        fix: 'Take the signs out, and leave the words.',
        excerpt: typed,
      }),
    );
  }
}
