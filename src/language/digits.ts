/** Decimal digits of other scripts: which a language has of its own, and how they read. */

import { scriptOf } from './direction.js';

/** Zero of each numbering system that a page may use (Unicode, general category Nd). */
const zeros: Readonly<Record<string, number>> = {
  arab: 0x0660,
  arabext: 0x06f0,
  deva: 0x0966,
  beng: 0x09e6,
  guru: 0x0a66,
  gujr: 0x0ae6,
  orya: 0x0b66,
  tamldec: 0x0be6,
  telu: 0x0c66,
  knda: 0x0ce6,
  mlym: 0x0d66,
  thai: 0x0e50,
  laoo: 0x0ed0,
  tibt: 0x0f20,
  mymr: 0x1040,
  khmr: 0x17e0,
  mong: 0x1810,
  nkoo: 0x07c0,
};

/** Numbering system of a language's own digits (CLDR, `native`). */
const nativeSystems: Readonly<Record<string, string>> = {
  ar: 'arab',
  as: 'beng',
  az: 'arabext',
  bn: 'beng',
  bo: 'tibt',
  ckb: 'arab',
  dz: 'tibt',
  fa: 'arabext',
  gu: 'gujr',
  hi: 'deva',
  km: 'khmr',
  kn: 'knda',
  ks: 'arabext',
  lo: 'laoo',
  ml: 'mlym',
  mr: 'deva',
  my: 'mymr',
  ne: 'deva',
  nqo: 'nkoo',
  or: 'orya',
  pa: 'guru',
  ps: 'arabext',
  sa: 'deva',
  sd: 'arab',
  ta: 'tamldec',
  te: 'telu',
  th: 'thai',
  ug: 'arabext',
  ur: 'arabext',
};

/** The numbering system of a language's own digits as a CLDR name, `latn` when it has none. */
export function nativeSystemOf(tag: string): string {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  // Azerbaijani has digits of its own only in its Arabic script.
  if (language === 'az' && scriptOf(tag) !== 'arab') return 'latn';
  return nativeSystems[language] ?? 'latn';
}

/** Replaces the digits of all scripts by 0–9. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code >= 0x30 && code <= 0x39) return digit;
    const zero = Object.values(zeros).find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** Replaces 0–9 by the digits of a numbering system. */
export function toDigits(text: string, system: string): string {
  const zero = zeros[system];
  if (zero === undefined) return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** How many digits of a text are not 0–9, and how many are: what a document itself uses most. */
export function countDigits(text: string): { readonly latin: number; readonly native: number } {
  const all = text.match(/\p{Nd}/gu)?.length ?? 0;
  const latin = text.match(/[0-9]/g)?.length ?? 0;
  return { latin, native: all - latin };
}
