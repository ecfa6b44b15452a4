/** The notes as they are on paper: found in the browser's file by the identity of their blocks, in a finished one by their id. */

import type { Element, Root } from 'hast';
import { localDigits, type PrintedDocument } from '../../print/print-document.js';
import type { Placement } from '../pdf-file.js';
import { textItemsOfMark } from '../read/mark-text.js';
import type { StructureElement } from '../read/structure-types.js';
import type { PdfDocumentRead } from '../read.js';

/** What stands on paper of one note, and what should. */
export interface PrintedNote {
  /** Text in the order of pages, white space taken out. */
  readonly text: string;
  /** The note's words in the document, white space taken out. */
  readonly expected: string;
  /** 1-based pages with text of the note, each once, in order of parts. */
  readonly pages: readonly number[];
  /** Marks that hold its text, as `page/mcid`; pages from 0. */
  readonly marks: readonly string[];
  /** How many structure elements carry the note's identity; one for each part. */
  readonly elements: number;
  readonly parts: number;
}

/** Letters that are drawn from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Brackets by the one that opens: in right-to-left lines a bracket is drawn as its mirror image, and reads as that (UAX 9, L4). */
const openings = new Map(
  [')(', '][', '}{', '»«', '›‹', '><'].map(([close = '', open = '']) => [close, open]),
);

function sideless(character: string): string {
  return openings.get(character) ?? character;
}

/** Words for comparing: without white space, which lines and parts move, without invisible signs, ligatures as their letters. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\p{Variation_Selector}\ufeff]+/gu, '');
}

/** The words of an element, with page numbers in their slots. */
function wordsOf(node: Root | Element, pageNumber: (id: string) => string): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return '';
      const id = child.properties['dataPageOf'];
      return typeof id === 'string' && id !== '' ? pageNumber(id) : wordsOf(child, pageNumber);
    })
    .join('');
}

/** The private-use subtag that Galley gave an element: kind letter and number, then the part. */
function identityOf(lang: string | undefined): { readonly id: string; readonly part: number } | undefined {
  const [, id, part] = /-x-(?:.*-)?\.?([a-z]\d+)(?:c(\d+))?$/i.exec(lang ?? '') ?? [];
  return id === undefined ? undefined : { id, part: Number(part ?? 1) };
}

/** A finished file holds a note as one element, under the note's own id. */
function finishedAs({ id }: StructureElement): { readonly id: string; readonly part: number } | undefined {
  return id === undefined ? undefined : { id, part: 1 };
}

/** Elements of the tree by id, for those ids that are asked. */
function elementsById(tree: Root, ids: ReadonlySet<string>): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const walk = (parent: Root | Element): void => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const id = node.properties['id'];
      if (typeof id === 'string' && ids.has(id)) found.set(id, node);
      walk(node);
    }
  };
  walk(tree);
  return found;
}

/** The words of one element by 1-based page, and the marks that hold them. */
interface Printed {
  readonly texts: ReadonlyMap<number, string>;
  /** `page/mcid`, pages from 0. */
  readonly marks: readonly string[];
}

/** Reads what a structure element holds, in tree order; `isItem` when it is a list item, whose number is no word of it. */
function readElement(read: PdfDocumentRead, element: StructureElement, isItem: boolean): Printed {
  const texts = new Map<number, string>();
  const marks: string[] = [];
  const walk = (node: StructureElement): void => {
    for (const child of node.children) {
      const isMarker =
        child.kind === 'element' &&
        child.role === 'Lbl' &&
        (node.role === 'LI' || (isItem && node === element));
      if (child.kind === 'element' && !isMarker) walk(child);
      if (child.kind !== 'content' || child.page === undefined) continue;
      marks.push(`${child.page}/${child.mcid}`);
      const shown = textItemsOfMark(read, child.page, child.mcid, child.form);
      if (shown.length === 0) continue;
      const page = child.page + 1;
      texts.set(page, (texts.get(page) ?? '') + shown.map((item) => item.text).join(''));
    }
  };
  walk(element);
  return { texts, marks };
}

