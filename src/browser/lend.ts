/** Prepares a page behind the wall: bytes we hold are served from memory, everything else is refused and written down. */

import type { BrowserContext, Browser as Chromium, HTTPRequest, Page } from 'puppeteer';
import type { FileServer, LentPage, PagePurpose, ServedFile } from './browser.js';

/** The virtual origin of every document; `.invalid` is reserved and never resolves (RFC 2606). */
export const virtualOrigin = 'https://doc.invalid';

const contentPolicy =
  "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
  "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const blank: ReadonlyMap<string, ServedFile> = new Map([
  [
    'index.html',
    { mediaType: 'text/html', bytes: new TextEncoder().encode('<!doctype html><title></title>') },
  ],
]);

/** What a page does on its way through the wall. */
interface Traffic {
  readonly purpose: PagePurpose;
  files: FileServer;
  loading: boolean;
  /** Whether the document itself was asked for: a page that is visited may not lead away from itself. */
  arrived: boolean;
  readonly refused: string[];
}

/** The file for an address of the virtual origin; `/` is `index.html`. */
async function fileFor(request: HTTPRequest, traffic: Traffic): Promise<ServedFile | undefined> {
  const url = new URL(request.url());
  if (url.origin !== virtualOrigin || request.method() !== 'GET') return undefined;
  const isDocument = request.isNavigationRequest() && request.frame()?.parentFrame() === null;
  if (request.isNavigationRequest() && !traffic.loading && (isDocument || traffic.purpose !== 'visit'))
    return undefined;
  if (isDocument && traffic.arrived && traffic.purpose === 'visit') return undefined;
  if (isDocument) traffic.arrived = true;
  const path = decodeURIComponent(url.pathname.slice(1));
  return await traffic.files.get(path === '' ? 'index.html' : path);
}

async function answer(request: HTTPRequest, traffic: Traffic): Promise<void> {
  // What stands in the page itself comes from nowhere.
  if (request.url().startsWith('data:') && !request.isNavigationRequest()) {
    await request.continue();
    return;
  }
  let file: ServedFile | undefined;
  try {
    file = await fileFor(request, traffic);
  } catch {
    // An address that cannot be read is none of ours.
  }
  // The browser itself asks for this picture; no document did.
  if (request.url() === `${virtualOrigin}/favicon.ico` && file === undefined) {
    await request.respond({ status: 404 });
    return;
  }
  if (file === undefined) {
    traffic.refused.push(request.url());
    // A blocked navigation would put an error page in place of the document; an aborted one leaves it alone.
    await request.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
    return;
  }
  await request.respond({
    status: 200,
    headers: {
      'content-type': file.mediaType.startsWith('text/')
        ? `${file.mediaType}; charset=utf-8`
        : file.mediaType,
      ...(traffic.purpose === 'visit' ? {} : { 'content-security-policy': contentPolicy }),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: file.bytes,
  });
}

/** As much of a page as is asked whether it is ready. */
interface LoadedPage {
  readonly document: {
    readonly documentElement: { getBoundingClientRect(): unknown };
    readonly fonts: Iterable<{ family: string; status: string }> & { ready: Promise<unknown> };
    readonly images: Iterable<{ decode(): Promise<void>; getAttribute(name: string): string | null }>;
  };
}

/** Waits until fonts are ready and names those that are not; counts pictures. Runs in the page; works with scripts off. */
async function settleFonts(): Promise<{ readonly broken: string[]; readonly pictures: number }> {
  const { document } = globalThis as unknown as LoadedPage;
  // Only a layout asks for fonts.
  document.documentElement.getBoundingClientRect();
  await document.fonts.ready;
  const broken: string[] = [];
  for (const font of document.fonts) if (font.status === 'error') broken.push(font.family);
  return { broken, pictures: [...document.images].length };
}

/** Waits until pictures are decoded and names those that cannot be. Runs in the page, like `settleFonts`. */
async function settlePictures(): Promise<string[]> {
  const { document } = globalThis as unknown as LoadedPage;
  const broken: string[] = [];
  await Promise.all(
    [...document.images].map((image) =>
      image.decode().catch(() => broken.push(image.getAttribute('src') ?? '')),
    ),
  );
  return broken;
}

/** Whether a page is drawn. */
interface Sight {
  hide(): Promise<void>;
  /** Does something while the page is drawn. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Pages for print are measured and printed, never looked at; drawing them, too, was a fifth of what placing cost (measured). Chromium hides a
 * page that is frozen and leaves it hidden when it goes on. It decodes no picture of a hidden page, so such pages are shown for that.
 */
async function sightOf(page: Page): Promise<Sight> {
  const session = await page.createCDPSession();
  // What the page's own session said is set back by the next one (measured): styles of screens would be measured, and those of paper printed.
  await session.send('Emulation.setEmulatedMedia', { media: 'print' });
  const show = (enabled: boolean): Promise<void> =>
    session.send('Emulation.setFocusEmulationEnabled', { enabled });
  return {
    async hide() {
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await session.send('Page.setWebLifecycleState', { state: 'active' });
    },
    async during(work) {
      await show(true);
      try {
        return await work();
      } finally {
        await show(false);
      }
    },
  };
}

async function wall(page: Page, traffic: Traffic): Promise<void> {
  const { purpose } = traffic;
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  page.on('popup', (popup) => {
    traffic.refused.push(popup?.url() ?? 'about:blank');
    void popup?.close().catch(() => undefined);
  });
  page.on('console', (message) => {
    // What the policy blocks never becomes a request.
    const blocked = /'([^']+)' violates the following Content Security Policy/.exec(message.text())?.[1];
    if (blocked !== undefined) traffic.refused.push(blocked);
  });
  page.on('request', (request) => void answer(request, traffic).catch(() => undefined));
  await Promise.all([
    page.setJavaScriptEnabled(purpose !== 'print'),
    page.setOfflineMode(true),
    page.setBypassServiceWorker(true),
    page.setRequestInterception(true),
    ...(purpose === 'print' ? [page.emulateMediaType('print')] : []),
  ]);
}

