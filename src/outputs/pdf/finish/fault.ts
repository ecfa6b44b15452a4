/** What stops a PDF from being written: one finding, carried up to the door by an exception that never leaves this folder. */

import type { Position } from 'unist';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { PrintedDocument } from '../../print/print-document.js';

/** Where a fault stands. */
export interface FaultPlace {
  /** 1-based. */
  readonly page?: number | undefined;
  readonly role?: string | undefined;
  readonly position?: Position | undefined;
}

/** Codes of the promises that the rewriter keeps or stops at. */
export type FaultCode =
  | 'pdf-content-is-owned'
  | 'no-words-are-lost'
  | 'pdf-tags-match-the-page'
  | 'pdf-links-are-tagged'
  | 'pdf-words-have-glyphs'
  | 'pdf-text-has-meaning'
  | 'pdf-pictures-are-described'
  | 'pdf-page-references-are-right'
  | 'pdf-holds-nothing-foreign'
  | 'pdf-from-browser-is-readable'
  | 'pdf-words-are-drawn-once'
  | 'pdf-keeps-every-pixel';

interface Wording {
  readonly why: string;
  readonly fix: string;
}

const report =
  'Please report this with the document: it is most likely a fault in Galley, or a browser version that tags pages in a new way (run “galley doctor”).';

const wordings: Readonly<Record<FaultCode, Wording>> = {
  'pdf-content-is-owned': {
    why: 'Words that belong to no part of the document would be skipped by people who listen to the PDF, so none was written.',
    fix: `If the theme prints words of its own (with “content:” in its styles), move them into the text or mark them as decoration. ${report}`,
  },
  'no-words-are-lost': {
    why: 'A reader of the PDF would miss them, so none was written.',
    fix: `Look whether styles hide, clip or move it off the page in print (“display: none”, “overflow”, “transform”). ${report}`,
  },
  'pdf-tags-match-the-page': {
    why: 'The printed page and the document disagree about what stands here, so a PDF could read out the wrong thing, and none was written.',
    fix: report,
  },
  'pdf-links-are-tagged': {
    why: 'A reader could not follow it, or would follow it to the wrong place, so no PDF was written.',
    fix: `Check the address of the link. ${report}`,
  },
  'pdf-words-have-glyphs': {
    why: 'On paper they would be empty boxes, so no PDF was written.',
    fix: 'Choose a theme font that has these characters, add one that does, or write the words in another way.',
  },
  'pdf-text-has-meaning': {
    why: 'Such characters have no meaning outside one font: screen readers say nothing, and copied text is broken.',
    fix: 'Replace the character by words or by a picture with a description.',
  },
  'pdf-pictures-are-described': {
    why: 'Readers who do not see the picture would get nothing.',
    fix: 'Write what the picture shows between the brackets of “![…](file)”, or mark it as decoration.',
  },
  'pdf-page-references-are-right': {
    why: 'A printed page number that is wrong sends readers astray, so no PDF was written.',
    fix: report,
  },
  'pdf-holds-nothing-foreign': {
    why: 'A published PDF must not carry scripts, forms, attachments, local files or internal addresses.',
    fix: 'Remove it from the text, or give the link a full public address.',
  },
  'pdf-from-browser-is-readable': {
    why: 'Galley could not read the file that the browser printed, so it could not be made accessible.',
    fix: `Print again; if it happens again, use a tested browser version (“galley doctor” names one).`,
  },
  'pdf-words-are-drawn-once': {
    why: 'Words that stand in the file twice would be read twice, or in the wrong place, so no PDF was written.',
    fix: 'Take “mask” and “mask-image” off the elements that hold text, at least on paper (“@media print”).',
  },
  'pdf-keeps-every-pixel': {
    why: 'Making a PDF accessible must never change how it looks, so none was written.',
    fix: report,
  },
};

/** Thrown inside the rewriter and caught in `finishPdf`. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly what: string;
  readonly at: FaultPlace;

  constructor(code: FaultCode, what: string, at: FaultPlace = {}) {
    super(`${code}: ${what}`);
    this.name = 'Fault';
    this.code = code;
    this.what = what;
    this.at = at;
  }

  /** The finding, with the author's line when it is known. */
  diagnostic(print: PrintedDocument, file: string): Diagnostic {
    const { page, role, position } = this.at;
    const origin = { kind: 'source' as const, file: print.source, position };
    const { why, fix } = wordings[this.code];
    return {
      code: this.code,
      severity: 'error',
      what: this.what,
      why,
      fix,
      place: page === undefined ? origin : { kind: 'page', file, page, structureElement: role, origin },
    };
  }
}

/** Words short enough for a message. */
export function excerpt(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim();
  return one.length > 60 ? `${one.slice(0, 57)}…` : one;
}
