/** Stacked bars: one row a category, its parts side by side, each with its value where it fits. */

import type { Element } from 'hast';
import type { ChartData } from '../data.js';
import { bar, type Canvas, type Drawing, patternDefinitions } from './canvas.js';
import { labelColumn } from './label-column.js';
import { legend } from './legend.js';
import { exact } from './scale.js';
import { lineShare, widest, widthOf, words, wrap } from './words.js';

function totalOf(data: ChartData, row: number): number {
  return data.series.reduce((sum, { values }) => sum + Math.max(0, values[row] ?? 0), 0);
}

/** Draws the rows; the total stands at the end of each when there are several parts. */
export function drawStacked(canvas: Canvas, data: ChartData): Drawing {
  const key = legend(
    canvas,
    data.series.map(({ name }) => name),
  );
  const totals = data.categories.map((_, row) => totalOf(data, row));
  const totalRoom =
    widest(
      totals.map((total) => canvas.format(total)),
      canvas.size,
    ) +
    canvas.size * 0.75;
  const labels = labelColumn(canvas, data.categories, totalRoom);
  const scale = exact(0, Math.max(...totals, 0), labels, canvas.width - totalRoom);
  const height = canvas.size * 1.9;
  const line = canvas.size * lineShare;
  const content: Element[] = [...key.content];
  let y = key.height;
  data.categories.forEach((category, row) => {
    const lines = wrap(category, labels === 0 ? canvas.width : labels - canvas.size, canvas.size);
    const above = labels === 0 ? lines.length * line : 0;
    const rowHeight = Math.max(height, labels === 0 ? 0 : lines.length * line);
    const first = labels === 0 ? y + line / 2 : y + (rowHeight - (lines.length - 1) * line) / 2;
    content.push(words(canvas, lines, { kind: 'label', x: 0, y: first }));
    const top = y + above + (rowHeight - height) / 2;
    let sum = 0;
    data.series.forEach(({ values }, index) => {
      const value = Math.max(0, values[row] ?? 0);
      if (value === 0) return;
      const x = scale.at(sum);
      const width = scale.at(sum + value) - x;
      content.push(...bar(canvas, { x, y: top, width, height, series: index + 1, patterned: true }));
      const label = canvas.format(value);
      if (widthOf(label, canvas.size) + canvas.size * 0.5 <= width) {
        const at = {
          kind: 'value' as const,
          x: x + width / 2,
          y: top + height / 2,
          anchor: 'middle' as const,
        };
        content.push(words(canvas, label, { ...at, classes: ['on-mark'] }));
      }
      sum += value;
    });
    const end = { kind: 'value' as const, x: scale.at(sum) + canvas.size * 0.4, y: top + height / 2 };
    content.push(words(canvas, canvas.format(sum), { ...end, classes: ['is-total'] }));
    y += above + rowHeight + canvas.size * 0.8;
  });
  return {
    height: y - canvas.size * 0.8,
    content: [patternDefinitions(canvas, Math.max(2, data.series.length)), ...content],
  };
}
