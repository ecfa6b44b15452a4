// Cuts a content stream into operators (ISO 32000-2, 7.8.2), inline images included.

import type { ContentOperator } from './content-types.js';
import { isWhiteSpace, Lexer } from './lexer.js';
import { isKeywordToken, objectFrom, readObject } from './objects.js';
import { isKind, type PdfValue } from './values.js';

const MOST_OPERANDS = 2_000;

/** Moves along the operators of a content stream; unknown words are operators too. A page has a hundred thousand of them, so nothing is made for each. */
export class OperatorCursor {
  /** The operator that was reached. */
  operator = '';
  /** Its operands; the same array each time. */
  readonly operands: PdfValue[] = [];
  private readonly lexer: Lexer;

  constructor(bytes: Uint8Array) {
    this.lexer = new Lexer(bytes);
  }

  /** Goes to the next operator; says whether there was one. */
  next(): boolean {
    const { lexer, operands } = this;
    // One by one: an array that is cut to nothing at once gives its room back and has to ask for it again.
    while (operands.length > 0) operands.pop();
    for (;;) {
      const token = lexer.next();
      if (token === undefined) return false;
      if (typeof token === 'number' || token.kind !== 'keyword') this.push(token);
      else if (token.beginsObject) {
        const object = objectFrom(lexer, token, false);
        if (!isKeywordToken(object)) this.push(object);
      } else {
        this.operator = token.word;
        if (token.word === 'BI') operands.splice(0, operands.length, ...inlineImage(lexer).operands);
        return true;
      }
    }
  }

  private push(operand: PdfValue): void {
    if (this.operands.length < MOST_OPERANDS) this.operands.push(operand);
  }
}

/** Reads an inline image (8.9.7): its entries and its data up to a lone `EI`. */
function inlineImage(lexer: Lexer): ContentOperator {
  const entries = new Map<string, PdfValue>();
  for (;;) {
    const key = readObject(lexer, false);
    if (key === undefined || (isKeywordToken(key) && key.word !== 'ID')) break;
    if (isKeywordToken(key))
      return { operator: 'BI', operands: [{ kind: 'dictionary', entries }, imageData(lexer)] };
    const value = readObject(lexer, false);
    if (value === undefined || isKeywordToken(value)) break;
    if (isKind(key, 'name')) entries.set(key.name, value);
  }
  return { operator: 'BI', operands: [{ kind: 'dictionary', entries }] };
}

function imageData(lexer: Lexer): PdfValue {
  const { bytes } = lexer;
  const start = lexer.position + 1;
  for (let at = start; at + 1 < lexer.end; at += 1) {
    if (bytes[at] !== 0x45 || bytes[at + 1] !== 0x49 || !isWhiteSpace(bytes[at - 1])) continue;
    if (at + 2 < lexer.end && !isWhiteSpace(bytes[at + 2])) continue;
    if (!looksLikeContent(bytes, at + 2, lexer.end)) continue;
    lexer.position = at + 2;
    return { kind: 'string', bytes: bytes.subarray(start, at - 1) };
  }
  lexer.position = lexer.end;
  return { kind: 'string', bytes: bytes.subarray(start, lexer.end) };
}

/** Image data may hold `EI` by chance; real content goes on in printable characters. */
function looksLikeContent(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < Math.min(from + 12, end); at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7e || (byte < 0x20 && !isWhiteSpace(byte))) return false;
  }
  return true;
}
