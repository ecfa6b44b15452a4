import fc from 'fast-check';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/blocks/chart/csv.js';
import { type ChartData, extremesOf } from '../../src/blocks/chart/data.js';
import type { Canvas } from '../../src/blocks/chart/draw/canvas.js';
import { roundTicks } from '../../src/blocks/chart/draw/scale.js';
import { chartSvg, chartTypes } from '../../src/blocks/chart/draw/svg.js';
import { widthOf } from '../../src/blocks/chart/draw/words.js';
import { textOf } from '../../src/html/elements.js';
import { elementsOf, serialise } from '../../src/html/serialise.js';
import { chain } from './chain.js';

const canvas = (more: Partial<Canvas> = {}): Canvas => ({
  width: 640,
  size: 15,
  rtl: false,
  id: 'c',
  format: (value) => String(value),
  ...more,
});

function all(svg: Element): Element[] {
  return elementsOf({ type: 'root', children: [svg] });
}

function marks(svg: Element): Element[] {
  return all(svg).filter(({ properties }) =>
    (properties['className'] as string[] | undefined)?.includes('chart-mark'),
  );
}

const one: ChartData = { categories: ['a', 'b', 'c'], series: [{ name: 'n', values: [1000, 250, 0] }] };

describe('bars', () => {
  it('are as long as their numbers', () => {
    const lengths = marks(chartSvg('bar', canvas(), one, 'x')).map(({ properties }) =>
      Number(properties['width']),
    );
    expect(lengths[1]).toBeCloseTo((lengths[0] ?? 0) / 4, 1);
    expect(lengths[2]).toBe(0);
  });

  it('begin at the same line, below zero on the other side', () => {
    const data = { categories: ['a', 'b'], series: [{ name: 'n', values: [10, -5] }] };
    const [up, down] = marks(chartSvg('bar', canvas(), data, 'x')).map(({ properties }) => properties);
    expect(Number(down?.['x']) + Number(down?.['width'])).toBeCloseTo(Number(up?.['x']), 1);
    expect(Number(up?.['width'])).toBeCloseTo(2 * Number(down?.['width']), 1);
  });

  it('are mirrored on right-to-left pages', () => {
    const left = marks(chartSvg('bar', canvas(), one, 'x'))[0]?.properties;
    const right = marks(chartSvg('bar', canvas({ rtl: true }), one, 'x'))[0]?.properties;
    expect(Number(right?.['x'])).toBeCloseTo(640 - Number(left?.['x']) - Number(left?.['width']), 1);
  });

  it('mark the highest of a single series and give several a pattern each', () => {
    const focus = marks(chartSvg('bar', canvas(), one, 'x')).map(({ properties }) =>
      (properties['className'] as string[]).includes('is-focus'),
    );
    expect(focus).toEqual([true, false, false]);
    const two = {
      categories: ['a'],
      series: [
        { name: 'n', values: [1] },
        { name: 'm', values: [2] },
      ],
    };
    const html = serialise({ type: 'root', children: [chartSvg('bar', canvas(), two, 'x')] });
    expect(html).toContain('<pattern id="c-pattern-2"');
    expect(html).toContain('fill="url(#c-pattern-2)"');
  });
});

