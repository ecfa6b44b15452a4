/** Any HTML page → an accessible PDF: for the command `galley pdf` and for programs (`import { printAccessiblePdf } from 'galley/pdf'`). */

import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Browser } from '../browser/browser.js';
import type { CheckRun } from '../checks/check.js';
import type { PdfProfile } from '../checks/pdf/context.js';
import { defaultConfig } from '../config/defaults.js';
import { BuildError } from '../diagnostics/build-error.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { PageSpot } from '../outputs/page/files.js';
import { readPage } from '../outputs/page/read-page.js';
import { finishPdf } from '../outputs/pdf/finish.js';
import { printPdf } from '../outputs/pdf/print-pdf.js';
import type { Paper } from '../outputs/print/print-document.js';
import { assembleReport } from '../report/assemble.js';
import type { Report } from '../report/report.js';
import { diskSystem } from '../system/disk-system.js';
import type { System } from '../system/system.js';
import { BrowserDesk } from './browser-desk.js';
import { criteriaOf } from './catalogue.js';
import { checkPdfBytes } from './check-pdf.js';
import { type BuildProgress, silent } from './progress.js';

/** What browser to print with. */
export interface PrinterOptions {
  /** Path of the Chrome or Chromium to use; found as for `galley build` without one. */
  readonly browser?: string | undefined;
  /** Stop instead of printing without the browser's sandbox. */
  readonly untrusted?: boolean | undefined;
  readonly progress?: BuildProgress | undefined;
}

/** The page to print, and how. */
export interface AccessiblePdfOptions {
  /** Path of an HTML file. Pictures, styles and fonts are taken from its folder and nowhere else. */
  readonly page: string;
  /** The folder of the site that holds the page: files are then taken from it and nowhere else, and `/a.css` means one in it. */
  readonly root?: string | undefined;
  /** The page's HTML when it is not in the file; `page` then says under which name and in which folder it counts. */
  readonly html?: string | undefined;
  /** `ua1`: PDF 1.7, PDF/UA-1 and PDF/A-2a (the default); `ua2`: PDF 2.0, PDF/UA-2, Well-Tagged PDF and PDF/A-4. */
  readonly profile?: PdfProfile | undefined;
  /** Paper; what `@page` names by default, else A4. */
  readonly paper?: Paper | undefined;
  /** Notes at the foot of their pages (the default), or where the page has them. */
  readonly notes?: 'page' | 'end' | undefined;
  /** Public address of the page, to which its relative links belong; its canonical address by default. */
  readonly baseUrl?: string | undefined;
  /** Date of the file, ms since 1970 (UTC); what the page says by default, else SOURCE_DATE_EPOCH, else now. */
  readonly date?: number | undefined;
  /** Most pages; 500 by default. */
  readonly maxPages?: number | undefined;
}

/** What became of a page. */
export interface AccessiblePdf {
  /** The file; undefined when an error kept it from being made, and then the report says which. */
  readonly pdf: Uint8Array | undefined;
  readonly pageCount: number | undefined;
  /** Every finding with its place in the page, and every check that ran. `exitCode` is 0 when nothing is wrong. */
  readonly report: Report;
  /** Text of the page and its stylesheets, for code frames. */
  readonly textOf: (file: string) => string | undefined;
}

/** A browser that stays warm for many pages. */
export interface AccessiblePrinter {
  /** Prints a page. Throws a `BuildError` when there is no such page or no browser; bad content never throws. */
  print(options: AccessiblePdfOptions): Promise<AccessiblePdf>;
  close(): Promise<void>;
}

/** A page on its way. */
interface Job {
  readonly options: AccessiblePdfOptions;
  readonly folder: System;
  readonly spot: PageSpot;
  readonly diagnostics: Diagnostic[];
  readonly checks: CheckRun[];
}

/** A finished file. */
interface Made {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
}

function noPage(path: string): BuildError {
  return new BuildError('usage', {
    code: 'page-content-is-printable',
    severity: 'error',
    what: `There is no file “${path}”.`,
    why: 'Nothing could be printed.',
    fix: 'Check how the path is written.',
  });
}

