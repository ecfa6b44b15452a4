/** Lines over time or steps: each series named at its end, first and last value written out. */

import type { Element } from 'hast';
import { element } from '../../../html/elements.js';
import { parsePartialDate, toInstant } from '../../../language/partial-date.js';
import type { ChartData, Series } from '../data.js';
import { type Canvas, type Drawing, flip, rounded, rule } from './canvas.js';
import { dashes, marker } from './markers.js';
import { exact, linear, type Scale } from './scale.js';
import { lineShare, widest, widthOf, words, wrap } from './words.js';

interface Frame {
  readonly canvas: Canvas;
  readonly x: readonly number[];
  readonly y: Scale;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Places of the categories: true to time when all of them are dates, else in equal steps. */
function positions(categories: readonly string[], left: number, right: number): number[] {
  const dates = categories.map((category) => parsePartialDate(category));
  const instants = dates.map((date) => (date === undefined ? Number.NaN : toInstant(date, 'UTC')));
  const rising = instants.every((instant, index) => index === 0 || instant > (instants[index - 1] ?? 0));
  if (categories.length > 1 && rising && instants.every((instant) => !Number.isNaN(instant))) {
    const scale = exact(instants[0] ?? 0, instants.at(-1) ?? 1, left, right);
    return instants.map((instant) => scale.at(instant));
  }
  if (categories.length === 1) return [(left + right) / 2];
  return categories.map((_, index) => left + ((right - left) * index) / Math.max(1, categories.length - 1));
}

function frameOf(canvas: Canvas, data: ChartData): Frame {
  const values = data.series.flatMap((series) => series.values).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // Close to nothing, the axis begins there; far from it, a line may begin higher, since it shows change.
  const from = low >= 0 && low < high * 0.5 ? 0 : low;
  const top = canvas.size * lineShare;
  const bottom = top + canvas.width * 0.42;
  const y = linear(from, high, bottom, top);
  const ticks = widest(
    y.ticks.map((tick) => canvas.format(tick)),
    canvas.size,
  );
  const names = data.series.length > 1 ? data.series.map(({ name }) => name) : [];
  const values2 = data.series
    .map(({ values: own }) => lastOf(own))
    .map((last) => (last === undefined ? '' : canvas.format(last.value)));
  const ends = names.length > 0 ? names.map((name, index) => `${name} ${values2[index] ?? ''}`) : values2;
  const left = ticks + canvas.size;
  const right = canvas.width - Math.min(widest(ends, canvas.size) + canvas.size, canvas.width * 0.36);
  return { canvas, x: positions(data.categories, left, right), y, top, bottom, left, right };
}

function lastOf(
  values: readonly (number | null)[],
): { readonly value: number; readonly index: number } | undefined {
  const index = values.findLastIndex((value) => value !== null);
  const value = values[index];
  return value === null || value === undefined ? undefined : { value, index };
}

function gridOf(frame: Frame): Element[] {
  const { canvas, y } = frame;
  return y.ticks.flatMap((tick, index) => [
    rule(canvas, index === 0 ? 'axis' : 'grid', [frame.left, y.at(tick)], [frame.right, y.at(tick)]),
    words(canvas, canvas.format(tick), {
      kind: 'tick',
      x: frame.left - canvas.size * 0.5,
      y: y.at(tick),
      anchor: 'end',
    }),
  ]);
}

/** The line, interrupted at gaps, and its points. */
function lineOf(frame: Frame, series: Series, number: number): Element[] {
  const { canvas } = frame;
  const runs: string[][] = [[]];
  const points: Element[] = [];
  series.values.forEach((value, index) => {
    const x = frame.x[index];
    if (value === null || x === undefined) {
      runs.push([]);
      return;
    }
    const y = frame.y.at(value);
    runs.at(-1)?.push(`${flip(canvas, x)} ${rounded(y)}`);
    points.push(marker(canvas, x, y, number));
  });
  const d = runs
    .filter((run) => run.length > 1)
    .map((run) => `M${run.join('L')}`)
    .join('');
  const className = ['chart-line', `series-${number}`];
  const path =
    d === ''
      ? []
      : [
          element('path', {
            className,
            d,
            fill: 'none',
            strokeDashArray: dashes[(number - 1) % dashes.length],
          }),
        ];
  return [...path, ...points];
}

interface End {
  readonly words: string;
  readonly series: number;
  y: number;
}

/** Names at the ends of the lines, moved apart where they would touch. */
function endsOf(frame: Frame, data: ChartData): Element[] {
  const { canvas } = frame;
  const several = data.series.length > 1;
  const ends = data.series.flatMap((series, index): End[] => {
    const last = lastOf(series.values);
    if (last === undefined) return [];
    const value = canvas.format(last.value);
    return [
      { words: several ? `${series.name} ${value}` : value, series: index + 1, y: frame.y.at(last.value) },
    ];
  });
  const line = canvas.size * lineShare;
  ends.sort((a, b) => a.y - b.y);
  ends.forEach((end, index) => {
    const above = ends[index - 1];
    if (above !== undefined) end.y = Math.max(end.y, above.y + line * wrapped(frame, above.words).length);
  });
  return ends.map((end) =>
    words(canvas, wrapped(frame, end.words), {
      kind: 'value',
      x: frame.right + canvas.size * 0.7,
      y: end.y,
      classes: [`series-${end.series}`],
    }),
  );
}

function wrapped(frame: Frame, end: string): string[] {
  return wrap(end, frame.canvas.width - frame.right - frame.canvas.size * 0.7, frame.canvas.size);
}

/** Labels below the axis; where all do not fit, only some are written, the first and the last among them. */
function categoryLabels(frame: Frame, categories: readonly string[]): Element[] {
  const { canvas } = frame;
  const last = categories.length - 1;
  const made: Element[] = [];
  let free = Number.NEGATIVE_INFINITY;
  const width = (index: number): number => widthOf(categories[index] ?? '', canvas.size);
  const lastStart = (frame.x[last] ?? 0) - width(last) / 2 - canvas.size * 0.5;
  categories.forEach((category, index) => {
    const x = frame.x[index] ?? 0;
    const start = x - width(index) / 2;
    const fits = start >= free && (index === last || x + width(index) / 2 <= lastStart);
    if (!fits && index !== 0 && index !== last) return;
    free = x + width(index) / 2 + canvas.size * 0.5;
    const at = { kind: 'tick' as const, x, y: frame.bottom + canvas.size * 1.1, anchor: 'middle' as const };
    made.push(words(canvas, category, at));
  });
  return made;
}

/** Draws the lines. */
export function drawLines(canvas: Canvas, data: ChartData): Drawing {
  const frame = frameOf(canvas, data);
  const lines = data.series.flatMap((series, index) => lineOf(frame, series, index + 1));
  return {
    height: frame.bottom + canvas.size * 2,
    content: [...gridOf(frame), ...lines, ...categoryLabels(frame, data.categories), ...endsOf(frame, data)],
  };
}
