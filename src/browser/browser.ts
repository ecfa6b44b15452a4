/** The one Chromium that prints and checks: what the rest of the code may ask of it. */

import type { Page } from 'puppeteer';

/**
 * What a lent page may do. No kind reaches the network; every request is answered from memory or refused and reported. `visit` is for
 * a page that somebody else made: its own scripts run, since it cannot be judged without them.
 */
export type PagePurpose = 'print' | 'check' | 'visit';

/** A file served to a page from memory. */
export interface ServedFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Files by path relative to the document's root. */
export interface FileServer {
  get(path: string): ServedFile | undefined | Promise<ServedFile | undefined>;
}

/** A page that is lent for one job and taken back when it ends. */
export interface LentPage {
  readonly page: Page;
  /**
   * Loads a document from memory: `files` by path relative to the page, which is `index.html`, or at the path that is named.
   * Resolves when fonts and pictures are ready; what could not be used is in `broken`. May be called again for a fresh start.
   */
  load(files: FileServer, path?: string): Promise<void>;
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
