/**
 * Pictures of the pages of the specimen's PDFs, drawn by pdf.js in the browser: headless Chromium shows no PDF, and its own print of the page
 * would not be the file that readers get.
 */

import type { Browser, LentPage } from '../browser/browser.js';
import type { OutputFile } from '../outputs/output.js';
import type { System } from '../system/system.js';
import { mediaTypeOf } from './media-types.js';

/** One PDF of the specimen. */
export interface SpecimenPrint {
  /** Path below the folder of the theme's check. */
  readonly path: string;
  readonly words: string;
}

/** The PDFs that are looked at, in the order of the sheet. */
export const specimenPrints: readonly SpecimenPrint[] = [
  { path: 'specimen/specimen.pdf', words: 'the specimen as PDF' },
  { path: 'specimen/specimen-clear-print.pdf', words: 'the specimen in clear print' },
  { path: 'specimen/specimen-large-print.pdf', words: 'the specimen in large print' },
  { path: 'specimen-right-to-left/specimen-right-to-left.pdf', words: 'from right to left, as PDF' },
  { path: 'specimen-long/specimen-long-large-print.pdf', words: 'long words, in large print' },
];

/** One page as a picture. */
export interface PagePicture {
  readonly print: SpecimenPrint;
  readonly file: OutputFile;
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
}

const width = 640;

/** Where the two files of pdf.js lie in Galley's own folder; they are laid there when it is compiled. */
const library = 'dist/studio/client/pdfjs';
const libraryFiles = ['pdf.min.mjs', 'pdf.worker.min.mjs'] as const;

/** The library without a thread of its own: a worker would ask for its file past the wall around the page. */
const stage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pages</title></head><body><script type="module">
import * as worker from './pdf.worker.min.mjs';
globalThis.pdfjsWorker = worker;
globalThis.pdfjs = await import('./pdf.min.mjs');
</script></body></html>`;

/** Runs in the page: all pages of the PDF, as data addresses. */
const drawAll = `(async () => {
  const data = await (await fetch('print.pdf')).arrayBuffer();
  const file = await pdfjs.getDocument({ data, isEvalSupported: false }).promise;
  const drawn = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const viewport = page.getViewport({ scale: ${width} / page.getViewport({ scale: 1 }).width });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport }).promise;
    drawn.push({ width: canvas.width, height: canvas.height, data: canvas.toDataURL('image/webp', 0.8).split(',')[1] });
  }
  return drawn;
})()`;

interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Base64. */
  readonly data: string;
}

async function draw(
  { page, load }: LentPage,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Drawn[]> {
  const served = [...files].map(([path, bytes]) => {
    const mediaType = path.endsWith('.mjs') ? 'text/javascript' : mediaTypeOf(path);
    return [path, { mediaType, bytes }] as const;
  });
  await load(
    new Map([...served, ['index.html', { mediaType: 'text/html', bytes: new TextEncoder().encode(stage) }]]),
  );
  await page.waitForFunction('globalThis.pdfjs !== undefined');
  return (await page.evaluate(drawAll)) as readonly Drawn[];
}

function numbered(print: SpecimenPrint, page: number): string {
  return `pictures/${print.path.replace(/^.*\//, '').replace(/\.pdf$/, '')}-${String(page).padStart(2, '0')}.webp`;
}

/** Longest time for one PDF, ms. */
const deadline = 120_000;

/** Draws the pages of all PDFs that were made; none without the library, as before Galley is compiled. `read` gives a PDF by its path. */
export async function drawPrints(
  browser: Browser,
  own: System,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<readonly PagePicture[]> {
  const files = new Map<string, Uint8Array>();
  for (const name of libraryFiles) {
    const bytes = await own.readFile(`${library}/${name}`);
    if (bytes === undefined) return [];
    files.set(name, bytes);
  }
  const pictures: PagePicture[] = [];
  for (const print of specimenPrints) {
    const pdf = await read(print.path);
    if (pdf === undefined) continue;
    const drawn = await browser.withPage(
      'visit',
      (lent) => draw(lent, new Map([...files, ['print.pdf', pdf]])),
      deadline,
    );
    for (const [index, { data, ...size }] of drawn.entries()) {
      const file = { path: numbered(print, index + 1), bytes: Buffer.from(data, 'base64') };
      pictures.push({ print, file, page: index + 1, pages: drawn.length, ...size });
    }
  }
  return pictures;
}
