/** What the ledger and the placing of notes have to say to an editor. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { PagePlace } from '../../../diagnostics/place.js';
import type { PrintedDocument, PrintNote } from '../../print/print-document.js';
import type { Trouble } from '../in-page/types.js';
import type { Placement } from '../pdf-file.js';
import type { MisplacedText } from './clipped.js';

/** Name of a print's file. */
export function pdfFileName(document: Pick<PrintedDocument, 'slug' | 'kind'>): string {
  return document.kind === 'standard'
    ? `${document.slug}.pdf`
    : `${document.slug}-${document.kind}-print.pdf`;
}

function placeOf(document: PrintedDocument, page: number, note?: PrintNote | undefined): PagePlace {
  return {
    kind: 'page',
    file: pdfFileName(document),
    page,
    origin: { kind: 'source', file: document.source, position: note?.position },
  };
}

function excerptOf(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A note begins on another page than its first call. */
export function noteOnWrongPage(
  document: PrintedDocument,
  note: PrintNote,
  callPage: number | undefined,
  notePages: readonly number[],
): Diagnostic {
  return {
    code: 'note-starts-on-its-page',
    severity: 'error',
    what: `Note ${note.number} (${note.shortTitle}) is called on page ${callPage ?? 'unknown'} and stands on page ${notePages.join(', ') || 'none'}.`,
    why: 'Readers look for a note at the foot of the page that they are reading.',
    fix: 'This is a fault in Galley: please report it with the document. “notes: end” in galley.config.yaml prints the notes at the end until then.',
    place: placeOf(document, callPage ?? notePages[0] ?? 1, note),
    excerpt: note.shortTitle,
  };
}

const alterations = {
  missing: 'is not in the printed file',
  repeated: 'is printed more than once',
  altered: 'has other words in the printed file than in the document',
  'call-not-linked': 'is not linked from each of its calls in the printed file',
} as const;

/** A note is lost, doubled, changed or not linked. */
export function noteAltered(
  document: PrintedDocument,
  note: PrintNote,
  fault: keyof typeof alterations,
): Diagnostic {
  return {
    code: 'pdf-notes-equal-html',
    severity: 'error',
    what: `Note ${note.number} (${note.shortTitle}) ${alterations[fault]}.`,
    why: 'Page and PDF have to say the same, note by note, or one of them cannot be trusted.',
    fix: 'This is a fault in Galley: please report it with the document.',
    place: placeOf(document, 1, note),
    excerpt: note.shortTitle,
  };
}

const misplacements: Readonly<Record<MisplacedText['fault'], string>> = {
  outside: 'runs out of the page',
  'on-notes': 'runs into the notes at the foot of the page',
  'note-outside-area': 'is part of a note and runs into the text above the notes',
};

/** Text leaves its area, and part of it may be cut off or unreadable. */
export function textMisplaced(document: PrintedDocument, text: MisplacedText): Diagnostic {
  return {
    code: 'print-clips-nothing',
    severity: 'error',
    what: `“${excerptOf(text.text)}” on page ${text.page} ${misplacements[text.fault]}.`,
    why: 'What runs out of its place on paper cannot be read.',
    fix: 'Look for a very long word, a wide table or a wide piece of code there, and shorten or divide it.',
    place: placeOf(document, text.page),
    excerpt: excerptOf(text.text),
  };
}

/** A box is wider than the page, so part of it is cut off. */
export function boxSticksOut(document: PrintedDocument, trouble: Trouble): Diagnostic {
  const text = excerptOf(trouble.element ?? '');
  return {
    code: 'print-clips-nothing',
    severity: 'error',
    what: `What begins with “${text}” is wider than the page, and its side is cut off in the PDF.`,
    why: 'What runs out of its place on paper cannot be read.',
    fix: 'Give a wide table fewer columns or shorter words; if it is no table, the theme sets a width that is too large for paper.',
    place: { kind: 'source', file: document.source },
    excerpt: text,
  };
}

/** The print has more or fewer pages than were measured. */
export function pagesNotAsPlanned(document: PrintedDocument, printed: number, planned: number): Diagnostic {
  return {
    code: 'note-starts-on-its-page',
    severity: 'error',
    what: `The PDF has ${printed} pages where ${planned} were laid out.`,
    why: 'Notes and page numbers were placed for other pages than those that were printed.',
    fix: 'This is a fault in Galley: please report it with the document.',
    place: placeOf(document, 1),
  };
}

const causes: Readonly<Record<Trouble['kind'], string>> = {
  'too-many-rounds': 'no way was found to divide the page between text and notes',
  'too-many-pages': 'the document has more pages than the limit allows',
  'no-room': 'they do not fit on the page of their call',
  'call-not-printed': 'its call is not on paper',
  'not-stable': 'the page moved again after its notes were placed',
  'note-too-long': 'it would run over more than twenty pages',
  'picture-scaled': 'a picture had to be made smaller',
  'sticks-out': 'something is wider than the page',
};

/** Why notes could not stay at the foot: the trouble that placing had or, without one, what the proof of the print found. */
export interface AtEndCause {
  readonly trouble: Trouble | undefined;
  readonly proof: Diagnostic | undefined;
  readonly placement: Placement | undefined;
}

/** Notes could not be placed at the page foot, so they stand at the end. The place is that of the note that is known to be the cause. */
export function notesAtEnd(document: PrintedDocument, { trouble, proof, placement }: AtEndCause): Diagnostic {
  const proven = proof?.place?.kind === 'page' ? proof.place : undefined;
  const page = trouble?.page || proven?.page || 1;
  // Words that run into notes are a fault of their page, and so of the first note on it.
  const number =
    trouble === undefined ? placement?.pages.find((each) => each.page === page)?.notes[0] : trouble.note;
  const note = document.notes.find((each) => each.number === number);
  const where = trouble === undefined || trouble.page === 0 ? '' : ` on page ${page}`;
  const which =
    note === undefined || trouble === undefined ? 'the notes' : `note ${note.number} (${note.shortTitle})`;
  const found = proof === undefined ? '' : ` (${proof.what.replace(/\.$/, '')})`;
  const cause =
    trouble === undefined ? `the printed file did not pass its proof${found}` : causes[trouble.kind];
  const place = placeOf(document, page, note);
  return {
    code: 'notes-fit-at-page-foot',
    severity: 'warning',
    what: `The notes stand at the end of the PDF, because ${which}${where} could not be placed: ${cause}.`,
    why: 'Readers of paper have to turn to the end for each note.',
    fix: 'Shorten the note, or call it in another place; or print all notes at the end on purpose with “notes: end” in galley.config.yaml.',
    place: trouble === undefined && proven?.origin?.position !== undefined ? proven : place,
    excerpt: note?.shortTitle,
  };
}

/** A picture was made smaller, so that it and the notes that it calls stand on one page. */
export function pictureScaled(document: PrintedDocument, trouble: Trouble): Diagnostic {
  return {
    code: 'picture-fits-its-page',
    severity: 'info',
    what: `A picture on page ${trouble.page} is printed smaller than the page allows.`,
    why: 'The picture, its caption and the notes that it calls have to stand on one page.',
    fix: 'Move the notes from the caption into the text, or leave the picture as it is.',
    place: placeOf(document, trouble.page),
    excerpt: trouble.element,
  };
}
