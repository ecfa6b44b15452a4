/**
 * Cuts a content stream into operations (ISO 32000-2, 7.8.2). Pages hold a hundred thousand of them, so only their places are kept; operands
 * are read when someone asks.
 */

import { Keyword, Lexer, latin, PdfSyntaxError } from '../file/lexer.js';
import type { PdfValue } from '../file/values.js';

const kinds = new Uint8Array(256);
const blank = 1;
const delimiter = 2;
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = blank;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;

const digits = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}

const markIdKey = Buffer.from('<</MCID ', 'latin1');
const operands = new Set(['true', 'false', 'null']);
/** Words of one and two letters, which nearly all operators are, by their bytes. */
const short = new Array<string | undefined>(65536).fill(undefined);

/** The operations of a stream in order. */
export class Operations {
  readonly bytes: Uint8Array;
  readonly operators: string[] = [];
  /** Byte offsets of each operation, from its first operand to behind its operator; longer than there are operations. */
  starts: Uint32Array;
  ends: Uint32Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    // Chromium's operations have thirteen bytes on average; shorter ones make the lists grow.
    this.starts = new Uint32Array((bytes.length >> 3) + 8);
    this.ends = new Uint32Array(this.starts.length);
    new Scanner(this).run();
  }

  /** Adds an operation while the bytes are scanned. */
  add(operator: string, start: number, end: number): void {
    const index = this.operators.length;
    if (index === this.starts.length) {
      this.starts = longer(this.starts);
      this.ends = longer(this.ends);
    }
    this.operators.push(operator);
    this.starts[index] = start;
    this.ends[index] = end;
  }

  get length(): number {
    return this.operators.length;
  }

  /** Reads the numbers before an operator into `into` and says how many there are; other operands count as nothing. */
  numbers(index: number, into: Float64Array): number {
    const { bytes } = this;
    let at = this.starts[index] ?? 0;
    const end = (this.ends[index] ?? 0) - (this.operators[index]?.length ?? 0);
    let count = 0;
    while (at < end && count < into.length) {
      const code = bytes[at] ?? 0;
      if (kinds[code] === blank) {
        at += 1;
        continue;
      }
      let sign = 1;
      let value = 0;
      let scale = 0;
      const start = at;
      for (; at < end; at += 1) {
        const digit = bytes[at] ?? 0;
        if (digit >= 0x30 && digit <= 0x39) {
          value = value * 10 + digit - 0x30;
          scale *= 10;
        } else if (digit === 0x2e) scale = 1;
        else if (digit === 0x2d) sign = -1;
        else if (digit !== 0x2b) break;
      }
      if (at === start) return count;
      into[count] = (sign * value) / (scale || 1);
      count += 1;
    }
    return count;
  }

  /** The number that an operand of four hexadecimal digits stands for (`<0029>`); -1 when the operand is another. */
  pairOfBytes(index: number): number {
    const { bytes } = this;
    const start = this.starts[index] ?? 0;
    if (bytes[start] !== 0x3c || bytes[start + 5] !== 0x3e) return -1;
    let value = 0;
    for (let at = start + 1; at < start + 5; at += 1) {
      const digit = digits[bytes[at] ?? 0] ?? -1;
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  }

  /** The number of a mark in the form that Chromium writes, `/P <</MCID 12 >>`; -1 for operands in any other form. */
  markId(index: number): number {
    const { bytes } = this;
    const end = (this.ends[index] ?? 0) - (this.operators[index]?.length ?? 0);
    let at = this.starts[index] ?? 0;
    while (at < end && bytes[at] !== 0x3c) at += 1;
    for (const code of markIdKey) {
      if (bytes[at] !== code) return -1;
      at += 1;
    }
    let value = 0;
    for (; bytes[at] !== 0x20; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9 || value > 1e6) return -1;
      value = value * 10 + digit;
    }
    return at + 3 === end && bytes[at + 1] === 0x3e && bytes[at + 2] === 0x3e ? value : -1;
  }

  /** All operands of an operation as values. */
  operands(index: number): readonly PdfValue[] {
    const end = (this.ends[index] ?? 0) - (this.operators[index]?.length ?? 0);
    const lexer = new Lexer(this.bytes, this.starts[index] ?? 0, end);
    const values: PdfValue[] = [];
    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (token instanceof Keyword) throw new PdfSyntaxError(`“${token.word}” stands before an operator`);
      values.push(token);
    }
    return values;
  }

  /** The operation as it is written. */
  written(index: number): string {
    return latin(this.bytes, this.starts[index] ?? 0, this.ends[index] ?? 0);
  }
}

