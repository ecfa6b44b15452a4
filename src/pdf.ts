/** Accessible PDFs of any HTML page: `import { printAccessiblePdf } from 'galley/pdf'`. */

export {
  type AccessiblePdf,
  type AccessiblePdfOptions,
  type AccessiblePrinter,
  openAccessiblePrinter,
  type PrinterOptions,
  printAccessiblePdf,
} from './build/accessible-pdf.js';
export { BuildError } from './diagnostics/build-error.js';
export type { Diagnostic, Severity } from './diagnostics/diagnostic.js';
export type { ElementPlace, PagePlace, Place, SourcePlace } from './diagnostics/place.js';
export type { ExitCode, Finding, LedgerEntry, Report } from './report/report.js';
