// Decodes text strings (ISO 32000-2, 7.9.2.2): UTF-16, UTF-8 or PDFDocEncoding (annex D.2).

/** Code points of PDFDocEncoding that differ from Latin-1, by code. */
const PDF_DOC: ReadonlyMap<number, string> = new Map([
  ...[...'˘ˇˆ˙˝˛˚˜'].map((character, index) => [0x18 + index, character] as const),
  ...[...'•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž'].map((character, index) => [0x80 + index, character] as const),
  [0xa0, '€'] as const,
]);

/** Decodes a text string; a language escape sequence inside UTF-16 is kept as it stands. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), false);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return Buffer.from(bytes.subarray(3)).toString('utf8');
  let text = '';
  for (const byte of bytes) text += PDF_DOC.get(byte) ?? String.fromCharCode(byte);
  return text;
}

/** Decodes UTF-16 bytes without a byte order mark; an odd last byte is left out. */
export function utf16(bytes: Uint8Array, bigEndian: boolean): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const one = bytes[at] ?? 0;
    const two = bytes[at + 1] ?? 0;
    text += String.fromCharCode(bigEndian ? one * 256 + two : two * 256 + one);
  }
  return text;
}
