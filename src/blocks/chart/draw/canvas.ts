/** The sheet that a chart is drawn on: its size, its direction, how numbers are written, and the pieces that all charts use. */

import type { Element } from 'hast';
import { element } from '../../../html/elements.js';

/** What every drawing needs to know. Lengths are units of the view box, which is about CSS px at full width. */
export interface Canvas {
  readonly width: number;
  /** Size of the words. */
  readonly size: number;
  /** Right-to-left pages read their charts from the right. */
  readonly rtl: boolean;
  /** A prefix for ids inside the drawing. */
  readonly id: string;
  format(value: number): string;
}

/** A finished drawing. */
export interface Drawing {
  readonly height: number;
  readonly content: readonly (Element | undefined)[];
}

/** A length without noise in its digits, so that the same input gives the same bytes everywhere. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The left edge of something `width` wide that begins at `x` from the side where reading begins. */
export function flip(canvas: Canvas, x: number, width = 0): number {
  return rounded(canvas.rtl ? canvas.width - x - width : x);
}

interface RectOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
  /** Several series: each has a pattern beside its colour. */
  readonly patterned: boolean;
  readonly focus?: boolean;
}

/** A bar, and over it the pattern of its series where there are several. */
export function bar(canvas: Canvas, options: RectOptions): Element[] {
  const place = {
    x: flip(canvas, options.x, options.width),
    y: rounded(options.y),
    width: rounded(options.width),
    height: rounded(options.height),
  };
  const className = [
    'chart-mark',
    `series-${options.series}`,
    ...(options.focus === true ? ['is-focus'] : []),
  ];
  const mark = element('rect', { className, ...place });
  if (!options.patterned || options.series === 1) return [mark];
  const fill = `url(#${patternId(canvas, options.series)})`;
  return [mark, element('rect', { className: ['chart-pattern-fill'], fill, ...place })];
}

/** Id of the pattern of a series. */
export function patternId(canvas: Canvas, series: number): string {
  return `${canvas.id}-pattern-${series}`;
}

/** Lines and dots that tell series apart without colour; the first series stays plain. */
const patterns: readonly string[] = [
  'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  'M0 2H8M0 6H8',
  'M2 0V8M6 0V8',
  'M0 0L8 8M0 8L8 0',
  'M2 2h1.5v1.5h-1.5zM6 6h1.5v1.5h-1.5z',
];

/** The definitions of the patterns that a drawing uses. */
export function patternDefinitions(canvas: Canvas, count: number): Element | undefined {
  if (count < 2) return undefined;
  const made = patterns
    .slice(0, count - 1)
    .map((d, index) =>
      element(
        'pattern',
        { id: patternId(canvas, index + 2), width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
        [element('path', { className: ['chart-pattern'], d })],
      ),
    );
  return element('defs', {}, made);
}

/** A straight line that carries no data. */
export function rule(
  canvas: Canvas,
  kind: 'axis' | 'grid',
  from: readonly [number, number],
  to: readonly [number, number],
): Element {
  return element('line', {
    className: [`chart-${kind}`],
    x1: flip(canvas, from[0]),
    y1: rounded(from[1]),
    x2: flip(canvas, to[0]),
    y2: rounded(to[1]),
  });
}
