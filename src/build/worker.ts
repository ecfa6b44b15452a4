/** Heavy work on data alone, which another thread can do: proving, finishing and checking PDFs. */

import type { CheckRun } from '../checks/check.js';
import { comparePrint, continuedLine } from '../checks/parity/check-parity.js';
import type { DocumentFacts } from '../checks/parity/facts.js';
import { pdfFacts } from '../checks/parity/pdf-facts.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FinishOptions, finishPdf } from '../outputs/pdf/finish.js';
import { provePrint } from '../outputs/pdf/ledger.js';
import type { Placement } from '../outputs/pdf/pdf-file.js';
import { readPdf } from '../outputs/pdf/read.js';
import type { PrintedDocument } from '../outputs/print/print-document.js';
import { readsOtherwise } from '../outputs/print/reads-as-written.js';
import { checkReadPdf } from './check-pdf.js';

/** A printed file to be tagged and checked. */
export interface PdfJob {
  /** The browser's file. */
  readonly bytes: Uint8Array;
  readonly printed: PrintedDocument;
  readonly placement: Placement;
  readonly options: FinishOptions & { readonly file: string };
  /** The document as the report names it. */
  readonly document: string;
}

/** A tagged file, with what it says to a reader of its tags. */
interface TaggedPdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly facts: DocumentFacts;
  /** What it says otherwise than the document that went to print. */
  readonly differences: readonly Diagnostic[];
}

/** The tagged file, when it came out whole, and what its checks said. */
export interface PdfMade {
  readonly pdf: TaggedPdf | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly checks: readonly CheckRun[];
}

/** Reads the page of a print as a browser does (see `readsOtherwise`). */
export function reread(document: Parameters<typeof readsOtherwise>[0]): Diagnostic | undefined {
  return readsOtherwise(document);
}

/** Reads a print back and proves it (see `provePrint`). */
export function prove(asked: Parameters<typeof provePrint>): ReturnType<typeof provePrint> {
  return provePrint(...asked);
}

/** Tags a printed file and checks the result. */
export async function finish({ bytes, printed, placement, options, document }: PdfJob): Promise<PdfMade> {
  const { value, diagnostics } = await finishPdf(bytes, printed, placement, options);
  if (value === undefined) return { pdf: undefined, diagnostics, checks: [] };
  const { file, profile } = options;
  const { bytes: tagged, pageCount } = value;
  const read = readPdf(tagged);
  const checks = checkReadPdf(read, { file, document, profile });
  const facts = read.readable ? pdfFacts(read, continuedLine(printed)) : { lines: [], notes: new Map() };
  const differences = comparePrint({ printed, pageOf: placement.pageOf, facts, file });
  return { pdf: { bytes: tagged, pageCount, facts, differences }, diagnostics, checks };
}
