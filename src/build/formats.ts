/** Which files a list of formats asks for, and how they are called (content model, section 7). */

import type { FormatName, PdfProfile, ResolvedConfig } from '../config/config.js';
import type { Explainer } from '../document/explainer.js';
import type { PrintKind } from '../outputs/print/print-document.js';

/** The formats that are printed. */
type PdfFormat = Exclude<FormatName, 'html'>;

/** The PDFs that readers are offered; the one for archives lies beside them without a link. */
export function isOffered(format: FormatName): format is 'pdf' | 'pdf-clear' | 'pdf-large' {
  return format === 'pdf' || format === 'pdf-clear' || format === 'pdf-large';
}

/** One PDF to make of a print. */
export interface PdfWish {
  readonly format: PdfFormat;
  readonly profile: PdfProfile;
}

/** One print, from which every PDF of its kind is made: same pages, same words, another standard. */
export interface PrintWish {
  readonly kind: PrintKind;
  /** The first of them names the print in its links. */
  readonly files: readonly [PdfWish, ...PdfWish[]];
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

/** The prints that the formats ask for, in their order. The format for archives is PDF/UA-2 whatever the others are. */
export function printWishes(formats: readonly FormatName[], profile: PdfProfile): readonly PrintWish[] {
  const prints = new Map<PrintKind, [PdfWish, ...PdfWish[]]>();
  for (const format of formats) {
    if (format === 'html') continue;
    const wish: PdfWish = { format, profile: format === 'pdf-ua2' ? 'ua2' : profile };
    const present = prints.get(kinds[format]);
    if (present === undefined) prints.set(kinds[format], [wish]);
    // What readers get leads, so that the words on paper do not hang on the order of the list.
    else if (isOffered(format)) present.unshift(wish);
    else present.push(wish);
  }
  return [...prints].map(([kind, files]) => ({ kind, files }));
}

/** The print that a file name belongs to; undefined for a name that no PDF of the explainer has. */
export function kindOfName(slug: string, name: string): PrintKind | undefined {
  const format = (Object.keys(kinds) as PdfFormat[]).find((one) => pdfName(slug, one) === name);
  return format === undefined ? undefined : kinds[format];
}

/** File name of a PDF. */
export function pdfName(slug: string, format: PdfFormat): string {
  return `${slug}${endings[format]}`;
}
