/** Finished files as other readers hand them to assistive software: the tag trees of poppler and of pdf.js, with their words. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import type { PrintFixture } from '../../print/print-fixture.js';
import { finished, printFixture } from './finish-fixture.js';

const documents: Readonly<Record<string, PrintFixture>> = {
  notes: {
    body: `<h1>The dam</h1><p>It broke at night.[^1] The office <em>knew</em>.[^2]</p>
<ul><li>First, the gate.[^1/2]</li><li>Then the wall: <ol><li>north</li><li>south</li></ol></li></ul>
<blockquote><p>Nobody <a href="https://example.com/said">said so</a>.</p></blockquote>`,
    notes: {
      1: '<p>Report of the office, <a href="https://example.com/report">page 4</a>.</p>',
      2: '<p>A letter.</p><p>Its answer.</p>',
    },
  },
  table: {
    body: `<h1>Water</h1><table><caption>Levels[^1]</caption><thead><tr><td></td><th scope="col">May</th><th scope="col">June</th></tr></thead>
<tbody><tr><th scope="row">North</th><td>1.2 m</td><td rowspan="2">3 m</td></tr><tr><th scope="row">South</th><td>2 m</td></tr></tbody></table>
<figure><svg viewBox="0 0 100 50" width="200" role="img" aria-label="A map of the river"><rect width="60" height="30" fill="#08f"/></svg><figcaption><p>Where it broke.</p></figcaption></figure>`,
    notes: { 1: '<p>Measured.</p>' },
  },
  places: {
    body: `<h1>Who knew</h1><h2>The gate</h2><p>It stood open.[^1][^2] Nobody had closed it.[^1/2]</p>
<div class="box block-key-points"><p><strong>In short</strong></p><ul><li>It was old.[^3]</li></ul></div>
<blockquote><p>We asked for money.[^4]</p></blockquote>
<ol><li>March: a letter.[^5]<ul><li>April: no answer[^6]</li></ul></li></ol>
<dl><dt>Weir[^7]</dt><dd>A low dam.[^8]</dd></dl>
<table><caption>Levels[^9]</caption><thead><tr><th scope="col">Place</th><th scope="col">Metres[^10]</th></tr></thead>
<tbody><tr><th scope="row">North[^11]</th><td>1.2[^12]</td></tr></tbody></table>
<figure><svg viewBox="0 0 100 50" width="120" role="img" aria-label="A map of the river"><rect width="60" height="30" fill="#08f"/></svg><figcaption><p>The river.[^13]</p></figcaption></figure>
<p>The <span lang="kk">өзен</span>[^14] is <a href="https://example.com/low">low</a>.[^15]</p>`,
    notes: {
      ...Object.fromEntries(
        Array.from({ length: 15 }, (_, index) => [index + 1, `<p>Note ${index + 1}.</p>`]),
      ),
      3: '<p>Minutes of May.</p><ul><li>page 3</li><li>page 5</li></ul>',
      14: '<p>“River”, <span lang="kk">қазақша</span>.</p>',
    },
  },
  rightToLeft: {
    lang: 'ar',
    body: `<h1>السد</h1><p>انهار ليلا في 2022 حسب <bdi>BBC</bdi> (تقدير).[^1]</p><ol><li>البوابة</li><li>الجدار</li></ol>
<p lang="kk" dir="ltr">Бөгет түнде бұзылды.</p>`,
    notes: { 1: '<p>تقرير المجلس.</p>' },
  },
};
const names = Object.keys(documents);
const profiles = ['ua1', 'ua2'] as const;

/** What pdf.js hands over. */
interface Node {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** The words of each mark of a page. */
function wordsByMark(items: readonly object[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('id' in item && typeof item.id === 'string' ? item.id : undefined);
    } else if ('str' in item) {
      const mark = open.findLast((id) => id !== undefined);
      if (mark !== undefined) words.set(mark, `${words.get(mark) ?? ''}${String(item.str)}`);
    }
  }
  return words;
}

function asLines(node: Node, words: ReadonlyMap<string, string>, depth: number): string {
  const indent = '  '.repeat(depth);
  if (node.type === 'content') return `${indent}${JSON.stringify(words.get(node.id ?? '') ?? '')}\n`;
  if (node.type !== undefined) return `${indent}(${node.type})\n`;
  const facts = [
    node.role,
    node.lang,
    node.alt === undefined ? undefined : `alt=${JSON.stringify(node.alt)}`,
  ];
  const head = `${indent}${facts.filter((fact) => fact !== undefined).join(' ')}\n`;
  return head + (node.children ?? []).map((child) => asLines(child, words, depth + 1)).join('');
}

async function pdfJsTree(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const file = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const page = await file.getPage(1);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const tree = (await page.getStructTree()) as Node;
  await file.destroy();
  return (tree.children ?? []).map((child) => asLines(child, wordsByMark(items), 0)).join('');
}

const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;
if (!hasPoppler) process.stderr.write('\nNO pdfinfo: what poppler reads is not compared.\n');

describeWithBrowser('finished files in other readers', () => {
  let browser: Browser;
  let folder: string;
  const files = new Map<string, Uint8Array>();

  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'galley-readers-'));
    for (const [name, fixture] of Object.entries(documents)) {
      const printed = await printFixture(browser, fixture);
      for (const profile of profiles) {
        const { bytes } = await finished(printed, profile);
        files.set(`${name}.${profile}`, bytes);
        writeFileSync(join(folder, `${name}.${profile}.pdf`), bytes);
      }
    }
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const all = names.flatMap((name) => profiles.map((profile) => `${name}.${profile}`));

  it.each(all)('pdf.js reads %s as intended', async (name) => {
    const tree = await pdfJsTree(files.get(name) ?? new Uint8Array());
    await expect(tree).toMatchFileSnapshot(`golden/readers/${name}.pdfjs.txt`);
  });

  it.runIf(hasPoppler).each(all)('poppler reads %s as intended', async (name) => {
    const tree = spawnSync('pdfinfo', ['-struct-text', join(folder, `${name}.pdf`)], {
      encoding: 'utf8',
    }).stdout;
    await expect(tree).toMatchFileSnapshot(`golden/readers/${name}.poppler.txt`);
  });
});
