// Cuts PDF bytes into tokens (ISO 32000-2, 7.2). Never throws: odd syntax becomes the nearest sensible token.

import { KEYWORDS, type Keyword, keyword, NAMES, type Token } from './tokens.js';
import { latin1, type PdfName, type PdfString } from './values.js';

const REGULAR = 0;
const WHITE = 1;
const DELIMITER = 2;

const CLASSES = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) CLASSES[code] = WHITE;
for (const character of '()<>[]{}/%') CLASSES[character.charCodeAt(0)] = DELIMITER;

const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

/** Says whether a byte is white space in PDF syntax. */
export function isWhiteSpace(byte: number | undefined): boolean {
  return byte !== undefined && CLASSES[byte] === WHITE;
}

/** Strings of two bytes: a page shows thousands of glyphs by a few dozen of them, and each is made once. */
const PAIRS: (PdfString | undefined)[] = [];

const DICTIONARY_BEGIN = keyword('<<');
const DICTIONARY_END = keyword('>>');
/** Single delimiters by their bytes. */
const DELIMITERS: readonly (Keyword | undefined)[] = Array.from({ length: 128 }, (_, byte) =>
  CLASSES[byte] === DELIMITER ? keyword(String.fromCharCode(byte)) : undefined,
);

/** Decimals of a number that are read; no double tells more of them apart. */
const MOST_DECIMALS = 20;
const POWERS = Array.from({ length: MOST_DECIMALS + 1 }, (_, exponent) => 10 ** exponent);

/** Reads tokens from bytes, from `position` on; the position may be moved at will. */
export class Lexer {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;

  constructor(bytes: Uint8Array, position = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = Math.min(end, bytes.length);
  }

  /** Moves over white space and comments. */
  skipSpace(): void {
    const { bytes, end } = this;
    let at = this.position;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (CLASSES[byte] === WHITE) at += 1;
      else if (byte === 0x25) {
        while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      } else break;
    }
    this.position = at;
  }

  /** Gives the next token and moves behind it. */
  next(): Token {
    this.skipSpace();
    if (this.position >= this.end) return undefined;
    const byte = this.bytes[this.position] ?? 0;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e)
      return this.number();
    if (CLASSES[byte] !== DELIMITER) return this.word();
    switch (byte) {
      case 0x2f:
        return this.name();
      case 0x28:
        return this.literalString();
      case 0x3c:
        if (this.bytes[this.position + 1] === 0x3c) return this.punctuation(DICTIONARY_BEGIN);
        return this.hexString();
      case 0x3e:
        return this.punctuation(this.bytes[this.position + 1] === 0x3e ? DICTIONARY_END : keyword('>'));
      default:
        return this.punctuation(DELIMITERS[byte] ?? keyword(String.fromCharCode(byte)));
    }
  }

  private punctuation(sign: Keyword): Keyword {
    this.position += sign.word.length;
    return sign;
  }

  private regularEnd(from: number): number {
    let at = from;
    while (at < this.end && CLASSES[this.bytes[at] ?? 0] === REGULAR) at += 1;
    return at;
  }

  private word(): Keyword {
    const start = this.position;
    this.position = this.regularEnd(start);
    return KEYWORDS.at(this.bytes, start, this.position);
  }

  private number(): number | Keyword {
    const { bytes } = this;
    const start = this.position;
    let at = start;
    let sign = 1;
    while (bytes[at] === 0x2b || bytes[at] === 0x2d) {
      if (bytes[at] === 0x2d) sign = -1;
      at += 1;
    }
    let value = 0;
    let digits = 0;
    let point = -1;
    for (; at < this.end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) {
        digits += 1;
        if (point < 0 || at - point <= MOST_DECIMALS) value = value * 10 + (byte - 0x30);
      } else if (byte === 0x2e && point < 0) point = at;
      else break;
    }
    if (point >= 0) value /= POWERS[Math.min(at - point - 1, MOST_DECIMALS)] ?? 1;
    if (CLASSES[bytes[at] ?? 32] === REGULAR && at < this.end) {
      const end = this.regularEnd(at);
      // "12.3.4" or "5-3" is a spoilt number; letters make it a word such as "1st".
      this.position = end;
      const rest = latin1(bytes.subarray(at, end));
      if (digits === 0 || /[^0-9.+-]/.test(rest)) return KEYWORDS.at(bytes, start, end);
      return sign * value;
    }
    this.position = at;
    return sign * value;
  }

  private name(): PdfName {
    const start = this.position + 1;
    this.position = this.regularEnd(start);
    return NAMES.at(this.bytes, start, this.position);
  }

  private hexString(): PdfString {
    return this.pairString() ?? this.longHexString();
  }

  /** A string of four digits, such as shows one glyph. */
  private pairString(): PdfString | undefined {
    const { bytes, position } = this;
    if (bytes[position + 5] !== 0x3e || position + 5 >= this.end) return undefined;
    let code = 0;
    for (let at = position + 1; at < position + 5; at += 1) {
      const digit = HEX[bytes[at] ?? 0] ?? -1;
      if (digit < 0) return undefined;
      code = code * 16 + digit;
    }
    this.position = position + 6;
    let found = PAIRS[code];
    if (found === undefined) {
      found = { kind: 'string', bytes: Uint8Array.of(code >> 8, code & 255) };
      PAIRS[code] = found;
    }
    return found;
  }

  private longHexString(): PdfString {
    const out: number[] = [];
    let high = -1;
    let at = this.position + 1;
    for (; at < this.end && this.bytes[at] !== 0x3e; at += 1) {
      const digit = HEX[this.bytes[at] ?? 0] ?? -1;
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        out.push(high * 16 + digit);
        high = -1;
      }
    }
    if (high >= 0) out.push(high * 16);
    this.position = Math.min(at + 1, this.end);
    return { kind: 'string', bytes: Uint8Array.from(out) };
  }

  private literalString(): PdfString {
    const { bytes, end } = this;
    const out: number[] = [];
    let nesting = 1;
    let at = this.position + 1;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      at += 1;
      if (byte === 0x5c) {
        at = this.escape(at, out);
        continue;
      }
      if (byte === 0x28) nesting += 1;
      if (byte === 0x29) {
        nesting -= 1;
        if (nesting === 0) break;
      }
      if (byte === 13) {
        if (bytes[at] === 10) at += 1;
        out.push(10);
      } else out.push(byte);
    }
    this.position = at;
    return { kind: 'string', bytes: Uint8Array.from(out) };
  }

  /** Reads what follows a reverse solidus (7.3.4.2) and gives the position behind it. */
  private escape(from: number, out: number[]): number {
    const byte = this.bytes[from];
    if (byte === undefined) return from;
    if (byte >= 0x30 && byte <= 0x37) {
      let value = 0;
      let at = from;
      while (at < from + 3 && (this.bytes[at] ?? 0) >= 0x30 && (this.bytes[at] ?? 0) <= 0x37) {
        value = value * 8 + ((this.bytes[at] ?? 0) - 0x30);
        at += 1;
      }
      out.push(value & 255);
      return at;
    }
    if (byte === 13) return this.bytes[from + 1] === 10 ? from + 2 : from + 1;
    if (byte === 10) return from + 1;
    const plain = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(byte)];
    out.push(plain ?? byte);
    return from + 1;
  }
}
