// Gives the objects of a file by number, read and decoded when first asked for, within limits.

import { type Decoded, type FilterStep, undoFilters } from './filters.js';
import { Lexer } from './lexer.js';
import { LimitReached, type ReadLimits } from './limits.js';
import { isKeywordToken, readIndirectObject, readObject } from './objects.js';
import { textOf } from './text.js';
import {
  EMPTY_DICTIONARY,
  isArray,
  isKind,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfString,
  type PdfValue,
} from './values.js';
import { type CrossReference, type ObjectPlace, readCrossReference, searchObjects } from './xref.js';

/** The objects of one file, with typed access that never throws on odd values. */
export class ObjectStore {
  readonly limits: ReadLimits;
  private readonly bytes: Uint8Array;
  private map: CrossReference;
  private readonly objects = new Map<number, PdfValue>();
  private readonly decoded = new Map<PdfStream, Decoded>();
  private readonly numbersOf = new Map<object, number>();
  private readonly inProgress = new Set<number>();
  private decodedBytes = 0;

  constructor(bytes: Uint8Array, headerOffset: number, limits: ReadLimits) {
    this.bytes = bytes;
    this.limits = limits;
    this.map = readCrossReference(bytes, headerOffset) ?? searchObjects(bytes, limits.objects);
    if (this.map.rebuilt) this.takeObjectStreams();
    // A map that leads nowhere is as good as none.
    if (!this.map.rebuilt && !this.hasPages()) this.rebuild();
    if (this.map.places.size > limits.objects) throw new LimitReached('objects');
  }

  /** The newest trailer dictionary. */
  get trailer(): PdfDictionary {
    return this.map.trailer;
  }

  /** Whether the file's own map of objects was unusable. */
  get rebuilt(): boolean {
    return this.map.rebuilt;
  }

  /** The number of every object in the file, in rising order. */
  objectNumbers(): number[] {
    return [...this.map.places.keys()].sort((one, other) => one - other);
  }

  /** Whether any object lies inside an object stream. */
  usesObjectStreams(): boolean {
    return [...this.map.places.values()].some((place) => 'stream' in place);
  }

  /** Follows references until a direct object; null when there is none. */
  resolve(value: PdfValue | undefined): PdfValue {
    let current: PdfValue = value ?? null;
    for (let hops = 0; isKind(current, 'reference') && hops < 32; hops += 1)
      current = this.object(current.number);
    return isKind(current, 'reference') ? null : current;
  }

  /** The value of a key, with references followed; null when it is missing. */
  get(dictionary: PdfDictionary, key: string): PdfValue {
    return this.resolve(dictionary.entries.get(key));
  }

