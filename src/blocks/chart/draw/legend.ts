/** The names of the series beside their colour and pattern, in a row above the drawing. */

import type { Element } from 'hast';
import { bar, type Canvas } from './canvas.js';
import { lineShare, widthOf, words } from './words.js';

/** A legend and the height that it takes; nothing for a single series. */
export interface Legend {
  readonly height: number;
  readonly content: readonly Element[];
}

/** A legend row, broken where it does not fit. */
export function legend(canvas: Canvas, names: readonly string[]): Legend {
  if (names.length < 2) return { height: 0, content: [] };
  const box = canvas.size;
  const gap = canvas.size * 0.5;
  const line = canvas.size * lineShare * 1.2;
  const content: Element[] = [];
  let x = 0;
  let y = line / 2;
  names.forEach((name, index) => {
    const length = box + gap + widthOf(name, canvas.size) + gap * 3;
    if (x > 0 && x + length > canvas.width) {
      x = 0;
      y += line;
    }
    const swatch = { x, y: y - box / 2, width: box, height: box, series: index + 1, patterned: true };
    content.push(...bar(canvas, swatch), words(canvas, name, { kind: 'label', x: x + box + gap, y }));
    x += length;
  });
  return { height: y + line / 2 + gap, content };
}