/** Structure elements by the identity that their language carries or by their id; parts of one note stand together, in order. */
function elementsByIdentity(read: PdfDocumentRead): ReadonlyMap<string, readonly IdentifiedElement[]> {
  const found = new Map<string, IdentifiedElement[]>();
  for (const element of read.structure?.elements ?? []) {
    const identity = identityOf(element.lang) ?? finishedAs(element);
    if (identity === undefined) continue;
    const present = found.get(identity.id);
    const identified = { element, part: identity.part };
    if (present === undefined) found.set(identity.id, [identified]);
    else present.push(identified);
  }
  for (const parts of found.values()) parts.sort((a, b) => a.part - b.part);
  return found;
}

interface IdentifiedElement {
  readonly element: StructureElement;
  readonly part: number;
}

/** A note's words on paper by page and in the document, ready to be compared; `parts` elements hold them. */
function compared(
  texts: readonly string[],
  expected: string,
  continued: string,
  isRtl: boolean,
  parts: number,
): Pick<PrintedNote, 'text' | 'expected'> {
  // In the browser’s file every part but the first begins with words that say so; a finished file keeps them out of the note.
  const [first = '', ...rests] = texts;
  if (!isRtl && !rightToLeft.test(expected)) {
    const stripped = rests.map((rest) => (rest.startsWith(continued) ? rest.slice(continued.length) : rest));
    return { text: first + stripped.join(''), expected };
  }
  // In the browser's file all parts but the first begin with words that tell so; in a finished one these are no part of a note.
  // Right-to-left lines hold their letters in the order in which they are drawn, so only the letters can be compared.
  const bag = (words: string): string => [...words].map(sideless).sort().join('');
  return { text: bag(texts.join('')), expected: bag(expected + continued.repeat(Math.max(0, parts - 1))) };
}

/** One note put together from its parts. */
function assemble(
  read: PdfDocumentRead,
  expected: string,
  continued: string,
  isRtl: boolean,
  isItem: boolean,
  elements: readonly IdentifiedElement[],
): PrintedNote {
  const printed = elements.map(({ element }) => readElement(read, element, isItem));
  // Each part stands on a page of its own, so the words of a page are a part's, whether it is an element or not.
  const texts = printed.flatMap((part) => [...part.texts.values()]);
  return {
    ...compared(texts.map(bare), expected, continued, isRtl, elements.length),
    pages: [...new Set(printed.flatMap((part) => [...part.texts.keys()]))],
    marks: printed.flatMap(({ marks }) => marks),
    elements: elements.length,
    parts: new Set(elements.map(({ part }) => part)).size,
  };
}

/** Finds every note of the document in the file. A note that is not there has no pages. */
export function printedNotes(
  read: PdfDocumentRead,
  document: PrintedDocument,
  pageOf: Placement['pageOf'] = {},
): ReadonlyMap<number, PrintedNote> {
  const pageNumber = (id: string): string => localDigits(document, pageOf[id] ?? '');
  const byId = elementsById(document.tree, new Set(document.notes.map(({ id }) => id)));
  const byIdentity = elementsByIdentity(read);
  const found = new Map<number, PrintedNote>();
  for (const { number, id } of document.notes) {
    const source = byId.get(id);
    const own = identityOf(String(source?.properties['lang'] ?? ''));
    const elements = byIdentity.get(id) ?? (own === undefined ? undefined : byIdentity.get(own.id)) ?? [];
    const continued = document.continuedWords.replace('{number}', localDigits(document, number));
    const expected = source === undefined ? '' : bare(wordsOf(source, pageNumber));
    found.set(
      number,
      assemble(read, expected, bare(continued), document.dir === 'rtl', source?.tagName === 'li', elements),
    );
  }
  return found;
}
