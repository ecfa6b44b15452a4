/** The designers' guide says what is true: its theme loads without a finding, and it names all that templates may use. */

import { readFile } from 'node:fs/promises';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import { themeCommand } from '../../src/cli/theme.parser.js';
import { blockParts } from '../../src/theme/block-shape.js';
import { helperForms } from '../../src/theme/helpers.js';
import { slotNames, templateViewShape } from '../../src/theme/view-shape.js';
import { brief, findingsOf, houseTheme } from '../theme/a-theme.js';
import { examplesIn } from './guide-examples.js';

const guide = await readFile(new URL('../../docs/designers.md', import.meta.url), 'utf8');
const examples = examplesIn(guide);
const files = Object.fromEntries(
  examples.filter(({ words }) => words.length === 1).map(({ words, text }) => [words[0] ?? '', text]),
);
const faulty = examples.filter(({ words }) => words[0] === 'finds');

describe('the theme of docs/designers.md', () => {
  it('is complete', async () => {
    expect(Object.keys(files)).toEqual([
      'theme.yaml',
      'styles/theme.css',
      'partials/footer.hbs',
      'blocks/timeline.hbs',
    ]);
    expect(await findingsOf(houseTheme(files))).toEqual([]);
  });

  it('can be read on paper and on screens', async () => {
    const { colours } = (await houseTheme(files)).value;
    const ratio = (mode: 'light' | 'dark' | 'print' | 'printClear'): number =>
      wcagContrast(colours['accent']?.[mode] ?? '', colours['ground']?.[mode] ?? '');
    expect(ratio('light')).toBeGreaterThan(4.5);
    expect(ratio('dark')).toBeGreaterThan(4.5);
    expect(ratio('print')).toBeGreaterThan(7);
    expect(ratio('printClear')).toBeGreaterThan(10);
  });

  it.each(faulty.map((example) => [example.words[1] ?? '', example] as const))(
    'shows %s',
    async (code, example) => {
      const [, , file = ''] = example.words;
      const quoted = new RegExp(`^templates/courier/(${file}:\\S+)\\s+error\\s+${code}$`, 'm').exec(
        guide,
      )?.[1];
      const findings = brief(await findingsOf(houseTheme({ [file]: example.text })));
      expect(findings).toContain(`${code} templates/house/${quoted}`);
    },
  );
});

describe('docs/designers.md is complete', () => {
  it.each(Object.keys(templateViewShape.fields))('variable: %s', (name) => {
    const variables = guide.slice(
      guide.indexOf('### What a template may name'),
      guide.indexOf('### Helpers'),
    );
    expect(variables).toMatch(new RegExp(`^\\|[^|]*\`${name}\``, 'm'));
  });

  it.each(Object.entries(blockParts))('slots of the block %s', (block, parts) => {
    const table = guide.slice(guide.indexOf('### A block of your own making'));
    const row = table.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${block}\``)) ?? '';
    expect(Object.keys(parts).filter((name) => !row.includes(`\`${name}\``))).toEqual([]);
    expect(row).not.toBe('');
  });

  it.each(slotNames)('slot: %s', (name) => expect(guide).toMatch(new RegExp(`^\\| [^|]*\`${name}\``, 'm')));

  it.each(Object.keys(helperForms))('helper: %s', (name) => {
    const helpers = guide.slice(guide.indexOf('### Helpers'), guide.indexOf('## Fonts'));
    expect(helpers).toMatch(new RegExp(`[{(]#?${name} `));
  });
});

describe('commands in docs/designers.md', () => {
  const commands = themeCommand(async () => undefined).commands.map((command) => command.name());

  it.each(commands)('explains galley theme %s', (name) => {
    expect(guide).toMatch(new RegExp(`^\\| \`galley theme ${name}`, 'm'));
  });

  it('names no other', () => {
    const named = [...guide.matchAll(/galley theme ([a-z]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !commands.includes(name ?? ''))).toEqual([]);
  });
});
