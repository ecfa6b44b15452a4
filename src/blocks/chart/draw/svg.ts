/** The drawing as one `svg` element with a name. */

import type { Element } from 'hast';
import { element } from '../../../html/elements.js';
import type { ChartData } from '../data.js';
import { drawBars, fitsColumns } from './bars.js';
import { type Canvas, type Drawing, rounded } from './canvas.js';
import { drawColumns } from './columns.js';
import { drawDots } from './dots.js';
import { drawLines } from './lines.js';
import { drawStacked } from './stacked.js';

/** How a chart is drawn. */
export const chartTypes = ['bar', 'column', 'line', 'stacked', 'dot'] as const;

/** One way to draw a chart. */
export type ChartType = (typeof chartTypes)[number];

function draw(type: ChartType, canvas: Canvas, data: ChartData): Drawing {
  if (type === 'line') return drawLines(canvas, data);
  if (type === 'stacked') return drawStacked(canvas, data);
  if (type === 'dot') return drawDots(canvas, data);
  // Columns whose labels would collide are drawn as bars, which have room for words.
  if (type === 'column' && fitsColumns(canvas, data)) return drawColumns(canvas, data);
  return drawBars(canvas, data);
}

/** The drawing of a chart. Inner words are those of the table, so readers who hear the page get name and table. */
export function chartSvg(type: ChartType, canvas: Canvas, data: ChartData, name: string): Element {
  const drawing = draw(type, canvas, data);
  const single = data.series.length === 1 ? ['is-single'] : [];
  const height = rounded(Math.ceil(drawing.height + canvas.size * 0.2));
  return element(
    'svg',
    {
      className: ['chart', ...single],
      role: 'img',
      ariaLabel: name,
      viewBox: `0 0 ${canvas.width} ${height}`,
      width: canvas.width,
      height,
    },
    drawing.content,
  );
}
