/** The one Chromium that prints and checks: what the rest of the code may ask of it. */

import type { Page } from 'puppeteer';

/** What a lent page may do. Neither kind reaches the network; every request is answered from memory or refused and reported. */
export type PagePurpose = 'print' | 'check';

/** A file served to a page from memory. */
export interface ServedFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A page that is lent for one job and taken back when it ends. */
export interface LentPage {
  readonly page: Page;
  /**
   * Loads a document from memory: `files` by path relative to the page, which is `index.html`. Resolves when fonts and
   * pictures are ready; what could not be used is in `broken`. May be called again for a fresh start.
   */
  load(files: ReadonlyMap<string, ServedFile>): Promise<void>;
  /** Addresses that were asked for and refused since `load`. */
  readonly refused: readonly string[];
  /** Pictures (by address) and fonts (by family) that were asked for and could not be used, since `load`. */
  readonly broken: readonly string[];
}

/** A running browser that lends pages. */
export interface Browser {
  /** Such as `Chrome/156.0.8078.79`. */
  readonly version: string;
  readonly sandboxed: boolean;
  /**
   * Lends a page, ends the job at the deadline (30 s unless told) or on a crash, and retries once in a new browser.
   * When the page is lost a second time it rejects with a `PageLostError`.
   */
  withPage<T>(purpose: PagePurpose, job: (page: LentPage) => Promise<T>, deadlineMs?: number): Promise<T>;
  close(): Promise<void>;
}
