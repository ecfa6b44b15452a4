/** Page boxes: whole px, bounded, and as Chromium really lays pages out. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../src/browser/browser.js';
import { pageGeometry } from '../../../src/outputs/print/geometry.js';
import type { PageGeometry, Paper } from '../../../src/outputs/print/print-document.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';

const margins = { top: 20, right: 22, bottom: 21, left: 18 };

describe('pageGeometry', () => {
  it('gives whole px that add up to the sheet', () => {
    const geometry = pageGeometry('standard', 'a4', margins);
    expect(geometry).toMatchObject({
      sheetWidth: '210mm',
      sheetHeight: '297mm',
      marginTop: 76,
      marginRight: 83,
      marginBottom: 79,
      marginLeft: 68,
    });
    expect(geometry.areaWidth).toBe(794 - 68 - 83);
    expect(geometry.areaHeight).toBe(1123 - 76 - 79);
  });

  it('gives large print more room for notes', () => {
    expect(pageGeometry('standard', 'a4', margins).noteShare).toBe(0.45);
    expect(pageGeometry('large', 'a4', margins).noteShare).toBe(0.6);
  });

  it('keeps a page area whatever margins a theme asks for', () => {
    const geometry = pageGeometry('standard', 'a5', { top: 500, right: 500, bottom: 500, left: 0 });
    expect(geometry.areaWidth).toBeGreaterThanOrEqual(240);
    expect(geometry.areaHeight).toBeGreaterThanOrEqual(240);
    expect(geometry.marginLeft).toBe(24);
  });
});

describeWithBrowser('the page area in print', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  /** Prints boxes of a size on pages of a geometry and counts the pages. */
  async function pagesOf(geometry: PageGeometry, css: string, body: string): Promise<number> {
    const { sheetWidth, sheetHeight, marginTop, marginRight, marginBottom, marginLeft } = geometry;
    const page = `@page { size: ${sheetWidth} ${sheetHeight}; margin: ${marginTop}px ${marginRight}px ${marginBottom}px ${marginLeft}px }`;
    const html = `<!doctype html><style>${page} body { margin: 0 } ${css}</style>${body}`;
    return await browser.withPage('print', async (lent) => {
      await lent.load(
        new Map([['index.html', { mediaType: 'text/html', bytes: new TextEncoder().encode(html) }]]),
      );
      const bytes = await lent.page.pdf({ preferCSSPageSize: true, tagged: false });
      return (
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
      );
    });
  }

  it.each<Paper>(['a4', 'letter', 'a5'])('is on %s exactly as large as said', async (paper) => {
    const geometry = pageGeometry('standard', paper, margins);
    const { areaWidth, areaHeight } = geometry;
    const boxes = '<div>a</div>'.repeat(20);
    const fits = await pagesOf(geometry, `div { height: ${areaHeight}px; break-inside: avoid }`, boxes);
    const tooTall = await pagesOf(
      geometry,
      `div { height: ${areaHeight + 1 / 64}px }`,
      '<div>a</div>'.repeat(64),
    );
    const float = (width: number): string => `i { float: left; height: ${areaHeight}px; width: ${width}px }`;
    const fitBeside = await pagesOf(geometry, float(areaWidth / 2), '<i>a</i><i>b</i>');
    const tooWide = await pagesOf(geometry, float(areaWidth / 2 + 1 / 64), '<i>a</i><i>b</i>');
    expect([fits, tooTall, fitBeside, tooWide]).toEqual([20, 65, 1, 2]);
  });
});
