/** Points of a series, told apart by shape as well as colour. */

import type { Element } from 'hast';
import { element } from '../../../html/elements.js';
import { type Canvas, flip, rounded } from './canvas.js';

/** Outlines around a middle at 0 0, of about the same area. */
const outlines: readonly string[] = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  'M-4.5 -4.5h9v9h-9z',
  'M0 -6L5.5 4.5H-5.5z',
  'M0 -6.2L6.2 0L0 6.2L-6.2 0z',
  'M0 6L5.5 -4.5H-5.5z',
  'M-2 -5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z',
];

/** Dashes of lines, so that they can be followed without colour; the first is solid. */
export const dashes: readonly (string | undefined)[] = [
  undefined,
  '8 4',
  '2 4',
  '12 4 2 4',
  '5 3',
  '1 3 6 3',
];

/** One point of a series. */
export function marker(canvas: Canvas, x: number, y: number, series: number, focus = false): Element {
  const className = ['chart-mark', `series-${series}`, ...(focus ? ['is-focus'] : [])];
  const d = outlines[(series - 1) % outlines.length];
  const transform = `translate(${flip(canvas, x)} ${rounded(y)})`;
  return element('path', { className, d, transform });
}
