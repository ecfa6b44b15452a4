/** Which files a list of formats asks for, and how they are called (content model, section 7). */

import type { FormatName, ResolvedConfig } from '../config/config.js';
import type { Explainer } from '../document/explainer.js';
import type { PrintKind } from '../outputs/print/print-document.js';

/** The formats that are printed. */
type PdfFormat = Exclude<FormatName, 'html'>;

/** The PDFs that readers are offered; the one for archives lies beside them without a link. */
export function isOffered(format: FormatName): format is 'pdf' | 'pdf-clear' | 'pdf-large' {
  return format === 'pdf' || format === 'pdf-clear' || format === 'pdf-large';
}

/** One PDF to make. */
export interface PdfWish {
  readonly format: PdfFormat;
  readonly kind: PrintKind;
}

const kinds: Readonly<Record<PdfFormat, PrintKind>> = {
  pdf: 'standard',
  'pdf-clear': 'clear',
  'pdf-large': 'large',
  'pdf-ua2': 'standard',
};

const endings: Readonly<Record<PdfFormat, string>> = {
  pdf: '.pdf',
  'pdf-clear': '-clear-print.pdf',
  'pdf-large': '-large-print.pdf',
  'pdf-ua2': '.ua2.pdf',
};

/** The formats of one explainer: a withdrawn one leaves a notice at its address and no PDF. */
export function formatsOf(config: ResolvedConfig, explainer: Explainer): readonly FormatName[] {
  return explainer.metadata.status === 'withdrawn' ? ['html'] : config.formats;
}

/** How a format is set on paper. */
export function kindOf(format: FormatName): PrintKind {
  return format === 'html' ? 'standard' : kinds[format];
}

/** The PDFs among the formats. */
export function pdfWishes(formats: readonly FormatName[]): readonly PdfWish[] {
  return formats
    .filter((format): format is PdfFormat => format !== 'html')
    .map((format) => ({ format, kind: kinds[format] }));
}

/** File name of a PDF. */
export function pdfName(slug: string, format: PdfFormat): string {
  return `${slug}${endings[format]}`;
}
