/**
 * Copies what pages draw with (fonts, pictures, patterns) into the new file, each object once, in the order it is met. Streams that say the same
 * become one: Chromium writes the mask of a chart's pattern anew for each bar that is filled with it, as large as the page.
 */

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
  /** Streams that are being copied, so that one which leads back to itself ends. */
  private readonly open = new Set<number>();

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
    if (value instanceof PdfStream) return this.builder.share(this.stream(value, value.bytes));
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
    const value = this.source.object(ref.number);
    if (value instanceof PdfStream && !this.open.has(ref.number)) return this.shared(ref.number, value);
    const copy = this.builder.reserve();
    this.copied.set(ref.number, copy);
    if (!(value instanceof PdfStream)) this.builder.set(copy, this.value(value));
    return copy;
  }

  /** A stream gets its number when all that it leads to is copied, since only then can it be told whether an equal one is there. */
  private shared(number: number, value: PdfStream): PdfRef {
    this.open.add(number);
    const copy = this.stream(value, value.bytes);
    this.open.delete(number);
    const reserved = this.copied.get(number);
    if (reserved !== undefined) this.builder.set(reserved, copy);
    const ref = reserved ?? this.builder.share(copy);
    this.copied.set(number, ref);
    return ref;
  }
}
