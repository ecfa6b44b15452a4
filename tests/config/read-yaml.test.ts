import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { readYaml } from '../../src/config/read-yaml.js';
import { guardYaml } from '../../src/config/yaml-guard.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatPlace } from '../../src/diagnostics/place.js';

function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`);
}

/** The broken text, and where each finding stands; code is `data-file-is-readable` unless named. */
const broken: readonly (readonly [name: string, text: string, ...places: string[]])[] = [
  ['a colon in a value', 'headline: Almaty: what happened\n', '1:11'],
  ['words after a closing quote', 'a: b\nheadline: "Foo" bar\n', '2:17'],
  ['an apostrophe in single quotes', "a: 'It's'\n", '1:8'],
  ['a handle', 'a: @foo\n', '1:4'],
  ['a backtick', 'a: `x`\n', '1:4'],
  ['emphasis, which is an alias', 'a: *foo* bar\n', '1:4'],
  ['an anchor', 'a: &x b\n', '1:4'],
  ['an unknown tag', 'a: !x b\n', '1:4'],
  ['a known tag', 'a: !!str 12\n', '1:4'],
  ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\n', '1:4', '2:4', '2:8', '2:12'],
  ['a tab as indent', 'a:\n\tb: c\n', '2:1'],
  ['an unclosed list', 'a: [b\nc: d\n', '1:4'],
  ['an unclosed map', 'a: {b: c\n', '1:4'],
  ['a line without a key', 'a: b\nfoo\nc: d\n', '2:1'],
  ['an unclosed quote', 'a: "b\nc: d\n', '1:4'],
  ['a list on the line of its key', 'a: - b\n', '1:4'],
  ['an unknown escape', 'a: "\\q"\n', '1:5'],
  ['a second document', 'a: 1\n---\nb: 2\n', '2:1'],
  ['another YAML', '%YAML 1.1\n---\na: b\n', '1:1'],
  ['no space after the colon', 'a:b\n', '1:1'],
  ['a list where keys belong', '- a\n', '1:1'],
  ['a value without a key', ': b\n', '1:1'],
  ['a list as key', '? [a]\n: b\n', '1:3'],
  ['a merge key', '<<: {a: 1}\nb: 2\n', '1:1'],
  ['a key of JavaScript', '__proto__: {a: 1}\nb: {constructor: 2, prototype: 3}\n', '1:1', '2:5', '2:21'],
  ['a doubled key', 'a: 1\nb: 2\na: 3\n', '3:1'],
  ['a doubled key further in', 'x:\n  a: 1\n  "a": 3\n', '3:3'],
  ['a list under a text', 'a: b\n  - c\n', '2:3'],
];

describe('readYaml', () => {
  it.each(broken)('tells %s at its place', (_, text, ...places) => {
    const { diagnostics } = readYaml(text, 'x.yaml');
    expect(told(diagnostics)).toEqual(places.map((place) => `data-file-is-readable x.yaml:${place}`));
    for (const { what, why, fix } of diagnostics) {
      expect([what, why, fix].join(' ')).not.toMatch(/undefined|implicit|scalar|flow|token|node/i);
    }
  });

  it('keeps the other entries when one cannot be read, and says which one', () => {
    const { value, diagnostics } = readYaml('a: 1\nb: Almaty: what\n# c\nc:\n  - d\n', 'x.yaml');
    expect(told(diagnostics)).toEqual(['data-file-is-readable x.yaml:2:4']);
    expect(value.data).toEqual({ a: 1, c: ['d'] });
    expect([...value.unreadable]).toEqual(['b']);
    expect(value.positionOf(['c', 0])?.start).toEqual({ line: 5, column: 5, offset: 32 });
  });

  it('tells two faults of two entries', () => {
    const { diagnostics } = readYaml('a: x: y\nb: ok\nc: "d" e\n', 'x.yaml');
    expect(told(diagnostics)).toEqual([
      'data-file-is-readable x.yaml:1:4',
      'data-file-is-readable x.yaml:3:8',
    ]);
  });

  it('offers the line in quotes', () => {
    const fix = (text: string) => readYaml(text, 'x.yaml').diagnostics[0]?.fix;
    expect(fix('headline: Almaty: what\n')).toContain('`headline: "Almaty: what"`');
    expect(fix('headline: "Foo" bar\n')).toContain(`\`headline: '"Foo" bar'\``);
  });

  it('warns of words that a comment cuts off, and leaves real comments alone', () => {
    const { value, diagnostics } = readYaml(
      'a: Protest #1 in Almaty\nb: x  # a comment\nc: "# y"\n',
      'x.yaml',
    );
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['value-is-not-cut-by-comment', 'warning'],
    ]);
    expect(told(diagnostics)).toEqual(['value-is-not-cut-by-comment x.yaml:1:12']);
    expect(value.data).toEqual({ a: 'Protest', b: 'x', c: '# y' });
  });

  it('gives scalars as typed', () => {
    const { value } = readYaml(
      'a: NO\nb: 012\nc: 10:30\nd: "a\\nb"\ne: |\n  x\n  y\nf:\ng: [~, 1e3]\n',
      'x.yaml',
    );
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => value.textOf([key]));
    expect(texts).toEqual(['NO', '012', '10:30', 'a\nb', 'x\ny\n', '']);
    expect(value.textOf(['g', 1])).toBe('1e3');
    expect(value.textOf(['g'])).toBeUndefined();
    expect(value.textOf(['nothing'])).toBeUndefined();
    expect(value.data).toMatchObject({ a: 'NO', b: 12, c: '10:30', f: null });
  });

  it('makes plain objects without a prototype', () => {
    const { value } = readYaml('a: {b: 1}\n', 'x.yaml');
    const data = value.data as Record<string, object>;
    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.getPrototypeOf(data['a'])).toBeNull();
  });

  it('reads a text of nothing but comments as no keys', () => {
    for (const text of ['', '\n', '# only a comment\n']) {
      expect(readYaml(text, 'x.yaml')).toMatchObject({ value: { data: {} }, diagnostics: [] });
    }
  });

  it('shifts places by the origin, and tells missing keys of front matter at its opening line', () => {
    const opening = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 4, offset: 3 } };
    const origin = { start: { line: 2, column: 1, offset: 4 }, opening };
    const { value, diagnostics } = readYaml('a: 😀 x\nb: c: d\n', 'e.md', { origin });
    expect(told(diagnostics)).toEqual(['front-matter-is-readable e.md:3:4']);
    expect(value.positionOf(['a'])).toEqual({
      start: { line: 2, column: 4, offset: 7 },
      end: { line: 2, column: 8, offset: 11 },
    });
    expect(value.positionOf(['a'], 'key')?.start.column).toBe(1);
    expect(value.positionOf(['headline'])).toEqual(opening);
  });

  it('tells an absent key at its nearest parent', () => {
    const { value } = readYaml('a:\n  b: {c: 1}\n', 'x.yaml');
    expect(value.positionOf(['a', 'b', 'x'])?.start).toMatchObject({ line: 2, column: 3 });
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['closed brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['braces', `a: ${'{b: '.repeat(10_000)}`],
    ['hyphens', `${'- '.repeat(30_000)}a`],
    ['question marks', `${'? '.repeat(30_000)}a`],
    ['indents', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('refuses ten thousand levels of %s before parsing', (_, text) => {
    const { value, diagnostics } = readYaml(text, 'x.yaml');
    expect(told(diagnostics)).toHaveLength(1);
    expect(diagnostics[0]?.code).toBe('nesting-is-within-limit');
    expect(value.data).toBeUndefined();
  });

  it('counts keys', () => {
    const text = Array.from({ length: 1001 }, (_, index) => `k${index}: 1`).join('\n');
    expect(told(readYaml(text, 'x.yaml', { maxKeys: 1000 }).diagnostics)).toEqual([
      'size-is-within-limit x.yaml:1:1',
    ]);
    expect(readYaml(text, 'x.yaml', { maxKeys: 1001 }).diagnostics).toEqual([]);
  });

  it('gives back what was written, for all data', () => {
    const key = fc
      .stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
      .filter((name) => !['constructor', 'prototype'].includes(name));
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(key, tie('node'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, node, { minKeys: 1, maxKeys: 5 }), (data) => {
        // Read with `\n` line ends, as every caller hands it over.
        const text = stringify(data, { aliasDuplicateObjects: false });
        fc.pre(!text.includes('\r'));
        const { value, diagnostics } = readYaml(text, 'x.yaml');
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(JSON.parse(JSON.stringify(value.data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('never throws, and every finding stands inside the text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '- ',
      '? ',
      ': ',
      ', ',
      'a',
      'a: ',
      '\n',
      '  ',
      '\t',
      '"',
      "'",
      '#',
      '|\n',
      '>',
      '&',
      '*',
      '!',
      '%',
      '---\n',
      '...\n',
      '<<',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { value, diagnostics } = readYaml(text, 'x.yaml');
        for (const { place } of diagnostics) {
          if (place?.kind !== 'source') throw new Error('no place');
          expect(place.position?.start.offset).toBeLessThanOrEqual(text.length);
        }
        if (diagnostics.length === 0) expect(typeof value.data).toBe('object');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('guardYaml', () => {
  it('lets nothing deep through', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      '- ',
      '? ',
      ': ',
      ', ',
      'a',
      'a: ',
      '\n',
      ' ',
      '\n  ',
      '\n    ',
      '"',
      '|\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        fc.pre(guardYaml(text, 6).tooDeepAt === undefined);
        const parsed: unknown = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).toJS();
        // A list in the column of its key counts once, so the bound is twice the limit.
        expect(depthOf(parsed)).toBeLessThanOrEqual(13);
      }),
      { numRuns: 2000 },
    );
  });
});
