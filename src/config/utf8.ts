/** UTF-8 by the byte: where it breaks, and what else it might be. */

/** How many continuation bytes follow a first byte, and the range of the first of them (Unicode 16, table 3-7). */
function sequenceAfter(byte: number): readonly [length: number, low: number, high: number] | undefined {
  if (byte >= 0xc2 && byte <= 0xdf) return [1, 0x80, 0xbf];
  if (byte === 0xe0) return [2, 0xa0, 0xbf];
  if (byte === 0xed) return [2, 0x80, 0x9f];
  if (byte >= 0xe1 && byte <= 0xef) return [2, 0x80, 0xbf];
  if (byte === 0xf0) return [3, 0x90, 0xbf];
  if (byte >= 0xf1 && byte <= 0xf3) return [3, 0x80, 0xbf];
  return byte === 0xf4 ? [3, 0x80, 0x8f] : undefined;
}

/** Offset of the first byte that is no UTF-8, or undefined when all are. Surrogates and overlong forms are none. */
export function firstInvalidByte(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const sequence = sequenceAfter(byte);
    if (sequence === undefined) return at;
    const [length, low, high] = sequence;
    for (let step = 1; step <= length; step += 1) {
      const next = bytes[at + step] ?? -1;
      if (next < (step === 1 ? low : 0x80) || next > (step === 1 ? high : 0xbf)) return at;
    }
    at += length;
  }
  return undefined;
}

function isBetween(byte: number, low: number, high: number): boolean {
  return byte >= low && byte <= high;
}

/**
 * A guess at the one-byte encoding of a text. Cyrillic words are runs of high bytes, whose lower-case letters lie in
 * E0–FF (Windows-1251) or C0–DF (KOI8-R); accented Latin letters stand alone among ASCII ones.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  let high = 0;
  let inRuns = 0;
  let upperHalf = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) inRuns += 1;
    if (isBetween(byte, 0xe0, 0xff)) upperHalf += 1;
  }
  if (high === 0) return undefined;
  if (inRuns < high * 0.5) return 'Windows-1252 (Western European)';
  return upperHalf >= high * 0.5 ? 'Windows-1251 (Cyrillic)' : 'KOI8-R (Cyrillic)';
}
