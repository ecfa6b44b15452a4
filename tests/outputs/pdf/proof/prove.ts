/** Takes a generated document all the way to finished PDFs and gives everything that is wrong with them. */

import type { Browser } from '../../../../src/browser/browser.js';
import { comparePrint, continuedLine } from '../../../../src/checks/parity/check-parity.js';
import { pdfFacts } from '../../../../src/checks/parity/pdf-facts.js';
import { checkPdf } from '../../../../src/checks/pdf/check-pdf.js';
import type { PdfProfile } from '../../../../src/checks/pdf/context.js';
import { finishPdf } from '../../../../src/outputs/pdf/finish.js';
import { proveRead } from '../../../../src/outputs/pdf/ledger.js';
import { printPdf } from '../../../../src/outputs/pdf/print-pdf.js';
import { readPdf } from '../../../../src/outputs/pdf/read.js';
import { type PrintFixture, printDocument } from '../../print/print-fixture.js';

/** What came out. */
export interface Proof {
  readonly faults: readonly string[];
  readonly pages: number;
  readonly notes: number;
  /** Notes that stand on more than one page. */
  readonly continued: number;
  readonly files: readonly { readonly profile: PdfProfile; readonly bytes: Uint8Array }[];
}

/** Findings that tell of help, not of a fault. */
const told: ReadonlySet<string> = new Set(['picture-fits-its-page']);

/** Places, prints, proves by the ledger, finishes, checks, and compares the words. */
export async function prove(
  browser: Browser,
  fixture: PrintFixture,
  profiles: readonly PdfProfile[],
): Promise<Proof> {
  const document = await printDocument(fixture);
  const { value, diagnostics } = await printPdf(document, browser, { deadlineMs: 240_000 });
  const faults = diagnostics
    .filter(({ code }) => !told.has(code))
    .map(({ code, what }) => `${code}: ${what}`);
  if (value === undefined)
    return { faults: [...faults, 'nothing was printed'], pages: 0, notes: 0, continued: 0, files: [] };
  const { bytes, document: printed, placement, ledger } = value;
  const files: { profile: PdfProfile; bytes: Uint8Array }[] = [];
  for (const profile of profiles) {
    const made = await finishPdf(bytes, printed, placement, { profile, date: 0 });
    faults.push(...made.diagnostics.map(({ code, what }) => `${profile} ${code}: ${what}`));
    if (made.value === undefined) continue;
    files.push({ profile, bytes: made.value.bytes });
    const read = readPdf(made.value.bytes);
    if (!read.readable) {
      faults.push(`${profile} cannot be read: ${read.reason}`);
      continue;
    }
    const expected = { maxPages: 500, plannedPages: ledger.pageCount };
    const again = proveRead(read, printed, placement, expected);
    faults.push(...again.diagnostics.map(({ code, what }) => `${profile} finished ${code}: ${what}`));
    if (JSON.stringify(again.ledger?.rows) !== JSON.stringify(ledger.rows))
      faults.push(`${profile}: the ledger of the finished file is another than that of the print`);
    const failed = checkPdf(read, { profile }).rules.filter(({ outcome }) => outcome === 'failed');
    faults.push(...failed.map(({ id }) => `${profile} breaks ${id}`));
    const facts = pdfFacts(read, continuedLine(printed));
    const compared = comparePrint({ printed, pageOf: placement.pageOf, facts, file: 'fixture.pdf' });
    faults.push(...compared.map(({ code, what }) => `${profile} ${code}: ${what}`));
  }
  const continued = ledger.rows.filter(({ verdict }) => verdict === 'continued').length;
  return { faults, pages: ledger.pageCount, notes: ledger.rows.length, continued, files };
}