/** A page ready to be lent, with the context that ends with it. */
export interface PreparedPage {
  readonly lent: LentPage;
  readonly context: BrowserContext;
}

/** Opens a page in a fresh context: no permission, no download, offline; scripts off for printing, by policy for checks. */
export async function preparePage(chromium: Chromium, purpose: PagePurpose): Promise<PreparedPage> {
  const context = await chromium.createBrowserContext({ downloadBehavior: { policy: 'deny' } });
  // Granting nothing denies everything that was not named.
  await context.overridePermissions(virtualOrigin, []);
  const page = await context.newPage();
  const traffic: Traffic = { purpose, files: new Map(), loading: false, arrived: false, refused: [] };
  const broken: string[] = [];
  await wall(page, traffic);
  const sight = purpose === 'print' ? await sightOf(page) : undefined;
  const lent: LentPage = {
    page,
    refused: traffic.refused,
    broken,
    async load(files, path = '') {
      const address = `${virtualOrigin}/${path.split('/').map(encodeURIComponent).join('/')}`;
      traffic.files = files;
      traffic.arrived = false;
      traffic.refused.length = 0;
      broken.length = 0;
      traffic.loading = true;
      const response = await page.goto(address, { waitUntil: 'load', timeout: 0 });
      traffic.loading = false;
      if (response?.status() !== 200 || page.url().split('#')[0] !== address) {
        throw new Error(`The browser shows ${page.url()} in place of the document.`);
      }
      const fonts = await page.evaluate(settleFonts);
      const decode = (): Promise<string[]> => page.evaluate(settlePictures);
      const pictures =
        fonts.pictures === 0 ? [] : await (sight === undefined ? decode() : sight.during(decode));
      broken.push(...fonts.broken, ...pictures);
    },
  };
  // The first document of an origin starts a process of its own, which takes longer than all the rest (measured).
  await lent.load(blank);
  await sight?.hide();
  return { lent, context };
}
