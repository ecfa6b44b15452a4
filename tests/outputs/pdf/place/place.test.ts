/** Where notes, breaks and page numbers fall: one case for each rule. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { bringCode } from '../../../../src/outputs/pdf/in-page-code.js';
import { filesOf } from '../../../../src/outputs/pdf/place.js';
import type { StructureElement } from '../../../../src/outputs/pdf/read/structure-types.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import { type PrintFixture, printDocument } from '../../print/print-fixture.js';
import { type Printing, print } from './printing.js';

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const paragraphs = (count: number, length = 60): string => `<p>${words(length)}.</p>`.repeat(count);

describeWithBrowser('placing', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  async function placed(fixture: PrintFixture): Promise<Printing> {
    const printing = await print(browser, await printDocument(fixture));
    expect(printing.proven.diagnostics).toEqual([]);
    expect(printing.printed).toEqual(printing.foreseen);
    return printing;
  }

  it('puts a note at the foot of the page of its call, and leaves pages without notes alone', async () => {
    const { placement, proven } = await placed({
      body: `${paragraphs(20)}<p>Called.[^1]</p>${paragraphs(20)}`,
      notes: { 1: '<p>A note.</p>' },
    });
    expect(placement.pages).toHaveLength(1);
    expect(placement.rounds).toBeLessThanOrEqual(2);
    const [row] = proven.ledger.rows;
    expect(row).toMatchObject({ verdict: 'on-its-page', callPages: [placement.pages[0]?.page] });
    expect(proven.ledger.pageCount).toBeGreaterThan(2);
  });

  it('asks for no layout where there is nothing to place', async () => {
    const { placement } = await placed({ body: paragraphs(30) });
    expect(placement).toMatchObject({ rounds: 0, pages: [] });
  });

  it('gives a note that is called often to its first call', async () => {
    const { placement, proven } = await placed({
      body: `<p>First.[^1]</p>${paragraphs(30)}<p>Again.[^1/2]</p>`,
      notes: { 1: '<p>Once.</p>' },
    });
    expect(placement.pages.map(({ notes }) => notes)).toEqual([[1]]);
    expect(proven.ledger.rows[0]?.callPages).toHaveLength(2);
    expect(proven.ledger.rows[0]?.notePages).toEqual([1]);
  });

  it('moves a line on when its note does not fit, and fills the page up to it', async () => {
    // The call stands near the foot of the first page, and its note is long.
    const body = `${paragraphs(10)}<p>Tail.[^1]</p>${paragraphs(4)}`;
    const { placement, proven } = await placed({ body, notes: { 1: `<p>${words(90)}.</p>` } });
    expect(proven.ledger.rows[0]?.verdict).toBe('on-its-page');
    expect(placement.pages[0]?.reserve).toBeGreaterThan(80);
  });

  it('divides a long note between pages and says that it goes on', async () => {
    const { placement, proven, read } = await placed({
      body: `<p>Long.[^1] Short.[^2]</p>${paragraphs(30)}`,
      notes: { 1: `<p>${words(700)}.</p><p>${words(100)}.</p>`, 2: '<p>Short.</p>' },
    });
    expect(placement.carried[1]?.slice(0, 2)).toEqual([1, 2]);
    expect(proven.ledger.rows.map(({ verdict }) => verdict)).toEqual(['continued', 'on-its-page']);
    const second = read.pages[1]?.content.items
      .map((item) => (item.kind === 'text' ? item.text : ''))
      .join('');
    expect(second?.replace(/\s/g, '')).toContain('Note1,continued');
  });

  it('keeps room for two whole lines of a note that is cut, where lines are set wide', async () => {
    const document = await printDocument({
      body: '<p>Long.[^1]</p>',
      notes: { 1: `<p>${words(300)}.</p>` },
      options: { kind: 'large' },
    });
    const least = await browser.withPage('print', async (lent) => {
      await lent.load(filesOf(document));
      const code = await bringCode(lent.page);
      return await code.evaluate(({ notes, placing }) => notes.leastOf(placing.find('.footnote'), 9999));
    });
    // Lines of 27 pt, in a font whose box has 21.
    expect(least).toBeGreaterThanOrEqual(2 * 36);
    expect(least).toBeLessThan(3 * 36);
  });

  it('makes pages for the rest of a note when the text has ended', async () => {
    const { proven } = await placed({ body: '<p>Only.[^1]</p>', notes: { 1: `<p>${words(1500)}.</p>` } });
    expect(proven.ledger.pageCount).toBeGreaterThan(2);
    expect(proven.ledger.rows[0]?.verdict).toBe('continued');
  });

  it('leaves a paragraph that a page divides one paragraph', async () => {
    const { read } = await placed({
      body: `<p>${words(500)}.[^1] ${words(500)}.</p>`,
      notes: { 1: '<p>A note.</p>' },
    });
    const own = read.structure?.elements.filter(({ lang }) => /-x-\.p1$/.test(lang ?? '')) ?? [];
    expect(own.map(({ role }) => role)).toEqual(['P']);
    const pagesOf = (element: StructureElement): (number | undefined)[] =>
      element.children.flatMap((child) =>
        child.kind === 'element' ? pagesOf(child) : child.kind === 'content' ? [child.page] : [],
      );
    const pages = new Set(own.flatMap(pagesOf));
    expect([...pages]).toEqual([0, 1, 2]);
  });

  it('changes no look on its way: what a sheet says of elements without a class still holds', async () => {
    const section = `<h2>${words(4)}</h2><p>${words(70)}.[^N] ${words(90)}.</p>`;
    const fixture = {
      body: Array.from({ length: 60 }, (_, index) => section.replace('N', String(index + 1))).join(''),
      notes: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index + 1, '<p>A note.</p>'])),
      css: 'h2 { margin: 40pt 0 30pt } h2:not([class]) { margin: 9pt 0 4pt } p:not([class]) { color: #111 }',
    };
    let changed = -1;
    const { proven, troubles } = await print(browser, await printDocument(fixture), async (lent) => {
      changed = (await lent.page.$$('main [class]:not(.note-call, .page-start-marker)')).length;
    });
    expect(changed).toBe(0);
    expect(troubles).toEqual([]);
    expect(proven.ledger.pageCount).toBeGreaterThan(10);
    expect(proven.diagnostics).toEqual([]);
  });

  it('takes a word whole to the next page that could be hyphenated at the end of this one', async () => {
    const word = 'Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschafts\u00adkapi\u00adtän ';
    const fixture = { body: `<p>Start.[^1] ${word.repeat(400)}</p>`, notes: { 1: '<p>A note.</p>' } };
    const { read } = await print(browser, await printDocument(fixture));
    const second = read.pages[1]?.content.items
      .map((item) => (item.kind === 'text' ? item.text : ''))
      .join('');
    expect(second?.replace(/[\s\u00ad]/g, '')).toMatch(/signsDonaudampf/);
  });

  it('breaks a table between rows, and a row inside its cells only when it must', async () => {
    const row = (n: number): string => `<tr><th scope="row">${n}</th><td>${words(30)}.[^${n}]</td></tr>`;
    const rows = Array.from({ length: 24 }, (_, index) => row(index + 1)).join('');
    const tall = `<tr><th scope="row">tall</th><td>${words(900)}.[^25]</td><td>${words(500)}</td></tr>`;
    const notes = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [index + 1, `<p>Note ${index + 1}.</p>`]),
    );
    await placed({
      body: `<table><caption>Rows</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody>${rows}${tall}</tbody></table>`,
      notes,
    });
  });

  it('breaks between two rows that share a cell, also where the first begins the page', async () => {
    const row = (n: number, shared = ''): string =>
      `<tr class="row${n}"><th scope="row">${n}</th>${shared}<td>${words(9)}</td></tr>`;
    const { placement, troubles } = await placed({
      body: `<table><caption>Called.[^1]</caption><thead><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th></tr></thead><tbody>${row(1, '<td rowspan="2">Both</td>')}${row(2)}${row(3)}</tbody></table><p>Behind.[^2]</p>`,
      css: '.row1 > * { height: 630px }',
      notes: { 1: `<p>${words(170)}.</p>`, 2: '<p>Two.</p>' },
    });
    expect(troubles).toEqual([]);
    expect(placement.pages.map(({ notes }) => notes)).toEqual([[1], [2]]);
  });

  it('knows which page it is on behind a row whose last cell ends first', async () => {
    // The long cell goes over two pages, the short one beside it stays on the first; the rest of the note fills pages behind it.
    const row = `<tr><th scope="row">a</th><td>${words(330)}</td><td>Short.[^1]</td></tr>`;
    const figure = `<figure><img src="p.svg" alt="" width="300" height="400"><figcaption>Below.[^2]</figcaption></figure>`;
    const { placement, troubles } = await placed({
      body: `<table><caption>Rows</caption><tbody>${row}</tbody></table>${figure}${paragraphs(60, 80)}`,
      notes: { 1: `<p>${words(900)}.</p>`, 2: '<p>Two.</p>' },
    });
    expect(troubles).toEqual([]);
    expect(placement.carried[1]?.length).toBeGreaterThan(2);
  });

  it('sets what stands side by side one below the other when it is taller than a page', async () => {
    const side = (count: number, call: string): string => `<section><p>${words(count)}.${call}</p></section>`;
    const { proven, troubles } = await placed({
      body: `${paragraphs(3)}<div class="grid">${side(400, '[^1]')}${side(150, '[^2]')}</div>${paragraphs(3)}`,
      notes: { 1: `<p>${words(20)}.</p>`, 2: `<p>${words(90)}.</p>` },
      options: { kind: 'large' },
    });
    expect(troubles).toEqual([]);
    const [first, second] = proven.ledger.rows.map(({ callPages }) => callPages[0] ?? 0);
    expect(second).toBeGreaterThan(first ?? 0);
  });

  it.each([{ 1: '<p>A note.</p>' }, {}])('makes no page for the margin that ends the text', async (notes) => {
    const { read } = await placed({
      body: `<div class="high"><p>High.${1 in notes ? '[^1]' : ''}</p></div><section><p class="last">Last.</p></section>`,
      css: '.high { height: 850px } .last { margin-bottom: 400px }',
      notes,
    });
    expect(read.pages).toHaveLength(1);
  });

  it('breaks text that stands side by side at once', async () => {
    const side = (n: number): string => `<section><p>${words(400)}.[^${n}] ${words(300)}.</p></section>`;
    const { placement } = await placed({
      body: `${paragraphs(6)}<div class="grid">${side(1)}${side(2)}</div>${paragraphs(3)}`,
      notes: { 1: '<p>Left.</p>', 2: '<p>Right.</p>' },
    });
    expect(placement.pages.length).toBeGreaterThan(0);
  });

  it('begins no page twice where a row of items opens one', async () => {
    const rows = `<ol class="rows">${'<li><span>An entry</span><span>9</span></li>'.repeat(90)}</ol>`;
    const { printed } = await placed({
      body: `<p>Called.[^1]</p>${rows}<p>Again.[^2]</p>${paragraphs(6)}`,
      notes: { 1: `<p>${words(30)}.</p>`, 2: '<p>Two.</p>' },
    });
    expect(printed.filter((text) => text === '')).toEqual([]);
  });

  it('breaks text in columns, with notes over the whole width', async () => {
    await placed({
      body: `<div class="columns">${`<p>${words(80)}.</p>`.repeat(10)}<p>Here.[^1] ${words(200)}.</p>${`<p>${words(80)}.[^2]</p>`}${`<p>${words(80)}.</p>`.repeat(14)}</div>`,
      notes: { 1: `<p>${words(60)}.</p>`, 2: '<p>Two.</p>' },
    });
  });

  it('makes a picture smaller that its caption’s notes would part from them', async () => {
    const { troubles, proven } = await placed({
      body: `<p>${words(20)}</p><figure><img src="p.svg" alt="A wall" width="600" height="780"><figcaption>Caption.[^1]</figcaption></figure>${paragraphs(2)}`,
      notes: { 1: `<p>${words(220)}.</p>` },
    });
    expect(troubles).toEqual([expect.objectContaining({ kind: 'picture-scaled', element: 'A wall' })]);
    expect(proven.ledger.rows[0]?.verdict).toBe('on-its-page');
  });

  it('prints the pages of what is referred to, and they are right', async () => {
    const { placement, read } = await placed({
      body: `<p>See <span data-page-of="far"></span> and <span data-page-of="note-1"></span>.[^1]</p>${paragraphs(40)}<h2 id="far">Far</h2><p>x</p>`,
      notes: { 1: '<p>Cited on <span data-page-of="call-1-1"></span>.</p>' },
    });
    const far = placement.pageOf['far'] ?? 0;
    expect(far).toBeGreaterThan(2);
    expect(placement.pageOf).toMatchObject({ 'note-1': 1, 'call-1-1': 1 });
    const first = read.pages[0]?.content.items
      .map((item) => (item.kind === 'text' ? item.text : ''))
      .join('');
    expect(first).toContain(`See ${far} and 1.`);
    const last = read.pages[far - 1]?.content.items
      .map((item) => (item.kind === 'text' ? item.text : ''))
      .join('');
    expect(last).toContain('Far');
  });

  it('holds the pages that a stylesheet begins', async () => {
    const { proven } = await placed({
      body: `<p>One.[^1]</p><h2>Two</h2><p>Two.[^2]</p><h2>Three</h2><p>Three.</p>`,
      css: 'h2 { break-before: page }',
      notes: { 1: '<p>First.</p>', 2: '<p>Second.</p>' },
    });
    expect(proven.ledger.rows.map(({ notePages }) => notePages)).toEqual([[1], [2]]);
    expect(proven.ledger.pageCount).toBe(3);
  });

  it('does not shrink the print for what is too wide, and says that it is cut', async () => {
    const printing = await print(
      browser,
      await printDocument({
        body: `<p>A.[^1]</p><div style-free class="wide"><p>${words(3)}</p></div>${paragraphs(20)}`.replace(
          ' style-free',
          '',
        ),
        css: '.wide { width: 1400px; text-align: right }',
        notes: { 1: '<p>One.</p>' },
      }),
    );
    expect(printing.troubles).toEqual([{ kind: 'sticks-out', page: 0, element: 'word0 word1 word2' }]);
    expect(printing.proven.ledger.rows[0]?.verdict).toBe('on-its-page');
  });
});

describe('a note whose call is not printed', () => {
  it('is a trouble, never lost in silence', async () => {
    const browser = await openBrowser();
    try {
      const { troubles } = await print(
        browser,
        await printDocument({
          body: '<p>Seen.[^1]</p><div class="off"><p>Unseen.[^2]</p></div>',
          css: '.off { display: none }',
          notes: { 1: '<p>One.</p>', 2: '<p>Two.</p>' },
        }),
      );
      expect(troubles).toEqual([{ kind: 'call-not-printed', page: 0, note: 2 }]);
    } finally {
      await browser.close();
    }
  });
});
