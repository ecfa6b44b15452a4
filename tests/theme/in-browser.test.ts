/** The base theme in Chromium: reflow, targets, focus, fonts and modes on the specimen (WCAG 1.4.10, 2.5.8, 2.4.13). */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, ServedFile } from '../../src/browser/browser.js';
import { renderWeb } from '../../src/outputs/web/render-web.js';
import { describeWithBrowser, openBrowser } from '../browser/with-browser.js';
import { aDocument } from './a-document.js';
import { baseTheme, ownTheme } from './a-theme.js';

describeWithBrowser('the base theme in a browser', () => {
  let browser: Browser;
  let files: ReadonlyMap<string, ServedFile>;

  beforeAll(async () => {
    browser = await openBrowser();
    const theme = (await baseTheme()).value;
    const { value } = await renderWeb({ document: aDocument(), theme });
    const types: Readonly<Record<string, string>> = { css: 'text/css', woff2: 'font/woff2' };
    files = new Map([
      ['index.html', { mediaType: 'text/html', bytes: new TextEncoder().encode(value.html) }],
      ...value.assets.map(({ path, bytes }): [string, ServedFile] => [
        path,
        { mediaType: types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bytes },
      ]),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Runs a script in the page at a width. */
  function at<T>(width: number, script: string): Promise<T> {
    return browser.withPage('check', async ({ page, load }) => {
      await page.setViewport({ width, height: 900 });
      await load(files);
      return (await page.evaluate(script)) as T;
    });
  }

  it('does not scroll sideways, at any width and text size', async () => {
    const sizes = [
      [320, 100],
      [320, 200],
      [640, 200],
      [768, 100],
      [1440, 100],
    ] as const;
    const widest = await browser.withPage('check', async ({ page, load }) => {
      await load(files);
      const found: string[] = [];
      for (const [width, textSize] of sizes) {
        await page.setViewport({ width, height: 900 });
        const least = (await page.evaluate(`(() => {
          document.documentElement.style.fontSize = '${textSize}%';
          return document.documentElement.scrollWidth;
        })()`)) as number;
        if (least > width) found.push(`${least} px at ${width} px and ${textSize} %`);
      }
      return found;
    });
    expect(widest).toEqual([]);
  });

  it('gives note calls a target of 24 px that touches no other', async () => {
    // What a pointer meets at the corners of a square of 24 px around the number has to be this call, not its neighbour.
    const missed = await at<string[]>(
      320,
      `[...document.querySelectorAll('.note-call a')].flatMap((a) => {
        a.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = a.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const corners = [[-11.5, -11.5], [11.5, -11.5], [-11.5, 11.5], [11.5, 11.5]];
        const met = corners.map(([dx, dy]) => document.elementFromPoint(x + dx, y + dy)?.closest('a'));
        return met.every((link) => link === a) ? [] : [a.id];
      })`,
    );
    expect(missed).toEqual([]);
  });

  it('gives every other link a target of 24 px, or leaves it in a sentence', async () => {
    const small = await at<string[]>(
      320,
      `[...document.querySelectorAll('a, summary')].filter((a) => {
        const { height, width } = a.getBoundingClientRect();
        const inSentence = getComputedStyle(a).display === 'inline' || a.closest('.note-call');
        return !inSentence && !a.matches('.skip-link') && (height < 24 || width < 24);
      }).map((a) => a.outerHTML)`,
    );
    expect(small).toEqual([]);
  });

  it('uses the fonts that came with the page', async () => {
    const faces = await at<string[]>(
      1440,
      `document.fonts.ready.then(() => [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family))`,
    );
    expect(new Set(faces.map((family) => family.replaceAll('"', '')))).toEqual(
      new Set(['Source Serif 4', 'Source Sans 3', 'Markazi Text']),
    );
  });

  it('shows a ring of two tones around what has the focus', async () => {
    const ring = await browser.withPage('check', async ({ page, load }) => {
      await load(files);
      await page.keyboard.press('Tab');
      return (await page.evaluate(`(() => {
        const style = getComputedStyle(document.activeElement);
        const { width, height } = document.activeElement.getBoundingClientRect();
        return { href: document.activeElement.getAttribute('href'), outline: style.outlineWidth, halo: style.boxShadow !== 'none', seen: width > 50 && height > 20 };
      })()`)) as unknown;
    });
    expect(ring).toEqual({ href: '#content', outline: '3px', halo: true, seen: true });
  });

  it('prints closed disclosures, and nothing of the screen’s own', async () => {
    const state = await browser.withPage('check', async ({ page, load }) => {
      await page.emulateMediaType('print');
      await load(files);
      return (await page.evaluate(`(() => {
        const shown = (selector) => document.querySelector(selector).getBoundingClientRect().height > 0;
        return { data: shown('.chart-data table'), skip: shown('.skip-link'), back: shown('.note-return') };
      })()`)) as unknown;
    });
    expect(state).toEqual({ data: true, skip: false, back: false });
  });

  it.each([
    ['base', 'standard'],
    ['base', 'clear'],
    ['base', 'large'],
    ['bulletin', 'standard'],
    ['handout', 'standard'],
  ])('keeps note calls of %s, %s print, inside their lines', async (name, kind) => {
    const theme = (await ownTheme(name)).value;
    const fonts = await theme.printFonts(new Set('Words 1234567890'));
    const call = '<sup class="note-call"><a href="#n">12</a></sup>';
    const lines = [
      `<p class="line">Words${call}</p>`,
      `<div class="block-row"><section class="block block-known"><ul><li class="line">Words${call}</li></ul></section></div>`,
      `<figure class="block block-figure"><figcaption><p class="caption-text line">Words${call}</p></figcaption></figure>`,
      `<div class="block block-quote"><blockquote class="quote-words"><p class="line">Words${call}</p></blockquote></div>`,
      `<p class="number-text"><span class="number-label line">Words${call}</span></p>`,
      `<table><tbody><tr><td><p class="line">Words${call}</p></td></tr></tbody></table>`,
    ];
    const html = `<!doctype html><html lang="en"><head><title>x</title><link rel="stylesheet" href="print.css"></head><body class="print print-${kind}"><div class="body">${lines.join('')}</div></body></html>`;
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const served = new Map<string, ServedFile>([
      ['index.html', { mediaType: 'text/html', bytes: encode(html) }],
      ['print.css', { mediaType: 'text/css', bytes: encode(fonts.css + theme.stylesheets.print) }],
      ...fonts.fonts.map(({ path, mediaType, bytes }): [string, ServedFile] => [path, { mediaType, bytes }]),
    ]);
    const above = await browser.withPage('print', async ({ page, load }) => {
      await load(served);
      return (await page.evaluate(`[...document.querySelectorAll('.line')].map((line) => {
        const box = getComputedStyle(line).display === 'inline' ? line.parentElement : line;
        return line.querySelector('a').getBoundingClientRect().top - box.getBoundingClientRect().top;
      })`)) as number[];
    });
    expect(above).toHaveLength(lines.length);
    for (const room of above) expect(room).toBeGreaterThanOrEqual(0);
  });
});