/** One pass over the bytes. */
class Scanner {
  private readonly into: Operations;
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(into: Operations) {
    this.into = into;
    this.bytes = into.bytes;
  }

  run(): void {
    const { bytes, into } = this;
    const end = bytes.length;
    let at = 0;
    let start = -1;
    let depth = 0;
    // The loop runs over every byte of every page, so it keeps to local variables.
    while (at < end) {
      const code = bytes[at] ?? 0;
      const kind = kinds[code];
      if (kind === blank) {
        at += 1;
        continue;
      }
      if (code === 0x3c && isPairOfBytes(bytes, at)) {
        if (start < 0) start = at;
        at += 6;
        continue;
      }
      if (kind === delimiter) {
        if (start < 0 && code !== 0x25) start = at;
        this.at = at;
        depth += this.skipDelimiter(code);
        at = this.at;
        continue;
      }
      if (start < 0) start = at;
      const from = at;
      while (at < end && kinds[bytes[at] ?? 0] === 0) at += 1;
      if (depth > 0 || isNumber(code)) continue;
      const word = this.word(from, at);
      if (at - from > 3 && operands.has(word)) continue;
      if (word === 'BI') {
        this.at = at;
        this.skipInlineImage();
        at = this.at;
      }
      into.add(word, start, at);
      start = -1;
    }
    if (start >= 0) throw new PdfSyntaxError('the page drawing ends inside an operation');
  }

  private skipRegular(): void {
    const { bytes } = this;
    while (this.at < bytes.length && kinds[bytes[this.at] ?? 0] === 0) this.at += 1;
  }

  /** Each short word is made once. */
  private word(from: number, to: number): string {
    const { bytes } = this;
    if (to - from > 2) return latin(bytes, from, to);
    const key = ((bytes[from] ?? 0) << 8) | (to - from > 1 ? (bytes[from + 1] ?? 0) : 0);
    const found = short[key];
    if (found !== undefined) return found;
    const word = latin(bytes, from, to);
    short[key] = word;
    return word;
  }

  private skipComment(): void {
    const { bytes } = this;
    while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at += 1;
  }

  /** Moves past strings and names whole; for brackets says how the nesting changes. */
  private skipDelimiter(code: number): number {
    const { bytes } = this;
    const doubled = bytes[this.at + 1] === code;
    this.at += 1;
    if (code === 0x2f) this.skipRegular();
    else if (code === 0x25) this.skipComment();
    else if (code === 0x28) this.skipLiteral();
    else if (code === 0x5b || code === 0x7b) return 1;
    else if (code === 0x5d || code === 0x7d) return -1;
    else if (code === 0x3c && doubled) {
      this.at += 1;
      return 1;
    } else if (code === 0x3e) {
      if (doubled) this.at += 1;
      return -1;
    } else if (code === 0x3c) {
      while (this.at < bytes.length && bytes[this.at] !== 0x3e) this.at += 1;
      this.at += 1;
    }
    return 0;
  }

  private skipLiteral(): void {
    const { bytes } = this;
    for (let open = 1; open > 0; this.at += 1) {
      if (this.at >= bytes.length) throw new PdfSyntaxError('a string without end');
      const code = bytes[this.at];
      if (code === 0x5c) this.at += 1;
      else if (code === 0x28) open += 1;
      else if (code === 0x29) open -= 1;
    }
  }

  /** Past `BI <pairs> ID <data> EI`: the data end at the first `EI` that stands between white space. */
  private skipInlineImage(): void {
    const { bytes } = this;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('ID', this.at, 'latin1');
    for (let at = data + 3; data >= 0 && at + 1 < bytes.length; at += 1) {
      const bounded = kinds[bytes[at - 1] ?? 0] === blank && (kinds[bytes[at + 2] ?? 32] ?? 0) === blank;
      if (bounded && bytes[at] === 0x45 && bytes[at + 1] === 0x49) {
        this.at = at + 2;
        return;
      }
    }
    throw new PdfSyntaxError('an inline image without end');
  }
}

/** Whether a string of four digits stands here, by which Chromium shows one glyph. */
function isPairOfBytes(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 5] === 0x3e &&
    kinds[bytes[at + 1] ?? 0] === 0 &&
    kinds[bytes[at + 2] ?? 0] === 0 &&
    kinds[bytes[at + 3] ?? 0] === 0 &&
    kinds[bytes[at + 4] ?? 0] === 0
  );
}

function longer(list: Uint32Array): Uint32Array {
  const copy = new Uint32Array(list.length * 2);
  copy.set(list);
  return copy;
}

function isNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b;
}
