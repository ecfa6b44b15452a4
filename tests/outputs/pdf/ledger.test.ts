/** The ledger: it holds for a sound print, and each fault that is planted in the placed page is found and named. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, LentPage } from '../../../src/browser/browser.js';
import type { PrintDocument } from '../../../src/outputs/print/print-document.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';
import { printDocument } from '../print/print-fixture.js';
import { print } from './place/printing.js';

const paragraph = `<p>${'some words of a text that fills pages '.repeat(12)}</p>`;

/** A change of the placed page, by selector; elements are the page's own. */
interface Fault {
  readonly selector: string;
  readonly change: 'remove' | 'double' | 'reword' | 'unlink' | 'lower' | 'raise' | 'lengthen';
}

async function plant(lent: LentPage, { selector, change }: Fault): Promise<void> {
  await lent.page.$eval(
    selector,
    (element, kind) => {
      const style = (element as unknown as { style: { top: string; height: string } }).style;
      if (kind === 'remove') element.remove();
      if (kind === 'double') element.after(element.cloneNode(true));
      if (kind === 'reword') element.textContent = 'Other words.';
      if (kind === 'unlink') element.removeAttribute('href');
      if (kind === 'lower') style.top = `${Number.parseFloat(style.top) + 1_000}px`;
      if (kind === 'raise') style.top = `${Number.parseFloat(style.top) - 200}px`;
      if (kind === 'lengthen') style.height = '2000px';
    },
    change,
  );
}

describeWithBrowser('the ledger', () => {
  let browser: Browser;
  let document: PrintDocument;

  beforeAll(async () => {
    browser = await openBrowser();
    document = await printDocument({
      body: `<p>One.[^1] Two.[^2]</p>${paragraph.repeat(9)}<p>Three.[^3] Again.[^1/2]</p>${paragraph.repeat(9)}`,
      notes: { 1: '<p>First note.</p>', 2: '<p>Second note.</p>', 3: '<p>Third note.</p>' },
    });
  });

  afterAll(() => browser.close());

  it('holds for a sound print and knows where everything stands', async () => {
    const { proven } = await print(browser, document);
    expect(proven.diagnostics).toEqual([]);
    expect(proven.ledger).toMatchObject({
      holds: true,
      rows: [
        { number: 1, callPages: [1, 2], notePages: [1], verdict: 'on-its-page' },
        { number: 2, callPages: [1], notePages: [1], verdict: 'on-its-page' },
        { number: 3, callPages: [2], notePages: [2], verdict: 'on-its-page' },
      ],
    });
  });

  it('holds where one bracket of a pair stands in a right-to-left run and is drawn as its mirror image', async () => {
    const note =
      '<p lang="ar" dir="rtl">Elm Council، «Flood log» (Elm Council، 2 أكتوبر 2023)، تاريخ الاطلاع</p>';
    const mixed = await printDocument({ body: '<p>One.[^1]</p>', notes: { 1: note } });
    const { proven } = await print(browser, mixed);
    expect(proven.diagnostics).toEqual([]);
  });

  it.each<[string, Fault, string, RegExp]>([
    [
      'a note that is gone',
      { selector: '#note-2', change: 'remove' },
      'pdf-notes-equal-html',
      /Note 2 .*is not in/,
    ],
    [
      'a note that stands twice',
      { selector: '#note-2', change: 'double' },
      'pdf-notes-equal-html',
      /Note 2 .*more than once/,
    ],
    [
      'a note with other words',
      { selector: '#note-3 .footnote-text p', change: 'reword' },
      'pdf-notes-equal-html',
      /Note 3 .*other words/,
    ],
    [
      'a call without its link',
      { selector: '#call-1-2', change: 'unlink' },
      'pdf-notes-equal-html',
      /Note 1 .*not linked/,
    ],
    [
      'notes on the next page',
      { selector: '.note-area', change: 'lower' },
      'note-starts-on-its-page',
      /Note 1 .*page 1 and stands on page 3/,
    ],
    [
      'notes over the text',
      { selector: '.note-area', change: 'raise' },
      'print-clips-nothing',
      /is part of a note/,
    ],
    [
      'text that runs on',
      { selector: '.page-content > main > p', change: 'lengthen' },
      'note-starts-on-its-page',
      /pages where/,
    ],
  ])('finds %s', async (_, fault, code, message) => {
    const { proven } = await print(browser, document, (lent) => plant(lent, fault));
    expect(proven.ledger.holds).toBe(false);
    const found = proven.diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(found.map(({ what }) => what).join('\n')).toMatch(message);
    expect(found[0]?.place).toMatchObject({
      kind: 'page',
      file: 'fixture.pdf',
      origin: { file: document.source },
    });
  });
});
