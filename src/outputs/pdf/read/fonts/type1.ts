// Reads Type 1 programs (Adobe Type 1 Font Format): glyph names, widths and the built-in encoding.

import { latin1 } from '../values.js';
import { STANDARD_ENCODING } from './encodings.js';
import type { OutlineProgram } from './program.js';

const EEXEC_KEY = 55665;
const CHARSTRING_KEY = 4330;

function decrypt(bytes: Uint8Array, key: number, skip: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let state = key;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    out[at] = byte ^ (state >> 8);
    state = ((byte + state) * 52845 + 22719) & 0xffff;
  }
  return out.subarray(skip);
}

/** Takes away the segment heads of a PFB file, which some producers leave in. */
function withoutSegments(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x80) return bytes;
  const parts: Uint8Array[] = [];
  for (let at = 0; bytes[at] === 0x80 && (bytes[at + 1] ?? 3) < 3; ) {
    const length = (bytes[at + 2] ?? 0) + (bytes[at + 3] ?? 0) * 256 + (bytes[at + 4] ?? 0) * 65536;
    parts.push(bytes.subarray(at + 6, at + 6 + length));
    at += 6 + length;
  }
  return Buffer.concat(parts);
}

/** Reads a program; undefined when it is none. */
export function readType1(source: Uint8Array): OutlineProgram | undefined {
  const bytes = withoutSegments(source);
  const whole = latin1(bytes);
  const mark = whole.indexOf('eexec');
  if (mark < 0) return undefined;
  const clear = whole.slice(0, mark);
  const secret = decrypt(encryptedPart(bytes, mark + 5), EEXEC_KEY, 4);
  const charstrings = readCharstrings(secret);
  const names = [...charstrings.keys()];
  const byName = new Map(names.map((name, glyph) => [name, glyph]));
  const scale = Number(/\/FontMatrix\s*\[\s*([0-9.eE+-]+)/.exec(clear)?.[1] ?? 0.001) * 1000;
  return {
    format: 'type1',
    glyphCount: names.length,
    width: (glyph) => {
      const width = sideBearingWidth(charstrings.get(names[glyph] ?? '') ?? new Uint8Array(0));
      return width === undefined ? undefined : width * scale;
    },
    hasCids: false,
    names,
    encoding: readEncoding(clear),
    glyphOfName: (name) => byName.get(name),
    glyphOfCid: () => undefined,
    cids: [],
  };
}

function encryptedPart(bytes: Uint8Array, from: number): Uint8Array {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 10 || bytes[at] === 13) at += 1;
  const start = latin1(bytes.subarray(at, at + 8));
  if (!/^[0-9A-Fa-f\s]{8}$/.test(start)) return bytes.subarray(at);
  return Buffer.from(latin1(bytes.subarray(at)).replace(/[^0-9A-Fa-f]/g, ''), 'hex');
}

function readEncoding(clear: string): ReadonlyMap<number, string> {
  const encoding = new Map<number, string>();
  if (/\/Encoding\s+StandardEncoding/.test(clear)) {
    for (const [code, name] of STANDARD_ENCODING.entries()) if (name !== undefined) encoding.set(code, name);
  }
  for (const match of clear.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g))
    encoding.set(Number(match[1]), match[2] ?? '');
  return encoding;
}

function readCharstrings(secret: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const text = latin1(secret);
  const found = new Map<string, Uint8Array>();
  const start = text.indexOf('/CharStrings');
  if (start < 0) return found;
  const skip = Number(/\/lenIV\s+(\d+)/.exec(text)?.[1] ?? 4);
  const entry = /\/(\S+)\s+(\d+)\s+(?:RD|-\||\S+) /y;
  entry.lastIndex = text.indexOf('/', start + 12);
  for (let match = entry.exec(text); match; match = entry.exec(text)) {
    const length = Number(match[2]);
    const from = match.index + match[0].length;
    found.set(match[1] ?? '', decrypt(secret.subarray(from, from + length), CHARSTRING_KEY, skip));
    const next = text.indexOf('/', from + length);
    if (next < 0 || text.slice(from + length, next).includes('end')) break;
    entry.lastIndex = next;
  }
  return found;
}

/** The width that `hsbw` or `sbw` sets at the beginning. */
function sideBearingWidth(charstring: Uint8Array): number | undefined {
  const stack: number[] = [];
  for (let at = 0; at < charstring.length; ) {
    const byte = charstring[at] ?? 0;
    if (byte >= 32) {
      const { value, size } = type1Number(charstring, at);
      stack.push(value);
      at += size;
    } else if (byte === 13) return stack[1];
    else if (byte === 12 && charstring[at + 1] === 7) return stack[2];
    else if (byte === 12 && charstring[at + 1] === 12) {
      const divisor = stack.pop() ?? 1;
      stack.push((stack.pop() ?? 0) / divisor);
      at += 2;
    } else return undefined;
  }
  return undefined;
}

function type1Number(bytes: Uint8Array, at: number): { value: number; size: number } {
  const byte = bytes[at] ?? 0;
  const next = bytes[at + 1] ?? 0;
  if (byte <= 246) return { value: byte - 139, size: 1 };
  if (byte <= 250) return { value: (byte - 247) * 256 + next + 108, size: 2 };
  if (byte <= 254) return { value: -(byte - 251) * 256 - next - 108, size: 2 };
  const value =
    (next << 24) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
  return { value, size: 5 };
}
