import { describe, expect, it } from 'vitest';
import { bodyLimits } from '../../src/source/limits.js';
import { told } from './project.js';

const look = (body: string, levels = 100) =>
  told(bodyLimits(body, { line: 10, column: 1, offset: 200 }, 'e.md', levels));

const listOf = (levels: number, step: string): string =>
  Array.from({ length: levels }, (_, level) => `${step.repeat(level)}- a`).join('\n');

const fences = (levels: number): string =>
  `${Array.from({ length: levels }, (_, level) => `${':'.repeat(levels + 3 - level)}note`).join('\n')}\ntext\n${Array.from({ length: levels }, (_, level) => ':'.repeat(level + 4)).join('\n')}`;

describe('bodyLimits', () => {
  it.each([
    ['quotes', (n: number) => `${'> '.repeat(n)}a`],
    ['quotes without spaces', (n: number) => `${'>'.repeat(n)}a`],
    ['list items on one line', (n: number) => `${'- '.repeat(n)}a`],
    ['numbered items on one line', (n: number) => `${'1. '.repeat(n)}a`],
    ['nested items', (n: number) => listOf(n, '  ')],
    ['nested items with wide steps', (n: number) => listOf(n, '    ')],
    ['items in quotes', (n: number) => `${'> - '.repeat(n / 2)}a`],
    ['nested items in a quote', (n: number) => listOf(n - 1, '  ').replace(/^/gm, '> ')],
    ['blocks', (n: number) => fences(n)],
    ['open brackets', (n: number) => 'a ['.repeat(n)],
    ['open brackets over lines', (n: number) => 'a [\n'.repeat(n)],
    ['closed brackets', (n: number) => `${'['.repeat(n)}a${']'.repeat(n)}`],
  ])('lets 49 and 100 levels of %s pass and stops 102', (_, text) => {
    expect(look(text(48))).toEqual([]);
    expect(look(text(100))).toEqual([]);
    expect(look(text(102))).toHaveLength(1);
    expect(look(text(102))[0]).toMatch(/^nesting-is-within-limit e\.md:/);
    expect(look(text(10_000))).toHaveLength(1);
  });

  it.each([
    [`${'> '.repeat(3)}a`, 'nesting-is-within-limit e.md:10:7'],
    ['a\n\n- b\n  - c\n    - d', 'nesting-is-within-limit e.md:14:7'],
    [':::::a\n::::b\n:::c', 'nesting-is-within-limit e.md:12:1'],
    ['a [ b [ c [', 'nesting-is-within-limit e.md:10:11'],
  ])('says where %j goes too deep', (text, place) => {
    expect(look(text, 2)).toEqual([place]);
  });

  it.each([
    ['a long list', listOf(1, '').concat('\n').repeat(500)],
    ['a list that goes in and out', '- a\n  - b\n    - c\n- d\n'.repeat(200)],
    ['many quotes one after the other', '> a\n\n'.repeat(500)],
    ['many blocks one after the other', ':::note\na\n:::\n\n'.repeat(300)],
    ['a list of open brackets', '- a [b\n'.repeat(300)],
    ['brackets that close', 'see [a](b) and [@c, p. 3] '.repeat(300)],
    ['brackets with backslashes', '\\[ '.repeat(300)],
    ['a paragraph of bold words', '**a** b '.repeat(400)],
    ['a list of bold words', '- **a** b **c**\n'.repeat(600)],
    ['code', `\`\`\`\n${'['.repeat(300)}\n${'> '.repeat(300)}\n\`\`\`\n`],
    ['tables', `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(1000)}`],
    ['hyphens and stars in prose', `${'-'.repeat(300)}\n\n${'*'.repeat(300)}\n\n${'+ '.repeat(3)}`],
    ['deep code in an item', `- a\n\n${' '.repeat(120)}b\n`],
  ])('lets %s pass', (_, text) => {
    expect(look(text)).toEqual([]);
  });

  it.each([
    ['emphasis', '*a '.repeat(1001), 'size-is-within-limit e.md:10:3001'],
    ['strong emphasis', 'a**b'.repeat(1001), 'size-is-within-limit e.md:10:4002'],
    ['emphasis over lines', '*a\n'.repeat(1001), 'size-is-within-limit e.md:1010:1'],
    ['columns', `|${' a |'.repeat(201)}`, 'size-is-within-limit e.md:10:1'],
    ['cells', `|${' a |'.repeat(200)}\n`.repeat(501), 'size-is-within-limit e.md:510:1'],
    ['notes', '[^a]: b\n'.repeat(5001), 'size-is-within-limit e.md:5010:1'],
  ])('stops too much of %s', (_, text, place) => {
    expect(look(text)).toEqual([place]);
  });

  it('is not led to skip text by a fence that does not hold it', () => {
    const deep = `${'> '.repeat(200)}a`;
    expect(look(`- a\n  \`\`\`\n\n${deep}`)).toHaveLength(1);
    expect(look(`> \`\`\`\n${deep}`)).toHaveLength(1);
    expect(look(`:::note\n\`\`\`\n:::\n${deep}`)).toHaveLength(1);
    expect(look(`\`\`\`a\`b\n${deep}`)).toHaveLength(1);
    expect(look(`\`\`\`\n\`\`\`\n${deep}`)).toHaveLength(1);
  });
});
