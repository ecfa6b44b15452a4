// Builds objects from tokens (ISO 32000-2, 7.3): arrays, dictionaries, references, and indirect objects with their streams.

import { Lexer } from './lexer.js';
import type { Keyword, Token } from './tokens.js';
import { EMPTY_DICTIONARY, isKind, type PdfDictionary, type PdfValue } from './values.js';

/** An object that stands at an offset of the file as `12 0 obj … endobj`. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Where reading stopped. */
  readonly end: number;
}

/** Gives a stream's Length when it is known, to be tried before searching for `endstream`. */
export type LengthOf = (dictionary: PdfDictionary) => number | undefined;

function isKeyword(token: Token, word: string): boolean {
  return typeof token === 'object' && token.kind === 'keyword' && token.word === word;
}

/** Says whether a parsed thing is a keyword rather than an object. */
export function isKeywordToken(value: PdfValue | Keyword | undefined): value is Keyword {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'keyword';
}

/**
 * Reads the next object or keyword; `undefined` at the end of the bytes.
 * With `references`, the three tokens `12 0 R` become one reference; content streams have none.
 */
export function readObject(lexer: Lexer, references: boolean, depth = 0): PdfValue | Keyword | undefined {
  const token = lexer.next();
  if (token === undefined) return undefined;
  if (typeof token === 'number') return references ? referenceOrNumber(lexer, token) : token;
  return token.kind === 'keyword' ? objectFrom(lexer, token, references, depth) : token;
}

/** Reads on from a keyword to the end of the object that it begins; a keyword that begins none is given back. */
export function objectFrom(lexer: Lexer, token: Keyword, references: boolean, depth = 0): PdfValue | Keyword {
  // Beyond this nesting no honest file goes; reading on flat keeps the call stack safe.
  if (!token.beginsObject || depth > 200) return token;
  switch (token.word) {
    case '[':
      return readArray(lexer, references, depth);
    case '<<':
      return readDictionary(lexer, references, depth);
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return null;
  }
}

function referenceOrNumber(lexer: Lexer, first: number): PdfValue {
  if (!Number.isInteger(first) || first < 0) return first;
  const back = lexer.position;
  const second = lexer.next();
  if (typeof second === 'number' && Number.isInteger(second) && second >= 0 && isKeyword(lexer.next(), 'R')) {
    return { kind: 'reference', number: first, generation: second };
  }
  lexer.position = back;
  return first;
}

function readArray(lexer: Lexer, references: boolean, depth: number): readonly PdfValue[] {
  const items: PdfValue[] = [];
  for (;;) {
    const back = lexer.position;
    const item = readObject(lexer, references, depth + 1);
    if (item === undefined) return items;
    if (isKeywordToken(item)) {
      if (item.word === ']') return items;
      // An object that was never closed must not swallow the rest of the file.
      if (item.word === 'endobj' || item.word === '>>') {
        lexer.position = back;
        return items;
      }
      continue;
    }
    items.push(item);
  }
}

function readDictionary(lexer: Lexer, references: boolean, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (;;) {
    const back = lexer.position;
    const key = lexer.next();
    if (key === undefined || isKeyword(key, '>>')) break;
    if (isKeyword(key, 'endobj') || isKeyword(key, 'stream')) {
      lexer.position = back;
      break;
    }
    if (typeof key === 'number' || key.kind !== 'name') continue;
    const beforeValue = lexer.position;
    const value = readObject(lexer, references, depth + 1);
    if (value === undefined) break;
    if (isKeywordToken(value)) {
      lexer.position = beforeValue;
      entries.set(key.name, null);
      if (value.word !== '>>' && value.word !== 'endobj') lexer.next();
    } else entries.set(key.name, value);
  }
  return { kind: 'dictionary', entries };
}

/** Reads the indirect object that begins at an offset; `undefined` when none begins there. */
export function readIndirectObject(
  bytes: Uint8Array,
  offset: number,
  lengthOf: LengthOf,
): IndirectObject | undefined {
  const lexer = new Lexer(bytes, offset);
  const number = lexer.next();
  const generation = lexer.next();
  if (typeof number !== 'number' || typeof generation !== 'number' || !isKeyword(lexer.next(), 'obj'))
    return undefined;
  const value = readObject(lexer, true);
  if (value === undefined || isKeywordToken(value))
    return { number, generation, value: null, end: lexer.position };
  if (!isKind(value, 'dictionary')) return { number, generation, value, end: lexer.position };
  const back = lexer.position;
  if (!isKeyword(lexer.next(), 'stream')) return { number, generation, value, end: back };
  const start = streamStart(bytes, lexer.position);
  const end = streamEnd(bytes, start, lengthOf(value));
  return {
    number,
    generation,
    value: { kind: 'stream', dictionary: value, raw: bytes.subarray(start, end) },
    end,
  };
}

function streamStart(bytes: Uint8Array, from: number): number {
  if (bytes[from] === 13) return bytes[from + 1] === 10 ? from + 2 : from + 1;
  return bytes[from] === 10 ? from + 1 : from;
}

function streamEnd(bytes: Uint8Array, start: number, length: number | undefined): number {
  if (length !== undefined && length >= 0 && start + length <= bytes.length) {
    if (isKeyword(new Lexer(bytes, start + length, start + length + 40).next(), 'endstream'))
      return start + length;
  }
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(
    'endstream',
    start,
    'latin1',
  );
  if (found < 0) return bytes.length;
  if (bytes[found - 1] === 10) return bytes[found - 2] === 13 ? found - 2 : found - 1;
  return bytes[found - 1] === 13 ? found - 1 : found;
}

/** Reads the one object that some bytes hold, or an empty dictionary. */
export function readDictionaryAt(bytes: Uint8Array, offset: number): PdfDictionary {
  const value = readObject(new Lexer(bytes, offset), true);
  return !isKeywordToken(value) && isKind(value, 'dictionary') ? value : EMPTY_DICTIONARY;
}
