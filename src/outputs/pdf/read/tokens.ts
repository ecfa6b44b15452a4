// What the lexer gives, and the words and names that it has met before.

import { latin1, type PdfName, type PdfString } from './values.js';

/** A word of the syntax that is not an object: an operator, `obj`, `[`, `<<` and so on. */
export interface Keyword {
  readonly kind: 'keyword';
  readonly word: string;
  /** Whether an object begins with it or is written so: `[`, `<<`, `true`, `false`, `null`. */
  readonly beginsObject: boolean;
}

/** What the lexer gives, one after the other; `undefined` at the end of the bytes. */
export type Token = number | PdfName | PdfString | Keyword | undefined;

const BEGINNINGS: ReadonlySet<string> = new Set(['[', '<<', 'true', 'false', 'null']);

/** Makes a keyword token. */
export function keyword(word: string): Keyword {
  // The key of an object is the same string as that of the code which compares it, so that V8 need not look at the letters.
  const same = Object.keys({ [word]: true })[0] ?? word;
  return { kind: 'keyword', word: same, beginsObject: BEGINNINGS.has(word) };
}

/** A prime, so that words spread; a bounded table, since hostile input must not fill memory that outlives it. */
const PLACES = 1_021;
const LONGEST = 24;

/** Values by the bytes that spell them. A file says a few dozen words thousands of times: those met last are found without making a string. */
class Spelled<T> {
  private readonly make: (text: string) => T;
  private readonly recent = new Array<{ readonly text: string; readonly value: T } | undefined>(PLACES);

  constructor(make: (text: string) => T) {
    this.make = make;
  }

  /** The value of the word between two offsets. */
  at(bytes: Uint8Array, start: number, end: number): T {
    if (end - start > LONGEST) return this.make(latin1(bytes.subarray(start, end)));
    let place = 0;
    for (let at = start; at < end; at += 1) place = (place * 33 + (bytes[at] ?? 0)) % PLACES;
    const known = this.recent[place];
    if (known !== undefined && spells(known.text, bytes, start, end)) return known.value;
    const text = latin1(bytes.subarray(start, end));
    const value = this.make(text);
    this.recent[place] = { text, value };
    return value;
  }
}

function spells(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}

/** Keywords by their bytes. */
export const KEYWORDS: Spelled<Keyword> = new Spelled(keyword);

/** Names by their bytes, with `#xx` resolved. */
export const NAMES: Spelled<PdfName> = new Spelled((text) => ({
  kind: 'name',
  name: text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
}));
