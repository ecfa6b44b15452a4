// Changes single entries of a PDF and writes it anew, to seed one fault into a sound file.

import { Lexer } from '../../../src/outputs/pdf/read/lexer.js';
import { isKeywordToken, readObject } from '../../../src/outputs/pdf/read/objects.js';
import type { ObjectStore } from '../../../src/outputs/pdf/read/store.js';
import {
  isArray,
  isKind,
  latin1,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from '../../../src/outputs/pdf/read/values.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';

/** A dictionary whose entries may be changed. */
export type Entries = Map<string, PdfValue>;

function nameText(name: string): string {
  return `/${name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function serialise(value: PdfValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (isArray(value)) return `[${value.map(serialise).join(' ')}]`;
  switch (value.kind) {
    case 'name':
      return nameText(value.name);
    case 'string':
      return `<${Buffer.from(value.bytes).toString('hex')}>`;
    case 'reference':
      return `${value.number} ${value.generation} R`;
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, entry]) => `${nameText(key)} ${serialise(entry)}`).join(' ')} >>`;
    case 'stream':
      throw new Error('a stream cannot stand inside another object');
  }
}

/** Parses the text of an object, such as `[1 0 R /Fit]`. */
export function object(text: string): PdfValue {
  const value = readObject(new Lexer(Buffer.from(text, 'latin1')), true);
  if (value === undefined || isKeywordToken(value)) throw new Error(`no object: ${text}`);
  return value;
}

/** A file whose objects may be changed. */
export class PdfEditor {
  readonly store: ObjectStore;
  readonly header: string;
  private readonly added = new Map<number, PdfValue>();
  private readonly replaced = new Map<PdfStream, Uint8Array>();

  constructor(bytes: Uint8Array) {
    const read = readPdf(bytes);
    if (!read.readable) throw new Error(read.reason);
    this.store = read.store;
    this.header = read.header;
  }

  /** The catalog's entries. */
  get catalog(): Entries {
    return this.entries(this.store.dictionaryAt(this.store.trailer, 'Root'));
  }

  /** Makes a dictionary's entries changeable. */
  entries(dictionary: PdfDictionary): Entries {
    return dictionary.entries as Entries;
  }

  /** All dictionaries of the file, those of streams and those inside others included, in file order. */
  dictionaries(): PdfDictionary[] {
    const found = new Set<PdfDictionary>();
    const visit = (value: PdfValue): void => {
      if (isArray(value)) for (const item of value) visit(item);
      else if (isKind(value, 'stream')) visit(value.dictionary);
      else if (isKind(value, 'dictionary') && !found.has(value)) {
        found.add(value);
        for (const entry of value.entries.values()) visit(entry);
      }
    };
    for (const number of this.store.objectNumbers())
      visit(this.store.resolve({ kind: 'reference', number, generation: 0 }));
    return [...found];
  }

  /** The dictionaries whose name entry has that value. */
  having(key: string, name: string): PdfDictionary[] {
    return this.dictionaries().filter((dictionary) => this.store.name(dictionary, key) === name);
  }

  /** Sets an entry to an object given as text; undefined takes the entry away. */
  set(dictionary: PdfDictionary, key: string, text: string | undefined): void {
    if (text === undefined) this.entries(dictionary).delete(key);
    else this.entries(dictionary).set(key, object(text));
  }

  /** Adds an object and gives the text of a reference to it. */
  add(text: string): string {
    const number = Math.max(0, ...this.store.objectNumbers(), ...this.added.keys()) + 1;
    this.added.set(number, object(text));
    return `${number} 0 R`;
  }

  /** Replaces a stream's data, given as what it decodes to. */
  setData(stream: PdfStream, change: (text: string) => string): void {
    const text = change(latin1(this.store.decode(stream).bytes));
    this.replaced.set(stream, Buffer.from(text, 'latin1'));
    this.entries(stream.dictionary).delete('Filter');
    this.entries(stream.dictionary).delete('DecodeParms');
  }

  /** The stream that an entry holds. */
  stream(dictionary: PdfDictionary, key: string): PdfStream {
    const value = this.store.get(dictionary, key);
    if (!isKind(value, 'stream')) throw new Error(`no stream under ${key}`);
    return value;
  }

  /** Writes the file with a plain cross-reference table. */
  toBytes(): Uint8Array {
    const parts: Buffer[] = [Buffer.from(`${this.header}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
    let at = parts[0]?.length ?? 0;
    const offsets = new Map<number, number>();
    const objects = new Map<number, PdfValue>();
    for (const number of this.store.objectNumbers())
      objects.set(number, this.store.resolve({ kind: 'reference', number, generation: 0 }));
    for (const [number, value] of this.added) objects.set(number, value);
    for (const [number, value] of objects) {
      const type = isKind(value, 'stream') ? this.store.name(value.dictionary, 'Type') : undefined;
      if (number === 0 || type === 'ObjStm' || type === 'XRef') continue;
      offsets.set(number, at);
      const part = Buffer.concat([
        Buffer.from(`${number} 0 obj\n`),
        this.body(value),
        Buffer.from('\nendobj\n'),
      ]);
      parts.push(part);
      at += part.length;
    }
    const size = Math.max(...offsets.keys()) + 1;
    const rows = Array.from({ length: size }, (_, number) => {
      const offset = offsets.get(number);
      return offset === undefined
        ? '0000000000 65535 f \n'
        : `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    const kept = ['Root', 'Info', 'ID'].flatMap((key) => {
      const value = this.store.trailer.entries.get(key);
      return value === undefined ? [] : [`${nameText(key)} ${serialise(value)}`];
    });
    const trailer = `trailer\n<< /Size ${size} ${kept.join(' ')} >>\nstartxref\n${at}\n%%EOF\n`;
    parts.push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}${trailer}`, 'latin1'));
    return Buffer.concat(parts);
  }

  private body(value: PdfValue): Buffer {
    if (!isKind(value, 'stream')) return Buffer.from(serialise(value), 'latin1');
    const data = this.replaced.get(value) ?? value.raw;
    const entries = new Map(value.dictionary.entries).set('Length', data.length);
    return Buffer.concat([
      Buffer.from(`${serialise({ kind: 'dictionary', entries })}\nstream\n`, 'latin1'),
      Buffer.from(data),
      Buffer.from('\nendstream'),
    ]);
  }
}
