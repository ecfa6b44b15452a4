// Why a file could not be read, in words for the person who gave it.

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { ReadLimits } from './limits.js';

/** Why reading stopped. */
export type UnreadableReason = 'empty' | 'not-a-pdf' | 'encrypted' | 'no-pages' | 'too-much' | 'defect';

const WHAT: Readonly<Record<UnreadableReason, string>> = {
  empty: 'This file is empty: it holds no bytes at all.',
  'not-a-pdf': 'This file is not a PDF: the mark “%PDF-” that begins every PDF is missing.',
  encrypted: 'This PDF is encrypted, so its text and structure cannot be read.',
  'no-pages': 'This PDF has no pages that can be found; it is damaged or cut off.',
  'too-much': 'This PDF holds more than Galley is willing to read',
  defect: 'This PDF is built in a way that Galley cannot read.',
};

const FIX: Readonly<Record<UnreadableReason, string>> = {
  empty: 'Make the PDF again, or copy it again from where it came.',
  'not-a-pdf': 'Check the name of the file, or export the document as PDF again.',
  encrypted: 'Save the document without a password or restrictions and check it again.',
  'no-pages': 'Make the PDF again, or copy it again from where it came.',
  'too-much': 'Split the document into several, or make it anew with smaller pictures.',
  defect: 'Make the PDF again; if it is one of Galley’s own, please report it.',
};

const LIMITS: Readonly<Record<keyof ReadLimits, string>> = {
  fileBytes: 'the file is larger than 200 MB',
  decodedBytes: 'its unpacked content is too large',
  objects: 'it has too many objects',
  pages: 'it has too many pages',
  depth: 'its parts are nested too deeply',
  operators: 'its pages draw too much',
  drawn: 'its pages draw too much',
  structureElements: 'it has too many tags',
};

/** The diagnostic for an unreadable file; `limit` says which bound was met. */
export function pdfIsReadable(reason: UnreadableReason, limit?: keyof ReadLimits): Diagnostic {
  return {
    code: 'pdf-is-readable',
    severity: 'error',
    what: limit ? `${WHAT[reason]}: ${LIMITS[limit]}.` : WHAT[reason],
    why: 'What cannot be read cannot be checked, so nothing is known about whether people can use it.',
    fix: FIX[reason],
  };
}

/** The diagnostic for a file whose map of objects had to be made anew. */
export function pdfMapIsIntact(): Diagnostic {
  return {
    code: 'pdf-map-is-intact',
    severity: 'warning',
    what: 'The table that says where each part of this PDF stands is broken; its parts were found by searching.',
    why: 'Other programs may show the file differently or refuse to open it.',
    fix: 'Make the PDF again, or save it anew with another program.',
  };
}

/** The diagnostic for content that could be read only in part. */
export function pdfContentIsWhole(pages: readonly number[]): Diagnostic {
  return {
    code: 'pdf-content-is-whole',
    severity: 'error',
    what: `The content of page ${pages.join(', ')} is damaged or refers to something that is missing.`,
    why: 'Readers may see less than the document holds, and the part that cannot be read was not checked.',
    fix: 'Make the PDF again.',
  };
}
