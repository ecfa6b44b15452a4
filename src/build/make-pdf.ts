/** One print of one explainer: paged, printed and proven once, then tagged as each file that is asked for. */

import type { CheckRun } from '../checks/check.js';
import type { ResolvedConfig } from '../config/config.js';
import type { Metadata } from '../document/explainer.js';
import type { HtmlDocument } from '../html/html-document.js';
import { toInstant } from '../language/partial-date.js';
import type { OutputFile } from '../outputs/output.js';
import { type PrintedPdf, printPdf } from '../outputs/pdf/print-pdf.js';
import { printedPart } from '../outputs/print/print-document.js';
import { renderPrint } from '../outputs/print/render-print.js';
import type { Theme } from '../theme/theme.js';
import type { PdfForParity } from './check-parity.js';
import { type PdfWish, type PrintWish, pdfName } from './formats.js';
import { blocked, type Work } from './work.js';

/** A PDF ready to be written. */
export interface MadePdf {
  readonly file: OutputFile;
  readonly pageCount: number;
  readonly checks: readonly CheckRun[];
  /** What it says, for the comparison with the page. */
  readonly parity: PdfForParity;
}

/** The paper that the settings ask for, else the one that the theme is made for. */
function paperOf({ paper, paperIsGiven }: ResolvedConfig, theme: Theme): 'a4' | 'letter' {
  return paperIsGiven ? paper : (theme.paper ?? paper);
}

/** Makes the PDFs of one print; undefined when they may not be published, and then the findings say why. */
export async function makePdfs(
  work: Work,
  document: HtmlDocument | undefined,
  theme: Theme,
  { kind, files }: PrintWish,
): Promise<readonly MadePdf[] | undefined> {
  const { config, tools, prepared, diagnostics } = work;
  const { stopwatch } = prepared;
  if (tools.browser === undefined || document === undefined) return undefined;
  const print = await stopwatch.time('print', () =>
    renderPrint({ document, theme }, { kind, notesAt: config.notes, paper: paperOf(config, theme) }),
  );
  diagnostics.push(...print.diagnostics);
  if (blocked(work)) return undefined;
  const browser = await tools.browser();
  const { tree, html, source } = print.value;
  const [printed, misread] = await stopwatch.time('pdf', () =>
    Promise.all([
      printPdf(print.value, browser, {
        maxPages: config.limits.pdfPages,
        elapsed: tools.elapsed,
        prove: (...asked) => tools.workers.run('prove', asked),
      }),
      tools.workers.run('reread', { tree, html, source }),
    ]),
  );
  diagnostics.push(...printed.diagnostics, ...(misread === undefined ? [] : [misread]));
  const { value } = printed;
  if (value === undefined || blocked(work)) return undefined;
  const made = await stopwatch.time('pdf', () =>
    Promise.all(files.map((wish) => finished(work, value, wish))),
  );
  const whole = made.filter((pdf) => pdf !== undefined);
  return whole.length < made.length || blocked(work) ? undefined : whole;
}

/** One file of a print, tagged and checked. */
async function finished(
  work: Work,
  { bytes, document: paged, placement }: PrintedPdf,
  { format, profile }: PdfWish,
): Promise<MadePdf | undefined> {
  const { config, tools, prepared, diagnostics } = work;
  const path = pdfName(work.explainer.slug, format);
  const file = `${config.out}/${prepared.document}/${path}`;
  const options = { profile, date: dateOf(work.explainer.metadata, config), file };
  const printed = printedPart(paged);
  const { pdf, ...made } = await tools.workers.run('finish', {
    ...{ bytes, placement, options, printed, document: prepared.document },
  });
  diagnostics.push(...made.diagnostics);
  if (pdf === undefined) return undefined;
  const { facts, differences, pageCount } = pdf;
  return {
    ...{ file: { path, bytes: pdf.bytes }, pageCount, checks: made.checks },
    parity: { printed, pageOf: placement.pageOf, facts, file, differences },
  };
}

/** The date that the file carries: that of its newest version, so that the same files give the same bytes on any day. */
function dateOf({ updated, published }: Metadata, config: ResolvedConfig): number {
  const date = updated ?? published;
  return date === null ? config.now : toInstant(date, config.timezone);
}
