/** Horizontal bars: one row a category, one bar a series, every bar with its value. */

import type { Element } from 'hast';
import type { ChartData } from '../data.js';
import { bar, type Canvas, type Drawing, patternDefinitions, rule } from './canvas.js';
import { labelColumn } from './label-column.js';
import { legend } from './legend.js';
import { exact, type Scale } from './scale.js';
import { lineShare, widest, widthOf, words, wrap } from './words.js';

interface Layout {
  /** Width of the column of labels; 0 when they stand above their bars. */
  readonly labels: number;
  readonly scale: Scale;
  readonly bar: number;
  readonly gap: number;
}

/** Room for the values on both sides of the bars, so that none is cut off. */
function layoutOf(canvas: Canvas, data: ChartData): Layout {
  const values = data.series.flatMap((series) => series.values).filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (some: readonly number[]): number =>
    some.length === 0
      ? 0
      : widest(
          some.map((value) => canvas.format(value)),
          canvas.size,
        ) +
        canvas.size * 0.75;
  const left = room(values.filter((value) => value < 0));
  const right = room(values.filter((value) => value >= 0));
  const labels = labelColumn(canvas, data.categories, left + right);
  const single = data.series.length === 1;
  return {
    labels,
    scale: exact(low, high, labels + left, canvas.width - right),
    bar: canvas.size * (single ? 1.6 : 1.35),
    gap: canvas.size * (single ? 0.8 : 1.1),
  };
}

function valueBar(
  canvas: Canvas,
  layout: Layout,
  value: number | null | undefined,
  y: number,
  options: { readonly series: number; readonly patterned: boolean; readonly focus: boolean },
): Element[] {
  const zero = layout.scale.at(0);
  const middle = y + layout.bar / 2;
  if (value === null || value === undefined) {
    return [words(canvas, '–', { kind: 'gap', x: zero + canvas.size * 0.4, y: middle })];
  }
  const end = layout.scale.at(value);
  const [x, width] = [Math.min(zero, end), Math.abs(end - zero)];
  const negative = value < 0;
  const label = words(canvas, canvas.format(value), {
    kind: 'value',
    x: negative ? x - canvas.size * 0.4 : end + canvas.size * 0.4,
    y: middle,
    anchor: negative ? 'end' : 'start',
    classes: options.focus ? ['is-focus'] : [],
  });
  return [...bar(canvas, { x, y, width, height: layout.bar, ...options }), label];
}

/** Draws the bars. The highest value of a single series is marked. */
export function drawBars(canvas: Canvas, data: ChartData): Drawing {
  const layout = layoutOf(canvas, data);
  const key = legend(
    canvas,
    data.series.map(({ name }) => name),
  );
  const patterned = data.series.length > 1;
  const highest = Math.max(...data.series.flatMap(({ values }) => values.map((value) => value ?? -Infinity)));
  const line = canvas.size * lineShare;
  const zero = layout.scale.at(0);
  const labelsAbove = layout.labels === 0;
  const content: Element[] = [...key.content];
  let y = key.height;
  data.categories.forEach((category, row) => {
    const width = layout.labels === 0 ? canvas.width : layout.labels - canvas.size;
    const lines = wrap(category, width, canvas.size);
    const bars = data.series.length * layout.bar;
    const above = layout.labels === 0 ? lines.length * line : 0;
    const rowHeight = Math.max(bars, layout.labels === 0 ? 0 : lines.length * line);
    const first = layout.labels === 0 ? y + line / 2 : y + (rowHeight - (lines.length - 1) * line) / 2;
    content.push(words(canvas, lines, { kind: 'label', x: 0, y: first }));
    data.series.forEach(({ values }, index) => {
      const value = values[row];
      const top = y + above + (rowHeight - bars) / 2 + index * layout.bar;
      const focus = !patterned && value === highest;
      content.push(...valueBar(canvas, layout, value, top, { series: index + 1, patterned, focus }));
    });
    // Between rows the line is left out where labels stand there.
    const begin = y + above - (labelsAbove ? 0 : layout.gap / 2);
    const end = y + above + rowHeight + (labelsAbove ? 0 : layout.gap / 2);
    content.push(rule(canvas, 'axis', [zero, Math.max(key.height, begin)], [zero, end]));
    y += above + rowHeight + layout.gap;
  });
  return {
    height: y - layout.gap / 2,
    content: [patternDefinitions(canvas, data.series.length), ...content],
  };
}

/** Whether every label fits the width of its column in a chart of columns. */
export function fitsColumns(canvas: Canvas, data: ChartData): boolean {
  const band = canvas.width / Math.max(1, data.categories.length);
  const longest = Math.max(
    0,
    ...data.categories.flatMap((category) =>
      category.split(/\s+/u).map((word) => widthOf(word, canvas.size)),
    ),
  );
  const values = data.series.flatMap((series) => series.values).filter((value) => value !== null);
  const value = widest(
    values.map((one) => canvas.format(one)),
    canvas.size,
  );
  return longest <= band * 0.94 && value * data.series.length <= band * 0.94;
}
