/** What a picture file really is, by its first bytes. */

import type { ImageFile } from './source-file.js';

/** A media type that Galley prints, or what else the file is, in an editor's words. */
export type SniffedType = { readonly mediaType: ImageFile['mediaType'] } | { readonly other: string };

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function startsWith(bytes: Uint8Array, ...prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** The brands of an ISO media file (AVIF, HEIC): the major one and those it is compatible with. */
function brands(bytes: Uint8Array): readonly string[] {
  if (ascii(bytes, 4, 8) !== 'ftyp') return [];
  const size = ((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  const found = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= Math.min(size, 200); at += 4) found.push(ascii(bytes, at, at + 4));
  return found;
}

/** Text files that end up under a picture's name. */
function sniffText(bytes: Uint8Array): SniffedType | undefined {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).trimStart();
  if (/^version https:\/\/git-lfs/.test(start))
    return { other: 'a placeholder of Git LFS; the picture itself was not fetched' };
  const rest = start.replace(
    /^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<\?[\s\S]*?\?>|\s)+/i,
    '',
  );
  if (/^<svg[\s>]/.test(rest) || /^<[\w-]+:svg[\s>]/.test(rest)) return { mediaType: 'image/svg+xml' };
  if (/^<(?:!doctype\s+html|html|head|body)/i.test(start) || /^<html/i.test(rest)) {
    return { other: 'a web page, perhaps saved in place of the picture' };
  }
  return start.startsWith('<') && /<svg[\s>]/.test(start) ? { mediaType: 'image/svg+xml' } : undefined;
}

const heifBrands = ['heic', 'heix', 'hevc', 'mif1', 'msf1'];

/** Looks at the content only, never at the name. */
export function sniffImage(bytes: Uint8Array): SniffedType {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return { mediaType: 'image/jpeg' };
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { mediaType: 'image/png' };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { mediaType: 'image/webp' };
  const found = brands(bytes);
  if (found.includes('avif') || found.includes('avis')) return { mediaType: 'image/avif' };
  if (found.some((brand) => heifBrands.includes(brand))) return { other: 'a HEIC picture from a phone' };
  if (found.length > 0) return { other: 'a film' };
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return { other: 'a GIF' };
  if (ascii(bytes, 0, 2) === 'BM') return { other: 'a BMP' };
  if (/^(?:II\*\0|MM\0\*)$/.test(ascii(bytes, 0, 4))) return { other: 'a TIFF' };
  if (ascii(bytes, 0, 5) === '%PDF-') return { other: 'a PDF' };
  if (ascii(bytes, 0, 4) === '8BPS') return { other: 'a Photoshop file' };
  if (ascii(bytes, 0, 2) === 'PK') return { other: 'an archive or an office document' };
  return sniffText(bytes) ?? { other: 'no picture that can be recognised' };
}