function outsideRoot(page: string, root: string): BuildError {
  return new BuildError('usage', {
    code: 'page-content-is-printable',
    severity: 'error',
    what: `“${page}” is not in the folder “${root}”.`,
    why: 'Files are only taken from that folder, so nothing could be printed.',
    fix: 'Name the folder of the site that holds the page with --root, or leave it out.',
  });
}

/** The folder from which files are taken, and where the page stands in it. Throws when it stands elsewhere. */
function folderOf({ page, root }: AccessiblePdfOptions): Pick<Job, 'folder' | 'spot'> {
  const whole = resolve(page);
  const top = root === undefined ? dirname(whole) : resolve(root);
  const path = relative(top, whole).split(sep).join('/');
  if (path.startsWith('../') || isAbsolute(path)) throw outsideRoot(page, root ?? '');
  return { folder: diskSystem(top), spot: { path, isSite: root !== undefined } };
}

async function bytesOf({ html, page }: AccessiblePdfOptions, { folder, spot }: Job): Promise<Uint8Array> {
  if (html !== undefined) return new TextEncoder().encode(html);
  const bytes = await folder.readFile(spot.path);
  if (bytes === undefined) throw noPage(page);
  return bytes;
}

async function make(
  job: Job,
  bytes: Uint8Array,
  browser: Browser,
): Promise<{ readonly made: Made | undefined; readonly texts: ReadonlyMap<string, string> }> {
  const { options, folder, spot, diagnostics, checks } = job;
  const { page, baseUrl, paper, profile = 'ua1' } = options;
  const slug = basename(page).replace(/\.[^.]*$/, '');
  const read = await readPage(
    { file: page, bytes, folder, spot, slug, paper, baseUrl, notesAt: options.notes ?? 'page' },
    browser,
  );
  diagnostics.push(...read.diagnostics);
  const { document, texts } = read.value;
  if (document === undefined) return { made: undefined, texts };
  const limits = { maxPages: options.maxPages };
  const printed = await printPdf(document, read.value.browser, limits);
  diagnostics.push(...printed.diagnostics);
  if (printed.value === undefined || hasErrors(diagnostics)) return { made: undefined, texts };
  const { bytes: raw, document: paged, placement } = printed.value;
  const date = options.date ?? read.value.date ?? folder.now();
  const tagged = await finishPdf(raw, paged, placement, { profile, date });
  diagnostics.push(...tagged.diagnostics);
  if (tagged.value === undefined) return { made: undefined, texts };
  const { bytes: pdf, pageCount } = tagged.value;
  checks.push(...checkPdfBytes({ file: `${slug}.pdf`, bytes: pdf, document: page, profile }));
  const found = checks.flatMap(({ result }) => ('untested' in result ? [] : result.diagnostics));
  return { made: hasErrors(found) ? undefined : { pdf, pageCount }, texts };
}

/** Opens a browser for printing pages; it starts with the first one. */
export function openAccessiblePrinter(options: PrinterOptions = {}): AccessiblePrinter {
  const config = { ...defaultConfig, untrusted: options.untrusted ?? false };
  const desk = new BrowserDesk(diskSystem('.'), options.browser, options.progress ?? silent);
  return {
    async print(asked) {
      const job: Job = { options: asked, ...folderOf(asked), diagnostics: [], checks: [] };
      const bytes = await bytesOf(asked, job);
      const { made, texts } = await make(job, bytes, await desk.browser(config));
      const noticed = [...desk.noticed.splice(0), ...job.diagnostics];
      const report = assembleReport(
        {
          explainers: [],
          noticed: noticed.map((diagnostic) => ({ document: asked.page, diagnostic })),
          checks: job.checks,
        },
        { levels: {}, criteriaOf, failOn: 'error' },
      );
      return {
        pdf: made?.pdf,
        pageCount: made?.pageCount,
        report,
        textOf: (file) => texts.get(file),
      };
    },
    close: () => desk.close(),
  };
}

/**
 * Prints one HTML page as an accessible PDF. Bad content never throws: the value then has no `pdf`, and the report names each fault with
 * file, line and column. Throws a `BuildError` when there is no such page or no browser.
 */
export async function printAccessiblePdf(
  options: AccessiblePdfOptions & PrinterOptions,
): Promise<AccessiblePdf> {
  const printer = openAccessiblePrinter(options);
  try {
    return await printer.print(options);
  } finally {
    await printer.close();
  }
}
