// Reads CFF programs (Adobe Technical Note 5176): glyph names or CIDs, and widths out of the charstrings (Note 5177).

import { BinaryView } from './binary.js';
import { STANDARD_ENCODING } from './encodings.js';
import type { OutlineProgram } from './program.js';
import { charstringWidth, type Subroutines } from './type2-width.js';

/** The strings that every CFF program knows, by SID; those of expert fonts are left out. */
const STANDARD_STRINGS: readonly string[] = [
  '.notdef',
  ...STANDARD_ENCODING.filter((name) => name !== undefined),
  ...`onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar degree thorn threequarters twosuperior
registered minus eth multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex
Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde Scaron Uacute Ucircumflex
Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave
iacute icircumflex idieresis igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute
ydieresis zcaron`.split(/\s+/),
];
const STANDARD_STRING_COUNT = 391;

interface Index {
  readonly items: readonly Uint8Array[];
  readonly end: number;
}

function readIndex(view: BinaryView, at: number): Index {
  const count = view.u16(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = view.u8(at + 2);
  const base = at + 3 + (count + 1) * size - 1;
  const items: Uint8Array[] = [];
  if (size < 1 || size > 4 || base > view.bytes.length) return { items, end: view.bytes.length };
  for (let index = 0; index < count; index += 1) {
    const from = base + view.unsigned(at + 3 + index * size, size);
    items.push(view.bytes.subarray(from, base + view.unsigned(at + 3 + (index + 1) * size, size)));
  }
  return { items, end: base + view.unsigned(at + 3 + count * size, size) };
}

/** Operators of a DICT with their operands; two-byte operators are 1200 and their second byte. */
function readDict(bytes: Uint8Array): Map<number, number[]> {
  const view = new BinaryView(bytes);
  const entries = new Map<number, number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const byte = view.u8(at);
    if (byte <= 21) {
      const operator = byte === 12 ? 1200 + view.u8(at + 1) : byte;
      entries.set(operator, operands);
      operands = [];
      at += byte === 12 ? 2 : 1;
    } else {
      const { value, size } = byte === 30 ? realNumber(view, at) : integer(view, at);
      operands.push(value);
      at += size;
    }
  }
  return entries;
}

function integer(view: BinaryView, at: number): { value: number; size: number } {
  const byte = view.u8(at);
  if (byte === 28) return { value: view.i16(at + 1), size: 3 };
  if (byte === 29) return { value: view.u32(at + 1) | 0, size: 5 };
  if (byte >= 32 && byte <= 246) return { value: byte - 139, size: 1 };
  if (byte >= 247 && byte <= 250) return { value: (byte - 247) * 256 + view.u8(at + 1) + 108, size: 2 };
  return { value: -(byte - 251) * 256 - view.u8(at + 1) - 108, size: 2 };
}

function realNumber(view: BinaryView, at: number): { value: number; size: number } {
  let text = '';
  let size = 1;
  while (at + size < view.bytes.length) {
    const byte = view.u8(at + size);
    size += 1;
    const nibbles = [byte >> 4, byte & 15];
    for (const nibble of nibbles) {
      if (nibble === 15) return { value: Number(text) || 0, size };
      text += ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'E', 'E-', '', '-'][nibble] ?? '';
    }
  }
  return { value: Number(text) || 0, size };
}

