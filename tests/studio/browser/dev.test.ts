/** A preview in a real browser: a saved file appears with the reader's place kept, a broken template shows its frame, and all of it ends for good. */

import { rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser as Chromium, launch, type Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { findBrowser } from '../../../src/browser/find.js';
import { openPreview, type Preview } from '../../../src/studio/server/dev.js';
import { describeWithBrowser } from '../../browser/with-browser.js';
import { makeProject, type Project, soundDocument, soundSources } from '../../build/project.js';

const paragraphs = Array.from(
  { length: 40 },
  (_, index) => `Paragraph number ${index} stands here for a while.`,
);
const long = `${soundDocument}\n${paragraphs.join('\n\n')}\n\n:::chart{type=bar title="Water" source=county unit=cm}\nIt rose.\n\n| Day | cm |\n|---|---|\n| one | 1 |\n| two | 2 |\n:::\n\nThe last paragraph.\n`;

/** The overlay as a person perceives it. */
interface Seen {
  readonly button: string;
  readonly isOpen: boolean;
  readonly text: string;
  readonly status: string;
}

function see(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const root = document.querySelector('galley-overlay')?.shadowRoot;
    const panel = root?.querySelector<HTMLElement>('#panel');
    return {
      button: root?.querySelector('.pill')?.textContent?.trim() ?? '',
      isOpen: panel?.hidden === false,
      text: panel?.innerText ?? '',
      status: root?.querySelector('[role=status]')?.textContent ?? '',
    };
  });
}

