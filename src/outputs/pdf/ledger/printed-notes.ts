/** The notes as they are on paper, found in the printed file by the identity of their blocks. */

import type { Element, Root } from 'hast';
import { localDigits, type PrintedDocument } from '../../print/print-document.js';
import { textItemsOfMark } from '../read/mark-text.js';
import type { StructureElement } from '../read/structure-types.js';
import type { PdfDocumentRead } from '../read.js';

/** What stands on paper of one note, and what should. */
export interface PrintedNote {
  /** Text by part, in the order of parts, white space taken out. */
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
  const [, id, part] = /-x-(?:.*-)?([a-z]\d+)(?:c(\d+))?$/i.exec(lang ?? '') ?? [];
  return id === undefined ? undefined : { id, part: Number(part ?? 1) };
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

/** The words of one element, the pages they stand on, and the marks that hold them. */
interface Printed {
  readonly text: string;
  readonly pages: readonly number[];
  /** `page/mcid`, pages from 0. */
  readonly marks: readonly string[];
}

/** Reads what a structure element holds, in tree order. */
function readElement(read: PdfDocumentRead, element: StructureElement): Printed {
  let text = '';
  const pages: number[] = [];
  const marks: string[] = [];
  const walk = (node: StructureElement): void => {
    for (const child of node.children) {
      // The number of a list item is no word of the note.
      if (child.kind === 'element' && child.role !== 'Lbl') walk(child);
      if (child.kind !== 'content' || child.page === undefined) continue;
      marks.push(`${child.page}/${child.mcid}`);
      const shown = textItemsOfMark(read, child.page, child.mcid, child.form).map((item) => item.text);
      text += shown.join('');
      if (shown.length > 0 && !pages.includes(child.page + 1)) pages.push(child.page + 1);
    }
  };
  walk(element);
  return { text, pages, marks };
}

/** Structure elements by the identity that their language carries; parts of one note stand together, in order. */
function elementsByIdentity(read: PdfDocumentRead): ReadonlyMap<string, readonly IdentifiedElement[]> {
  const found = new Map<string, IdentifiedElement[]>();
  for (const element of read.structure?.elements ?? []) {
    const identity = identityOf(element.lang);
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

/** A note's words on paper and in the document, ready to be compared. */
function compared(
  texts: readonly string[],
  expected: string,
  continued: string,
  isRtl: boolean,
): Pick<PrintedNote, 'text' | 'expected'> {
  const [first = '', ...rests] = texts;
  if (!isRtl && !rightToLeft.test(expected)) {
    const stripped = rests.map((rest) => (rest.startsWith(continued) ? rest.slice(continued.length) : rest));
    return { text: first + stripped.join(''), expected };
  }
  // Right-to-left lines hold their letters in the order in which they are drawn, so only the letters can be compared.
  const bag = (words: string): string => [...words].sort().join('');
  return { text: bag(texts.join('')), expected: bag(expected + continued.repeat(rests.length)) };
}

/** One note put together from its parts. */
function assemble(
  read: PdfDocumentRead,
  expected: string,
  continued: string,
  isRtl: boolean,
  elements: readonly IdentifiedElement[],
): PrintedNote {
  const printed = elements.map(({ element }) => readElement(read, element));
  return {
    ...compared(
      printed.map(({ text }) => bare(text)),
      expected,
      continued,
      isRtl,
    ),
    pages: [...new Set(printed.flatMap(({ pages }) => pages))],
    marks: printed.flatMap(({ marks }) => marks),
    elements: elements.length,
    parts: new Set(elements.map(({ part }) => part)).size,
  };
}

/** Finds every note of the document in the file. A note that is not there has no pages. */
export function printedNotes(
  read: PdfDocumentRead,
  document: PrintedDocument,
  pageOf: Readonly<Record<string, number>> = {},
): ReadonlyMap<number, PrintedNote> {
  const pageNumber = (id: string): string => localDigits(document, pageOf[id] ?? '');
  const byId = elementsById(document.tree, new Set(document.notes.map(({ id }) => id)));
  const byIdentity = elementsByIdentity(read);
  const found = new Map<number, PrintedNote>();
  for (const { number, id } of document.notes) {
    const source = byId.get(id);
    const own = identityOf(String(source?.properties['lang'] ?? ''));
    const elements = own === undefined ? [] : (byIdentity.get(own.id) ?? []);
    const continued = document.continuedWords.replace('{number}', localDigits(document, number));
    const expected = source === undefined ? '' : bare(wordsOf(source, pageNumber));
    found.set(number, assemble(read, expected, bare(continued), document.dir === 'rtl', elements));
  }
  return found;
}
