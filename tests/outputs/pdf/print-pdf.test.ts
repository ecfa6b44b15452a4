/** Printing as a whole: what comes out, and what happens when something goes wrong. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, LentPage } from '../../../src/browser/browser.js';
import { PageLostError } from '../../../src/browser/page-lost-error.js';
import { textMisplaced } from '../../../src/outputs/pdf/ledger/findings.js';
import { provePrint } from '../../../src/outputs/pdf/ledger.js';
import { printPdf } from '../../../src/outputs/pdf/print-pdf.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';
import { printDocument } from '../print/print-fixture.js';

const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describeWithBrowser('printPdf', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  it('gives the same bytes for the same document, but for the dates', async () => {
    const document = await printDocument({
      body: `<p>${words(900)}.[^1]</p>`,
      notes: { 1: '<p>A note.</p>' },
    });
    const masked = async (): Promise<string> => {
      const { value } = await printPdf(document, browser);
      return Buffer.from(value?.bytes ?? [])
        .toString('latin1')
        .replace(/D:\d{14}[^)]*/g, '');
    };
    expect(await masked()).toBe(await masked());
  });

  it('sets notes at the end when one cannot be placed, and says which and why', async () => {
    const document = await printDocument({
      body: '<p>A word.[^1]</p>',
      notes: { 1: `<p>${words(9000)}.</p>` },
    });
    const { value, diagnostics } = await printPdf(document, browser);
    expect(value?.placement.mode).toBe('end');
    expect(value?.ledger.rows.map(({ verdict }) => verdict)).toEqual(['end-note']);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['notes-fit-at-page-foot', 'warning'],
    ]);
    expect(diagnostics[0]?.what).toMatch(/note 1 \(Source 1\).*more than twenty pages/);
  });

  it('sets notes at the end when the proof fails, and says what it found, at the first note of that page', async () => {
    const document = await printDocument({
      body: '<p>A word.[^1]</p>',
      notes: { 1: '<p>A note.</p>' },
    });
    const far = { page: 1, text: 'Far below.', fault: 'on-notes' as const };
    const { value, diagnostics } = await printPdf(document, browser, {
      prove: (bytes, printed, placement, expected) => {
        const proof = provePrint(bytes, printed, placement, expected);
        if (printed.notesAt === 'end' || proof.ledger === undefined) return proof;
        return { ledger: { ...proof.ledger, holds: false }, diagnostics: [textMisplaced(printed, far)] };
      },
    });
    expect(value?.placement.mode).toBe('end');
    expect(diagnostics.map(({ what, excerpt, place }) => [what, excerpt, place])).toEqual([
      [
        expect.stringMatching(
          /its proof \(“Far below.” on page 1 runs into the notes at the foot of the page\)\.$/,
        ),
        'Source 1',
        expect.objectContaining({ kind: 'page', page: 1 }),
      ],
    ]);
  });

  it('prints nothing that the browser reads otherwise than it was written, and names the first element', async () => {
    const document = await printDocument({ body: '<p>One</p>' });
    const html = document.html.replace('</body>', '<p><p></p></p></body>');
    const [root] = document.tree.children.filter((node) => node.type === 'element');
    const body = root?.children.find((node) => node.type === 'element' && node.tagName === 'body');
    if (body?.type !== 'element') throw new Error('The fixture has no body.');
    const inner = { type: 'element' as const, tagName: 'p', properties: {}, children: [] };
    body.children.push({ ...inner, children: [{ ...inner }] });
    const { value, diagnostics } = await printPdf({ ...document, html }, browser);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.what).toContain('<nothing> is read as <p>');
    expect(diagnostics[0]?.place).toEqual({ kind: 'source', file: document.source });
  });

  it('sets notes at the end when that is asked for', async () => {
    const document = await printDocument({
      body: '<p>A word.[^1]</p>',
      notes: { 1: '<p>One.</p>' },
      options: { notesAt: 'end' },
    });
    const { value, diagnostics } = await printPdf(document, browser);
    expect(diagnostics).toEqual([]);
    expect(value?.ledger).toMatchObject({ holds: true, rows: [{ number: 1, verdict: 'end-note' }] });
  });

  it('stops at the limit of pages', async () => {
    const document = await printDocument({
      body: `<p>a[^1]</p><p>${words(5000)}[^2]</p><p>x[^3]</p>`,
      notes: { 1: '<p>1</p>', 2: '<p>2</p>', 3: '<p>3</p>' },
    });
    const { value, diagnostics } = await printPdf(document, browser, { maxPages: 3 });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['size-is-within-limit']);
  });

  it('names what a page asks for and does not get', async () => {
    const document = await printDocument({
      body: '<p>a</p>',
      css: 'body { background: url("https://away.example/x.png") }',
    });
    const { value, diagnostics } = await printPdf(document, browser);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('print-loads-nothing-foreign');
  });

  it('names a picture that cannot be read', async () => {
    const document = await printDocument({ body: '<p><img src="gone.png" alt="x"></p>' });
    const { diagnostics } = await printPdf(document, browser);
    expect(diagnostics.map(({ code }) => code)).toContain('print-pictures-are-readable');
  });
});

describe('a browser that is lost twice', () => {
  it('gives a finding and no file', async () => {
    const browser: Browser = {
      version: 'none',
      sandboxed: true,
      withPage: <T>(_: unknown, _job: (page: LentPage) => Promise<T>): Promise<T> =>
        Promise.reject(new PageLostError('deadline')),
      close: () => Promise.resolve(),
    };
    const { value, diagnostics } = await printPdf(await printDocument({ body: '<p>a</p>' }), browser);
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'pdf-is-printed', severity: 'error' })]);
  });
});
