// Undoes the filters of a stream (ISO 32000-2, 7.4). Broken data gives what could be decoded, never an exception.

import { constants, inflateRawSync, inflateSync } from 'node:zlib';

/** The result of undoing a stream's filters. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** The first filter that this reader leaves alone, such as `DCTDecode`; the bytes are still encoded with it. */
  readonly left?: string;
  /** Whether the data was broken, so that only its beginning is here. */
  readonly damaged: boolean;
}

/** One filter with its parameters, numbers only. */
export interface FilterStep {
  readonly name: string;
  readonly parameter: (key: string, otherwise: number) => number;
}

/** Applies filters in order; `maximum` bounds the size of every step's result, in bytes. */
export function undoFilters(raw: Uint8Array, steps: readonly FilterStep[], maximum: number): Decoded {
  let bytes = raw;
  let damaged = false;
  for (const step of steps) {
    const result = undo(bytes, step, maximum);
    if (result === undefined) return { bytes, left: step.name, damaged };
    bytes = result.bytes;
    damaged ||= result.damaged;
  }
  return { bytes, damaged };
}

function undo(bytes: Uint8Array, step: FilterStep, maximum: number): Decoded | undefined {
  switch (step.name) {
    case 'FlateDecode':
    case 'Fl': {
      const inflated = inflate(bytes, maximum);
      return { ...inflated, bytes: undoPredictor(inflated.bytes, step) };
    }
    case 'LZWDecode':
    case 'LZW':
      return {
        bytes: undoPredictor(undoLzw(bytes, step.parameter('EarlyChange', 1), maximum), step),
        damaged: false,
      };
    case 'ASCIIHexDecode':
    case 'AHx':
      return { bytes: undoHex(bytes), damaged: false };
    case 'ASCII85Decode':
    case 'A85':
      return { bytes: undoAscii85(bytes), damaged: false };
    case 'RunLengthDecode':
    case 'RL':
      return { bytes: undoRunLength(bytes, maximum), damaged: false };
    default:
      return undefined;
  }
}

function inflate(bytes: Uint8Array, maximum: number): { bytes: Uint8Array; damaged: boolean } {
  if (bytes.length === 0) return { bytes, damaged: false };
  const options = { maxOutputLength: maximum };
  try {
    return { bytes: inflateSync(bytes, options), damaged: false };
  } catch {
    // A cut-off stream still gives its beginning; a wrong header may hide sound data.
    for (const attempt of [
      () => inflateSync(bytes, { ...options, finishFlush: constants.Z_SYNC_FLUSH }),
      () => inflateRawSync(bytes.subarray(2), { ...options, finishFlush: constants.Z_SYNC_FLUSH }),
    ]) {
      try {
        return { bytes: attempt(), damaged: true };
      } catch {}
    }
    return { bytes: new Uint8Array(0), damaged: true };
  }
}

function undoPredictor(bytes: Uint8Array, step: FilterStep): Uint8Array {
  const predictor = step.parameter('Predictor', 1);
  if (predictor < 2) return bytes;
  const colours = Math.max(1, step.parameter('Colors', 1));
  const bits = Math.max(1, step.parameter('BitsPerComponent', 8));
  const columns = Math.max(1, step.parameter('Columns', 1));
  const pixel = Math.max(1, (colours * bits) >> 3);
  const row = Math.ceil((colours * bits * columns) / 8);
  if (!Number.isFinite(row) || row > 1 << 26) return bytes;
  return predictor === 2 ? undoTiff(bytes, row, pixel, bits) : undoPng(bytes, row, pixel);
}

function undoTiff(bytes: Uint8Array, row: number, pixel: number, bits: number): Uint8Array {
  if (bits !== 8) return bytes;
  const out = Uint8Array.from(bytes);
  for (let at = 0; at < out.length; at += 1) {
    if (at % row >= pixel) out[at] = ((out[at] ?? 0) + (out[at - pixel] ?? 0)) & 255;
  }
  return out;
}

function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const out = new Uint8Array(rows * row);
  let written = 0;
  for (let index = 0; index < rows; index += 1) {
    const from = index * (row + 1);
    const kind = bytes[from] ?? 0;
    const count = Math.min(row, bytes.length - from - 1);
    for (let column = 0; column < count; column += 1) {
      const at = index * row + column;
      const left = column >= pixel ? (out[at - pixel] ?? 0) : 0;
      const up = index > 0 ? (out[at - row] ?? 0) : 0;
      const corner = column >= pixel && index > 0 ? (out[at - row - pixel] ?? 0) : 0;
      out[at] = ((bytes[from + 1 + column] ?? 0) + pngPrediction(kind, left, up, corner)) & 255;
    }
    written += Math.max(0, count);
  }
  return out.subarray(0, written);
}

function pngPrediction(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const toLeft = Math.abs(guess - left);
      const toUp = Math.abs(guess - up);
      const toCorner = Math.abs(guess - corner);
      if (toLeft <= toUp && toLeft <= toCorner) return left;
      return toUp <= toCorner ? up : corner;
    }
    default:
      return 0;
  }
}

function undoLzw(bytes: Uint8Array, early: number, maximum: number): Uint8Array {
  const out: number[] = [];
  let table: (readonly number[])[] = [];
  const reset = (): void => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []));
  };
  reset();
  let width = 9;
  let buffer = 0;
  let available = 0;
  let previous: readonly number[] | undefined;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    available += 8;
    while (available >= width) {
      const code = (buffer >>> (available - width)) & ((1 << width) - 1);
      available -= width;
      buffer &= (1 << available) - 1;
      if (code === 257 || out.length > maximum) return Uint8Array.from(out);
      if (code === 256) {
        reset();
        width = 9;
        previous = undefined;
        continue;
      }
      const entry: readonly number[] = table[code] ?? (previous ? [...previous, previous[0] ?? 0] : []);
      for (const value of entry) out.push(value);
      if (previous && table.length < 4096) table.push([...previous, entry[0] ?? 0]);
      previous = entry;
      const size = table.length + early;
      width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
    }
  }
  return Uint8Array.from(out);
}

function undoHex(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0x3e);
  const digits = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end))
    .toString('latin1')
    .replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex');
}

function undoAscii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (count: number): void => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < count; index += 1) out.push(Math.floor(value / 256 ** (3 - index)) % 256);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) {
      group.push(byte - 0x21);
      if (group.length === 5) flush(4);
    }
  }
  if (group.length > 1) {
    const count = group.length - 1;
    while (group.length < 5) group.push(84);
    flush(count);
  }
  return Uint8Array.from(out);
}

function undoRunLength(bytes: Uint8Array, maximum: number): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < bytes.length && out.length <= maximum; ) {
    const length = bytes[at] ?? 128;
    if (length === 128) break;
    if (length < 128) {
      for (const value of bytes.subarray(at + 1, at + 2 + length)) out.push(value);
      at += length + 2;
    } else {
      for (let count = 0; count < 257 - length; count += 1) out.push(bytes[at + 1] ?? 0);
      at += 2;
    }
  }
  return Uint8Array.from(out);
}
