// Reads a font dictionary (ISO 32000-2, 9.5 to 9.10): which text its codes stand for and how wide they are.

import type { ObjectStore } from '../store.js';
import {
  EMPTY_DICTIONARY,
  isKind,
  latin1,
  type PdfDictionary,
  type PdfStream,
  type PdfString,
  type PdfValue,
} from '../values.js';
import { type CMap, readCMap } from './cmap.js';
import { type Encoding, namedEncoding, STANDARD_ENCODING } from './encodings.js';
import { charactersOf } from './glyph-names.js';
import { cidWidths, simpleWidths } from './widths.js';

/** One character code as a string shows it. */
export interface ShownCode {
  readonly code: number;
  /** Number of bytes of the code. */
  readonly size: number;
  /** Its text, U+FFFD where nothing in the file tells. */
  readonly text: string;
  /** Width to move on by. */
  readonly width: number;
}

/** The CIDs, ordering and so on of a composite font's descendant (9.7.3). */
export interface CidFont {
  readonly dictionary: PdfDictionary;
  readonly subtype: string | undefined;
  readonly registry: string | undefined;
  readonly ordering: string | undefined;
  readonly supplement: number | undefined;
  /** CIDToGIDMap: `identity`, a map's bytes, or undefined when the entry is missing. */
  readonly glyphMap: 'identity' | Uint8Array | undefined;
}

/** A font of the file. Widths and heights are in thousandths of text space. */
export interface PdfFont {
  readonly dictionary: PdfDictionary;
  readonly objectNumber: number | undefined;
  readonly subtype: string;
  readonly baseFont: string | undefined;
  readonly descriptor: PdfDictionary | undefined;
  /** The embedded font program, with the key it stands under. */
  readonly program:
    | { readonly key: 'FontFile' | 'FontFile2' | 'FontFile3'; readonly stream: PdfStream }
    | undefined;
  /** Descriptor flag 3: the font has its own set of characters; undefined without a descriptor. */
  readonly symbolic: boolean | undefined;
  /** Glyph names by code, from Encoding and its Differences (simple fonts). */
  readonly encoding: Encoding;
  /** The name under Encoding, or under its BaseEncoding. */
  readonly encodingName: string | undefined;
  readonly differences: ReadonlyMap<number, string>;
  readonly toUnicode: CMap | undefined;
  /** Composite fonts: the CMap under Encoding when it is embedded. */
  readonly cmap: CMap | undefined;
  readonly cmapStream: PdfStream | undefined;
  readonly cidFont: CidFont | undefined;
  readonly ascent: number;
  readonly descent: number;
  /** Text space per glyph space, Type 3 only (others 0.001). */
  readonly scale: number;
  readonly codes: (string: PdfString) => readonly ShownCode[];
  /** The CID of a code; undefined when only a predefined CMap, which this reader does not hold, could tell. */
  readonly cid: (code: number) => number | undefined;
  /** Width as the font dictionary states it; undefined when it says nothing. */
  readonly statedWidth: (code: number) => number | undefined;
  /** The text of a code; undefined when nothing in the file tells. */
  readonly unicode: (code: number) => string | undefined;
}

/** Reads a font; odd or missing entries give the defaults of the standard. */
export function readFont(store: ObjectStore, dictionary: PdfDictionary): PdfFont {
  const subtype = store.name(dictionary, 'Subtype') ?? '';
  const composite = subtype === 'Type0';
  const descendant = composite
    ? store.dictionary(store.items(dictionary.entries.get('DescendantFonts'))[0])
    : undefined;
  const own = descendant ?? dictionary;
  const descriptor = store.dictionary(own.entries.get('FontDescriptor'));
  const flags = descriptor && store.number(descriptor, 'Flags');
  const cmapStream = composite ? store.get(dictionary, 'Encoding') : null;
  const cmap = isKind(cmapStream, 'stream') ? readCMap(store.decode(cmapStream).bytes) : undefined;
  const toUnicodeStream = store.get(dictionary, 'ToUnicode');
  const toUnicode = isKind(toUnicodeStream, 'stream')
    ? readCMap(store.decode(toUnicodeStream).bytes)
    : undefined;
  const simple = composite ? NO_ENCODING : simpleEncoding(store, dictionary, subtype, flags);
  const cid = cidReader(store.name(dictionary, 'Encoding'), cmap);
  const statedWidth = composite ? cidWidths(store, own, cid) : simpleWidths(store, dictionary, descriptor);
  const scale =
    subtype === 'Type3' ? Math.abs(store.numbers(dictionary.entries.get('FontMatrix'))[0] ?? 0.001) : 0.001;
  const unicode = unicodeOf(composite, toUnicode, simple.encoding);
  const shown = (code: number, size: number): ShownCode => ({
    ...{ code, size, text: unicode(code) ?? '\ufffd' },
    width: statedWidth(code) ?? (composite ? 1000 : 0),
  });
  const box = subtype === 'Type3' ? store.numbers(dictionary.entries.get('FontBBox')) : [];
  return {
    dictionary,
    objectNumber: store.numberOf(dictionary),
    subtype,
    baseFont: store.name(dictionary, 'BaseFont'),
    descriptor,
    program: descriptor && programOf(store, descriptor),
    symbolic: flags === undefined ? undefined : (flags & 4) !== 0,
    ...simple,
    toUnicode,
    cmap,
    cmapStream: isKind(cmapStream, 'stream') ? cmapStream : undefined,
    cidFont: descendant && readCidFont(store, descendant),
    ascent: nonZero(descriptor && store.number(descriptor, 'Ascent')) ?? nonZero(box[3]) ?? 800,
    descent: nonZero(descriptor && store.number(descriptor, 'Descent')) ?? box[1] ?? -200,
    scale,
    codes: remembered(composite ? compositeCodes(cmap, shown) : (bytes) => simpleCodes(bytes, shown)),
    cid,
    statedWidth,
    unicode,
  };
}

