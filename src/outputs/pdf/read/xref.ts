// Finds where each object stands: cross-reference tables, streams, hybrids and updates (ISO 32000-2, 7.5.4 to 7.5.8), or by search.

import { type FilterStep, undoFilters } from './filters.js';
import { isWhiteSpace, Lexer } from './lexer.js';
import { readDictionaryAt, readIndirectObject } from './objects.js';
import {
  EMPTY_DICTIONARY,
  isArray,
  isKind,
  latin1,
  type PdfDictionary,
  type PdfStream,
  type PdfValue,
} from './values.js';

/** Where an object stands: at an offset in bytes, or as number `index` inside an object stream. */
export type ObjectPlace =
  | { readonly offset: number; readonly generation: number }
  | { readonly stream: number; readonly index: number };

/** The map of a file: the place of each object number, and the newest trailer. */
export interface CrossReference {
  readonly places: Map<number, ObjectPlace>;
  readonly trailer: PdfDictionary;
  /** Whether the file's own map was unusable and the objects were found by searching. */
  readonly rebuilt: boolean;
  /** Object numbers of object streams that were found by searching, in file order. */
  readonly objectStreams: readonly number[];
}

const LARGEST_OBJECT_NUMBER = 8_388_607;

/** Reads the chain of cross-reference sections; `undefined` when any part of it cannot be read. */
export function readCrossReference(bytes: Uint8Array, headerOffset: number): CrossReference | undefined {
  const places = new Map<number, ObjectPlace>();
  const free = new Set<number>();
  let trailer: PdfDictionary | undefined;
  const seen = new Set<number>();
  const queue: number[] = [];
  const start = startOffset(bytes);
  if (start === undefined) return undefined;
  queue.push(start);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const section = readSection(bytes, at + headerOffset, headerOffset);
    if (!section) return undefined;
    trailer ??= section.dictionary;
    for (const [number, place] of section.places) {
      if (places.has(number) || free.has(number)) continue;
      if (place === 'free') free.add(number);
      else places.set(number, place);
    }
    const hybrid = section.dictionary.entries.get('XRefStm');
    const previous = section.dictionary.entries.get('Prev');
    // A hybrid file's stream comes before the older sections (7.5.8.4); its objects were marked free on purpose.
    if (typeof hybrid === 'number' && section.kind === 'table') {
      const extra = seen.has(hybrid) ? undefined : readSection(bytes, hybrid + headerOffset, headerOffset);
      for (const [number, place] of extra?.places ?? [])
        if (place !== 'free' && !places.has(number)) places.set(number, place);
      seen.add(hybrid);
    }
    if (typeof previous === 'number') queue.push(previous);
  }
  return trailer && { places, trailer, rebuilt: false, objectStreams: [] };
}

function startOffset(bytes: Uint8Array): number | undefined {
  const from = Math.max(0, bytes.length - 2048);
  const tail = latin1(bytes.subarray(from));
  const at = tail.lastIndexOf('startxref');
  if (at < 0) return undefined;
  const value = new Lexer(bytes, from + at + 9).next();
  return typeof value === 'number' && value > 0 && value < bytes.length ? value : undefined;
}

interface Section {
  readonly kind: 'table' | 'stream';
  readonly dictionary: PdfDictionary;
  readonly places: ReadonlyMap<number, ObjectPlace | 'free'>;
}

function readSection(bytes: Uint8Array, offset: number, headerOffset: number): Section | undefined {
  if (offset < 0 || offset >= bytes.length) return undefined;
  const lexer = new Lexer(bytes, offset);
  const first = lexer.next();
  if (typeof first === 'object' && first.kind === 'keyword') {
    return first.word === 'xref' ? readTable(lexer, headerOffset) : undefined;
  }
  const object = readIndirectObject(bytes, offset, (dictionary) => numberIn(dictionary, 'Length'));
  return object && isKind(object.value, 'stream') ? readStream(object.value, headerOffset) : undefined;
}

function readTable(lexer: Lexer, headerOffset: number): Section | undefined {
  const places = new Map<number, ObjectPlace | 'free'>();
  for (;;) {
    const first = lexer.next();
    if (typeof first === 'object' && first.kind === 'keyword' && first.word === 'trailer') break;
    const count = lexer.next();
    if (typeof first !== 'number' || typeof count !== 'number') return undefined;
    for (let index = 0; index < count; index += 1) {
      const offset = lexer.next();
      const generation = lexer.next();
      const use = lexer.next();
      if (typeof offset !== 'number' || typeof generation !== 'number') return undefined;
      if (typeof use !== 'object' || use.kind !== 'keyword') return undefined;
      if (first + index > LARGEST_OBJECT_NUMBER) return undefined;
      places.set(first + index, use.word === 'n' ? { offset: offset + headerOffset, generation } : 'free');
    }
  }
  const dictionary = readDictionaryAt(lexer.bytes, lexer.position);
  return dictionary.entries.size > 0 ? { kind: 'table', dictionary, places } : undefined;
}

