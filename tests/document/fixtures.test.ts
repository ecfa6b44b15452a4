import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import type { BlockReader } from '../../src/document/work.js';
import { imageFile, parseFile, type Setting } from './support.js';

const folder = 'tests/document/fixtures';

const setting: Setting = {
  sources: ['a', 'b'],
  images: { 'hall.jpg': imageFile('hall.jpg') },
  figures: 'n1:\n  label: l\n  value: 1\n  unit: none\n  as-of: 2022\n  source: a\n',
  blocks: new Map<string, BlockReader>(blocks.map((block) => [block.name, block])),
};

/** `line code` of every finding that a fixture asks for beside the offending line. */
function expectedIn(text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const asked = [...line.matchAll(/(?:<!--|#) expect: ([a-z0-9-]+)/gu)];
    return asked.map(([, code]) => `${index + 1} ${code}`);
  });
}

const sorted = (lines: readonly string[]): string[] =>
  lines.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));

describe('a broken document', () => {
  it.each(readdirSync(`${folder}/broken`))(
    'has exactly the findings written beside its lines: %s',
    (name) => {
      const text = readFileSync(`${folder}/broken/${name}`, 'utf8');
      const found = parseFile(text, setting).found.map((line) =>
        line.replace(/:\d+ /u, ' ').replace(/ \(\w+\)$/u, ''),
      );
      expect(sorted(found)).toEqual(sorted(expectedIn(text)));
    },
  );
});

describe('a good document', () => {
  it.each(readdirSync(`${folder}/good`))('has no finding: %s', (name) => {
    const { diagnostics } = parseFile(readFileSync(`${folder}/good/${name}`, 'utf8'), setting);
    expect(diagnostics).toEqual([]);
  });
});
