/** What a person names is sorted by its kind; nothing of another machine is asked. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsOf } from '../../src/cli/staged.js';
import { isLocal, sortTargets } from '../../src/cli/targets.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'galley-targets-'));
  await mkdir(join(root, 'output/flood'), { recursive: true });
  await mkdir(join(root, 'content/flood'), { recursive: true });
  for (const path of [
    'output/index.html',
    'output/flood/flood.pdf',
    'output/flood/index.html',
    'output/flood/page.css',
  ])
    await writeFile(join(root, path), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const sorted = async (...paths: string[]) => {
  const { explainers, pages, pdfs } = await sortTargets(root, paths);
  return { explainers, pages: pages.map(({ name }) => name), pdfs: pdfs.map(({ path }) => path) };
};

describe('what is named', () => {
  it('is everything in content/ without a name', async () => {
    expect(await sorted()).toEqual({ explainers: [], pages: [], pdfs: [] });
  });

  it('is sorted by its kind', async () => {
    expect(await sorted('content/flood', 'flood', 'page.html', 'a/b.pdf', 'http://localhost:8080/x')).toEqual(
      {
        explainers: ['content/flood', 'flood'],
        pages: ['http://localhost:8080/x', 'page.html'],
        pdfs: ['a/b.pdf'],
      },
    );
  });

  it('is every page and PDF of a folder', async () => {
    expect(await sorted('output')).toEqual({
      explainers: undefined,
      pages: ['output/flood/index.html', 'output/index.html'],
      pdfs: ['output/flood/flood.pdf'],
    });
  });

  it('is never on another machine', async () => {
    await expect(sorted('https://example.org/')).rejects.toThrow(/on another machine/);
  });
});

describe('addresses on this machine', () => {
  it.each([
    ['http://localhost:3000/', true],
    ['http://127.0.0.1/a', true],
    ['http://[::1]:8080/', true],
    ['http://localhost.example.org/', false],
    ['http://192.168.0.7/', false],
    ['http://127.0.0.1.example.org/', false],
  ])('%s: %s', (address, local) => expect(isLocal(address)).toBe(local));
});

describe('what is about to be committed', () => {
  it.each([
    [['content/flood/explainer.md', 'content/flood/hall.jpg'], ['content/flood']],
    [['content/leap-second.md'], ['content/leap-second.md']],
    [['content/leap-second.sources.yaml'], ['content/leap-second.md']],
    [['templates/base/styles/screen.css', 'content/a/explainer.md'], ['content']],
    [['src/index.ts', 'README.md', 'output/a/index.html'], []],
    [
      ['handout.pdf', 'page.html'],
      ['handout.pdf', 'page.html'],
    ],
  ])('%j', (files, paths) => expect(pathsOf(files)).toEqual(paths));
});