describe('labels of rows', () => {
  /** The right end of each line of a label, and the left and upper edges of the marks, from left to right. */
  const measure = (svg: Element, size: number) => {
    const labels = all(svg).filter(({ properties }) =>
      (properties['className'] as string[] | undefined)?.includes('chart-label'),
    );
    const lines = labels.flatMap((label) => {
      const spans = elementsOf({ type: 'root', children: label.children });
      return (spans.length === 0 ? [label] : spans).map(textOf);
    });
    const lowest = labels.map(
      ({ properties, children }) => Number(properties['y']) + (children.length - 1) * size * 1.25,
    );
    const columns = marks(svg).map(({ properties }) => Number(properties['x']));
    const tops = marks(svg).map(({ properties }) => Number(properties['y']));
    return {
      lines,
      end: Math.max(...lines.map((line) => widthOf(line, size))),
      left: Math.min(...columns),
      lowest,
      tops,
    };
  };
  const longWord = 'Bezirksverwaltungszuständigkeitsverordnung';
  const of = (...categories: string[]): ChartData => ({
    categories,
    series: [{ name: 'n', values: categories.map((_, row) => 7 - row) }],
  });

  it.each([14, 22])('never reach their bars: in type of %s px, words stand in lines, or above', (size) => {
    const short = measure(
      chartSvg('bar', canvas({ size }), of('Almaty', 'The region of East Kazakhstan'), 'x'),
      size,
    );
    expect(short.end).toBeLessThan(short.left);
    const long = measure(chartSvg('bar', canvas({ size }), of('Almaty', longWord), 'x'), size);
    expect(long.left).toBe(0);
    for (const [row, top] of long.tops.entries()) expect(long.lowest[row]).toBeLessThan(top);
    expect(long.lines.join('')).toBe(`Almaty${longWord}`);
  });

  it('break a word that is longer than the drawing, and keep each sign of it', () => {
    const found = measure(chartSvg('bar', canvas({ size: 22 }), of(longWord.repeat(2)), 'x'), 22);
    expect(found.lines).toHaveLength(2);
    expect(found.end).toBeLessThanOrEqual(640);
    expect(found.lines.join('')).toBe(longWord.repeat(2));
  });

  it('of dots begin inside the drawing, on as many lines as they take', () => {
    const svg = chartSvg(
      'dot',
      canvas({ size: 22 }),
      of('Almaty and the region around it, without the city', 'b'),
      'x',
    );
    const label = all(svg).find(({ tagName, children }) => tagName === 'text' && children.length > 2);
    expect(Number(label?.properties['y'])).toBeGreaterThan(22);
  });

  it('leave the bars their room where values are long', () => {
    const format = (value: number): string => `${value},000,000,000 tonnes of wheat and barley`;
    const svg = chartSvg('bar', canvas({ size: 22, format }), of('A region in the east', 'Another'), 'x');
    expect(measure(svg, 22).left).toBe(0);
  });
});

describe('columns', () => {
  it('become bars where their labels would collide', () => {
    const long = Array.from({ length: 8 }, (_, index) => `Administrative-region-${index}`);
    const data = { categories: long, series: [{ name: 'n', values: long.map(() => 3) }] };
    const column = marks(chartSvg('column', canvas(), data, 'x'))[0]?.properties;
    expect(Number(column?.['width'])).toBeGreaterThan(Number(column?.['height']));
  });
});

