/** One print of one explainer: paged and printed once, then tagged as each file that is asked for, and proven. */

import type { CheckRun } from '../checks/check.js';
import type { ResolvedConfig } from '../config/config.js';
import type { Metadata } from '../document/explainer.js';
import type { HtmlDocument } from '../html/html-document.js';
import { toInstant } from '../language/partial-date.js';
import type { OutputFile } from '../outputs/output.js';
import { type PrintedPdf, type Prove, printPdf } from '../outputs/pdf/print-pdf.js';
import { printedPart } from '../outputs/print/print-document.js';
import { renderPrint } from '../outputs/print/render-print.js';
import type { Theme } from '../theme/theme.js';
import type { PdfForParity } from './check-parity.js';
import { type PdfWish, type PrintWish, pdfName } from './formats.js';
import { blocked, type Work } from './work.js';
import type { PdfMade } from './worker.js';

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
  let made: readonly PdfMade[] = [];
  const printed = await stopwatch.time('pdf', () =>
    printPdf(print.value, browser, {
      maxPages: config.limits.pdfPages,
      prove: async (...asked) => {
        tools.onPrint?.(asked[0]);
        made = await Promise.all(files.map((wish) => tagged(work, asked, wish)));
        return made[0]?.proof ?? { diagnostics: [] };
      },
    }),
  );
  diagnostics.push(...printed.diagnostics);
  const { value } = printed;
  if (value === undefined || blocked(work)) return undefined;
  const whole = files
    .map((wish, index) => finished(work, value, wish, made[index]))
    .filter((pdf) => pdf !== undefined);
  return whole.length < files.length || blocked(work) ? undefined : whole;
}

function fileOf({ config, prepared, explainer }: Work, { format }: PdfWish): string {
  return `${config.out}/${prepared.document}/${pdfName(explainer.slug, format)}`;
}

/** One file of a print, tagged and checked in another thread. */
function tagged(
  work: Work,
  [bytes, printed, placement, expected]: Parameters<Prove>,
  wish: PdfWish,
): Promise<PdfMade> {
  const { config, tools, prepared, explainer } = work;
  const { profile } = wish;
  const options = { profile, date: dateOf(explainer.metadata, config), file: fileOf(work, wish) };
  const { document } = prepared;
  return tools.workers.run('finish', { bytes, printed, placement, expected, options, document });
}

/** A tagged file as the build goes on with it; undefined when it could not be tagged, and then findings say why. */
function finished(
  work: Work,
  { document, placement }: PrintedPdf,
  wish: PdfWish,
  made: PdfMade | undefined,
): MadePdf | undefined {
  work.diagnostics.push(...(made?.diagnostics ?? []));
  if (made?.pdf === undefined) return undefined;
  const { facts, differences, pageCount, bytes } = made.pdf;
  const printed = printedPart(document);
  return {
    ...{ file: { path: pdfName(work.explainer.slug, wish.format), bytes }, pageCount, checks: made.checks },
    parity: { printed, pageOf: placement.pageOf, facts, file: fileOf(work, wish), differences },
  };
}

/** The date that the file carries: that of its newest version, so that the same files give the same bytes on any day. */
function dateOf({ updated, published }: Metadata, config: ResolvedConfig): number {
  const date = updated ?? published;
  return date === null ? config.now : toInstant(date, config.timezone);
}
