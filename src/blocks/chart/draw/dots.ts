/** Dots: one row a category, one dot a series, each with its value; the axis need not begin at nothing. */

import type { Element } from 'hast';
import { element } from '../../../html/elements.js';
import type { ChartData } from '../data.js';
import { type Canvas, type Drawing, rule } from './canvas.js';
import { labelColumn } from './label-column.js';
import { marker } from './markers.js';
import { linear, type Scale } from './scale.js';
import { lineShare, widest, widthOf, words, wrap } from './words.js';

/** Names of the series beside their shapes. */
function legendOf(
  canvas: Canvas,
  names: readonly string[],
): { readonly height: number; readonly content: Element[] } {
  if (names.length < 2) return { height: 0, content: [] };
  const line = canvas.size * lineShare * 1.2;
  const content: Element[] = [];
  let x = 0;
  let y = line / 2;
  names.forEach((name, index) => {
    const length = canvas.size * 3 + widthOf(name, canvas.size);
    if (x > 0 && x + length > canvas.width) {
      x = 0;
      y += line;
    }
    content.push(
      marker(canvas, x + canvas.size * 0.5, y, index + 1),
      words(canvas, name, { kind: 'label', x: x + canvas.size * 1.4, y }),
    );
    x += length;
  });
  return { height: y + line, content };
}

function dotsOf(canvas: Canvas, data: ChartData, row: number, y: number, scale: Scale): Element[] {
  const placed: { readonly from: number; readonly to: number }[] = [];
  return data.series.flatMap(({ values }, index): Element[] => {
    const value = values[row];
    if (value === null || value === undefined) return [];
    const x = scale.at(value);
    const label = canvas.format(value);
    const half = widthOf(label, canvas.size) / 2;
    // A value that would cover another one stands below its dot.
    const below = placed.some(({ from, to }) => x - half < to && x + half > from);
    placed.push({ from: x - half, to: x + half });
    const at = {
      kind: 'value' as const,
      x,
      y: y + canvas.size * (below ? 1.15 : -1.05),
      anchor: 'middle' as const,
    };
    return [marker(canvas, x, y, index + 1, data.series.length === 1), words(canvas, label, at)];
  });
}

/** Draws the dots. */
export function drawDots(canvas: Canvas, data: ChartData): Drawing {
  const key = legendOf(
    canvas,
    data.series.map(({ name }) => name),
  );
  const values = data.series.flatMap((series) => series.values).filter((value) => value !== null);
  const side =
    widest(
      values.map((value) => canvas.format(value)),
      canvas.size,
    ) /
      2 +
    canvas.size * 0.3;
  const labels = labelColumn(canvas, data.categories, 2 * side);
  const scale = linear(Math.min(...values), Math.max(...values), labels + side, canvas.width - side, 4);
  const line = canvas.size * lineShare;
  const content: Element[] = [...key.content];
  let y = key.height;
  data.categories.forEach((category, row) => {
    const lines = wrap(category, labels === 0 ? canvas.width : labels - canvas.size, canvas.size);
    const above = labels === 0 ? lines.length * line : 0;
    const beside = labels === 0 ? 0 : lines.length * line + canvas.size * 0.4;
    const rowHeight = Math.max(canvas.size * 3.1, beside);
    const middle = y + above + rowHeight / 2;
    const first = labels === 0 ? y + line / 2 : middle - ((lines.length - 1) * line) / 2;
    content.push(
      words(canvas, lines, { kind: 'label', x: 0, y: first }),
      rule(canvas, 'grid', [labels, middle], [canvas.width, middle]),
      ...dotsOf(canvas, data, row, middle, scale),
    );
    y += above + rowHeight;
  });
  y += canvas.size * 0.5;
  const ticks = scale.ticks.map((tick) =>
    words(canvas, canvas.format(tick), {
      kind: 'tick',
      x: scale.at(tick),
      y: y + line * 0.6,
      anchor: 'middle',
    }),
  );
  return {
    height: y + line * 1.3,
    content: [element('g', {}, content), rule(canvas, 'axis', [labels, y], [canvas.width, y]), ...ticks],
  };
}