describe('lines', () => {
  it('keep the distances of dates', () => {
    const data = { categories: ['2010', '2012', '2022'], series: [{ name: 'n', values: [1, 2, 3] }] };
    const places = marks(chartSvg('line', canvas(), data, 'x')).map(({ properties }) =>
      Number(/\(([\d.]+)/.exec(String(properties['transform']))?.[1]),
    );
    const [first = 0, second = 0, last = 0] = places;
    expect((second - first) / (last - first)).toBeCloseTo(2 / 12, 2);
  });

  it('are interrupted at gaps', () => {
    const data = {
      categories: ['a', 'b', 'c', 'd', 'e'],
      series: [{ name: 'n', values: [1, 2, null, 3, 4] }],
    };
    const path = all(chartSvg('line', canvas(), data, 'x')).find(({ properties }) =>
      (properties['className'] as string[] | undefined)?.includes('chart-line'),
    );
    expect(String(path?.properties['d']).match(/M/g)).toHaveLength(2);
  });
});

const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
/** What no chart may say by itself, and so no author says in these examples either. */
const unsaid = /NaN|Infinity|undefined/;
const name = (size: fc.StringConstraints) => fc.string(size).filter((text) => !unsaid.test(text));
const data = fc
  .tuple(
    fc.array(name({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([categories, count]) =>
    fc.record({
      categories: fc.constant(categories),
      series: fc.array(
        fc.record({
          name: name({ maxLength: 20 }),
          values: fc.array(value, { minLength: categories.length, maxLength: categories.length }),
        }),
        { minLength: count, maxLength: count },
      ),
    }),
  )
  .filter(({ series }) => series.some(({ values }) => values.some((one) => one !== null)));

describe.each(chartTypes)('%s', (type) => {
  it('draws any numbers inside its sheet, and all of the same in the same way', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(320, 640), fc.boolean(), (given, width, rtl) => {
        const some =
          type === 'stacked'
            ? {
                ...given,
                series: given.series.map((s) => ({
                  ...s,
                  values: s.values.map((v) => (v === null ? null : Math.abs(v))),
                })),
              }
            : given;
        const sheet = canvas({ width, rtl, format: (number) => number.toFixed(1) });
        const svg = chartSvg(type, sheet, some, 'x');
        const html = serialise({ type: 'root', children: [svg] });
        expect(html).not.toMatch(unsaid);
        expect(serialise({ type: 'root', children: [chartSvg(type, sheet, some, 'x')] })).toBe(html);
        const height = Number(svg.properties['height']);
        for (const { tagName, properties } of all(svg)) {
          if (tagName !== 'rect') continue;
          expect(Number(properties['width'])).toBeGreaterThanOrEqual(0);
          expect(Number(properties['x'])).toBeGreaterThanOrEqual(-0.02);
          expect(Number(properties['x']) + Number(properties['width'])).toBeLessThanOrEqual(width + 0.02);
          expect(Number(properties['y']) + Number(properties['height'])).toBeLessThanOrEqual(height + 0.02);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it.each(['bar', 'dot'] as const)('%s charts write out every number', (type) => {
  const some = {
    categories: ['a', 'b'],
    series: [
      { name: 'n', values: [13, 353] },
      { name: 'm', values: [7, 62] },
    ],
  };
  const words = all(chartSvg(type, canvas(), some, 'x'))
    .filter(({ tagName }) => tagName === 'text')
    .map(textOf);
  for (const number of ['13', '353', '7', '62']) expect(words).toContain(number);
});

it('takes round ticks', () => {
  expect(roundTicks(0, 97, 4)).toEqual([0, 25, 50, 75, 100]);
  expect(roundTicks(0.1, 0.35, 4)).toEqual([0.1, 0.2, 0.3, 0.4]);
  expect(roundTicks(-30, 353, 4)).toEqual([-100, 0, 100, 200, 300, 400]);
});

it('gives the data as comma-separated values', () => {
  const some = {
    categories: ['All, together', '=1+1'],
    series: [{ name: 'He said "no"', values: [1234.5, null] }],
  };
  expect(csvOf(some)).toBe(',"He said ""no"""\r\n"All, together",1234.5\r\n\'=1+1,\r\n');
});

it('names the extremes', () => {
  expect(extremesOf(one)).toEqual({
    high: { category: 'a', series: 'n', value: 1000 },
    low: { category: 'c', series: 'n', value: 0 },
  });
});

describe('a chart in a page', () => {
  const table = '| Count | People |\n|---|---|\n| All | 1.000,5 |\n| Some | 62 |';

  it('reads numbers in the page’s own form', () => {
    const { html, diagnostics } = chain(`:::chart{title="T" source=cnn}\nF.\n\n${table}\n:::`, 'de');
    expect(diagnostics).toEqual([]);
    expect(serialise(html('screen').slots.body)).toContain('>1.000,5</text>');
    const csv = html('screen').assets.find(({ path }) => path.endsWith('.csv'));
    expect(new TextDecoder().decode(csv?.bytes)).toBe(',People\r\nAll,1000.5\r\nSome,62\r\n');
  });

  it('is named by title and finding, without its note', () => {
    const body = serialise(
      chain(
        `:::chart{title="Injured" source=cnn}\nMost live. [@cnn]\n\n${table.replace('1.000,5', '1,000')}\n:::`,
      ).html('print').slots.body,
    );
    expect(body).toContain('aria-label="Injured. Most live."');
  });

  it('names highest and lowest where nobody says what it shows', () => {
    const body = serialise(
      chain(
        `:::chart{title="Injured" unit="people" source=cnn}\n${table.replace('1.000,5', '1,000')}\n:::`,
      ).html('print').slots.body,
    );
    expect(body).toContain('aria-label="Injured. Highest: All (1,000). Lowest: Some (62)."');
    expect(body).toContain('<p class="caption-text">Highest: All (1,000). Lowest: Some (62).</p>');
  });
});
