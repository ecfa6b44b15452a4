/** Reads Chromium's file: a plain cross-reference table, no encryption, no object streams (measured on Chromium 156). */

import { inflateSync } from 'node:zlib';
import { Keyword, Lexer, latin, PdfSyntaxError } from './lexer.js';
import { type PdfDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './values.js';

const mostBytes = 256 * 1024 * 1024;

/** An open file: objects are read when they are asked for, once. */
export class PdfSource {
  readonly trailer: PdfDict;
  private readonly bytes: Uint8Array;
  private readonly offsets: ReadonlyMap<number, number>;
  private readonly objects = new Map<number, PdfValue>();
  private readonly decoded = new Map<PdfStream, Uint8Array>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const { offsets, trailer } = crossReferences(bytes);
    this.offsets = offsets;
    this.trailer = trailer;
    if (trailer.has('Encrypt')) throw new PdfSyntaxError('the file is encrypted');
  }

  /** The value behind a reference, or the value itself. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value instanceof PdfRef ? this.object(value.number) : value;
  }

  /** An object by its number; null when there is none, as the standard says. */
  object(number: number): PdfValue {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const offset = this.offsets.get(number);
    const value = offset === undefined ? null : this.read(number, offset);
    this.objects.set(number, value);
    return value;
  }

  /** A dictionary behind a value, also that of a stream; undefined for anything else. */
  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value);
    if (found instanceof PdfStream) return found.dict;
    return found instanceof Map ? found : undefined;
  }

  /** An array behind a value; empty for anything else. */
  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : [];
  }

  /** A number behind a value. */
  number(value: PdfValue | undefined): number | undefined {
    const found = this.resolve(value);
    return typeof found === 'number' ? found : undefined;
  }

  /** A name behind a value, as text. */
  name(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value);
    return found instanceof PdfName ? found.value : undefined;
  }

  /** A string behind a value. */
  string(value: PdfValue | undefined): PdfString | undefined {
    const found = this.resolve(value);
    return found instanceof PdfString ? found : undefined;
  }

  /** A stream's bytes without its filter. Text streams of Chromium are Flate without predictors. */
  decode(stream: PdfStream): Uint8Array {
    const known = this.decoded.get(stream);
    if (known !== undefined) return known;
    const filter = this.resolve(stream.dict.get('Filter'));
    const names = (Array.isArray(filter) ? filter : filter === undefined ? [] : [filter]).map((item) =>
      this.name(item),
    );
    let bytes = stream.bytes;
    for (const item of names) {
      if (item !== 'FlateDecode' || stream.dict.has('DecodeParms')) {
        throw new PdfSyntaxError(`a text stream with the filter ${item ?? 'unknown'}`);
      }
      bytes = inflated(bytes);
    }
    this.decoded.set(stream, bytes);
    return bytes;
  }

  private read(number: number, offset: number): PdfValue {
    const lexer = new Lexer(this.bytes, offset);
    const found = lexer.next();
    lexer.next();
    const word = lexer.next();
    if (found !== number || !(word instanceof Keyword) || word.word !== 'obj') {
      throw new PdfSyntaxError(`object ${number} is not where the table says`);
    }
    const value = lexer.next();
    if (value === undefined || value instanceof Keyword)
      throw new PdfSyntaxError(`object ${number} is empty`);
    if (!(value instanceof Map)) return this.plain(value, lexer);
    const after = lexer.next();
    if (after instanceof Keyword && after.word === 'stream') return this.stream(value, lexer.position);
    return value;
  }

  /** An object may be a bare reference: `5 0 obj 7 0 R endobj`. */
  private plain(value: PdfValue, lexer: Lexer): PdfValue {
    if (typeof value !== 'number') return value;
    lexer.next();
    const word = lexer.next();
    return word instanceof Keyword && word.word === 'R' ? this.object(value) : value;
  }

  private stream(dictionary: PdfDict, position: number): PdfStream {
    let start = position;
    if (this.bytes[start] === 13) start += 1;
    if (this.bytes[start] === 10) start += 1;
    const length = this.number(dictionary.get('Length'));
    if (length === undefined || start + length > this.bytes.length) {
      throw new PdfSyntaxError('a stream without a usable length');
    }
    const stream = new PdfStream(dictionary, this.bytes.subarray(start, start + length));
    return stream;
  }
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    throw new PdfSyntaxError(`a damaged stream (${error instanceof Error ? error.message : 'unknown'})`);
  }
}

function crossReferences(bytes: Uint8Array): { offsets: Map<number, number>; trailer: PdfDict } {
  if (latin(bytes, 0, 5) !== '%PDF-') throw new PdfSyntaxError('the bytes do not begin as a PDF');
  const tail = latin(bytes, Math.max(0, bytes.length - 1024), bytes.length);
  const found = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail);
  if (found === null) throw new PdfSyntaxError('the end of the file is missing');
  const lexer = new Lexer(bytes, Number(found[1]));
  const word = lexer.next();
  if (!(word instanceof Keyword) || word.word !== 'xref') {
    throw new PdfSyntaxError('the file has no plain cross-reference table');
  }
  const offsets = new Map<number, number>();
  for (;;) {
    const first = lexer.next();
    if (first instanceof Keyword && first.word === 'trailer') break;
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number') throw new PdfSyntaxError('a torn table');
    for (let i = 0; i < count; i += 1) {
      const offset = lexer.next();
      lexer.next();
      const kind = lexer.next();
      if (kind instanceof Keyword && kind.word === 'n' && typeof offset === 'number') {
        offsets.set(first + i, offset);
      }
    }
  }
  const trailer = lexer.next();
  if (!(trailer instanceof Map)) throw new PdfSyntaxError('the trailer is missing');
  if (trailer.has('Prev') || trailer.has('XRefStm')) throw new PdfSyntaxError('the file was saved in parts');
  return { offsets, trailer };
}
