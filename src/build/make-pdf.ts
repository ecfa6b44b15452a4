/** One PDF of one explainer: paged, printed, proven. */

import type { CheckRun } from '../checks/check.js';
import type { HtmlDocument } from '../html/html-document.js';
import type { OutputFile } from '../outputs/output.js';
import { printPdf } from '../outputs/pdf/print-pdf.js';
import { renderPrint } from '../outputs/print/render-print.js';
import type { Theme } from '../theme/theme.js';
import { type PdfWish, pdfName } from './formats.js';
import { blocked, type Work } from './work.js';

/** A PDF ready to be written. */
export interface MadePdf {
  readonly file: OutputFile;
  readonly pageCount: number;
  readonly checks: readonly CheckRun[];
}

/** Makes a PDF; undefined when it may not be published, and then the findings say why. */
export async function makePdf(
  work: Work,
  document: HtmlDocument | undefined,
  theme: Theme,
  { format, kind }: PdfWish,
): Promise<MadePdf | undefined> {
  const { config, tools, prepared, diagnostics } = work;
  const { stopwatch } = prepared;
  if (tools.browser === undefined || document === undefined) return undefined;
  const print = await stopwatch.time('print', () =>
    renderPrint({ document, theme }, { kind, notesAt: config.notes, paper: config.paper }),
  );
  diagnostics.push(...print.diagnostics);
  if (blocked(work)) return undefined;
  const browser = await tools.browser();
  const printed = await stopwatch.time('pdf', () =>
    printPdf(print.value, browser, { maxPages: config.limits.pdfPages, elapsed: tools.elapsed }),
  );
  diagnostics.push(...printed.diagnostics);
  if (printed.value === undefined || blocked(work)) return undefined;
  const { bytes, ledger } = printed.value;
  return {
    file: { path: pdfName(work.explainer.slug, format), bytes },
    pageCount: ledger.pageCount,
    checks: [],
  };
}
