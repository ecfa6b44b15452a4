/** Copies what pages draw with (fonts, pictures, patterns) into the new file, each object once, in the order it is met. */

import { Fault } from '../fault.js';
import type { PdfSource } from '../file/parse.js';
import { type PdfDict, PdfRef, PdfStream, type PdfValue } from '../file/values.js';
import type { PdfBuilder } from '../file/write.js';

/** Keys that are written anew, or that PDF 2.0 has given up. */
const left = new Set([
  'StructParents',
  'StructParent',
  'ProcSet',
  'Length',
  'Metadata',
  'PieceInfo',
  'LastModified',
]);
/** Keys that would bring foreign things along. */
const foreign = new Set([
  'JS',
  'JavaScript',
  'AA',
  'OpenAction',
  'EmbeddedFiles',
  'EF',
  'RichMedia',
  'Launch',
  'OC',
]);

/** Copies values from Chromium's file. */
export class Copier {
  private readonly source: PdfSource;
  private readonly builder: PdfBuilder;
  private readonly copied = new Map<number, PdfRef>();

  constructor(source: PdfSource, builder: PdfBuilder) {
    this.source = source;
    this.builder = builder;
  }

  /** Puts a new object in the place of one of Chromium's. */
  replace(number: number, ref: PdfRef): void {
    this.copied.set(number, ref);
  }

  /** A copy whose references lead into the new file. */
  value(value: PdfValue): PdfValue {
    if (value instanceof PdfRef) return this.reference(value);
    if (value instanceof PdfStream) return this.builder.add(this.stream(value, value.bytes));
    if (value instanceof Map) return this.dict(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    return value;
  }

  /** A copy of a dictionary. */
  dict(value: PdfDict): PdfDict {
    const copy: PdfDict = new Map();
    for (const [key, item] of value) {
      if (foreign.has(key)) {
        throw new Fault('pdf-holds-nothing-foreign', `The printed file holds “/${key}”.`);
      }
      if (!left.has(key)) copy.set(key, this.value(item));
    }
    return copy;
  }

  /** A copy of a stream with these bytes, compressed as its own dictionary says. */
  stream(value: PdfStream, bytes: Uint8Array): PdfStream {
    return new PdfStream(this.dict(value.dict), bytes);
  }

  private reference(ref: PdfRef): PdfRef {
    const known = this.copied.get(ref.number);
    if (known !== undefined) return known;
    const copy = this.builder.reserve();
    this.copied.set(ref.number, copy);
    const value = this.source.object(ref.number);
    this.builder.set(copy, value instanceof PdfStream ? this.stream(value, value.bytes) : this.value(value));
    return copy;
  }
}
