/** The footnote ledger: read back from the bytes, every note once, whole, and on the page of its first call. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PrintedDocument, PrintNote } from '../print/print-document.js';
import { misplacedText } from './ledger/clipped.js';
import { noteAltered, noteOnWrongPage, pagesNotAsPlanned, textMisplaced } from './ledger/findings.js';
import { type PrintedNote, printedNotes } from './ledger/printed-notes.js';
import type { LedgerRow, NoteLedger, Placement } from './pdf-file.js';
import { notSound, tooManyPages } from './print-findings.js';
import { type PdfDocumentRead, type PdfRead, readPdf } from './read.js';

/** The ledger and what it found. */
export interface ProvenNotes {
  readonly ledger: NoteLedger;
  readonly diagnostics: readonly Diagnostic[];
}

/** 1-based pages of the links that lead to a note, in page order, and of its first call. */
function callPagesOf(read: PdfDocumentRead, note: PrintNote): { pages: number[]; first: number | undefined } {
  const pages = read.pages.flatMap(({ index, annotations }) =>
    annotations
      .filter(({ subtype, destination }) => subtype === 'Link' && destination?.name === note.id)
      .map(() => index + 1),
  );
  // The number of a note leads to its first call, so the file knows where that is.
  const target = note.calls[0] === undefined ? undefined : read.namedDestinations.get(note.calls[0]);
  return { pages, first: target?.page === undefined ? pages[0] : target.page + 1 };
}

function verdictOf(
  note: PrintNote,
  printed: PrintedNote,
  firstCall: number | undefined,
  placement: Placement,
): LedgerRow['verdict'] {
  if (printed.pages.length === 0) return 'missing';
  if (printed.elements !== printed.parts) return 'repeated';
  if (printed.text !== printed.expected) return 'altered';
  if (placement.mode === 'end') return 'end-note';
  if (firstCall === undefined || printed.pages[0] !== firstCall) return 'wrong-page';
  const declared = placement.carried[note.number];
  if (declared === undefined) return printed.pages.length === 1 ? 'on-its-page' : 'wrong-page';
  return declared.join() === printed.pages.join() ? 'continued' : 'wrong-page';
}

/**
 * Proves the notes of a printed file. The ledger holds when every note is there once, word for word, begins on the page of its
 * first call (or stands at the end, when so planned), is linked from each call, and when the pages are as many as planned and
 * no text leaves its area.
 */
export function proveNotes(
  read: PdfDocumentRead,
  document: PrintedDocument,
  placement: Placement,
  plannedPages: number | undefined,
): ProvenNotes {
  const diagnostics: Diagnostic[] = [];
  const pageCount = read.pages.length;
  if (plannedPages !== undefined && pageCount !== plannedPages) {
    diagnostics.push(pagesNotAsPlanned(document, pageCount, plannedPages));
  }
  const printed = printedNotes(read, document, placement.pageOf);
  const rows = document.notes.map((note): LedgerRow => {
    const found = printed.get(note.number);
    const { pages: callPages, first } = callPagesOf(read, note);
    const verdict = found === undefined ? 'missing' : verdictOf(note, found, first, placement);
    const isOnPage = verdict === 'on-its-page' || verdict === 'continued' || verdict === 'end-note';
    if (verdict === 'wrong-page') {
      diagnostics.push(noteOnWrongPage(document, note, first, found?.pages ?? []));
    } else if (!isOnPage) {
      diagnostics.push(noteAltered(document, note, verdict));
    } else if (callPages.length < note.calls.length) {
      diagnostics.push(noteAltered(document, note, 'call-not-linked'));
    }
    return { number: note.number, callPages, notePages: found?.pages ?? [], verdict };
  });
  for (const text of misplacedText(read, document, placement, printed)) {
    diagnostics.push(textMisplaced(document, text));
  }
  return { ledger: { rows, pageCount, holds: diagnostics.length === 0 }, diagnostics };
}

/** What a print is measured by. */
export interface PrintExpectations {
  /** Most pages that the file may have. */
  readonly maxPages: number;
  /** Pages that placing planned; undefined when nothing had to be placed. */
  readonly plannedPages: number | undefined;
}

/** A proof without a ledger: the file cannot be read, is too long or has no tags, and then the findings say which. */
export type Proof = Partial<ProvenNotes> & Pick<ProvenNotes, 'diagnostics'>;

/** Proves a file that was read back: the browser's own, or the finished one. */
export function proveRead(
  read: PdfRead,
  document: PrintedDocument,
  placement: Placement,
  { maxPages, plannedPages }: PrintExpectations,
): Proof {
  if (!read.readable) return { diagnostics: [notSound(document, 'cannot be read back')] };
  if (read.pages.length > maxPages) return { diagnostics: [tooManyPages(document, maxPages)] };
  if (read.structure === undefined) return { diagnostics: [notSound(document, 'has no tags')] };
  return proveNotes(read, document, placement, plannedPages);
}

/** Reads a file back and proves it. */
export function provePrint(
  bytes: Uint8Array,
  document: PrintedDocument,
  placement: Placement,
  expectations: PrintExpectations,
): Proof {
  return proveRead(readPdf(bytes), document, placement, expectations);
}
