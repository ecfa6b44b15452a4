/** Maps of glyphs to words (ISO 32000-2, 9.10.3), read and written. */

import { Keyword, Lexer } from '../file/lexer.js';
import { PdfString, type PdfValue } from '../file/values.js';

const entriesPerBlock = 100;

/** Reads a ToUnicode map: glyph code → words. */
export function toUnicode(bytes: Uint8Array): Map<number, string> {
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

/** Writes a map in the order of the codes. */
export function writeToUnicode(map: ReadonlyMap<number, string>, codeLength: 1 | 2): Uint8Array {
  const digits = codeLength * 2;
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');
  const entries = [...map]
    .sort(([a], [b]) => a - b)
    .map(([code, words]) => {
      const units = Array.from({ length: words.length }, (_, index) => hex(words.charCodeAt(index), 4));
      return `<${hex(code, digits)}> <${units.join('')}>`;
    });
  const blocks: string[] = [];
  for (let i = 0; i < entries.length; i += entriesPerBlock) {
    const block = entries.slice(i, i + entriesPerBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  const lines = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    `1 begincodespacerange\n<${'0'.repeat(digits)}> <${'f'.repeat(digits)}>\nendcodespacerange`,
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ];
  return Buffer.from(lines.join('\n'), 'latin1');
}
