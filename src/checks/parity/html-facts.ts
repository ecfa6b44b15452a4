/** Reads the facts of a tree of HTML: the published page, or the document as it went to print. */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Position } from 'unist';
import { classesOf, isApart, type Side } from './by-design.js';
import { comparableAddress, type DocumentFacts, type Fact, LineOfText } from './facts.js';
import { type Counting, countingOf, numberOfItem } from './item-numbers.js';

/** How a tree is read. */
export interface HtmlReading {
  readonly side: Side;
  readonly lang: string;
  /** Note numbers by the element ids of their calls, and of the notes themselves. */
  readonly callNumbers: ReadonlyMap<string, number>;
  readonly noteNumbers: ReadonlyMap<string, number>;
  /** The language behind a `lang` attribute of the print document, which carries an identity, too. */
  readonly realLanguage?: ((lang: string) => string) | undefined;
  /** What stands in a slot for a page number. */
  readonly pageNumber?: ((id: string) => string | undefined) | undefined;
  /** Public address of the page, to which its links are relative; paper has no links to pages beside it where there is none. */
  readonly publicAddress?: string | null | undefined;
}

interface Context {
  readonly kind: string;
  readonly lang: string;
  readonly depth: number;
  readonly position: Position | undefined;
  readonly note: number | undefined;
  /** Inside a figure that shows a picture, whose caption is one; that of any other stands beside what it names. */
  readonly pictured: boolean;
  /** How the items of the list around are numbered. */
  readonly counting?: Counting | undefined;
}

const blocks: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
  ],
  ...[
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
    'hr',
    'html',
    'li',
    'main',
    'nav',
    'ol',
    'p',
    'pre',
    'section',
  ],
  ...['summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);
const silent: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'rp',
  'wbr',
  'colgroup',
]);

class HtmlReader {
  readonly lines: Fact[] = [];
  readonly notes = new Map<number, Fact[]>();
  readonly #reading: HtmlReading;
  #line = new LineOfText();
  #marker: number | undefined;
  #row = 0;
  #column = 0;
  /** Tables of the paper's appendix by their ids: they are read where the text leads to them, as they stand on the page. */
  readonly #appendix: ReadonlyMap<string, Element>;

  constructor(reading: HtmlReading, appendix: ReadonlyMap<string, Element>) {
    this.#reading = reading;
    this.#appendix = appendix;
  }

