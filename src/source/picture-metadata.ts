/** Takes out of pictures what readers must not get: where a photograph was made, with what, by which device. */

import { crc32 } from 'node:zlib';
import { withoutAvifMetadata } from './avif-metadata.js';
import { type KeptExif, readExif, writeExif } from './exif.js';
import type { ImageFile } from './source-file.js';

/** A picture that cannot be followed to its end. */
class Unfollowable extends Error {}

const nothing: KeptExif = { orientation: 1, artist: undefined, copyright: undefined };

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The end of the compressed data that begins at `at`: the next marker that is no restart (ITU T.81, B.1.1.2). */
function endOfScan(bytes: Uint8Array, at: number): number {
  for (let index = at; index + 1 < bytes.length; index += 1) {
    const next = bytes[index + 1] ?? 0;
    if (bytes[index] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return index;
  }
  throw new Unfollowable();
}

/** Whether a segment of a JPEG only says how to show the picture: JFIF, colour profile, Adobe's colour transform, tables. */
function isKeptSegment(marker: number, payload: Uint8Array): boolean {
  if (marker === 0xe2) return ascii(payload, 0, 11) === 'ICC_PROFILE';
  if (marker === 0xe0 || marker === 0xee) return true;
  return !(marker > 0xe0 && marker <= 0xef) && marker !== 0xfe;
}

function exifSegment(kept: KeptExif): Uint8Array | undefined {
  const tiff = writeExif(kept);
  if (tiff === undefined) return undefined;
  const head = Uint8Array.from([0xff, 0xe1, 0, 0, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  viewOf(head).setUint16(2, tiff.length + 8);
  return concat([head, tiff]);
}

/** A JPEG without EXIF, XMP, IPTC, comments, maker's previews and whatever follows its end. */
function stripJpeg(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const view = viewOf(bytes);
  let kept = nothing;
  let isFirst = true;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (bytes[at] !== 0xff || at + 1 >= bytes.length) throw new Unfollowable();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) throw new Unfollowable();
    const payload = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && ascii(payload, 0, 6) === 'Exif\0\0') {
      // The first block counts; a second one belongs to a preview.
      if (isFirst) kept = readExif(payload.subarray(6));
      isFirst = false;
    }
    const stop = marker === 0xda ? endOfScan(bytes, end) : end;
    if (isKeptSegment(marker, payload)) parts.push(bytes.subarray(at, stop));
    at = stop;
  }
  const exif = exifSegment(kept);
  const hasJfif = parts[0]?.[1] === 0xe0;
  if (exif !== undefined) parts.splice(hasJfif ? 1 : 0, 0, exif);
  return concat([bytes.subarray(0, 2), ...parts, Uint8Array.from([0xff, 0xd9])]);
}

/** Chunks of a PNG that say how to show it (PNG, third edition, section 11; animation included). */
const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
);

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = viewOf(chunk);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

function stripPng(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  const view = viewOf(bytes);
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw new Unfollowable();
    const end = at + 12 + view.getUint32(at);
    const type = ascii(bytes, at + 4, at + 8);
    if (end > bytes.length) throw new Unfollowable();
    if (pngChunks.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'eXIf') {
      const exif = writeExif(readExif(bytes.subarray(at + 8, end - 4)));
      if (exif !== undefined) parts.push(pngChunk('eXIf', exif));
    }
    if (type === 'IEND') return concat(parts);
    at = end;
  }
}

/** A WebP without its EXIF and XMP chunks (WebP container specification, “Extended File Format”). */
function stripWebp(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const view = viewOf(bytes);
  let exif: Uint8Array | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = ascii(bytes, at, at + 4);
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) throw new Unfollowable();
    if (type === 'EXIF') {
      const payload = bytes.subarray(at + 8, at + 8 + size);
      exif = writeExif(readExif(ascii(payload, 0, 6) === 'Exif\0\0' ? payload.subarray(6) : payload));
    } else if (type !== 'XMP ') parts.push(Uint8Array.from(bytes.subarray(at, end)));
    at = end;
  }
  const [first] = parts;
  // Bits 2 and 3 of the header say that XMP and EXIF are there.
  if (first !== undefined && ascii(first, 0, 4) === 'VP8X') {
    first[8] = ((first[8] ?? 0) & ~0x0c) | (exif === undefined ? 0 : 0x08);
  }
  if (exif !== undefined) {
    const head = new Uint8Array(8 + exif.length + (exif.length % 2));
    head.set(new TextEncoder().encode('EXIF'));
    viewOf(head).setUint32(4, exif.length, true);
    head.set(exif, 8);
    parts.push(head);
  }
  const body = concat(parts);
  const head = Uint8Array.from(bytes.subarray(0, 12));
  viewOf(head).setUint32(4, body.length + 4, true);
  return concat([head, body]);
}

const strippers: Readonly<Partial<Record<ImageFile['mediaType'], (bytes: Uint8Array) => Uint8Array>>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/avif': withoutAvifMetadata,
};

/**
 * The same picture, bit for bit as it is shown, without data about place, time and device; turning, author and
 * copyright stay. Undefined when the file cannot be followed to its end, so that nothing can be promised.
 */
export function withoutMetadata(
  bytes: Uint8Array,
  mediaType: ImageFile['mediaType'],
): Uint8Array | undefined {
  try {
    return strippers[mediaType]?.(bytes) ?? bytes;
  } catch (error) {
    if (error instanceof Unfollowable || error instanceof RangeError) return undefined;
    throw error;
  }
}
