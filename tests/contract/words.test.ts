/** Nothing that the author wrote is dropped: every word of the source is on the page and on paper, or named in a finding. */

import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { faults, soundProject } from './faults.js';
import { lostWords } from './lost-words.js';
import { type Files, publish } from './publish.js';

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
      expect(lostWords(text, page.html, made)).toEqual([]);
      expect(lostWords(text, page.paperHtml, made)).toEqual([]);
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
      if (page !== undefined) expect([name, lostWords(text, page.html, made)]).toEqual([name, []]);
    }
  });
});