function cidReader(encodingName: string | undefined, cmap: CMap | undefined): PdfFont['cid'] {
  const isIdentity = (name: string | undefined): boolean => name === 'Identity-H' || name === 'Identity-V';
  if (!cmap) return (code) => (encodingName === undefined || isIdentity(encodingName) ? code : undefined);
  const base = (code: number): number | undefined =>
    isIdentity(cmap.uses) ? code : cmap.uses === undefined ? 0 : undefined;
  return (code) => cmap.cid(code) ?? base(code);
}

function nonZero(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value;
}

function programOf(store: ObjectStore, descriptor: PdfDictionary): PdfFont['program'] {
  for (const key of ['FontFile', 'FontFile2', 'FontFile3'] as const) {
    const stream = store.get(descriptor, key);
    if (isKind(stream, 'stream')) return { key, stream };
  }
  return undefined;
}

function readCidFont(store: ObjectStore, dictionary: PdfDictionary): CidFont {
  const system = store.dictionaryAt(dictionary, 'CIDSystemInfo');
  const map = store.get(dictionary, 'CIDToGIDMap');
  const bytes = (key: string): string | undefined => {
    const value = store.string(system, key);
    return value && latin1(value.bytes);
  };
  return {
    dictionary,
    subtype: store.name(dictionary, 'Subtype'),
    registry: bytes('Registry'),
    ordering: bytes('Ordering'),
    supplement: store.number(system, 'Supplement'),
    glyphMap: glyphMapOf(store, map),
  };
}

/** Only a stream or the name Identity is a map (9.7.4.3); any other name is as good as none. */
function glyphMapOf(store: ObjectStore, map: PdfValue): CidFont['glyphMap'] {
  if (isKind(map, 'stream')) return store.decode(map).bytes;
  return isKind(map, 'name') && map.name === 'Identity' ? 'identity' : undefined;
}

const NO_ENCODING = {
  encoding: [] as Encoding,
  encodingName: undefined,
  differences: new Map<number, string>(),
};

function simpleEncoding(
  store: ObjectStore,
  dictionary: PdfDictionary,
  subtype: string,
  flags: number | undefined,
): Pick<PdfFont, 'encoding' | 'encodingName' | 'differences'> {
  const entry = store.get(dictionary, 'Encoding');
  const encodingDictionary = isKind(entry, 'dictionary') ? entry : EMPTY_DICTIONARY;
  const encodingName = isKind(entry, 'name') ? entry.name : store.name(encodingDictionary, 'BaseEncoding');
  const differences = new Map<number, string>();
  let code = 0;
  for (const item of store.items(encodingDictionary.entries.get('Differences'))) {
    if (typeof item === 'number') code = item;
    else if (isKind(item, 'name')) {
      differences.set(code, item.name);
      code += 1;
    }
  }
  // A symbolic font's own encoding is in its program; StandardEncoding is only the default of the others (9.6.5.4).
  const implied = subtype === 'Type3' || ((flags ?? 0) & 4) !== 0 ? undefined : STANDARD_ENCODING;
  const encoding = [...(namedEncoding(encodingName) ?? implied ?? new Array<undefined>(256).fill(undefined))];
  for (const [at, glyph] of differences) if (at >= 0 && at < 256) encoding[at] = glyph;
  return { encoding, encodingName, differences };
}

/** Strings of one glyph come again and again, and the lexer makes each of them once. */
function remembered(codesOf: (bytes: Uint8Array) => readonly ShownCode[]): PdfFont['codes'] {
  const known = new Map<PdfString, readonly ShownCode[]>();
  return (string) => {
    if (string.bytes.length > 2) return codesOf(string.bytes);
    let codes = known.get(string);
    if (codes === undefined) {
      codes = codesOf(string.bytes);
      if (known.size < 5_000) known.set(string, codes);
    }
    return codes;
  };
}

type Shown = (code: number, size: number) => ShownCode;

function simpleCodes(bytes: Uint8Array, shown: Shown): readonly ShownCode[] {
  return Array.from(bytes, (code) => shown(code, 1));
}

function compositeCodes(cmap: CMap | undefined, shown: Shown): (bytes: Uint8Array) => readonly ShownCode[] {
  const spaces = cmap?.codeSpaces ?? [];
  return (bytes) => {
    const codes: ShownCode[] = [];
    for (let at = 0; at < bytes.length; ) {
      const found = spaces.length > 0 ? spaceAt(bytes, at, spaces) : undefined;
      const size = found ?? Math.min(2, bytes.length - at);
      let code = 0;
      for (let byte = 0; byte < size; byte += 1) code = code * 256 + (bytes[at + byte] ?? 0);
      codes.push(shown(code, size));
      at += size;
    }
    return codes;
  };
}

function spaceAt(bytes: Uint8Array, at: number, spaces: CMap['codeSpaces']): number | undefined {
  for (let size = 1; size <= 4 && at + size <= bytes.length; size += 1) {
    let code = 0;
    for (let byte = 0; byte < size; byte += 1) code = code * 256 + (bytes[at + byte] ?? 0);
    if (spaces.some((space) => space.size === size && code >= space.low && code <= space.high)) return size;
  }
  return undefined;
}

function unicodeOf(
  composite: boolean,
  toUnicode: CMap | undefined,
  encoding: Encoding,
): (code: number) => string | undefined {
  return (code) => {
    const mapped = toUnicode?.unicode(code);
    if (mapped !== undefined || composite) return mapped;
    const glyph = encoding[code];
    return glyph === undefined ? undefined : charactersOf(glyph);
  };
}
