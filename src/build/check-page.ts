/** All checks of a finished web page: its bytes, and what the browser shows. */

import type { Browser, ServedFile } from '../browser/browser.js';
import { type CheckRun, runCheck } from '../checks/check.js';
import { markupIsValid } from '../checks/html/markup-is-valid/check.js';
import { checkRendered, engineIsAlive, renderedUntested } from '../checks/html/rendered.js';
import type { OutputFile } from '../outputs/output.js';
import type { WebPage } from '../outputs/web/web-page.js';

/** What is looked at. */
export interface PageToCheck {
  readonly page: WebPage;
  /** Project-relative output file, for places. */
  readonly file: string;
  readonly files: readonly OutputFile[];
  readonly document: string;
  /** Without one, rendered checks are not asked for. */
  readonly browser: (() => Promise<Browser>) | undefined;
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
};

function served(files: readonly OutputFile[]): ReadonlyMap<string, ServedFile> {
  return new Map(
    files.map(({ path, bytes }) => {
      const mediaType = mediaTypes[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
      return [path, { mediaType, bytes }];
    }),
  );
}

const alive = new WeakMap<Browser, Promise<boolean>>();

/** Asks each browser once whether the engine finds a planted fault. */
function isAlive(browser: Browser): Promise<boolean> {
  const known = alive.get(browser) ?? browser.withPage('check', engineIsAlive);
  alive.set(browser, known);
  return known;
}

/** Runs every check on one page. A browser that fails leaves untested rows, never passes. */
export async function checkPage({ page, file, files, document, browser }: PageToCheck): Promise<CheckRun[]> {
  const published = { file, html: page.html, tree: page.tree, source: page.source };
  const bytes = await runCheck(markupIsValid, published, { document, output: 'html', state: '' });
  if (browser === undefined) return [bytes];
  try {
    const running = await browser();
    if (!(await isAlive(running)))
      throw new Error('axe-core did not find the fault that was planted for it.');
    const rendered = await running.withPage('check', (lent) =>
      checkRendered(lent, published, served(files), document),
    );
    return [bytes, ...rendered];
  } catch (error) {
    return [bytes, ...renderedUntested(document, error)];
  }
}
