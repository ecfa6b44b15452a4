/** The pages of a PDF become pictures that a designer can look at. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../src/browser/browser.js';
import { drawPrints, specimenPrints } from '../../src/build/theme-prints.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { describeWithBrowser, openBrowser } from '../browser/with-browser.js';

const build = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'build');
const library = {
  ...memorySystem({}),
  readFile: (path: string) => readFile(join(build, path.replace(/^.*\//, ''))),
};

/** Two empty pages of 200 × 100 pt. */
const pdf = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 100]>> endobj
4 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 100]>> endobj
trailer <</Root 1 0 R>>
`;

describeWithBrowser('pictures of prints', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const path = specimenPrints[0]?.path;
  const read = (asked: string) => Promise.resolve(asked === path ? new TextEncoder().encode(pdf) : undefined);

  it('show each page of each PDF that was made, and know which of how many it is', async () => {
    const pictures = await drawPrints(browser, library, read);
    expect(pictures.map(({ page, pages, width, height }) => [page, pages, width, height])).toEqual([
      [1, 2, 640, 320],
      [2, 2, 640, 320],
    ]);
    expect(pictures.map(({ file }) => file.path)).toEqual([
      'pictures/specimen-01.webp',
      'pictures/specimen-02.webp',
    ]);
    for (const { file } of pictures) expect(Buffer.from(file.bytes).toString('latin1', 8, 12)).toBe('WEBP');
  });

  it('are left out where Galley is not compiled', async () => {
    expect(await drawPrints(browser, memorySystem({}), read)).toEqual([]);
  });
});
