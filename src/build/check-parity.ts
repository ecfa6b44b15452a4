/** The rows of the parity checks: what a reader of the page and a reader of the PDF are told is the same. */

import type { CheckRun } from '../checks/check.js';
import { failedOrPassed } from '../checks/check.js';
import { comparePage, type ParityPage, type ParityPdf } from '../checks/parity/check-parity.js';
import { parityChecks } from '../checks/parity/findings.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** A finished PDF for the comparison. */
export interface PdfForParity extends ParityPdf {
  /** What the PDF says otherwise than the document that went to print. */
  readonly differences: readonly Diagnostic[];
}

/** Compares a PDF with the document that went to print, and with the page where there is one; one row for each check. */
export function checkParity(document: string, page: ParityPage | undefined, pdf: PdfForParity): CheckRun[] {
  const found = [...pdf.differences, ...(page === undefined ? [] : comparePage(page, pdf))];
  return parityChecks.map((check) => ({
    ...{ document, output: 'pdf', state: page === undefined ? 'print' : 'page', check },
    result: failedOrPassed(
      check,
      found.filter(({ code }) => code === check),
    ),
  }));
}
