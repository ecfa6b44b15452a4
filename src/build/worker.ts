/** Heavy work on data alone, which another thread can do: finishing, proving and checking PDFs. */

import type { CheckRun } from '../checks/check.js';
import { comparePrint, continuedLine } from '../checks/parity/check-parity.js';
import type { DocumentFacts } from '../checks/parity/facts.js';
import { pdfFacts } from '../checks/parity/pdf-facts.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type FinishOptions, finishPdf } from '../outputs/pdf/finish.js';
import { type PrintExpectations, type Proof, provePrint, proveRead } from '../outputs/pdf/ledger.js';
import type { Placement } from '../outputs/pdf/pdf-file.js';
import { readPdf } from '../outputs/pdf/read.js';
import type { PrintedDocument } from '../outputs/print/print-document.js';
import { checkReadPdf } from './check-pdf.js';

/** A printed file to be tagged and checked. */
export interface PdfJob {
  /** The browser's file. */
  readonly bytes: Uint8Array;
  readonly printed: PrintedDocument;
  readonly placement: Placement;
  readonly expected: PrintExpectations;
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
  /** Of its notes, read back from the tagged file: the very bytes that readers get. */
  readonly proof: Proof;
  readonly diagnostics: readonly Diagnostic[];
  readonly checks: readonly CheckRun[];
}

/** Tags a printed file, reads the result back, proves its notes and checks it. */
export async function finish({
  bytes,
  printed,
  placement,
  expected,
  options,
  document,
}: PdfJob): Promise<PdfMade> {
  const { value, diagnostics } = await finishPdf(bytes, printed, placement, options);
  // What is wrong with a print that cannot be tagged may be its notes; then it is printed anew.
  if (value === undefined) {
    const proof = provePrint(bytes, printed, placement, expected);
    return { pdf: undefined, proof, diagnostics, checks: [] };
  }
  const { file, profile } = options;
  const { bytes: tagged, pageCount } = value;
  const read = readPdf(tagged);
  const proof = proveRead(read, printed, placement, expected);
  const checks = checkReadPdf(read, { file, document, profile });
  const facts = read.readable ? pdfFacts(read, continuedLine(printed)) : { lines: [], notes: new Map() };
  const differences = comparePrint({ printed, pageOf: placement.pageOf, facts, file });
  return { pdf: { bytes: tagged, pageCount, facts, differences }, proof, diagnostics, checks };
}
