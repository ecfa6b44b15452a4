/** Compares printed glyphs with the words of the document: same letters, whatever their shape, width or case. */

/** Characters that join, part or turn text and are not seen. */
const unseen =
  '\\u2060\\ufeff\\u200b-\\u200f\\u00ad\\u061c\\u2066-\\u2069\\u202a-\\u202e\\u034f\\ufe0e\\ufe0f';
const invisible = new RegExp(`[${unseen}]`, 'gu');
const blanks = new RegExp(`[\\s\\u00a0\\u202f\\u2007${unseen}]`, 'gu');
const cache = new Map<string, string>();

/**
 * Letters for comparing: compatibility forms taken apart, case, blanks and invisible characters left out, hyphens made one.
 * Case counts for nothing because `text-transform` prints another case than the text has.
 */
export function letters(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const made = /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase().replaceAll(' ', '') : folded(text);
  if (text.length <= 4 && cache.size < 20000) cache.set(text, made);
  return made;
}

/** How many letters for comparing a text has; most glyphs show one that needs no folding. */
export function countLetters(text: string): number {
  if (text.length !== 1) return letters(text).length;
  const code = text.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? 1 : letters(text).length;
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(blanks, '')
    .replace(/[\u2010\u2011]/g, '-');
}

/** Whether a text holds letters of a right-to-left script. */
export function isRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
}

/** Letters in an order that does not depend on direction; brackets without side, since they are mirrored. */
export function unordered(text: string): string {
  return Array.from(text.replace(/[)\]}»›>]/g, (bracket) => mirrors[bracket] ?? bracket))
    .sort()
    .join('');
}

const mirrors: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '»': '«',
  '›': '‹',
  '>': '<',
};

/** Text as it is compared exactly: canonical form, blanks folded, invisible characters left out. */
export function exactly(text: string): string {
  if (/^[\x21-\x7e]*( [\x21-\x7e]+)*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\s\u00a0\u202f\u2007]+/gu, ' ');
}

/** Digits of any script as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

/** A character that only one font gives a meaning (Unicode private use), if there is one. */
export function privateUse(text: string): string | undefined {
  return /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u.exec(text)?.[0];
}
