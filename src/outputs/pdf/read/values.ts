// The kinds of object a PDF file is made of (ISO 32000-2, 7.3), as plain data.

/** A name object such as `/Catalog`, without its slash and with `#xx` resolved. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** A string object: raw bytes, since what they mean depends on where they stand. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
}

/** A reference to an indirect object. */
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

/** A dictionary object; a later duplicate key wins, as most readers have it. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A stream object: its dictionary and its bytes as they stand in the file. */
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  readonly raw: Uint8Array;
}

/** Any PDF object. Numbers, booleans, null and arrays are those of JavaScript. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfDictionary
  | PdfStream
  | readonly PdfValue[];

/** A dictionary without entries, for places where a missing one means nothing is there. */
export const EMPTY_DICTIONARY: PdfDictionary = { kind: 'dictionary', entries: new Map() };

/** Says whether a value is an object of the given kind (name, string, reference, dictionary, stream). */
export function isKind<K extends 'name' | 'string' | 'reference' | 'dictionary' | 'stream'>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<PdfValue, { readonly kind: K }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

/** Says whether a value is an array object. */
export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** Gives bytes as a string of the same length, one character for each byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
