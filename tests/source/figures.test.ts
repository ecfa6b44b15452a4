import { describe, expect, it } from 'vitest';
import { readX } from './project.js';

const sources = 'src:\n  kind: report\n  title: T\n  author: A\n';

async function read(yaml: string, shared?: string) {
  const { value, told, diagnostics } = await readX({
    'sources.yaml': sources,
    'figures.yaml': yaml,
    ...(shared === undefined ? {} : { '/content/figures.yaml': shared }),
  });
  return {
    figures: value?.figures ?? new Map(),
    told: told.map((each) => each.replace('content/x/', '')),
    diagnostics,
  };
}

function entry(change: Readonly<Record<string, string | undefined>>, id = 'n'): string {
  const fields = {
    label: 'people',
    value: '13',
    unit: 'people',
    'as-of': '2022-01-06',
    source: 'src',
    ...change,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `${id}:\n${lines.map(([key, value]) => `  ${key}: ${value}\n`).join('')}`;
}

describe('figures.yaml', () => {
  it('reads a number', async () => {
    const { figures, told } = await read(entry({ status: 'reported', label: '{en: people, ru: люди}' }));
    expect(told).toEqual([]);
    expect(figures.get('n')).toMatchObject({
      id: 'n',
      label: { en: 'people', ru: 'люди' },
      value: 13,
      low: undefined,
      unit: 'people',
      asOf: { year: 2022, month: 1, day: 6 },
      source: 'src',
      status: 'reported',
      scope: 'document',
      place: { position: { start: { line: 1, column: 1 } } },
      fieldPlaces: { source: { position: { start: { line: 6, column: 11 } } } },
    });
  });

  it.each([
    ['people', 'people'],
    ['"%"', '%'],
    ['none', 'none'],
    ['2', '2'],
    ['{one: day, other: days}', { one: 'day', other: 'days' }],
    ['{en: people, ru: человек}', { en: 'people', ru: 'человек' }],
    ['{ru: {one: день, few: дня}}', { ru: { one: 'день', few: 'дня' } }],
    ['{en: days, ru: {one: день, few: дня}}', { en: { other: 'days' }, ru: { one: 'день', few: 'дня' } }],
  ])('reads the unit %s', async (typed, unit) => {
    const { figures, told } = await read(entry({ unit: typed }));
    expect(told).toEqual([]);
    expect(figures.get('n')?.unit).toEqual(unit);
  });

  it.each([[{ prefix: '$', unit: 'none' }], [{ prefix: '$', unit: undefined }], [{ unit: '{prefix: $}' }]])(
    'reads the prefix in %j',
    async (change) => {
      const { figures, told } = await read(entry(change));
      expect(told).toEqual([]);
      expect(figures.get('n')).toMatchObject({ prefix: '$', unit: 'none' });
    },
  );

  it.each([
    [{ value: undefined, low: '1000' }],
    [{ value: undefined, low: '1', high: '2' }],
    [{ value: undefined, words: 'dozens' }],
    [{ value: '2', low: '1', high: '3' }],
    [{ 'as-of': '2022' }],
  ])('takes %j', async (change) => {
    expect((await read(entry(change))).told).toEqual([]);
  });

  it.each([
    ['no label', { label: undefined }, 'figure-has-unit-and-date figures.yaml:1:1'],
    ['no value', { value: undefined }, 'figure-has-unit-and-date figures.yaml:1:1'],
    ['no unit', { unit: undefined }, 'figure-has-unit-and-date figures.yaml:1:1'],
    ['no date', { 'as-of': undefined }, 'figure-has-unit-and-date figures.yaml:1:1'],
    ['no source', { source: undefined }, 'figure-has-source figures.yaml:1:1'],
    ['an unknown source', { source: 'srk' }, 'figure-has-source figures.yaml:6:11'],
    ['a wrong date', { 'as-of': '2022-13' }, 'figure-has-unit-and-date figures.yaml:5:10'],
    ['a range as date', { 'as-of': '2022-01-01/2022-01-02' }, 'figure-has-unit-and-date figures.yaml:5:10'],
    ['a number in words', { value: 'thirteen' }, 'figure-has-unit-and-date figures.yaml:3:10'],
    ['a number with a separator', { value: '1,353' }, 'figure-has-unit-and-date figures.yaml:3:10'],
    [
      'low above high',
      { value: undefined, low: '3', high: '2' },
      'figure-has-unit-and-date figures.yaml:7:9',
    ],
    ['value above high', { high: '12' }, 'figure-has-unit-and-date figures.yaml:7:9'],
    ['low above value', { low: '14' }, 'figure-has-unit-and-date figures.yaml:3:10'],
    ['an unknown status', { status: 'confrmed' }, 'values-are-known figures.yaml:7:11'],
    ['an unknown key', { lable: 'x' }, 'keys-and-blocks-are-known figures.yaml:7:3'],
    ['a number that it replaces and that is none', { supersedes: 'm' }, 'values-are-known figures.yaml:7:15'],
    ['a number that replaces itself', { supersedes: 'n' }, 'figure-is-current figures.yaml:7:15'],
    [
      'an unknown plural form',
      { unit: '{one: day, others: days}' },
      'keys-and-blocks-are-known figures.yaml:4:20',
    ],
  ])('tells %s at its place', async (_, change, place) => {
    const { told, diagnostics } = await read(entry(change));
    expect(told).toEqual([place]);
    for (const { what, why, fix } of diagnostics)
      expect([what, why, fix].every((part) => part.length > 10)).toBe(true);
  });

  it('tells numbers that replace each other in a circle', async () => {
    const { told } = await read(entry({ supersedes: 'm' }) + entry({ supersedes: 'n' }, 'm'));
    expect(told).toEqual(['figure-is-current figures.yaml:7:15', 'figure-is-current figures.yaml:14:15']);
  });

  it('warns when a replaced number still counts as current', async () => {
    const { told, diagnostics } = await read(entry({ supersedes: 'm' }) + entry({ status: 'reported' }, 'm'));
    expect(told).toEqual(['figure-is-current figures.yaml:14:11']);
    expect(diagnostics[0]?.severity).toBe('warning');
    const fine = await read(entry({ supersedes: 'm' }) + entry({ status: 'superseded' }, 'm'));
    expect(fine.told).toEqual([]);
  });

  it('tells an id twice, and lets the nearer of two files win', async () => {
    expect((await read(entry({}) + entry({ value: '2' }))).told).toEqual(['id-is-unique figures.yaml:7:1']);
    const { figures, told } = await read(entry({}), entry({ value: '2' }));
    expect(told).toEqual(['id-is-unique figures.yaml:1:1']);
    expect(figures.get('n')).toMatchObject({ value: 13, scope: 'document' });
  });

  it('tells an entry that is text', async () => {
    expect((await read('n: 13\n')).told).toEqual(['values-are-known figures.yaml:1:1']);
  });
});
