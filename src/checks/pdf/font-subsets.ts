// Compares what a subset font says it holds with what its program holds (ISO 14289-1, 7.21.4.2).

import { latin1 } from '../../outputs/pdf/read/values.js';
import type { CheckContext } from './context.js';
import type { FontView } from './used-fonts.js';

function isSubset({ font }: FontView): boolean {
  return /^[A-Z]{6}\+/.test(font.baseFont ?? '');
}

/** Whether a Type 1 subset's CharSet names exactly the glyphs of its program; undefined when it has none. */
export function charSetIsExact(view: FontView, { read }: CheckContext): boolean | undefined {
  const { font, program } = view;
  if (!isType1(view) || !program || program.format === 'truetype' || !isSubset(view) || !font.descriptor)
    return undefined;
  const stated = read.store.string(font.descriptor, 'CharSet');
  if (!stated) return undefined;
  const listed = new Set(
    latin1(stated.bytes)
      .split('/')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
  const present = program.names.filter((name) => name !== '.notdef');
  listed.delete('.notdef');
  return listed.size === present.length && present.every((name) => listed.has(name));
}

function isType1({ font }: FontView): boolean {
  return font.subtype === 'Type1' || font.subtype === 'MMType1';
}

/** Whether a CID subset's CIDSet marks exactly the glyphs of its program; undefined when it has none. */
export function cidSetIsExact(view: FontView, { read }: CheckContext): boolean | undefined {
  const { font, program } = view;
  const stream = font.descriptor && read.store.get(font.descriptor, 'CIDSet');
  if (
    !font.cidFont ||
    !program ||
    !isSubset(view) ||
    !stream ||
    typeof stream !== 'object' ||
    !('kind' in stream) ||
    stream.kind !== 'stream'
  )
    return undefined;
  const bits = read.store.decode(stream).bytes;
  const marked = new Set<number>();
  bits.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) if (byte & (128 >> bit)) marked.add(at * 8 + bit);
  });
  const { cidFont } = font;
  const present =
    program.format !== 'truetype'
      ? program.hasCids
        ? program.cids
        : Array.from({ length: program.glyphCount }, (_, glyph) => glyph)
      : cidFont.glyphMap instanceof Uint8Array
        ? Array.from({ length: cidFont.glyphMap.length >> 1 }, (_, cid) => cid).filter(
            (cid) =>
              cid === 0 ||
              (cidFont.glyphMap as Uint8Array)[cid * 2] ||
              (cidFont.glyphMap as Uint8Array)[cid * 2 + 1],
          )
        : Array.from({ length: program.glyphCount }, (_, glyph) => glyph);
  const wanted = new Set(present);
  wanted.delete(0);
  marked.delete(0);
  return [...wanted].every((cid) => marked.has(cid)) && [...marked].every((cid) => wanted.has(cid));
}
