/** Reads the facts of a finished PDF out of its tag tree, with the reader of the checks. */

import { textItemsOfMark } from '../../outputs/pdf/read/mark-text.js';
import type { StructureElement } from '../../outputs/pdf/read/structure-types.js';
import type { PdfDocumentRead } from '../../outputs/pdf/read.js';
import { comparableAddress, type DocumentFacts, type Fact, LineOfText } from './facts.js';
import { numberIn } from './item-numbers.js';

interface Context {
  readonly kind: string;
  readonly lang: string;
  readonly depth: number;
  readonly note: Fact[] | undefined;
  readonly contents: boolean;
}

/** Elements that stand in a line of text. */
const inline: ReadonlySet<string> = new Set([
  ...['Span', 'Link', 'Reference', 'Em', 'Strong', 'Code', 'Quote', 'Ruby', 'RB', 'RT', 'RP', 'Annot', 'Sub'],
]);

/** Kinds of lists whose items show no marker (ISO 32000-2, table 382). */
const unmarked: ReadonlySet<string> = new Set(['None', 'Description', 'Ordered', 'Unordered']);

class PdfReader {
  readonly lines: Fact[] = [];
  readonly notes = new Map<number, Fact[]>();
  readonly #read: PdfDocumentRead;
  readonly #isContinued: (words: string) => boolean;
  #line = new LineOfText();
  #page: number | undefined;
  #marker: string | undefined;
  #row = 0;
  #column = 0;

  constructor(read: PdfDocumentRead, isContinued: (words: string) => boolean) {
    this.#read = read;
    this.#isContinued = isContinued;
  }

  element(element: StructureElement, outer: Context): void {
    const { role } = element;
    const context = this.#contextOf(element, outer);
    if (role === 'Lbl' && this.#isMarker(element)) {
      this.#marker = this.#wordsOf(element).trim();
      return;
    }
    if (role === 'Figure' || role === 'Formula') this.#picture(element, context);
    else if (role === 'Link') this.#link(element, context);
    else if (inline.has(role)) this.#children(element, context);
    else {
      this.end(outer);
      const [row, column] = [this.#row, this.#column];
      if (role === 'Table') this.#row = 0;
      this.#children(element, context);
      this.end(context);
      if (role === 'Table') [this.#row, this.#column] = [row, column];
      if (role === 'LI' || role === 'Note' || role === 'FENote') this.#marker = undefined;
    }
  }

  end({ kind, note }: Context): void {
    const fact = this.#line.fact(kind, { page: this.#page, marker: this.#marker });
    if (fact !== undefined) this.#marker = undefined;
    this.#line = new LineOfText();
    this.#page = undefined;
    if (fact === undefined || (note !== undefined && this.#isContinued(fact.text))) return;
    (note ?? this.lines).push(fact);
  }

  #children(element: StructureElement, context: Context): void {
    if (element.actualText !== undefined) this.#say(element.actualText, context.lang, element);
    for (const child of element.children) {
      if (child.kind === 'element') {
        if (element.actualText === undefined) this.element(child, context);
        continue;
      }
      if (child.page === undefined) continue;
      this.#page ??= child.page + 1;
      if (child.kind !== 'content' || element.actualText !== undefined) continue;
      const items = textItemsOfMark(this.#read, child.page, child.mcid, child.form);
      this.#line.add(items.map(({ text }) => text).join(''), context.lang);
    }
  }

  #say(text: string, lang: string, element: StructureElement): void {
    this.#line.add(text, lang);
    this.#page ??= firstPageOf(element);
  }

  #contextOf(element: StructureElement, outer: Context): Context {
    const lang = element.lang ?? outer.lang;
    const { role } = element;
    if (role === 'Note' || role === 'FENote')
      return { ...outer, lang, kind: 'text', depth: 0, note: this.#noteOf(element) };
    return { ...outer, lang, ...this.#kindOf(role, outer), contents: outer.contents || role === 'TOC' };
  }

  #kindOf(role: string, { kind, depth }: Context): Pick<Context, 'kind' | 'depth'> {
    if (/^H[1-6]$/.test(role)) return { kind: `heading ${role.slice(1)}`, depth };
    if (role === 'L' || role === 'TOC') return { kind: 'list', depth: depth + 1 };
    if (role === 'LBody' || role === 'TOCI') return { kind: `item ${depth}`, depth };
    if (role === 'Lbl') return { kind: `label ${depth}`, depth };
    if (role === 'TR') {
      this.#row += 1;
      this.#column = 0;
    }
    if (role === 'TH' || role === 'TD') {
      this.#column += 1;
      return { kind: `${role === 'TH' ? 'head' : 'cell'} ${this.#row}.${this.#column}`, depth: 0 };
    }
    if (role === 'Caption') return { kind: 'caption', depth };
    if (role === 'BlockQuote') return { kind: 'quote', depth };
    return { kind, depth };
  }

  #noteOf(element: StructureElement): Fact[] {
    const label = element.children.find((child) => child.kind === 'element' && child.role === 'Lbl');
    const words = label?.kind === 'element' ? this.#wordsOf(label) : '';
    const number = numberIn(words) ?? this.notes.size + 1;
    const known = this.notes.get(number) ?? [];
    this.notes.set(number, known);
    return known;
  }

  /** A list's bullet or number, and the number of a note, are no words of the text; the term of a list without markers is. */
  #isMarker(element: StructureElement): boolean {
    const item = this.#parentOf(element);
    const list = item?.role === 'LI' ? this.#parentOf(item) : undefined;
    const own = list?.attributes.find(({ owner }) => owner === 'List');
    const numbering = own && this.#read.store.name(own.entries, 'ListNumbering');
    return !unmarked.has(numbering ?? '');
  }

  #parentOf({ parent }: StructureElement): StructureElement | undefined {
    return parent === undefined ? undefined : this.#read.structure?.elements[parent];
  }