  /** A dictionary, or a stream's dictionary; undefined for anything else. */
  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const direct = this.resolve(value);
    if (isKind(direct, 'dictionary')) return direct;
    return isKind(direct, 'stream') ? direct.dictionary : undefined;
  }

  /** The dictionary under a key, or an empty one. */
  dictionaryAt(dictionary: PdfDictionary, key: string): PdfDictionary {
    return this.dictionary(dictionary.entries.get(key)) ?? EMPTY_DICTIONARY;
  }

  /** The items of an array with references followed; a lone object counts as an array of one. */
  items(value: PdfValue | undefined): PdfValue[] {
    const direct = this.resolve(value);
    if (direct === null) return [];
    return isArray(direct) ? direct.map((item) => this.resolve(item)) : [direct];
  }

  /** The items of an array as they stand, references kept. */
  rawItems(value: PdfValue | undefined): readonly PdfValue[] {
    const direct = this.resolve(value);
    if (direct === null) return [];
    return isArray(direct) ? direct : [value ?? null];
  }

  /** The name under a key. */
  name(dictionary: PdfDictionary, key: string): string | undefined {
    const value = this.get(dictionary, key);
    return isKind(value, 'name') ? value.name : undefined;
  }

  /** The number under a key. */
  number(dictionary: PdfDictionary, key: string): number | undefined {
    const value = this.get(dictionary, key);
    return typeof value === 'number' ? value : undefined;
  }

  /** The string under a key. */
  string(dictionary: PdfDictionary, key: string): PdfString | undefined {
    const value = this.get(dictionary, key);
    return isKind(value, 'string') ? value : undefined;
  }

  /** The text string under a key (7.9.2.2), decoded. */
  text(dictionary: PdfDictionary, key: string): string | undefined {
    const value = this.string(dictionary, key);
    return value && textOf(value.bytes);
  }

  /** All numbers of an array, anything else left out. */
  numbers(value: PdfValue | undefined): number[] {
    return this.items(value).filter((item) => typeof item === 'number');
  }

  /** The number of the object that a resolved dictionary, stream or array is; undefined for direct ones. */
  numberOf(value: PdfValue | undefined): number | undefined {
    if (isKind(value, 'reference')) return value.number;
    return typeof value === 'object' && value !== null ? this.numbersOf.get(value) : undefined;
  }

  /** Takes bytes that are about to be made out of the budget for decoded data. */
  spend(bytes: number): void {
    if (bytes > this.limits.decodedBytes - this.decodedBytes) throw new LimitReached('decodedBytes');
    this.decodedBytes += bytes;
  }

  /** A stream's data with its filters undone. */
  decode(stream: PdfStream): Decoded {
    const known = this.decoded.get(stream);
    if (known) return known;
    const left = this.limits.decodedBytes - this.decodedBytes;
    if (left <= 0) throw new LimitReached('decodedBytes');
    const result = undoFilters(
      stream.raw,
      this.filters(stream.dictionary),
      Math.min(left, 256 * 1024 * 1024),
    );
    this.decodedBytes += result.bytes.length;
    this.decoded.set(stream, result);
    return result;
  }

  private filters(dictionary: PdfDictionary): FilterStep[] {
    const key = dictionary.entries.has('Filter') ? 'Filter' : 'F';
    const parameters = this.items(dictionary.entries.get('DecodeParms') ?? dictionary.entries.get('DP'));
    return this.items(dictionary.entries.get(key)).flatMap((filter, index) => {
      if (!isKind(filter, 'name')) return [];
      const own = parameters[index];
      const step: FilterStep = {
        name: filter.name,
        parameter: (name, otherwise) =>
          isKind(own, 'dictionary') ? (this.number(own, name) ?? otherwise) : otherwise,
      };
      return [step];
    });
  }

  private object(number: number): PdfValue {
    const known = this.objects.get(number);
    if (known !== undefined) return known;
    const place = this.map.places.get(number);
    if (!place || this.inProgress.has(number)) return null;
    this.inProgress.add(number);
    try {
      const value =
        'stream' in place ? this.fromObjectStream(place.stream, number) : this.fromOffset(number, place);
      this.remember(number, value);
      return value;
    } finally {
      this.inProgress.delete(number);
    }
  }

  private remember(number: number, value: PdfValue): void {
    this.objects.set(number, value);
    if (typeof value !== 'object' || value === null) return;
    this.numbersOf.set(value, number);
    if (isKind(value, 'stream')) this.numbersOf.set(value.dictionary, number);
  }

  private fromOffset(number: number, place: Extract<ObjectPlace, { offset: number }>): PdfValue {
    const found = readIndirectObject(this.bytes, place.offset, (dictionary) =>
      this.number(dictionary, 'Length'),
    );
    if (found?.number === number) return found.value;
    if (this.map.rebuilt) return null;
    this.rebuild();
    const again = this.map.places.get(number);
    if (!again) return null;
    return 'stream' in again ? this.fromObjectStream(again.stream, number) : this.fromOffset(number, again);
  }

  private fromObjectStream(streamNumber: number, wanted: number): PdfValue {
    const stream = this.object(streamNumber);
    if (!isKind(stream, 'stream')) return null;
    let found: PdfValue = null;
    for (const [number, value] of this.objectsIn(stream)) {
      if (number === wanted) found = value;
      const place = this.map.places.get(number);
      // Only the newest copy of an object counts; an older stream may hold an outdated one.
      if (place && 'stream' in place && place.stream === streamNumber && !this.objects.has(number)) {
        this.remember(number, value);
      }
    }
    return this.objects.get(wanted) ?? found;
  }

  /** Reads all objects of an object stream (7.5.7). */
  private *objectsIn(stream: PdfStream): Generator<readonly [number, PdfValue]> {
    const { bytes } = this.decode(stream);
    const first = this.number(stream.dictionary, 'First') ?? 0;
    const count = this.number(stream.dictionary, 'N') ?? 0;
    const head = new Lexer(bytes, 0, first);
    for (let index = 0; index < count; index += 1) {
      const number = head.next();
      const offset = head.next();
      if (typeof number !== 'number' || typeof offset !== 'number') return;
      const value = readObject(new Lexer(bytes, first + offset), true);
      yield [number, value === undefined || isKeywordToken(value) ? null : value];
    }
  }

  private hasPages(): boolean {
    const root = this.dictionary(this.trailer.entries.get('Root'));
    return root !== undefined && this.dictionary(root.entries.get('Pages')) !== undefined;
  }

  private rebuild(): void {
    const found = searchObjects(this.bytes, this.limits.objects);
    const trailer = found.trailer.entries.has('Root') ? found.trailer : this.map.trailer;
    this.map = { ...found, trailer };
    this.objects.clear();
    this.takeObjectStreams();
  }

  private takeObjectStreams(): void {
    for (const number of this.map.objectStreams) {
      const stream = this.object(number);
      if (!isKind(stream, 'stream')) continue;
      let index = 0;
      for (const [inner, value] of this.objectsIn(stream)) {
        const type = isKind(value, 'dictionary') ? this.name(value, 'Type') : undefined;
        this.map.places.set(inner, { stream: number, index });
        if (type === 'Catalog' && !this.map.trailer.entries.has('Root')) this.adoptRoot(inner);
        index += 1;
      }
    }
  }

  private adoptRoot(number: number): void {
    const root: PdfReference = { kind: 'reference', number, generation: 0 };
    this.map = {
      ...this.map,
      trailer: { kind: 'dictionary', entries: new Map([...this.trailer.entries, ['Root', root]]) },
    };
  }
}