  children(nodes: readonly (ElementContent | RootContent)[], context: Context): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#line.add(node.value, context.lang);
      if (node.type === 'element') this.#element(node, context);
    }
  }

  end(context: Context): void {
    const line = this.#line;
    this.#line = new LineOfText();
    const fact = line.fact(context.kind, { position: context.position, marker: this.#marker });
    if (fact === undefined) return;
    this.#marker = undefined;
    this.#put(fact, context);
  }

  #put(fact: Fact, { note }: Context): void {
    if (note === undefined) this.lines.push(fact);
    else this.notes.set(note, [...(this.notes.get(note) ?? []), fact]);
  }

  #element(node: Element, outer: Context): void {
    const kept = this.#keptTable(node);
    if (kept !== undefined) this.#element(kept, outer);
    if (silent.has(node.tagName) || isApart(node, this.#reading.side)) return;
    const context = this.#contextOf(node, outer);
    if (node.tagName === 'img' || node.tagName === 'svg') {
      this.#picture(node, context);
      return;
    }
    if (this.#isCall(node)) return;
    const slot = node.properties['dataPageOf'];
    if (typeof slot === 'string') {
      this.#line.add(this.#reading.pageNumber?.(slot) ?? '', context.lang);
      return;
    }
    if (node.tagName === 'br') this.#line.add(' ', context.lang);
    if (blocks.has(node.tagName)) {
      this.end(outer);
      this.#inside(node, context);
      this.end(context);
      if (node.tagName === 'li') this.#marker = undefined;
    } else if (node.tagName === 'a' && node.properties['href'] !== undefined) this.#link(node, context);
    else this.children(node.children, context);
  }

  /** The table that this line of the paper stands for. */
  #keptTable(node: Element): Element | undefined {
    if (this.#reading.side !== 'paper' || !classesOf(node).includes('in-appendix')) return undefined;
    const link = find(node, 'a')?.properties['href'];
    return this.#appendix.get(String(link).replace(/^#/u, ''));
  }

  #inside(node: Element, context: Context): void {
    const { note } = context;
    const isTable = node.tagName === 'table';
    const [row, column] = [this.#row, this.#column];
    if (isTable) this.#row = 0;
    if (node.tagName === 'li' && context.counting !== undefined)
      this.#marker = numberOfItem(node, context.counting);
    this.children(node.children, context);
    if (isTable) [this.#row, this.#column] = [row, column];
    if (note !== undefined && !this.notes.has(note)) this.notes.set(note, []);
  }

  #contextOf(node: Element, outer: Context): Context {
    const own = node.properties['lang'];
    const lang =
      typeof own === 'string' && own !== '' ? (this.#reading.realLanguage?.(own) ?? own) : outer.lang;
    const id = node.properties['id'];
    const note = typeof id === 'string' ? (this.#reading.noteNumbers.get(id) ?? outer.note) : outer.note;
    const pictured = node.tagName === 'figure' ? showsPicture(node) : outer.pictured;
    const isList = node.tagName === 'ol' || node.tagName === 'ul';
    const counting = node.tagName === 'ol' ? countingOf(node) : isList ? undefined : outer.counting;
    const base = { ...outer, lang, note, pictured, counting, position: node.position ?? outer.position };
    if (note !== outer.note) return { ...base, kind: 'text', depth: 0 };
    return { ...base, ...this.#kindOf(node, outer) };
  }

  #kindOf({ tagName }: Element, { kind, depth, pictured }: Context): Pick<Context, 'kind' | 'depth'> {
    if (/^h[1-6]$/.test(tagName)) return { kind: `heading ${tagName.slice(1)}`, depth };
    if (tagName === 'ul' || tagName === 'ol' || tagName === 'dl') return { kind: 'list', depth: depth + 1 };
    if (tagName === 'li' || tagName === 'dd') return { kind: `item ${depth}`, depth };
    if (tagName === 'dt') return { kind: `label ${depth}`, depth };
    if (tagName === 'tr') {
      this.#row += 1;
      this.#column = 0;
    }
    if (tagName === 'th' || tagName === 'td') {
      this.#column += 1;
      return { kind: `${tagName === 'th' ? 'head' : 'cell'} ${this.#row}.${this.#column}`, depth: 0 };
    }
    if (tagName === 'caption' || (tagName === 'figcaption' && pictured)) return { kind: 'caption', depth };
    if (tagName === 'blockquote') return { kind: 'quote', depth };
    return { kind, depth };
  }

  #picture(node: Element, context: Context): void {
    const name = node.properties['alt'] ?? node.properties['ariaLabel'];
    const alt = typeof name === 'string' ? name : '';
    if (alt === '') return;
    // A picture stands in its line, and the line goes on behind it.
    const line = new LineOfText();
    line.add(alt, context.lang);
    const fact = line.fact('picture', { position: context.position });
    if (fact !== undefined) this.#put(fact, context);
  }

  /** A call counts by its number, in whatever form it is set. */
  #isCall(node: Element): boolean {
    const link = node.tagName === 'a' ? node : undefined;
    const number = this.#reading.callNumbers.get(String(link?.properties['id'] ?? ''));
    if (number === undefined) return false;
    this.#line.calls.push(number);
    return true;
  }

  #link(node: Element, context: Context): void {
    const from = this.#line.length;
    this.children(node.children, context);
    const words = this.#line.words(from);
    const href = String(node.properties['href']);
    const { publicAddress } = this.#reading;
    if (publicAddress === null && !href.startsWith('#') && !URL.canParse(href)) return;
    const address = comparableAddress(href, publicAddress ?? undefined);
    if (words !== '') this.#line.links.push({ words, address });
  }
}

/** Whether a figure shows a picture outside of its caption. */
function showsPicture(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' &&
      child.tagName !== 'figcaption' &&
      (child.tagName === 'img' || child.tagName === 'svg' || showsPicture(child)),
  );
}

/** The first element of a name, in document order. */
function find(parent: Root | Element, tagName: string): Element | undefined {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    const found = node.tagName === tagName ? node : find(node, tagName);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The tables of an appendix by id. */
function appendixOf(parent: Root | Element, found = new Map<string, Element>()): Map<string, Element> {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    if (classesOf(node).includes('appendix-table')) found.set(String(node.properties['id']), node);
    else appendixOf(node, found);
  }
  return found;
}

/** Reads a tree; of a page and of the words that it shares with paper only what stands in `main`. */
export function htmlFacts(tree: Root, reading: HtmlReading): DocumentFacts {
  const reader = new HtmlReader(reading, reading.side === 'paper' ? appendixOf(tree) : new Map());
  const context = {
    kind: 'text',
    lang: reading.lang,
    depth: 0,
    position: undefined,
    note: undefined,
    pictured: false,
  };
  const main = reading.side === 'printed' ? find(tree, 'body') : find(tree, 'main');
  const store = reading.side === 'paper' ? noteStoreOf(tree) : undefined;
  for (const part of [main, store]) {
    if (part === undefined) continue;
    reader.children([part], context);
    reader.end(context);
  }
  return { lines: reader.lines, notes: reader.notes };
}

/** Where notes wait that are printed at the foot of pages; it stands outside of `main`. */
function noteStoreOf(parent: Root | Element): Element | undefined {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    const found = classesOf(node).includes('note-store') ? node : noteStoreOf(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
