/** The cheat sheet is sound itself, what it shows works, and it leaves out no block and no way to cite. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { asDocument, examplesIn, run } from './guide-examples.js';

const folder = new URL('../../content/cheat-sheet/', import.meta.url);
const sheet = await readFile(new URL('explainer.md', folder), 'utf8');
const sources = await readFile(new URL('sources.yaml', folder), 'utf8');
const guide = examplesIn(await readFile(new URL('../../docs/authors.md', import.meta.url), 'utf8'));

/** Fenced passages in one language. */
function fenced(language: string): string[] {
  return [...sheet.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

/** A file of the authors' guide, whose town the sheet shares. */
function shared(name: string): string {
  return guide.find(({ words }) => words.join(' ') === name)?.text ?? '';
}

const files = { 'sources.yaml': shared('sources.yaml'), 'figures.yaml': shared('figures.yaml') };

describe('the cheat sheet', () => {
  it('is an explainer without a finding', async () => {
    const { findings } = await run({ 'explainer.md': sheet, 'sources.yaml': sources });
    expect(findings).toEqual([]);
  });

  it.each(fenced('markdown').map((text) => [text.split('\n')[0] ?? '', text] as const))(
    'shows what works: %s',
    async (_, text) => {
      const { findings } = await run({ ...files, 'explainer.md': asDocument(text) });
      expect(findings).toEqual([]);
    },
  );

  it('shows every form of a citation as it works', async () => {
    const table = sheet.slice(sheet.indexOf('Every way to cite'), sheet.indexOf('A source needs'));
    const forms = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`([^`]*@[^`]*)`/g)].map((match) => match[1] ?? ''),
    );
    expect(forms).toHaveLength(8);
    const body = `${forms.map((form) => `Word ${form.replace(' …', '')} word.`).join('\n\n')}\n\nWord[^why] word.\n\n[^why]: Words.\n`;
    const { findings, html } = await run({ ...files, 'explainer.md': asDocument(body) });
    expect(findings).toEqual([]);
    expect(html[0]?.match(/<li id="note-/g)).toHaveLength(8);
  });

  it('shows a source, an unnamed source and a number as they work', async () => {
    const [head = '', source = '', figure = ''] = fenced('yaml');
    const { findings } = await run({
      'explainer.md': `${head}\nClosed [@gazette], :num[detour] says [@insider].\n`,
      'sources.yaml': source,
      'figures.yaml': figure,
    });
    expect(findings).toEqual([]);
  });

  it.each(blocks.map(({ name }) => name))('has the block %s', (name) => {
    expect(fenced('markdown').join('\n')).toMatch(new RegExp(`^:::${name}\\b`, 'm'));
  });
});
