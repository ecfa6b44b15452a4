/** Which way a language is written, told from its tag's script. */

import type { Direction } from './language.js';

/** Scripts written from right to left (ISO 15924; Unicode's bidirectional classes R and AL). */
const rightToLeftScripts: ReadonlySet<string> = new Set([
  'adlm',
  'arab',
  'aran',
  'armi',
  'avst',
  'hebr',
  'mand',
  'mend',
  'nkoo',
  'rohg',
  'samr',
  'syrc',
  'syre',
  'syrj',
  'syrn',
  'thaa',
  'yezi',
]);

/** Languages that are written from right to left when their tag names no script (CLDR likely subtags). */
const rightToLeftLanguages: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'arz',
  'azb',
  'bal',
  'bgn',
  'ckb',
  'dv',
  'fa',
  'glk',
  'he',
  'iw',
  'ks',
  'lrc',
  'mzn',
  'nqo',
  'pnb',
  'prs',
  'ps',
  'sd',
  'skr',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Regions in which a language of two scripts is written in the right-to-left one. */
const rightToLeftRegions: Readonly<Record<string, readonly string[]>> = {
  az: ['ir', 'iq'],
  kk: ['cn', 'ir', 'af'],
  ky: ['cn'],
  ku: ['iq', 'ir'],
  pa: ['pk'],
  ha: ['sd'],
  tk: ['af', 'ir'],
  uz: ['af'],
  ms: ['cc'],
};

/** The script of a BCP 47 tag in lower case (`uz-Arab` → `arab`), or undefined when it names none. */
export function scriptOf(tag: string): string | undefined {
  const parts = tag.toLowerCase().split('-').slice(1);
  const end = parts.findIndex((part) => part.length === 1);
  const subtags = end < 0 ? parts : parts.slice(0, end);
  return subtags.find((part) => /^[a-z]{4}$/.test(part));
}

/** Writing direction of a BCP 47 tag: by its script where it names one, else by its language and region. */
export function dirOf(tag: string): Direction {
  const script = scriptOf(tag);
  if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  if (rightToLeftLanguages.has(language)) return 'rtl';
  const regions = rightToLeftRegions[language] ?? [];
  return rest.some((part) => regions.includes(part)) ? 'rtl' : 'ltr';
}
