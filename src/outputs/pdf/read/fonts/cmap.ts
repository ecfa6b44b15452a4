// Reads CMaps (ISO 32000-2, 9.7.5 and 9.10.3): codes to CIDs, and codes to Unicode.

import { Lexer } from '../lexer.js';
import { isKeywordToken, readObject } from '../objects.js';
import { utf16 } from '../text.js';
import type { Keyword } from '../tokens.js';
import { isArray, isKind, type PdfValue } from '../values.js';

interface CodeRange {
  readonly low: number;
  readonly high: number;
  /** Number of bytes of a code in this range. */
  readonly size: number;
}

/** A CMap as data. */
export interface CMap {
  readonly name: string | undefined;
  /** Writing mode said in the CMap's own text: 0 horizontal, 1 vertical. */
  readonly writingMode: number;
  /** The name of the CMap this one builds on. */
  readonly uses: string | undefined;
  readonly registry: string | undefined;
  readonly ordering: string | undefined;
  readonly supplement: number | undefined;
  readonly codeSpaces: readonly CodeRange[];
  /** The CID of a code; undefined when the CMap has none. */
  readonly cid: (code: number) => number | undefined;
  /** The text of a code; undefined when the CMap has none. */
  readonly unicode: (code: number) => string | undefined;
}

interface Building {
  readonly codeSpaces: CodeRange[];
  readonly chars: Map<number, string>;
  readonly ranges: { low: number; high: number; text: string }[];
  readonly cids: { low: number; high: number; cid: number }[];
  readonly entries: Map<string, PdfValue>;
  uses: string | undefined;
}

function codeOf(value: PdfValue | undefined): number {
  if (typeof value === 'number') return value;
  if (!isKind(value, 'string')) return -1;
  return value.bytes.reduce((code, byte) => code * 256 + byte, 0);
}

function target(value: PdfValue | undefined): string {
  if (isKind(value, 'string'))
    return value.bytes.length === 1 ? String.fromCharCode(value.bytes[0] ?? 0) : utf16(value.bytes, true);
  return typeof value === 'number' ? String.fromCharCode(value) : '';
}

const SECTIONS: Readonly<Record<string, (building: Building, operands: readonly PdfValue[]) => void>> = {
  endcodespacerange: ({ codeSpaces }, operands) => {
    for (let at = 0; at + 1 < operands.length; at += 2) {
      const low = operands[at];
      if (!isKind(low, 'string')) continue;
      codeSpaces.push({ low: codeOf(low), high: codeOf(operands[at + 1]), size: low.bytes.length });
    }
  },
  endbfchar: ({ chars }, operands) => {
    for (let at = 0; at + 1 < operands.length; at += 2)
      chars.set(codeOf(operands[at]), target(operands[at + 1]));
  },
  endbfrange: ({ chars, ranges }, operands) => {
    for (let at = 0; at + 2 < operands.length; at += 3) {
      const low = codeOf(operands[at]);
      const texts = operands[at + 2];
      if (isArray(texts)) for (const [index, text] of texts.entries()) chars.set(low + index, target(text));
      else ranges.push({ low, high: codeOf(operands[at + 1]), text: target(texts) });
    }
  },
  endcidchar: ({ cids }, operands) => {
    for (let at = 0; at + 1 < operands.length; at += 2) {
      const code = codeOf(operands[at]);
      cids.push({ low: code, high: code, cid: codeOf(operands[at + 1]) });
    }
  },
  endcidrange: ({ cids }, operands) => {
    for (let at = 0; at + 2 < operands.length; at += 3) {
      cids.push({ low: codeOf(operands[at]), high: codeOf(operands[at + 1]), cid: codeOf(operands[at + 2]) });
    }
  },
};

/** Reads the decoded text of a CMap stream. */
export function readCMap(bytes: Uint8Array): CMap {
  const building: Building = {
    codeSpaces: [],
    chars: new Map(),
    ranges: [],
    cids: [],
    entries: new Map(),
    uses: undefined,
  };
  const lexer = new Lexer(bytes);
  let operands: PdfValue[] = [];
  for (;;) {
    const item: PdfValue | Keyword | undefined = readObject(lexer, false);
    if (item === undefined) break;
    if (!isKeywordToken(item)) {
      operands.push(item);
      continue;
    }
    SECTIONS[item.word]?.(building, operands);
    if (item.word === 'usecmap')
      building.uses = operands.map((value) => (isKind(value, 'name') ? value.name : '')).at(-1);
    if (item.word === 'def') takeDefinition(building.entries, operands);
    operands = [];
  }
  return finish(building);
}

function takeDefinition(entries: Map<string, PdfValue>, operands: readonly PdfValue[]): void {
  const [key, value] = operands.slice(-2);
  if (isKind(key, 'name') && value !== undefined) entries.set(key.name, value);
}

function finish(building: Building): CMap {
  const { entries, codeSpaces, chars } = building;
  const ranges = building.ranges.sort((one, other) => one.low - other.low);
  const cids = building.cids.sort((one, other) => one.low - other.low);
  const info = entries.get('CIDSystemInfo');
  const systemInfo = isKind(info, 'dictionary') ? info.entries : entries;
  const string = (key: string): string | undefined => {
    const value = systemInfo.get(key);
    return isKind(value, 'string') ? Buffer.from(value.bytes).toString('latin1') : undefined;
  };
  const named = entries.get('CMapName');
  const mode = entries.get('WMode');
  const supplement = systemInfo.get('Supplement');
  return {
    name: isKind(named, 'name') ? named.name : undefined,
    writingMode: typeof mode === 'number' ? mode : 0,
    uses: building.uses,
    registry: string('Registry'),
    ordering: string('Ordering'),
    supplement: typeof supplement === 'number' ? supplement : undefined,
    codeSpaces,
    cid: (code) => {
      const found = covering(cids, code);
      return found && found.cid + code - found.low;
    },
    unicode: (code) => chars.get(code) ?? shifted(covering(ranges, code), code),
  };
}

/** Finds the range that holds a code, by halving; ranges are sorted and do not overlap in sound files. */
function covering<R extends { readonly low: number; readonly high: number }>(
  ranges: readonly R[],
  code: number,
): R | undefined {
  let from = 0;
  let to = ranges.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const range = ranges[middle];
    if (!range) return undefined;
    if (code < range.low) to = middle - 1;
    else if (code > range.high) from = middle + 1;
    else return range;
  }
  return undefined;
}

/** A range's text with its last code unit moved on by the distance from the range's start (9.10.3). */
function shifted(
  range: { readonly low: number; readonly text: string } | undefined,
  code: number,
): string | undefined {
  if (!range) return undefined;
  if (range.text === '') return '';
  const last = range.text.charCodeAt(range.text.length - 1) + code - range.low;
  return range.text.slice(0, -1) + String.fromCharCode(last);
}
