/** Tall letters in the first line of a page, whose tips Chromium draws on the page before too, under the same tag. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { checkPdf } from '../../../../src/checks/pdf/check-pdf.js';
import { textOfElement } from '../../../../src/outputs/pdf/read/mark-text.js';
import { type PdfDocumentRead, readPdf } from '../../../../src/outputs/pdf/read.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import type { PrintFixture } from '../../print/print-fixture.js';
import { finished, printFixture } from './finish-fixture.js';

const css = 'p { line-height: 1; font-size: 24pt }';
const words: Readonly<Record<string, string>> = {
  fr: 'Mur ẪẪ École à ÁÉ va '.repeat(130).trim(),
  fa: 'دیوار برآورد شورا '.repeat(240).trim(),
};

function read(bytes: Uint8Array): PdfDocumentRead {
  const made = readPdf(bytes);
  if (!made.readable) throw new Error(made.reason);
  return made;
}

/** How often a letter is drawn, in tags or not. */
function drawn(file: PdfDocumentRead, letter: string): number {
  const items = file.pages.flatMap(({ content }) => content.items);
  return items
    .map((item) => (item.kind === 'text' ? item.text.split(letter).length - 1 : 0))
    .reduce((a, b) => a + b);
}

describeWithBrowser('tips of tall letters', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  it.each([
    ['fr', 'Ẫ'],
    ['fa', 'آ'],
  ])('are no words of their own (%s)', async (lang, letter) => {
    const text = words[lang] ?? '';
    const fixture: PrintFixture = { lang, css, body: `<p>${text}</p>` };
    const printed = await printFixture(browser, fixture);
    const wanted = text.split(letter).length - 1;
    expect(drawn(read(printed.bytes), letter)).toBeGreaterThan(wanted);
    const file = read((await finished(printed, 'ua1')).bytes);
    expect(file.pages.length).toBeGreaterThan(2);
    expect(
      (file.structure?.elements ?? []).filter(({ role }) => role === 'P').map((p) => textOfElement(file, p)),
    ).toEqual([text]);
    const failed = checkPdf(file, { profile: 'ua1' }).rules.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ id }) => id)).toEqual([]);
  });
});
