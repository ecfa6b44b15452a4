/** Columns: one group a category, one column a series, every column with its value above it. */

import type { Element } from 'hast';
import type { ChartData } from '../data.js';
import { bar, type Canvas, type Drawing, patternDefinitions, rule } from './canvas.js';
import { legend } from './legend.js';
import { exact } from './scale.js';
import { lineShare, words, wrap } from './words.js';

/** Draws the columns. Where the labels do not fit, the caller draws bars instead. */
export function drawColumns(canvas: Canvas, data: ChartData): Drawing {
  const key = legend(
    canvas,
    data.series.map(({ name }) => name),
  );
  const values = data.series.flatMap((series) => series.values).filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const line = canvas.size * lineShare;
  const patterned = data.series.length > 1;
  const top = key.height + line;
  const bottom = top + canvas.width * 0.42;
  const scale = exact(low, high, bottom - (low < 0 ? line : 0), top);
  const band = canvas.width / Math.max(1, data.categories.length);
  const column = (band * (patterned ? 0.8 : 0.62)) / data.series.length;
  const zero = scale.at(0);
  const content: Element[] = [...key.content];
  let deepest = bottom;
  data.categories.forEach((category, row) => {
    const middle = band * (row + 0.5);
    const start = middle - (column * data.series.length) / 2;
    data.series.forEach(({ values: own }, index) => {
      const value = own[row];
      const x = start + index * column;
      if (value === null || value === undefined) {
        content.push(
          words(canvas, '–', { kind: 'gap', x: x + column / 2, y: zero - line / 2, anchor: 'middle' }),
        );
        return;
      }
      const end = scale.at(value);
      const focus = !patterned && value === Math.max(...values);
      const place = { x, y: Math.min(zero, end), width: column, height: Math.abs(zero - end) };
      content.push(
        ...bar(canvas, { ...place, series: index + 1, patterned, focus }),
        words(canvas, canvas.format(value), {
          kind: 'value',
          x: x + column / 2,
          y: value < 0 ? end + line / 2 : end - line / 2,
          anchor: 'middle',
          classes: focus ? ['is-focus'] : [],
        }),
      );
    });
    const lines = wrap(category, band * 0.94, canvas.size);
    content.push(
      words(canvas, lines, { kind: 'label', x: middle, y: bottom + line * 0.8, anchor: 'middle' }),
    );
    deepest = Math.max(deepest, bottom + line * (lines.length + 0.5));
  });
  const axis = rule(canvas, 'axis', [0, zero], [canvas.width, zero]);
  return { height: deepest, content: [patternDefinitions(canvas, data.series.length), ...content, axis] };
}
