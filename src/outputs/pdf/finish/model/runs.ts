/** Folds white space along a line of text as CSS does (CSS Text 3, 4.1.1): one space between words, none at the ends. */

import type { InlineRun, ModelText } from './model.js';

/** Sets the words of every text in the runs; preformatted text keeps its blanks. */
export function foldRuns(runs: readonly InlineRun[]): void {
  for (const run of runs) foldRun(run);
}

function foldRun(run: InlineRun): void {
  let atBlank = true;
  let last: ModelText | undefined;
  for (const piece of run.pieces) {
    if (piece === 'break') {
      if (last !== undefined) last.words = last.words.replace(/ $/, '');
      atBlank = true;
    } else if (piece.kind === 'image') {
      atBlank = false;
      last = undefined;
    } else if (piece.preformatted) {
      atBlank = false;
      last = undefined;
    } else {
      let words = piece.source.replace(/[ \t\n\r\f]+/g, ' ');
      if (atBlank) words = words.replace(/^ /, '');
      piece.words = words;
      if (words !== '') {
        atBlank = words.endsWith(' ');
        last = piece;
      }
    }
  }
  if (last !== undefined) last.words = last.words.replace(/ $/, '');
}
