/** What page and PDF are compared by: their lines of text in reading order, with everything that a reader meets in them. */

import type { Position } from 'unist';

/** A link as it is met: its words, and where it leads. */
export interface LinkFact {
  readonly words: string;
  /** Address outside; `#` for a place in the document. */
  readonly address: string;
}

/** Words in one language. */
export interface LanguageFact {
  readonly lang: string;
  /** Their letters, as `comparable` makes them. */
  readonly words: string;
}

/** One line of text, or one picture. */
export interface Fact {
  /** `text`, `heading 2`, `item 1` (depth of lists), `cell 3.1` and `head 1.2` (row and column), `caption`, `quote`, `picture`. */
  readonly kind: string;
  /** Words of the line, or the alternative text of a picture; white space folded. */
  readonly text: string;
  /** Runs of letters by language, one after another. */
  readonly languages: readonly LanguageFact[];
  readonly links: readonly LinkFact[];
  /** Numbers of the notes that are called. */
  readonly calls: readonly number[];
  /** Number of the list item that begins here, as the list counts or as its printed marker says it. */
  readonly marker?: number | string | undefined;
  /** In the author's file. */
  readonly position?: Position | undefined;
  /** In the PDF, from 1. */
  readonly page?: number | undefined;
}

/** A document as facts: its text, and its notes by number. */
export interface DocumentFacts {
  readonly lines: readonly Fact[];
  readonly notes: ReadonlyMap<number, readonly Fact[]>;
}

const unseen = /(?:\u034f|[\s\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\ufe0e|\ufe0f)+/gu;

/** Words for comparing: letters and signs alone, since lines break at blanks, and styles set letters as capitals or ligatures. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(unseen, '');
}

/**
 * An address as browsers write it; what is none stays as it is. Beside a page another is named by its file, in public by its folder: `base`, the
 * page's own public address, turns the one into the other.
 */
export function comparableAddress(address: string, base?: string): string {
  if (address.startsWith('#')) return '#';
  try {
    const whole = new URL(address, base).href;
    return URL.canParse(address) ? whole : whole.replace(/\/index\.html(?=#|$)/, '/');
  } catch {
    return address;
  }
}

/** Gathers one line. */
export class LineOfText {
  readonly #parts: string[] = [];
  readonly #languages: { lang: string; text: string }[] = [];
  readonly links: LinkFact[] = [];
  readonly calls: number[] = [];

  /** Adds words in a language. */
  add(text: string, lang: string): void {
    this.#parts.push(text);
    if (!/\p{L}/u.test(text)) return;
    const last = this.#languages.at(-1);
    if (last?.lang === lang) last.text += text;
    else this.#languages.push({ lang, text });
  }

  /** The words as they are read, from a length on. */
  words(from = 0): string {
    return this.#parts.slice(from).join('').replace(/\s+/g, ' ').trim();
  }

  /** How many pieces were added. */
  get length(): number {
    return this.#parts.length;
  }

  /** The line as a fact; undefined when nothing stands in it. */
  fact(kind: string, place: Pick<Fact, 'position' | 'page' | 'marker'>): Fact | undefined {
    const text = this.words();
    if (comparable(text) === '' && this.links.length === 0 && this.calls.length === 0) return undefined;
    const languages = this.#languages.map(({ lang, text: words }) => ({
      lang,
      words: comparable(words).replace(/[^\p{L}]+/gu, ''),
    }));
    return { kind, text, languages, links: this.links, calls: this.calls, ...place };
  }
}
