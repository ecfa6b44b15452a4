/** The values a PDF is made of (ISO 32000-2, 7.3), as the rewriter holds them. */

/** `/Name`, decoded. */
export class PdfName {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

/** A string as bytes, however it was written. */
export class PdfString {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** `12 0 R`. Chromium and this writer know generation 0 only. */
export class PdfRef {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** A dictionary; keys keep the order in which they were put, so that the same input gives the same bytes. */
export type PdfDict = Map<string, PdfValue>;

/** A stream: its dictionary and its bytes as stored (still compressed when the dictionary names a filter). */
export class PdfStream {
  readonly dict: PdfDict;
  readonly bytes: Uint8Array;

  constructor(dict: PdfDict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

/** Anything that may stand in a PDF file. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfStream
  | readonly PdfValue[]
  | Map<string, PdfValue>;

/** Short form for a name. */
export function name(value: string): PdfName {
  return new PdfName(value);
}

/** A dictionary from pairs; undefined values are left out. */
export function dict(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const map: PdfDict = new Map();
  for (const key of Object.keys(entries)) {
    const value = entries[key];
    if (value !== undefined) map.set(key, value);
  }
  return map;
}

/** A byte string from ASCII. */
export function ascii(text: string): PdfString {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return new PdfString(bytes);
}

/** A text string (7.9.2.2): ASCII where possible, else UTF-16 with a byte-order mark. */
export function text(value: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(value)) return ascii(value);
  const bytes = new Uint8Array(2 + value.length * 2);
  bytes.set([0xfe, 0xff]);
  for (let i = 0; i < value.length; i += 1) {
    const unit = value.charCodeAt(i);
    bytes[2 + i * 2] = unit >> 8;
    bytes[3 + i * 2] = unit & 0xff;
  }
  return new PdfString(bytes);
}

/** Reads a text string: UTF-16 or UTF-8 by its mark, else PDFDocEncoding, of which Chromium writes the ASCII part only. */
export function textOf(value: PdfString): string {
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let out = '';
    for (let i = 2; i + 1 < bytes.length; i += 2) {
      out += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
    }
    return out;
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return new TextDecoder().decode(bytes.subarray(3));
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
