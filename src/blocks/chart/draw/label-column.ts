/** Where the labels of rows stand: in a column before them, or each above its row. */

import type { Canvas } from './canvas.js';
import { widest } from './words.js';

/** Narrower drawings have no column of labels. */
const leastWidth = 480;

/** The most that the column takes of the width, and the least that stays for what is drawn. */
const most = 0.34;
const least = 0.3;

/**
 * Width of the column of labels with the space behind it. 0 where labels stand above their rows: in a narrow drawing, where a word is
 * too long for the column, or where the column and `room`, which values need, would leave little to draw in.
 */
export function labelColumn(canvas: Canvas, labels: readonly string[], room: number): number {
  const gap = canvas.size;
  const column = Math.min(widest(labels, canvas.size) + gap, canvas.width * most);
  const words = labels.flatMap((label) => label.split(/\s+/u));
  const fits = widest(words, canvas.size) <= column - gap + 0.01;
  const hasRoom = canvas.width - column - room >= canvas.width * least;
  return canvas.width >= leastWidth && fits && hasRoom ? column : 0;
}
