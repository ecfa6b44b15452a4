/**
 * What the rewriter relies on in Chromium's own files. None of it is documented, so a browser that changes it has to be noticed here, by name,
 * and not in a newsroom.
 */

import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { type ChromiumElement, readChromiumTree } from '../../../../src/outputs/pdf/finish/chromium-tree.js';
import { Interpreter } from '../../../../src/outputs/pdf/finish/content/interpret.js';
import type { Surface } from '../../../../src/outputs/pdf/finish/content/surface.js';
import { PdfSource } from '../../../../src/outputs/pdf/finish/file/parse.js';
import { readPages } from '../../../../src/outputs/pdf/finish/pages.js';
import { printPages } from '../../../../src/outputs/pdf/print.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';

const broken = '<span style="display: block; break-before: page" aria-hidden="true"></span>';
const many = Array.from({ length: 80 }, (_, index) => `<tr><td>${index}</td></tr>`).join('');

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Canary</title>
<style>@page { size: 600px 500px; margin: 50px } body { font: 16px/20px "DejaVu Serif", serif; margin: 0 } thead { break-inside: avoid }</style></head>
<body><main lang="en-x-.s1"><h1 lang="en-x-.h1">Heading</h1><p role="paragraph" lang="en-x-.p1">kept ${broken}whole</p><p lang="en-x-.p2">lost ${broken}tag</p>
<ul lang="en-x-.l1"><li lang="en-x-.i1">bullet</li></ul><ol lang="zh-Hans-x-.l2"><li lang="sr-Latn-x-.i2">number</li></ol>
<table lang="en-x-.t1"><caption lang="en-x-.k1">c</caption><thead><tr lang="en-x-.r1"><th scope="col" lang="en-x-.d1">Head</th></tr></thead><tbody>${many}</tbody></table>
<figure lang="en-x-.g1"><svg lang="en-x-.g2" role="img" aria-label="name" width="40" height="20"><rect width="40" height="20"/><text y="15">in</text></svg><figcaption lang="en-x-.k2">cap</figcaption></figure>
<blockquote lang="en-x-.q1"><p role="paragraph" lang="en-x-.p3">q</p></blockquote><aside lang="en-x-.s2"><p role="paragraph" lang="en-x-.p4">a</p></aside>
<section lang="en-x-.s3"><p role="paragraph" lang="kk-Cyrl-KZ-x-.p5">long words that wrap over more than one line of this narrow page, surely</p></section>
<p role="paragraph" lang="en-x-.p6">see <a href="#t">target</a> <em>em</em> <strong>st</strong> <code>co</code></p><h2 id="t" lang="en-x-.h2">Target</h2>
<p aria-hidden="true" lang="en-x-.p7">hidden words</p></main></body></html>`;

describeWithBrowser('Chromium tags pages as the rewriter expects', () => {
  let browser: Browser;
  let root: ChromiumElement;
  let surfaces: readonly Surface[];
  const all: ChromiumElement[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const bytes = await browser.withPage('print', async (lent) => {
      const html = { mediaType: 'text/html', bytes: new TextEncoder().encode(page) };
      await lent.load(new Map([['index.html', html]]));
      return await printPages(lent.page as Page);
    });
    const source = new PdfSource(bytes);
    const catalog = source.dict(source.trailer.get('Root')) ?? new Map();
    const interpreter = new Interpreter(source);
    for (const [index, one] of readPages(source, catalog).entries()) {
      interpreter.page(one.object, index, one.bytes, one.resources);
    }
    surfaces = interpreter.surfaces;
    root = readChromiumTree(source, catalog);
    const visit = (element: ChromiumElement): void => {
      all.push(element);
      for (const child of element.children) if (child.kind === 'element') visit(child);
    };
    visit(root);
  }, 90_000);

  afterAll(() => browser.close());

  const byIdentity = (identity: string): ChromiumElement | undefined =>
    all.find((element) => element.identity === identity);

  /** Words of an element's own and inner marks, in tree order, with the page of each mark. */
  function marksOf(element: ChromiumElement | undefined): { page: number; words: string }[] {
    return (element?.children ?? []).flatMap((child) => {
      if (child.kind === 'element') return marksOf(child);
      if (child.kind === 'annotation') return [];
      const surface = surfaces.find(({ owner }) => owner === child.owner);
      const glyphs = (surface?.units ?? [])
        .filter(({ mark }) => mark === child.id)
        .flatMap((unit) => unit.glyphs);
      return [{ page: surface?.page ?? -1, words: glyphs.map(({ text }) => text).join('') }];
    });
  }

  it.each([
    ['s1', 'NonStruct'],
    ['h1', 'H1'],
    ['h2', 'H2'],
    ['p1', 'P'],
    ['l1', 'L'],
    ['i1', 'LI'],
    ['l2', 'L'],
    ['i2', 'LI'],
    ['t1', 'Table'],
    ['k1', 'Caption'],
    ['r1', 'TR'],
    ['d1', 'TH'],
    ['g1', 'Figure'],
    ['g2', 'Figure'],
    ['k2', 'Caption'],
    ['q1', 'BlockQuote'],
    ['p3', 'P'],
    ['s2', 'Aside'],
    ['s3', 'NonStruct'],
    ['p5', 'P'],
  ])('carries the identity %s as %s', (identity, type) => {
    expect(byIdentity(identity)?.type).toBe(type);
  });

  it('keeps a paragraph with a page break whole only when its role says so', () => {
    expect(marksOf(byIdentity('p1')).map(({ words }) => words.trim())).toEqual(['kept', 'whole']);
    expect(byIdentity('p2')).toBeUndefined();
  });

  it('hides what is for the eye only', () => {
    expect(byIdentity('p7')).toBeUndefined();
    const unmarked = surfaces.flatMap(({ units }) => units.filter(({ mark }) => mark === undefined));
    expect(unmarked.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('')).toContain('hidden');
  });

  it('draws a repeated table head under the same head', () => {
    const heads = marksOf(byIdentity('d1'));
    expect(heads.length).toBeGreaterThan(2);
    expect(new Set(heads.map(({ words }) => words))).toEqual(new Set(['Head']));
    expect(new Set(heads.map(({ page: at }) => at)).size).toBe(heads.length);
  });

  it('tags list markers as labels: drawn bullets without words, numbers with theirs', () => {
    const labels = all.filter(({ type }) => type === 'Lbl');
    expect(
      labels.map((label) =>
        marksOf(label)
          .map(({ words }) => words.trim())
          .join(''),
      ),
    ).toEqual(['', '1.']);
  });

  it('tags a named drawing as one picture, without its inner words', () => {
    const figure = byIdentity('g2');
    expect(figure?.alt).toBe('name');
    expect(figure?.children.every(({ kind }) => kind === 'mark')).toBe(true);
  });

  it('hangs the area of a link under the link', () => {
    const link = all.find(({ type }) => type === 'Link');
    expect(link?.children.some(({ kind }) => kind === 'annotation')).toBe(true);
  });

  it('tags emphasis and code', () => {
    const types = (byIdentity('p6')?.children ?? []).flatMap((child) =>
      child.kind === 'element' ? [child.type] : [],
    );
    expect(types).toEqual(expect.arrayContaining(['Link', 'Em', 'Strong', 'Code']));
  });

  it('drops the blank where a line wraps, which is why the rewriter shows one', () => {
    const [mark] = marksOf(byIdentity('p5'));
    const words = 'long words that wrap over more than one line of this narrow page, surely';
    expect(mark?.words.replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
    expect(mark?.words).not.toBe(words);
  });
});
