/** Cuts PDF syntax into tokens and values (ISO 32000-2, 7.2 and 7.3); used for the file and for content streams. */

import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './values.js';

/** A word that is not a value: `obj`, `R`, `BT`, `]` … */
export class Keyword {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

/** Syntax that this reader does not understand; turned into a finding at the door. */
export class PdfSyntaxError extends Error {
  override readonly name: string = 'PdfSyntaxError';
}

const regular = 0;
const space = 1;
const delimiter = 2;
const classes = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = space;
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = delimiter;

const hexValue = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  const lower = digit.toString(16).charCodeAt(0);
  hexValue[lower] = digit;
  hexValue[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const deepest = 200;
const words = new Map<string, Keyword>();
/** Names that were read last, by a hash of their bytes: a file has a few dozen of them, thousands of times. */
const names = new Array<{ readonly written: string; readonly name: PdfName } | undefined>(1024).fill(
  undefined,
);

/** A cursor over bytes. Tokens are values or keywords; `undefined` is the end. */
export class Lexer {
  readonly bytes: Uint8Array;
  position: number;
  readonly end: number;

  constructor(bytes: Uint8Array, position = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** Moves past white space and comments. */
  skip(): void {
    const { bytes, end } = this;
    while (this.position < end) {
      const code = bytes[this.position] ?? 0;
      if (code === 0x25) {
        while (this.position < end && bytes[this.position] !== 10 && bytes[this.position] !== 13) {
          this.position += 1;
        }
      } else if (classes[code] === space) this.position += 1;
      else return;
    }
  }

  /** The next value or keyword; arrays and dictionaries are read whole, references are not joined. */
  next(depth = 0): PdfValue | Keyword | undefined {
    this.skip();
    if (this.position >= this.end) return undefined;
    if (depth > deepest) throw new PdfSyntaxError(`nested deeper than ${deepest}`);
    const code = this.bytes[this.position] ?? 0;
    if (code === 0x2f) return this.name();
    if (code === 0x28) return this.literal();
    if (code === 0x5b) {
      this.position += 1;
      return this.list(']', depth);
    }
    if (code === 0x3c) {
      if (this.bytes[this.position + 1] !== 0x3c) return this.hex();
      this.position += 2;
      return this.dictionary(depth);
    }
    if (code === 0x3e && this.bytes[this.position + 1] === 0x3e) {
      this.position += 2;
      return this.keyword('>>');
    }
    if (classes[code] === delimiter) {
      this.position += 1;
      return this.keyword(String.fromCharCode(code));
    }
    return this.word();
  }

  private keyword(word: string): Keyword {
    const known = words.get(word);
    if (known !== undefined) return known;
    const made = new Keyword(word);
    if (words.size < 500) words.set(word, made);
    return made;
  }

  private word(): PdfValue | Keyword {
    const { bytes, end } = this;
    const start = this.position;
    while (this.position < end && classes[bytes[this.position] ?? 0] === regular) this.position += 1;
    const whole = integer(bytes, start, this.position);
    if (whole >= 0) return whole;
    const first = bytes[start] ?? 0;
    const written = latin(bytes, start, this.position);
    if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e || first === 0x2b) {
      const number = Number(written);
      if (!Number.isNaN(number)) return number;
    }
    if (written === 'true') return true;
    if (written === 'false') return false;
    if (written === 'null') return null;
    return this.keyword(written);
  }

  private name(): PdfName {
    const { bytes, end } = this;
    this.position += 1;
    const start = this.position;
    let hash = 0;
    for (; this.position < end; this.position += 1) {
      const code = bytes[this.position] ?? 0;
      if (classes[code] !== regular) break;
      hash = (hash * 31 + code) & (names.length - 1);
    }
    const known = names[hash];
    if (known !== undefined && spells(known.written, bytes, start, this.position)) return known.name;
    const written = latin(bytes, start, this.position);
    const name = new PdfName(
      written.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    );
    names[hash] = { written, name };
    return name;
  }

  private hex(): PdfString {
    const { bytes } = this;
    const start = this.position + 1;
    const close = bytes.indexOf(0x3e, start);
    if (close < 0 || close >= this.end) throw new PdfSyntaxError('a hexadecimal string without end');
    this.position = close + 1;
    const out = new Uint8Array((close - start + 1) >> 1);
    let count = 0;
    let high = -1;
    for (let at = start; at < close; at += 1) {
      const digit = hexValue[bytes[at] ?? 0] ?? -1;
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        out[count] = high * 16 + digit;
        count += 1;
        high = -1;
      }
    }
    if (high >= 0) {
      out[count] = high * 16;
      count += 1;
    }
    return new PdfString(count === out.length ? out : out.subarray(0, count));
  }

  private literal(): PdfString {
    const { bytes, end } = this;
    this.position += 1;
    const out: number[] = [];
    let open = 1;
    while (this.position < end) {
      const code = bytes[this.position] ?? 0;
      this.position += 1;
      if (code === 0x5c) this.escape(out);
      else {
        if (code === 0x28) open += 1;
        if (code === 0x29) open -= 1;
        if (open === 0) return new PdfString(Uint8Array.from(out));
        out.push(code);
      }
    }
    throw new PdfSyntaxError('a string without end');
  }

  private escape(out: number[]): void {
    const code = this.bytes[this.position] ?? 0;
    this.position += 1;
    if (code >= 0x30 && code <= 0x37) {
      let value = code - 0x30;
      for (let i = 0; i < 2; i += 1) {
        const digit = this.bytes[this.position] ?? 0;
        if (digit < 0x30 || digit > 0x37) break;
        value = value * 8 + digit - 0x30;
        this.position += 1;
      }
      out.push(value & 0xff);
    } else if (code === 13) {
      if (this.bytes[this.position] === 10) this.position += 1;
    } else if (code !== 10) out.push(escapes[String.fromCharCode(code)] ?? code);
  }

  /** Values up to the closing word, with `n 0 R` joined. */
  private list(close: string, depth: number): PdfValue[] {
    const out: PdfValue[] = [];
    for (;;) {
      const token = this.next(depth + 1);
      if (token === undefined) throw new PdfSyntaxError(`“${close}” is missing`);
      if (!(token instanceof Keyword)) out.push(token);
      else if (token.word === close) return out;
      else if (token.word === 'R') {
        out.pop();
        const number = out.pop();
        if (typeof number !== 'number') throw new PdfSyntaxError('a reference without a number');
        out.push(new PdfRef(number));
      } else throw new PdfSyntaxError(`“${token.word}” stands inside a list`);
    }
  }

  private dictionary(depth: number): PdfDict {
    const items = this.list('>>', depth);
    const out: PdfDict = new Map();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      if (!(key instanceof PdfName)) throw new PdfSyntaxError('a dictionary key that is no name');
      out.set(key.value, items[i + 1] ?? null);
    }
    return out;
  }
}

/** The number that some digits stand for; -1 for anything else and for numbers too long to be counted exactly. */
function integer(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 15 || end === start) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function spells(written: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = start; at < end; at += 1) if (written.charCodeAt(at - start) !== bytes[at]) return false;
  return true;
}

/** Bytes as characters, one each. */
export function latin(bytes: Uint8Array, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i += 1) out += String.fromCharCode(bytes[i] ?? 0);
  return out;
}