function numberIn(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.entries.get(key);
  return typeof value === 'number' ? value : undefined;
}

function numbers(value: PdfValue | undefined): number[] {
  return isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/** Gives a stream's filters when they are direct objects, as they must be in a cross-reference stream. */
function directFilters(dictionary: PdfDictionary): FilterStep[] {
  const filter = dictionary.entries.get('Filter');
  const names = (isArray(filter) ? filter : [filter]).flatMap((item) =>
    isKind(item, 'name') ? [item.name] : [],
  );
  const parameters = dictionary.entries.get('DecodeParms');
  return names.map((name, index) => {
    const own = isArray(parameters) ? parameters[index] : parameters;
    return {
      name,
      parameter: (key, otherwise) =>
        isKind(own, 'dictionary') ? (numberIn(own, key) ?? otherwise) : otherwise,
    };
  });
}

function readStream(stream: PdfStream, headerOffset: number): Section | undefined {
  const { dictionary } = stream;
  const type = dictionary.entries.get('Type');
  if (!isKind(type, 'name') || type.name !== 'XRef') return undefined;
  const [typeWidth = 0, firstWidth = 0, secondWidth = 0] = numbers(dictionary.entries.get('W'));
  const width = typeWidth + firstWidth + secondWidth;
  if (width <= 0 || width > 32 || [typeWidth, firstWidth, secondWidth].some((item) => item < 0))
    return undefined;
  const data = undoFilters(stream.raw, directFilters(dictionary), 64 * 1024 * 1024).bytes;
  const index = numbers(dictionary.entries.get('Index'));
  const ranges = index.length > 1 ? index : [0, numberIn(dictionary, 'Size') ?? 0];
  const places = new Map<number, ObjectPlace | 'free'>();
  const field = (at: number, size: number): number => {
    let value = 0;
    for (let byte = 0; byte < size; byte += 1) value = value * 256 + (data[at + byte] ?? 0);
    return value;
  };
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const first = ranges[range] ?? 0;
    for (let item = 0; item < (ranges[range + 1] ?? 0) && at + width <= data.length; item += 1, at += width) {
      const type = typeWidth === 0 ? 1 : field(at, typeWidth);
      const one = field(at + typeWidth, firstWidth);
      const two = field(at + typeWidth + firstWidth, secondWidth);
      if (type === 0) places.set(first + item, 'free');
      else if (type === 1) places.set(first + item, { offset: one + headerOffset, generation: two });
      else if (type === 2) places.set(first + item, { stream: one, index: two });
    }
  }
  return { kind: 'stream', dictionary, places };
}

/** Finds objects and trailers by looking through all bytes, for files whose own map is broken. */
export function searchObjects(bytes: Uint8Array, maximum: number): CrossReference {
  const places = new Map<number, ObjectPlace>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objectStreams: number[] = [];
  let trailer = new Map<string, PdfValue>();
  for (let at = buffer.indexOf('obj'); at >= 0; at = buffer.indexOf('obj', at + 3)) {
    if (buffer[at - 1] === 0x64) continue;
    const start = numbersBefore(bytes, at);
    if (!start || start.number > LARGEST_OBJECT_NUMBER || places.size >= maximum) continue;
    places.set(start.number, { offset: start.offset, generation: start.generation });
    const head = buffer.toString('latin1', at, Math.min(at + 400, buffer.length)).split('stream')[0] ?? '';
    if (/\/Type\s*\/ObjStm\b/.test(head)) objectStreams.push(start.number);
    if (/\/Type\s*\/XRef\b/.test(head))
      trailer = new Map([...trailer, ...readDictionaryAt(bytes, at + 3).entries]);
    if (/\/Type\s*\/Catalog\b/.test(head) && !trailer.has('Root')) {
      trailer.set('Root', { kind: 'reference', number: start.number, generation: start.generation });
    }
  }
  for (let at = buffer.indexOf('trailer'); at >= 0; at = buffer.indexOf('trailer', at + 7)) {
    trailer = new Map([...trailer, ...readDictionaryAt(bytes, at + 7).entries]);
  }
  const dictionary: PdfDictionary =
    trailer.size > 0 ? { kind: 'dictionary', entries: trailer } : EMPTY_DICTIONARY;
  return { places, trailer: dictionary, rebuilt: true, objectStreams };
}

function numbersBefore(
  bytes: Uint8Array,
  at: number,
): { number: number; generation: number; offset: number } | undefined {
  let cursor = at - 1;
  const back = (): number | undefined => {
    while (isWhiteSpace(bytes[cursor])) cursor -= 1;
    const last = cursor;
    while ((bytes[cursor] ?? 0) >= 0x30 && (bytes[cursor] ?? 0) <= 0x39 && last - cursor < 12) cursor -= 1;
    return last === cursor ? undefined : Number(latin1(bytes.subarray(cursor + 1, last + 1)));
  };
  const generation = back();
  if (generation === undefined || !isWhiteSpace(bytes[cursor])) return undefined;
  const number = back();
  return number === undefined ? undefined : { number, generation, offset: cursor + 1 };
}