/** Reads a program; undefined when it is none. */
export function readCff(bytes: Uint8Array): OutlineProgram | undefined {
  const view = new BinaryView(bytes);
  if (view.u8(0) !== 1 || bytes.length < 8) return undefined;
  const names = readIndex(view, view.u8(2));
  const tops = readIndex(view, names.end);
  const strings = readIndex(view, tops.end);
  const globals = readIndex(view, strings.end);
  const top = readDict(tops.items[0] ?? new Uint8Array(0));
  const charstringsAt = top.get(17)?.[0];
  if (charstringsAt === undefined) return undefined;
  const charstrings = readIndex(view, charstringsAt).items;
  const ids = readCharset(view, top.get(15)?.[0] ?? 0, charstrings.length);
  const hasCids = top.has(1230);
  const text = (sid: number): string =>
    STANDARD_STRINGS[sid] ??
    (sid < STANDARD_STRING_COUNT
      ? `sid${sid}`
      : Buffer.from(strings.items[sid - STANDARD_STRING_COUNT] ?? []).toString('latin1'));
  const glyphNames = hasCids ? [] : ids.map(text);
  const byName = new Map(glyphNames.map((name, glyph) => [name, glyph]));
  const byCid = new Map(ids.map((cid, glyph) => [cid, glyph]));
  const fontDicts = hasCids ? readIndex(view, top.get(1236)?.[0] ?? 0).items.map(readDict) : [top];
  const privates = fontDicts.map((dict) => readPrivate(view, dict, globals.items));
  const select = hasCids ? fdSelect(view, top.get(1237)?.[0] ?? 0, charstrings.length) : () => 0;
  const scale = (top.get(1207)?.[0] ?? fontDicts[0]?.get(1207)?.[0] ?? 0.001) * 1000;
  return {
    format: 'cff',
    glyphCount: charstrings.length,
    width: (glyph) => {
      const charstring = charstrings[glyph];
      const own = privates[select(glyph)];
      const width = charstring && own && charstringWidth(charstring, own);
      return width === undefined ? undefined : width * scale;
    },
    hasCids,
    names: glyphNames,
    encoding: hasCids ? new Map() : readEncoding(view, top.get(16)?.[0] ?? 0, glyphNames),
    glyphOfName: (name) => byName.get(name),
    glyphOfCid: (cid) => (hasCids ? byCid.get(cid) : cid < charstrings.length ? cid : undefined),
    cids: hasCids ? ids : [],
  };
}

function readPrivate(
  view: BinaryView,
  dict: ReadonlyMap<number, readonly number[]>,
  globals: readonly Uint8Array[],
): Subroutines {
  const [size = 0, offset = 0] = dict.get(18) ?? [];
  const own = readDict(view.bytes.subarray(offset, offset + size));
  const subrs = own.get(19)?.[0];
  return {
    globals,
    locals: subrs === undefined ? [] : readIndex(view, offset + subrs).items,
    defaultWidth: own.get(20)?.[0] ?? 0,
    nominalWidth: own.get(21)?.[0] ?? 0,
  };
}

/** SIDs or CIDs in glyph order. */
function readCharset(view: BinaryView, offset: number, count: number): readonly number[] {
  const ids = [0];
  if (offset <= 2) {
    for (let id = 1; id < count; id += 1) ids.push(id);
    return ids;
  }
  const format = view.u8(offset);
  for (let at = offset + 1; ids.length < count && at < view.bytes.length; ) {
    const first = view.u16(at);
    const left = format === 0 ? 0 : format === 1 ? view.u8(at + 2) : view.u16(at + 2);
    for (let step = 0; step <= left && ids.length < count; step += 1) ids.push(first + step);
    at += format === 0 ? 2 : format === 1 ? 3 : 4;
  }
  return ids;
}

function readEncoding(
  view: BinaryView,
  offset: number,
  names: readonly string[],
): ReadonlyMap<number, string> {
  const encoding = new Map<number, string>();
  for (const [code, name] of offset === 0 ? STANDARD_ENCODING.entries() : []) {
    if (name !== undefined) encoding.set(code, name);
  }
  if (offset <= 1) return encoding;
  const format = view.u8(offset) & 127;
  let glyph = 1;
  for (let index = 0; index < view.u8(offset + 1); index += 1) {
    const at = offset + 2 + index * (format === 0 ? 1 : 2);
    const left = format === 0 ? 0 : view.u8(at + 1);
    for (let step = 0; step <= left; step += 1, glyph += 1) {
      const name = names[glyph];
      if (name !== undefined) encoding.set(view.u8(at) + step, name);
    }
  }
  return encoding;
}

function fdSelect(view: BinaryView, offset: number, count: number): (glyph: number) => number {
  if (view.u8(offset) === 0) return (glyph) => view.u8(offset + 1 + glyph);
  const selected = new Uint8Array(count);
  for (let range = 0; range < view.u16(offset + 1); range += 1) {
    const at = offset + 3 + range * 3;
    selected.fill(view.u8(at + 2), view.u16(at), view.u16(at + 3));
  }
  return (glyph) => selected[glyph] ?? 0;
}
