// The encodings of simple fonts (ISO 32000-2, annex D), as glyph names by code.

import { glyphNameOf } from './glyph-names.js';

/** A glyph name for each code from 0 to 255; undefined where the encoding has none. */
export type Encoding = readonly (string | undefined)[];

const STANDARD_UPPER =
  " ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    ";
const MAC_UPPER =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨ ÆØ ±  ¥µ     ªº æø¿¡¬ ƒ  «»…\u00a0ÀÃÕŒœ–—“”‘’÷ ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const WIN_UPPER = '€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ';

function fromCharacters(lower: string, upperStart: number, upper: string): Encoding {
  const names: (string | undefined)[] = new Array(256).fill(undefined);
  for (let code = 0x20; code < 0x7f; code += 1) names[code] = glyphNameOf(lower[code - 0x20] ?? '');
  [...upper].forEach((character, index) => {
    names[upperStart + index] =
      character === ' ' ? undefined : glyphNameOf(character === '\u00a0' ? ' ' : character);
  });
  return names;
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).join('');
const LATIN_1 = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index))
  .join('')
  .replace('\u00ad', '-');

/** StandardEncoding: where apostrophe and grave accent are curly quotation marks. */
export const STANDARD_ENCODING: Encoding = fromCharacters(
  ASCII.replace("'", '’').replace('`', '‘'),
  0xa0,
  STANDARD_UPPER,
);

/** WinAnsiEncoding. */
export const WIN_ANSI_ENCODING: Encoding = fromCharacters(ASCII, 0x80, WIN_UPPER + LATIN_1);

/** MacRomanEncoding. */
export const MAC_ROMAN_ENCODING: Encoding = fromCharacters(ASCII, 0x80, MAC_UPPER);

/** The encoding of a name that may stand under Encoding or BaseEncoding; undefined for any other name. */
export function namedEncoding(name: string | undefined): Encoding | undefined {
  if (name === 'WinAnsiEncoding') return WIN_ANSI_ENCODING;
  if (name === 'MacRomanEncoding') return MAC_ROMAN_ENCODING;
  return name === 'StandardEncoding' ? STANDARD_ENCODING : undefined;
}
