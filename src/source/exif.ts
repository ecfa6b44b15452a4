/** The little of EXIF that may stay in a published picture: how it is turned, and whose it is. */

/** What is kept. */
export interface KeptExif {
  /** 1–8; 1 is upright (EXIF 3.0, tag Orientation). */
  readonly orientation: number;
  readonly artist: string | undefined;
  readonly copyright: string | undefined;
}

const orientationTag = 0x0112;
const artistTag = 0x013b;
const copyrightTag = 0x8298;

/** Reads the first directory of an EXIF block (TIFF 6.0, section 2), which begins with `II` or `MM`. */
export function readExif(tiff: Uint8Array): KeptExif {
  const nothing: KeptExif = { orientation: 1, artist: undefined, copyright: undefined };
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return nothing;
  const little = tiff[0] === 0x49;
  const start = view.getUint32(4, little);
  if (start + 2 > tiff.length) return nothing;
  const count = view.getUint16(start, little);
  const found = new Map<number, number | string>();
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    if (at + 12 > tiff.length) break;
    const tag = view.getUint16(at, little);
    const length = view.getUint32(at + 4, little);
    if (tag === orientationTag) found.set(tag, view.getUint16(at + 8, little));
    else if (tag === artistTag || tag === copyrightTag) {
      const from = length <= 4 ? at + 8 : view.getUint32(at + 8, little);
      const bytes = tiff.subarray(from, Math.min(from + length, from + 1000));
      found.set(
        tag,
        new TextDecoder()
          .decode(bytes)
          .replace(/\0[\s\S]*$/, '')
          .trim(),
      );
    }
  }
  const text = (tag: number): string | undefined => {
    const value = found.get(tag);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const turned = Number(found.get(orientationTag) ?? 1);
  const orientation = turned >= 1 && turned <= 8 ? turned : 1;
  return { orientation, artist: text(artistTag), copyright: text(copyrightTag) };
}

/** An EXIF block that holds only what is kept, or undefined when that is nothing. */
export function writeExif({ orientation, artist, copyright }: KeptExif): Uint8Array | undefined {
  const texts = [
    [artistTag, artist],
    [copyrightTag, copyright],
  ].filter((entry): entry is [number, string] => entry[1] !== undefined);
  const count = texts.length + (orientation === 1 ? 0 : 1);
  if (count === 0) return undefined;
  const encoded = texts.map(([tag, value]) => [tag, new TextEncoder().encode(`${value}\0`)] as const);
  let end = 8 + 2 + count * 12 + 4;
  const size = end + encoded.reduce((sum, [, bytes]) => sum + (bytes.length > 4 ? bytes.length : 0), 0);
  const tiff = new Uint8Array(size);
  const view = new DataView(tiff.buffer);
  tiff.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]);
  view.setUint16(8, count);
  let at = 10;
  const entry = (tag: number, type: number, length: number): void => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, length);
  };
  if (orientation !== 1) {
    entry(orientationTag, 3, 1);
    view.setUint16(at + 8, orientation);
    at += 12;
  }
  for (const [tag, bytes] of encoded) {
    entry(tag, 2, bytes.length);
    if (bytes.length <= 4) tiff.set(bytes, at + 8);
    else {
      view.setUint32(at + 8, end);
      tiff.set(bytes, end);
      end += bytes.length;
    }
    at += 12;
  }
  return tiff;
}
