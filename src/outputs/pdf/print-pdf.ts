/**
 * Place, print, read back, prove. When the proof fails, once more with more room between text and notes, and then with the notes
 * at the end: a note is never printed where it may be wrong.
 */

import type { Browser, LentPage } from '../../browser/browser.js';
import { type Diagnostic, hasErrors, result, type StageResult } from '../../diagnostics/diagnostic.js';
import { type PrintDocument, printedPart } from '../print/print-document.js';
import type { Trouble } from './in-page/types.js';
import { boxSticksOut, notesAtEnd, pictureScaled } from './ledger/findings.js';
import { type Proof, provePrint } from './ledger.js';
import { checkLoaded } from './loaded.js';
import type { NoteLedger, Placement } from './pdf-file.js';
import { placeNotes } from './place.js';
import { printPages } from './print.js';
import { notPrinted, tooManyPages } from './print-findings.js';

/** Proves a printed file, here or in another thread. */
export type Prove = (...asked: Parameters<typeof provePrint>) => Proof | Promise<Proof>;

/** Limits and prover of one print. */
export interface PrintLimits {
  /** Most pages of a PDF; 500 unless told. */
  readonly maxPages?: number | undefined;
  /** Deadline of one try in ms; 30 s unless told. */
  readonly deadlineMs?: number | undefined;
  /** Who reads the file back and proves it: this thread unless told. */
  readonly prove?: Prove | undefined;
}

/** Chromium's own file, with the proof that its notes are right. It is not yet fit for publishing. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  /** The document that was printed: the one asked for, or the one with its notes at the end. */
  readonly document: PrintDocument;
  readonly placement: Placement;
  readonly ledger: NoteLedger;
}

/** One try, good or not. */
interface Try {
  readonly printed: PrintedPdf | undefined;
  readonly troubles: readonly Trouble[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the browser gave, not yet proven. */
interface Printing {
  readonly bytes: Uint8Array;
  readonly placement: Placement;
  readonly pageCount: number | undefined;
}

/** Free room in each note area, px: at first, and when the proof failed. */
const slacks = [2, 6] as const;

/** Most pages of a PDF, unless told otherwise. */
const mostPages = 500;

/** Whether notes could not be placed; the others are told and hinder nothing. */
function isSerious({ kind }: Trouble): boolean {
  return kind !== 'picture-scaled' && kind !== 'sticks-out';
}

/** Places and prints on a page that was lent. */
async function printOnce(
  lent: LentPage,
  document: PrintDocument,
  slack: number,
  { maxPages = mostPages }: PrintLimits,
): Promise<Omit<Try, 'printed'> & { readonly printing?: Printing }> {
  let faults: readonly Diagnostic[] = [];
  const watched: LentPage = {
    ...lent,
    // Placing writes page numbers into the page, so it is looked at as it comes from the file.
    async load(files, path) {
      await lent.load(files, path);
      faults = await checkLoaded(lent, document);
    },
  };
  const { placement, pageCount, troubles, hasFonts } = await placeNotes(watched, document, slack, maxPages);
  if (hasErrors(faults)) return { troubles: [], diagnostics: faults };
  const diagnostics = troubles
    .filter((trouble) => !isSerious(trouble))
    .map((trouble) =>
      trouble.kind === 'sticks-out' ? boxSticksOut(document, trouble) : pictureScaled(document, trouble),
    );
  if (troubles.some(({ kind }) => kind === 'too-many-pages')) {
    return { troubles: [], diagnostics: [tooManyPages(document, maxPages)] };
  }
  if (troubles.some(isSerious)) return { troubles, diagnostics };
  const bytes = await printPages(lent.page, hasFonts);
  return { printing: { bytes, placement, pageCount }, troubles: [], diagnostics };
}

/** Places, prints and proves; the browser's page is free again before the proof. */
async function tryOnce(
  browser: Browser,
  document: PrintDocument,
  slack: number,
  limits: PrintLimits,
): Promise<Try> {
  const { maxPages = mostPages, prove = provePrint, deadlineMs } = limits;
  const work = (lent: LentPage): ReturnType<typeof printOnce> => printOnce(lent, document, slack, limits);
  const { printing, troubles, diagnostics } = await browser.withPage('print', work, deadlineMs);
  if (printing === undefined) return { printed: undefined, troubles, diagnostics };
  const { bytes, placement, pageCount } = printing;
  const proven = await prove(bytes, printedPart(document), placement, { maxPages, plannedPages: pageCount });
  const { ledger } = proven;
  if (ledger === undefined) return { printed: undefined, troubles: [], diagnostics: proven.diagnostics };
  return {
    printed: { bytes, document, placement, ledger },
    troubles: [],
    diagnostics: [...diagnostics, ...proven.diagnostics],
  };
}

function isLost(error: unknown): error is Error & { readonly loss: string } {
  return error instanceof Error && error.name === 'PageLostError' && 'loss' in error;
}

/** Prints a document. The value is undefined when the browser gave none; findings of the proof are errors. */
export async function printPdf(
  document: PrintDocument,
  browser: Browser,
  limits: PrintLimits = {},
): Promise<StageResult<PrintedPdf | undefined>> {
  const attempt = (asked: PrintDocument, slack: number): Promise<Try> =>
    tryOnce(browser, asked, slack, limits);
  try {
    let last: Try | undefined;
    for (const slack of slacks) {
      last = await attempt(document, slack);
      const { printed, troubles, diagnostics } = last;
      if (printed?.ledger.holds === true) return result(printed, diagnostics);
      // More room helps against rounding, and against nothing else.
      if (printed === undefined && troubles.every(({ kind }) => kind !== 'no-room')) break;
    }
    const mayStandAtEnd = document.notesAt === 'page' && document.notes.length > 0;
    const isAboutNotes = last?.printed !== undefined || (last?.troubles.length ?? 0) > 0;
    if (!mayStandAtEnd || !isAboutNotes) return result(last?.printed, last?.diagnostics ?? []);
    const atEnd = await attempt(await document.withEndNotes(), slacks[0]);
    const cause = {
      trouble: last?.troubles[0],
      proof: last?.diagnostics.find(({ severity, place }) => severity === 'error' && place?.kind === 'page'),
      placement: last?.printed?.placement,
    };
    return result(atEnd.printed, [notesAtEnd(document, cause), ...atEnd.diagnostics]);
  } catch (error) {
    if (isLost(error)) return result(undefined, [notPrinted(document, error.loss)]);
    throw error;
  }
}
