/** Pages in folders of their own, printed with one warm browser, for the tests of accessible PDFs. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type AccessiblePdf,
  type AccessiblePdfOptions,
  type AccessiblePrinter,
  openAccessiblePrinter,
} from '../../src/build/accessible-pdf.js';
import { formatPlace } from '../../src/diagnostics/place.js';

/** 6 January 2022, 12:00 UTC. */
const date = Date.UTC(2022, 0, 6, 12);

/** A grey drawing. */
export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#9bd"/></svg>';

/** A page around the content of a body; the first line of the body is line 2. */
export function pageWith(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>\n${body}\n</body></html>`;
}

/** Prints pages. */
export class PagePress {
  readonly #printer: AccessiblePrinter = openAccessiblePrinter();
  readonly #folders: string[] = [];

  /** Writes files into a new folder and prints `page.html` of it, or the page that is named; paths are seen from that folder. */
  async print(
    files: Readonly<Record<string, string | Uint8Array>> | string,
    options: Partial<AccessiblePdfOptions> = {},
  ): Promise<AccessiblePdf> {
    const folder = await mkdtemp(join(tmpdir(), 'galley-page-'));
    this.#folders.push(folder);
    for (const [path, content] of Object.entries(
      typeof files === 'string' ? { 'page.html': files } : files,
    )) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { page = 'page.html', root, ...rest } = options;
    const site = root === undefined ? {} : { root: join(folder, root) };
    return await this.#printer.print({ page: join(folder, page), date, ...site, ...rest });
  }

  async close(): Promise<void> {
    await this.#printer.close();
    for (const folder of this.#folders) await rm(folder, { recursive: true });
  }
}

/** Findings as `code line:column`, sorted by place. */
export function findingsOf({ report }: AccessiblePdf): string[] {
  return report.findings.map(({ code, place }) => {
    const at = /:(\d+:\d+)$/.exec(place === undefined ? '' : formatPlace(place))?.[1];
    return at === undefined ? code : `${code} ${at}`;
  });
}
