import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/config/defaults.js';
import { codeLines } from '../../src/document/code-lines.js';
import { findOverLimits, readingLimits } from '../../src/document/reading-limits.js';
import { parseBody } from './support.js';

const limits = { ...readingLimits, levels: 100 };

function kinds(text: string): readonly string[] {
  return findOverLimits(text, limits).over.map(({ kind }) => kind);
}

describe('reading limits', () => {
  it.each([
    ['quotes', `${'>'.repeat(10_000)} deep`, 'levels'],
    ['lists on one line', `${'- '.repeat(1000)}deep`, 'levels'],
    [
      'lists line by line',
      Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
      'levels',
    ],
    [
      'lists with blank lines',
      Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- x\n`).join('\n'),
      'levels',
    ],
    ['brackets', '[ ('.repeat(40_000), 'brackets'],
    ['pictures', '!['.repeat(2000), 'brackets'],
    ['stars', '*a '.repeat(60_000), 'emphasis'],
    ['stars over lines', '*a\n'.repeat(2000), 'emphasis'],
    ['lines', 'a\n'.repeat(6000), 'lines'],
    ['definitions', '[a]: b\n'.repeat(6000), 'brackets'],
    ['columns', `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|`, 'columns'],
    ['cells', `|a|b|\n|-|-|\n${`${'|c'.repeat(150)}|\n`.repeat(800)}`, 'cells'],
    ['paragraphs', 'a\n\n'.repeat(11_000), 'pieces'],
  ])('stop %s', (_, text, kind) => {
    expect(new Set(kinds(text))).toContain(kind);
  });

  it.each([
    ['a level 50 list', Array.from({ length: 50 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
    ['a long list', '- **a** [b](c) and more\n'.repeat(1500)],
    ['a long table', `| a | b |\n|---|---|\n${'| **c** | [d](e) |\n'.repeat(1500)}`],
    ['code', `\`\`\`\n${'>'.repeat(10_000)}\n\`\`\``],
    ['wide indentation', `${' '.repeat(400)}x`],
    ['many siblings', 'a\n\n- b\n  - c\n\n'.repeat(500)],
    ['a long paragraph', 'word [@a] and *more* words. '.repeat(200)],
  ])('let %s pass', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('are told at the first character that is too much, and keep every word', () => {
    const parsed = parseBody(`Before.\n\n${'>'.repeat(150)} deep words\n\nAfter *all*.`);
    expect(parsed.found).toEqual(['3:101 nesting-is-within-limit']);
    expect(parsed.explainer.tree.children).toMatchObject([
      { type: 'paragraph' },
      { type: 'code', value: `${'>'.repeat(150)} deep words`, position: { start: { line: 8, column: 1 } } },
      { type: 'paragraph', children: [{ value: 'After ' }, { type: 'emphasis' }, { value: '.' }] },
    ]);
  });

  it('take the number of levels from the settings', () => {
    const body = '> > > a';
    expect(parseBody(body).found).toEqual([]);
    const config = { limits: { ...defaultLimits, nestingLevels: 2 } };
    expect(parseBody(body, { config }).found).toEqual(['1:5 nesting-is-within-limit']);
  });

  it('count blocks inside each other too', () => {
    const deep = 150;
    const open = Array.from({ length: deep }, (_, level) => `${':'.repeat(deep + 3 - level)}x`);
    const close = open.map((line) => line.slice(0, -1)).toReversed();
    const parsed = parseBody([...open, 'words', ...close].join('\n'), { blocks: new Map() });
    expect(parsed.found.filter((line) => line.includes('nesting'))).toEqual([
      '101:1 nesting-is-within-limit',
    ]);
    expect(JSON.stringify(parsed.explainer.tree)).toContain('words');
  });
});

describe('hostile text', () => {
  /** Texts that make careless readers slow or overflow their stack; each is parsed and keeps its words. */
  const texts: Readonly<Record<string, string>> = {
    quotes: '>'.repeat(100_000),
    stars: '*'.repeat(60_000),
    'star words': '*a **b '.repeat(30_000),
    brackets: '[ ('.repeat(40_000),
    comments: '<!--'.repeat(60_000),
    'closed comments': '<!-- a -->'.repeat(20_000),
    backticks: '`a '.repeat(20_000),
    'backtick runs': Array.from({ length: 400 }, (_, length) => '`'.repeat(length + 1)).join(' '),
    'list levels': Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
    'open blocks': ':::note\n'.repeat(1000),
    'closing lines': ':::\n\n'.repeat(1000),
    citations: '[@a '.repeat(20_000),
    'citation keys': '@a.b-'.repeat(3000),
    directives: ':a['.repeat(20_000),
    braces: ':a{'.repeat(20_000),
    tags: '<a '.repeat(5000),
    'open tags': '<b>'.repeat(900),
    entities: '&'.repeat(50_000),
    hashes: '#'.repeat(50_000),
    pipes: '|'.repeat(50_000),
    quotation: `"'`.repeat(5000),
    spaces: `a${' '.repeat(50_000)}b`,
    footnotes: '[^a'.repeat(20_000),
    dashes: '-'.repeat(100_000),
    'curly attributes': `:::note{title=${'“a '.repeat(5000)}}`,
    'many attributes': `:::note{${'a=b '.repeat(5000)}}\n:::`,
  };

  it.each(Object.keys(texts))('is read in the end: %s', (name) => {
    const parsed = parseBody(texts[name] ?? '', { sources: ['a'] });
    expect(parsed.explainer.tree.type).toBe('root');
  });
});

describe('code lines', () => {
  it.each([
    ['```\na\n```\nb', '###.'],
    ['~~~ js\n```\n~~~\nb', '###.'],
    ['> ```\n> a\nb', '##.'],
    ['- ```\n  a\n\n  b\nc', '####.'],
    ['    a\n\n    b\nc', '#.#.'],
    ['a\n    b', '..'],
    ['- a\n\n    b', '...'],
    ['``` a`b\nc', '..'],
    ['````\n```\n````\nx', '###.'],
    ['```\nnever closed', '##'],
  ])('are those of fenced and indented code: %s', (text, expected) => {
    const lines = codeLines();
    expect(
      text
        .split('\n')
        .map((line) => (lines.next(line) ? '#' : '.'))
        .join(''),
    ).toBe(expected);
  });
});
