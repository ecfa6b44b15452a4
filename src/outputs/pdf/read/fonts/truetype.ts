// Reads TrueType programs (ISO/IEC 14496-22): character maps, widths and glyph names.

import { BinaryView } from './binary.js';
import { MAC_GLYPH_NAMES } from './mac-glyph-names.js';
import type { TrueTypeMap, TrueTypeProgram } from './program.js';

/** The tables of a font file: their bytes by tag. */
export function sfntTables(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new BinaryView(bytes);
  const start = view.u32(0) === 0x74746366 ? view.u32(12) : 0;
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.u16(start + 4); index += 1) {
    const record = start + 12 + index * 16;
    if (record + 16 > bytes.length) break;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = view.u32(record + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.u32(record + 12)));
  }
  return tables;
}

/** Reads a program; undefined when it is none. */
export function readTrueType(bytes: Uint8Array): TrueTypeProgram | undefined {
  const tables = sfntTables(bytes);
  const head = tables.get('head');
  const maxp = tables.get('maxp');
  if (!head || !maxp) return undefined;
  const unitsPerEm = new BinaryView(head).u16(18) || 1000;
  const metrics = new BinaryView(tables.get('hmtx') ?? new Uint8Array(0));
  const measured = new BinaryView(tables.get('hhea') ?? new Uint8Array(0)).u16(34);
  const glyphCount = new BinaryView(maxp).u16(4);
  let names: ReadonlyMap<string, number> | undefined;
  return {
    format: 'truetype',
    glyphCount,
    width: (glyph) => {
      if (measured === 0 || glyph >= glyphCount) return undefined;
      return (metrics.u16(Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm;
    },
    maps: readMaps(tables.get('cmap')),
    glyphOfName: (name) => {
      names ??= postNames(tables.get('post'));
      return names.get(name);
    },
  };
}

function readMaps(table: Uint8Array | undefined): readonly TrueTypeMap[] {
  if (!table) return [];
  const view = new BinaryView(table);
  const maps: TrueTypeMap[] = [];
  for (let index = 0; index < Math.min(view.u16(2), 64); index += 1) {
    const record = 4 + index * 8;
    const offset = view.u32(record + 4);
    const glyph = mapReader(new BinaryView(table.subarray(offset)));
    if (record + 8 <= table.length)
      maps.push({ platform: view.u16(record), encoding: view.u16(record + 2), glyph });
  }
  return maps;
}

function mapReader(view: BinaryView): (code: number) => number {
  switch (view.u16(0)) {
    case 0:
      return (code) => (code < 256 ? view.u8(6 + code) : 0);
    case 4:
      return (code) => segmentGlyph(view, code);
    case 6:
      return (code) => {
        const at = code - view.u16(6);
        return at >= 0 && at < view.u16(8) ? view.u16(10 + at * 2) : 0;
      };
    case 12:
      return (code) => {
        for (let group = 0; group < view.u32(12) && group * 12 < view.bytes.length; group += 1) {
          const at = 16 + group * 12;
          if (code >= view.u32(at) && code <= view.u32(at + 4)) return view.u32(at + 8) + code - view.u32(at);
        }
        return 0;
      };
    default:
      return () => 0;
  }
}

function segmentGlyph(view: BinaryView, code: number): number {
  const size = view.u16(6);
  for (let at = 0; at < size; at += 2) {
    const end = view.u16(14 + at);
    if (code > end) continue;
    const start = view.u16(16 + size + at);
    if (code < start) return 0;
    const delta = view.u16(16 + size * 2 + at);
    const rangeAt = 16 + size * 3 + at;
    const range = view.u16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.u16(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function postNames(table: Uint8Array | undefined): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  if (!table) return names;
  const view = new BinaryView(table);
  if (view.u32(0) === 0x00010000)
    for (const [glyph, name] of MAC_GLYPH_NAMES.entries()) names.set(name, glyph);
  if (view.u32(0) !== 0x00020000) return names;
  const count = view.u16(32);
  const own: string[] = [];
  for (let at = 34 + count * 2; at < table.length; at += view.u8(at) + 1) {
    own.push(Buffer.from(table.subarray(at + 1, at + 1 + view.u8(at))).toString('latin1'));
  }
  for (let glyph = 0; glyph < count; glyph += 1) {
    const index = view.u16(34 + glyph * 2);
    const name = index < 258 ? MAC_GLYPH_NAMES[index] : own[index - 258];
    if (name !== undefined && !names.has(name)) names.set(name, glyph);
  }
  return names;
}
