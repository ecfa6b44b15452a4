/** Nothing that the author wrote is dropped: every word of the source is on the page and on paper, or named in a finding. */

import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { faults, soundProject } from './faults.js';
import { type Files, type Published, publish } from './publish.js';

/** Words as they are compared: letters and digits, whatever stands around them. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]{2,}/gu) ?? []
  );
}

/** The body without what is syntax: settings in braces, names of blocks, ids of sources and numbers, table rules, addresses. */
function prose(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^:{2,}[^\n{]*(?:\{[^\n]*\})?$/gm, '')
    .replace(/\{[^{}\n]*\}/g, '')
    .replace(/^`{3,}.*$/gm, '')
    .replace(/:(?:num|see)\[[^\]\n]*\]/g, '')
    .replace(/:lang\[/g, '[')
    .replace(/\[\^[^\]\s]+\]:?/g, '')
    .replace(/(?<![\\\p{L}\p{N}])-?@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*/gu, '')
    .replace(/\[[^\]\n]*,\s*(?:p|pp|para|ch|art|at|с|б|стр|cap|pág)\.?\s[^\]\n]*\]/g, '')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/^(\s*)-\s+~?\d{4}(?:-\d{2})?[^:\n]*:/gm, '$1- ')
    .replace(/\b\d+\b/g, '');
}

function textOf(html: string): string {
  const attributes = [...html.matchAll(/(?:alt|aria-label|title)="([^"]*)"/g)].map(([, words]) => words);
  return `${html.replace(/<[^>]*>/g, ' ')} ${attributes.join(' ')}`.replace(
    /&(?:#x27|quot|amp|lt|gt);/g,
    ' ',
  );
}

/** Words of the first document that are neither in `html` nor told. */
function lost(markdown: string, html: string, { diagnostics }: Published): string[] {
  const told = diagnostics.map(({ what, fix, excerpt }) => `${what} ${fix} ${excerpt ?? ''}`).join(' ');
  const there = new Set(wordsOf(`${textOf(html)} ${told}`));
  // Emphasis and marks inside a word cut it in the source, not on the page.
  const whole = wordsOf(`${textOf(html).replace(/\s+/g, '')} ${told}`).join('');
  return wordsOf(prose(markdown)).filter((word) => !there.has(word) && !whole.includes(word));
}

const root = new URL('../../content/', import.meta.url);

async function sample(folder: string): Promise<Files> {
  const names = await readdir(new URL(`${folder}/`, root));
  const files = names.map(
    async (name) => [name, await readFile(new URL(`${folder}/${name}`, root))] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}

const folders = (await readdir(root, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('no word is lost', () => {
  it.each(folders)('from the sample %s, on screen and on paper', async (folder) => {
    const files = await sample(folder);
    const config = await readFile(new URL('../galley.config.yaml', root), 'utf8');
    const made = await publish(files, config);
    expect(made.findings.filter((line) => !line.startsWith('info '))).toEqual([]);
    for (const page of made.pages) {
      const text = new TextDecoder().decode(files[page.path.slice('content/story/'.length)] as Uint8Array);
      expect(lost(text, page.html, made)).toEqual([]);
      expect(lost(text, page.paperHtml, made)).toEqual([]);
    }
  });

  it('from the project of all blocks, with whatever fault', async () => {
    const { 'galley.config.yaml': config = '', ...rest } = soundProject;
    const ofBody = faults.filter(([, file, from]) => file === 'explainer.md' && !from.startsWith('---'));
    // Every fifth: each of them alone is proven to be told.
    for (const [name, file, from, to] of ofBody.filter((_, index) => index % 5 === 0)) {
      const text = (rest[file] ?? '').replace(from, () => to.replace('¦', ''));
      const made = await publish({ ...rest, [file]: text }, config);
      const [page] = made.pages;
      if (page !== undefined) expect([name, lost(text, page.html, made)]).toEqual([name, []]);
    }
  });
});
