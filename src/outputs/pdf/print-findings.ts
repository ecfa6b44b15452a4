/** What printing itself has to say: pages that did not come out of the browser, and files that it could not use. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PrintedDocument } from '../print/print-document.js';

function placed(document: PrintedDocument): Pick<Diagnostic, 'place'> {
  return { place: { kind: 'source', file: document.source } };
}

/** The browser died or fell silent twice over this document. */
export function notPrinted(document: PrintedDocument, loss: string): Diagnostic {
  const how = loss === 'deadline' ? 'did not finish in time' : 'ended';
  return {
    code: 'pdf-is-printed',
    severity: 'error',
    what: `The browser ${how} twice while it printed this document.`,
    why: 'There is no PDF of it.',
    fix: 'Look for something very large in it (a picture, a table of thousands of rows); or raise “document-seconds” under “limits” in galley.config.yaml.',
    ...placed(document),
  };
}

/** The print would have more pages than the limit allows. */
export function tooManyPages(document: PrintedDocument, limit: number): Diagnostic {
  return {
    code: 'size-is-within-limit',
    severity: 'error',
    what: `The PDF would have more than ${limit} pages.`,
    why: 'So long a document is more likely a mistake, and takes long to print and to read.',
    fix: 'Divide the document, or raise “pdf-pages” under “limits” in galley.config.yaml.',
    ...placed(document),
  };
}

/** The page asked for something that is not part of the document. */
export function foreignAsked(document: PrintedDocument, address: string): Diagnostic {
  const shown = address.length > 120 ? `${address.slice(0, 117)}…` : address;
  return {
    code: 'print-loads-nothing-foreign',
    severity: 'error',
    what: `The printed page asks for “${shown}”, which is not part of the document.`,
    why: 'Nothing is loaded from outside while printing, so it would be missing on paper.',
    fix: 'Put the file into the document’s folder or the theme, or take the reference out of the theme’s styles.',
    ...placed(document),
    excerpt: shown,
  };
}

/** A picture or a font could not be used. */
export function fileBroken(document: PrintedDocument, name: string): Diagnostic {
  return {
    code: 'print-pictures-are-readable',
    severity: 'error',
    what: `The browser cannot read the picture or font “${name}”.`,
    why: 'It would be missing on paper.',
    fix: 'Open the file in an image program and save it again, then build once more.',
    ...placed(document),
    excerpt: name,
  };
}

/** The browser holds another text than was sent. */
export function otherPage(document: PrintedDocument): Diagnostic {
  return {
    code: 'pdf-is-printed',
    severity: 'error',
    what: 'The browser shows another text than the document’s.',
    why: 'A PDF of it would not be the document’s.',
    fix: 'This is a fault in Galley: please report it with the document.',
    ...placed(document),
  };
}

/** The browser built another tree from the page than was written; `difference` names the first element. */
export function readOtherwise({ source }: PrintedDocument, difference: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The printed page does not read as it was written (${difference}).`,
    why: 'The browser builds another page than the one that was checked.',
    fix: 'Look in the layout for a paragraph that holds a block, or a link inside a link.',
    place: { kind: 'source', file: source },
  };
}

/** The printed file cannot be read back, or lacks tags or a title. */
export function notSound(document: PrintedDocument, what: string): Diagnostic {
  return {
    code: 'pdf-is-printed',
    severity: 'error',
    what: `The browser’s PDF ${what}.`,
    why: 'Without it the file cannot be made accessible, so none is published.',
    fix: 'Run “galley doctor”: this version of the browser may be one that Galley was not tested with.',
    ...placed(document),
  };
}
