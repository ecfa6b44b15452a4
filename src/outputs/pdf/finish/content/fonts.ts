/** Reads what a font of Chromium's file says about its glyphs: their words (ToUnicode) and widths. */

import { Keyword, Lexer } from '../file/lexer.js';
import type { PdfSource } from '../file/parse.js';
import { PdfStream, PdfString, type PdfDict, type PdfValue } from '../file/values.js';

/** A font as the rewriter needs it. */
export interface PageFont {
  /** Bytes per glyph code. */
  readonly codeLength: 1 | 2;
  /** Words of a glyph code; undefined where the font says none. */
  readonly unicode: ReadonlyMap<number, string>;
  /** Glyph code of U+0020, when the font holds it. */
  readonly spaceCode: number | undefined;
  /** Width of a glyph code in thousandths of the font size. */
  width(code: number): number;
  /** Highest and lowest reach in thousandths. */
  readonly ascent: number;
  readonly descent: number;
  readonly name: string;
}

/** Reads a font dictionary: Type 0 with two-byte codes, or a simple font. */
export function readFont(source: PdfSource, font: PdfDict): PageFont {
  const composite = source.name(font.get('Subtype')) === 'Type0';
  const map = source.resolve(font.get('ToUnicode'));
  const unicode = map instanceof PdfStream ? toUnicode(source.decode(map)) : new Map<number, string>();
  const descendant = composite ? source.dict(source.list(font.get('DescendantFonts'))[0]) : undefined;
  const descriptor = source.dict((descendant ?? font).get('FontDescriptor'));
  const widths = descendant === undefined ? simpleWidths(source, font) : cidWidths(source, descendant);
  const missing = descendant === undefined ? 0 : (source.number(descendant.get('DW')) ?? 1000);
  let spaceCode: number | undefined;
  for (const [code, words] of unicode) if (words === ' ' && spaceCode === undefined) spaceCode = code;
  return {
    codeLength: composite ? 2 : 1,
    unicode,
    spaceCode,
    width: (code) => widths.get(code) ?? missing,
    ascent: source.number(descriptor?.get('Ascent')) ?? 900,
    descent: source.number(descriptor?.get('Descent')) ?? -250,
    name: source.name(font.get('BaseFont')) ?? 'Type 3',
  };
}

/** The glyph codes of a shown string. */
export function codesOf(font: PageFont, value: PdfString): number[] {
  const { bytes } = value;
  if (font.codeLength === 1) return [...bytes];
  const codes: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) codes.push(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0));
  return codes;
}

function toUnicode(bytes: Uint8Array): Map<number, string> {
  const lexer = new Lexer(bytes);
  const map = new Map<number, string>();
  let operands: PdfValue[] = [];
  for (;;) {
    const token = lexer.next();
    if (token === undefined) return map;
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'endbfchar') addCharacters(map, operands);
    if (token.word === 'endbfrange') addRanges(map, operands);
    operands = [];
  }
}

function addCharacters(map: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let i = 0; i + 1 < operands.length; i += 2) map.set(codeOf(operands[i]), utf16(operands[i + 1]));
}

function addRanges(map: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const first = codeOf(operands[i]);
    const last = codeOf(operands[i + 1]);
    const target = operands[i + 2];
    for (let code = first; code <= last && code - first < 65536; code += 1) {
      if (Array.isArray(target)) map.set(code, utf16(target[code - first]));
      else map.set(code, following(utf16(target), code - first));
    }
  }
}

/** The last character of a range's start, moved on. */
function following(start: string, by: number): string {
  const characters = Array.from(start);
  const last = characters.pop() ?? '';
  return characters.join('') + String.fromCodePoint((last.codePointAt(0) ?? 0) + by);
}

function codeOf(value: PdfValue | undefined): number {
  if (!(value instanceof PdfString)) return 0;
  return value.bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function utf16(value: PdfValue | undefined): string {
  if (!(value instanceof PdfString)) return '';
  let out = '';
  for (let i = 0; i + 1 < value.bytes.length; i += 2) {
    out += String.fromCharCode(((value.bytes[i] ?? 0) << 8) | (value.bytes[i + 1] ?? 0));
  }
  return out;
}

function cidWidths(source: PdfSource, font: PdfDict): Map<number, number> {
  const widths = new Map<number, number>();
  const list = source.list(font.get('W'));
  for (let i = 0; i < list.length; ) {
    const first = source.number(list[i]) ?? 0;
    const second = source.resolve(list[i + 1]);
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, source.number(width) ?? 0);
      i += 2;
    } else {
      const last = typeof second === 'number' ? second : first;
      const width = source.number(list[i + 2]) ?? 0;
      for (let code = first; code <= last && code - first < 65536; code += 1) widths.set(code, width);
      i += 3;
    }
  }
  return widths;
}

function simpleWidths(source: PdfSource, font: PdfDict): Map<number, number> {
  const first = source.number(font.get('FirstChar')) ?? 0;
  return new Map(
    source.list(font.get('Widths')).map((width, index) => [first + index, source.number(width) ?? 0]),
  );
}