  #wordsOf(element: StructureElement): string {
    if (element.actualText !== undefined) return element.actualText;
    return element.children
      .map((child) => {
        if (child.kind === 'element') return this.#wordsOf(child);
        if (child.kind !== 'content' || child.page === undefined) return '';
        return textItemsOfMark(this.#read, child.page, child.mcid, child.form)
          .map(({ text }) => text)
          .join('');
      })
      .join('');
  }

  #picture(element: StructureElement, context: Context): void {
    const line = new LineOfText();
    line.add(element.alt ?? '', context.lang);
    const fact = line.fact('picture', { page: firstPageOf(element) });
    if (fact !== undefined) (context.note ?? this.lines).push(fact);
    for (const child of element.children) if (child.kind === 'element') this.element(child, context);
  }

  #link(element: StructureElement, context: Context): void {
    if (!context.contents && this.#isCall(element)) {
      const number = numberIn(this.#wordsOf(element));
      if (number !== undefined) this.#line.calls.push(number);
      this.#page ??= firstPageOf(element);
      return;
    }
    const from = this.#line.length;
    this.#children(element, context);
    const words = this.#line.words(from);
    if (words !== '') this.#line.links.push({ words, address: this.#addressOf(element) });
  }

  /** A link to a note: inside a Reference (PDF/UA-1), or bound to it by Ref (PDF/UA-2). */
  #isCall(element: StructureElement): boolean {
    const { structure, store } = this.#read;
    if (this.#parentOf(element)?.role === 'Reference') return true;
    const targets = store.items(element.dictionary.entries.get('Ref'));
    return targets.some((target) => structure?.elementOf(store.dictionary(target))?.role === 'FENote');
  }

  #addressOf(element: StructureElement): string {
    const object = element.children.find((child) => child.kind === 'object');
    if (object?.kind !== 'object' || object.page === undefined) return '';
    const areas = this.#read.pages[object.page]?.annotations ?? [];
    const area = areas.find(({ objectNumber }) => objectNumber === object.objectNumber);
    return area?.uri === undefined ? '#' : comparableAddress(area.uri);
  }
}

function firstPageOf(element: StructureElement): number | undefined {
  for (const child of element.children) {
    const page =
      child.kind === 'element' ? firstPageOf(child) : child.page === undefined ? undefined : child.page + 1;
    if (page !== undefined) return page;
  }
  return undefined;
}

/** Reads a PDF's facts. `isContinued` knows the line that opens the rest of a note on a further page. */
export function pdfFacts(read: PdfDocumentRead, isContinued: (words: string) => boolean): DocumentFacts {
  const reader = new PdfReader(read, isContinued);
  const lang = read.catalog.lang ?? '';
  const context = { kind: 'text', lang, depth: 0, note: undefined, contents: false };
  for (const element of read.structure?.children ?? []) {
    reader.element(element, context);
    reader.end(context);
  }
  return { lines: reader.lines, notes: reader.notes };
}