describeWithBrowser('a preview in the browser', () => {
  let chromium: Chromium;
  let project: Project;
  let preview: Preview;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const { path } = await findBrowser({
      system: { env: (name) => process.env[name] },
      config: { browserPath: null },
      flag: undefined,
    });
    chromium = await launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => chromium.close());

  beforeEach(async () => {
    project = await makeProject({
      'content/first/explainer.md': long,
      'content/first/sources.yaml': soundSources,
      'templates/courier/theme.yaml': 'name: Courier\n',
      'templates/courier/partials/footer.hbs': '<footer><p>Our paper</p></footer>',
      'galley.config.yaml': 'theme: courier\nformats: [html, pdf, pdf-ua2, pdf-clear]\n',
    });
    preview = await openPreview({ root: project.root, port: 0 });
    complaints.length = 0;
    page = await chromium.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(new URL('first/', preview.address).href, { waitUntil: 'load' });
    await page.waitForFunction(() => document.querySelector('galley-overlay') !== null);
    await settledOverlay('Nothing found');
  });
  afterEach(async () => {
    await page.close();
    await preview.close();
    await project.remove();
  });

  const save = (path: string, text: string): Promise<void> => writeFile(join(project.root, path), text);

  async function settledOverlay(words: string): Promise<Seen> {
    await page.waitForFunction(
      (wanted) =>
        document
          .querySelector('galley-overlay')
          ?.shadowRoot?.querySelector('.pill')
          ?.textContent?.includes(wanted) === true,
      { timeout: 20_000 },
      words,
    );
    return await see(page);
  }

  const has = (words: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 20_000 }, words);

  it('shows a saved text at once, and keeps place, focus and what is open', async () => {
    await page.evaluate(() => {
      const details = document.querySelector('details');
      if (details !== null) details.open = true;
      const link = document.querySelector<HTMLElement>('main details summary');
      link?.focus();
      const mark = [...document.querySelectorAll('p')].find((one) =>
        one.textContent?.startsWith('Paragraph number 20'),
      );
      mark?.scrollIntoView({ block: 'start' });
      window.scrollBy(0, -200);
      Object.assign(window, { kept: mark, before: mark?.getBoundingClientRect().top });
    });
    const more = 'A new beginning of this text. '.repeat(20);
    await save('content/first/explainer.md', long.replace('Water came', `${more}\n\nSea water came`));
    await has('Sea water came');
    const after = await page.evaluate(() => {
      const { kept, before } = window as unknown as { kept: Element; before: number };
      return {
        isSame: kept.isConnected,
        moved: Math.abs(kept.getBoundingClientRect().top - before),
        isOpen: document.querySelector('details')?.open,
        focus: document.activeElement?.tagName,
      };
    });
    expect(after).toEqual({ isSame: true, moved: expect.closeTo(0, 0), isOpen: true, focus: 'SUMMARY' });
    expect(complaints).toEqual([]);
  });

  it('shows the frame of a broken template over the last good page, and goes on when it is mended', async () => {
    await save('templates/courier/partials/footer.hbs', '<footer><p>{{#if titel}}</p></footer>');
    const broken = await settledOverlay('Not built');
    expect(broken.isOpen).toBe(true);
    expect(broken.text).toContain('templates/courier/partials/footer.hbs:1:');
    expect(broken.text).toContain('1 | <footer><p>{{#if titel}}</p></footer>');
    expect(broken.status).toContain('Not built');
    expect(await page.evaluate(() => document.body.innerText)).toContain('Our paper');
    await save('templates/courier/partials/footer.hbs', '<footer><p>Our mended paper</p></footer>');
    await has('Our mended paper');
    expect((await settledOverlay('Nothing found')).isOpen).toBe(false);
  });

  it('exchanges styles without a moment without any', async () => {
    await page.evaluate(() => {
      Object.assign(window, { bare: 0 });
      new MutationObserver(() => {
        if (document.querySelector('link[rel~=stylesheet]') === null) Object.assign(window, { bare: 1 });
      }).observe(document.head, { childList: true });
    });
    await writeFile(
      join(project.root, 'templates/courier/theme.yaml'),
      'name: Courier\ncolours:\n  ink: { light: "#002200" }\n',
    );
    await page.waitForFunction(() => getComputedStyle(document.body).color === 'rgb(0, 34, 0)', {
      timeout: 20_000,
    });
    expect(await page.evaluate(() => (window as unknown as { bare: number }).bare)).toBe(0);
    expect(await page.evaluate(() => document.querySelectorAll('link[rel~=stylesheet]').length)).toBe(1);
  });

  it('shows findings by keyboard: opens, holds the focus, closes with Escape', async () => {
    await save(
      'content/first/explainer.md',
      long.replace('The last paragraph.', `It ${'went on and '.repeat(30)}ended.`),
    );
    const seen = await settledOverlay('1 advice');
    expect(seen.isOpen).toBe(false);
    await page.evaluate(() =>
      document.querySelector('galley-overlay')?.shadowRoot?.querySelector<HTMLElement>('.pill')?.focus(),
    );
    await page.keyboard.press('Enter');
    const focus = (): Promise<string> =>
      page.evaluate(
        () => document.querySelector('galley-overlay')?.shadowRoot?.activeElement?.className ?? '',
      );
    const opened = await see(page);
    expect(opened.isOpen).toBe(true);
    expect(opened.text).toMatch(/content\/first\/explainer\.md:\d+:\d+/);
    expect(opened.text).toContain('Try:');
    await page.keyboard.press('Escape');
    expect((await see(page)).isOpen).toBe(false);
    expect(await focus()).toBe('pill');
  });

  it('shows a notice in place of a text that was never good, and the page as soon as it is', async () => {
    await project.write({
      'content/second/explainer.md': soundDocument,
      'content/second/sources.yaml': 'a: [\n',
    });
    const second = await chromium.newPage();
    await expect.poll(() => preview.live.view('second')?.state, { timeout: 20_000 }).toBe('refused');
    await second.goto(new URL('second/', preview.address).href);
    await second.waitForFunction(
      () =>
        document.querySelector('galley-overlay')?.shadowRoot?.querySelector<HTMLElement>('#panel')?.hidden ===
        false,
    );
    expect((await see(second)).text).toContain('content/second/sources.yaml:');
    await save('content/second/sources.yaml', soundSources);
    await second.waitForFunction(() => document.body.innerText.includes('Our paper'), { timeout: 20_000 });
    await second.close();
  });

  it('says that a page is gone, and keeps the list of documents fresh', async () => {
    const list = await chromium.newPage();
    await list.goto(preview.address);
    await rename(join(project.root, 'content/first'), join(project.root, 'content/other'));
    // A page that is not in front rests, and hears what is new when it comes to the front.
    await page.bringToFront();
    await settledOverlay('This page is gone');
    await list.bringToFront();
    await list.waitForFunction(() => document.querySelector('a[href="/other/"]') !== null, {
      timeout: 20_000,
    });
    expect(await list.evaluate(() => document.querySelector('a[href="/first/"]'))).toBeNull();
    await list.close();
  });

  it('shows the PDF page by page, keeps the page that is looked at, and marks those that changed', async () => {
    const pdf = await chromium.newPage();
    await pdf.goto(new URL('pdf/first#page=2', preview.address).href);
    const drawn = (version: number): Promise<unknown> =>
      pdf.waitForFunction(
        (wanted) =>
          performance
            .getEntriesByName('galley-drawn')
            .some((entry) => Number((entry as PerformanceMark).detail) >= wanted),
        { timeout: 60_000 },
        version,
      );
    await drawn(1);
    const seen = (): Promise<unknown> =>
      pdf.evaluate(() => ({
        page: document.querySelector('.where')?.textContent,
        large: document.querySelector('.paper canvas')?.getAttribute('aria-label')?.slice(0, 6),
        current: document
          .querySelector('#thumbnails [aria-current]')
          ?.getAttribute('aria-label')
          ?.slice(0, 6),
        small: document.querySelectorAll('#thumbnails li').length,
        files: [...document.querySelectorAll('#files a')].map((link) => link.getAttribute('href')),
        prints: document.querySelector('#prints [aria-current]')?.textContent,
      }));
    const wanted = {
      page: 'Page 2 of 3',
      large: 'Page 2',
      current: 'Page 2',
      small: 3,
      files: ['/first/first.pdf', '/first/first.ua2.pdf'],
      prints: 'Standard print',
    };
    await pdf.waitForFunction(() => document.querySelectorAll('#files a').length === 2);
    expect(await seen()).toEqual(wanted);
    await pdf.waitForFunction(() => document.querySelectorAll('#thumbnails canvas').length === 3, {
      timeout: 30_000,
    });
    await save('content/first/explainer.md', long.replace('number 30 stands', 'number 30 still stands'));
    await drawn(2);
    expect(await seen()).toEqual(wanted);
    await pdf.waitForFunction(() => document.querySelector('#thumbnails [data-changed]') !== null, {
      timeout: 30_000,
    });
    await pdf.keyboard.press('ArrowRight');
    expect(await seen()).toMatchObject({ page: 'Page 3 of 3' });
    await pdf.evaluate(() => performance.clearMarks());
    await Promise.all([pdf.waitForNavigation(), pdf.click('#prints a[href$="print=clear"]')]);
    await drawn(1);
    await pdf.waitForFunction(() => document.querySelector('#files a') !== null, { timeout: 60_000 });
    expect(await seen()).toMatchObject({
      page: 'Page 1 of 4',
      files: ['/first/first-clear-print.pdf'],
      prints: 'Clear print',
    });
    await pdf.close();
  });

  it('lets nobody else read: a page of another site gets nothing', async () => {
    const stranger: Server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>stranger</p>');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as { port: number };
    const other = await chromium.newPage();
    await other.goto(`http://127.0.0.1:${port}/`);
    const got = await other.evaluate(async (address) => {
      const tries = [fetch(address), fetch(address, { mode: 'no-cors' }), fetch(`${address}-/galley/events`)];
      const answers = await Promise.allSettled(tries);
      return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.type : 'refused'));
    }, preview.address);
    expect(got[0]).toBe('refused');
    expect(got[1]).not.toBe('basic');
    expect(got[2]).toBe('refused');
    await other.close();
    stranger.close();
  });

  it('takes the next port when one is taken, and says so', async () => {
    const port = Number(new URL(preview.address).port);
    const second = await openPreview({ root: project.root, port });
    try {
      expect(new URL(second.address).port).not.toBe(String(port));
      expect(second.diagnostics.map(({ code }) => code)).toEqual(['port-is-free']);
    } finally {
      await second.close();
    }
  });
});
