/** Pictures of the specimen in every way of reading, for people to look at: no check sees whether a page is beautiful. */

import type { CDPSession, Page } from 'puppeteer';
import type { Browser } from '../browser/browser.js';
import type { OutputFile } from '../outputs/output.js';
import { served } from './check-page.js';

/** One way of looking at one page. */
interface View {
  readonly name: string;
  readonly document: string;
  readonly words: string;
  readonly width: number;
  readonly dark?: boolean;
  readonly contrast?: boolean;
  readonly forced?: boolean;
  /** Text size, percent. */
  readonly text?: number;
}

const views: readonly View[] = [
  { name: 'wide-light', document: 'specimen', words: 'wide, light', width: 1440 },
  { name: 'wide-dark', document: 'specimen', words: 'wide, dark', width: 1440, dark: true },
  { name: 'tablet', document: 'specimen', words: '768 pixels', width: 768 },
  { name: 'narrow-light', document: 'specimen', words: '320 pixels, light', width: 320 },
  { name: 'narrow-dark', document: 'specimen', words: '320 pixels, dark', width: 320, dark: true },
  { name: 'contrast-light', document: 'specimen', words: 'more contrast, light', width: 768, contrast: true },
  {
    ...{ name: 'contrast-dark', document: 'specimen', words: 'more contrast, dark' },
    ...{ width: 768, contrast: true, dark: true },
  },
  { name: 'forced', document: 'specimen', words: 'forced colours', width: 768, forced: true },
  { name: 'large-text', document: 'specimen', words: 'letters at 200 %', width: 768, text: 200 },
  { name: 'right-to-left', document: 'specimen-right-to-left', words: 'right to left', width: 1440 },
  {
    name: 'right-to-left-narrow',
    document: 'specimen-right-to-left',
    words: 'right to left, 320 pixels',
    width: 320,
  },
  { name: 'long-words', document: 'specimen-long', words: 'long words, 320 pixels', width: 320 },
  { name: 'bare', document: 'specimen-bare', words: 'nothing that can be left out', width: 768 },
];

/** One picture that was taken. */
export interface ThemePicture {
  readonly file: OutputFile;
  readonly words: string;
  readonly width: number;
  readonly height: number;
}

/** A picture of a page cannot be taller; what is below is cut. */
const tallest = 12_000;

async function look(page: Page, view: View): Promise<ThemePicture> {
  const height = (await page.evaluate(`(() => {
    document.documentElement.style.fontSize = '${view.text ?? 100}%';
    return document.documentElement.scrollHeight;
  })()`)) as number;
  const clip = { x: 0, y: 0, width: view.width, height: Math.min(height, tallest) };
  const bytes = await page.screenshot({ type: 'webp', quality: 82, clip, captureBeyondViewport: true });
  const path = `pictures/${view.name}.webp`;
  return { file: { path, bytes }, words: view.words, width: clip.width, height: clip.height };
}

/** Puppeteer 24.43 refuses `prefers-contrast`, which Chromium knows. */
async function emulate(page: Page, { dark, contrast, forced }: View): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark === true ? 'dark' : 'light' },
      { name: 'prefers-contrast', value: contrast === true ? 'more' : 'no-preference' },
      { name: 'forced-colors', value: forced === true ? 'active' : 'none' },
    ],
  });
  return session;
}

/** Takes the pictures of all pages that were made; `pages` are their files by document. */
export async function takePictures(
  browser: Browser,
  pages: ReadonlyMap<string, readonly OutputFile[]>,
): Promise<readonly ThemePicture[]> {
  const taken: ThemePicture[] = [];
  for (const view of views) {
    const files = pages.get(view.document);
    if (files === undefined) continue;
    const picture = await browser.withPage('check', async ({ page, load }) => {
      await page.setViewport({ width: view.width, height: 900 });
      const session = await emulate(page, view);
      await load(served(files));
      const taken = await look(page, view);
      // What was set ends with it; the page may show something else next.
      await session.detach();
      return taken;
    });
    taken.push(picture);
  }
  return taken;
}
