/** Reads the words behind a citation key: a locator such as `p. 3`, in English or the page's language, and what is left. */

import type { Language } from '../language/language.js';
import type { LocatorLabel } from './nodes.js';

/** A locator and the words after it. */
export interface Locator {
  readonly label: LocatorLabel | undefined;
  readonly locator: string | undefined;
  readonly suffix: string;
}

const letter = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}`;
const digits = String.raw`[${letter}]?\p{Nd}[${letter}\p{Nd}.:/()′″]*`;
const roman = '(?:[ivxlcdm]+|[IVXLCDM]+)(?![\\p{L}\\p{M}])';
const between = String.raw`\s*[-–—,&،，、]\s*|\s+(?:and|to|&)\s+`;
/** “and following”, which belongs to the number before it: “S. 3 f.”, “p. 3 ff.”, “p. 3 et seq.”. */
const following = String.raw`(?:\s(?:ff?\.|sqq?\.|et seqq?\.))?`;
const numbers = new RegExp(`^${digits}(?:(?:${between})${digits})*${following}`, 'u');
const numerals = new RegExp(
  `^(?:${digits}|${roman})(?:(?:${between})(?:${digits}|${roman}))*${following}`,
  'u',
);
const label = /^(?:第\s*)?([§¶]{1,2}|\p{L}[\p{L}\p{M}ʼ’'-]*\.?)\s*/u;
const labelBehind = /^[\s-]*(\p{L}[\p{L}\p{M}]*\.?)/u;
/** A place in a film or broadcast, without a word before it. */
const clockTime = /^\p{Nd}{1,2}(?::\p{Nd}{2}){1,2}$/u;
const comma = /^[\s,،，、]+/u;

function withoutTail(value: string): string {
  if (/\s(?:ff?|sqq?|et seqq?)\.$/u.test(value)) return value;
  return value.replace(/[.:/\s]+$/u, '');
}

function rest(text: string): string {
  return text.replace(comma, '').trim();
}

/** Reads what follows a key; a comma before it is skipped. A bare number is a page. Without a locator all of it is suffix. */
export function readLocator(text: string, language: Language): Locator {
  const words = rest(text);
  const first = label.exec(words);
  const named = first?.[1] === undefined ? undefined : language.locatorOf(first[1]);
  if (first !== null && named !== undefined) {
    const value = numerals.exec(words.slice(first[0].length))?.[0];
    if (value !== undefined) {
      const locator = withoutTail(value);
      return { label: named, locator, suffix: rest(words.slice(first[0].length + locator.length)) };
    }
  }
  const bare = /^第\s*/u.exec(words)?.[0].length ?? 0;
  const value = numbers.exec(words.slice(bare))?.[0];
  if (value === undefined) return { label: undefined, locator: undefined, suffix: words };
  const locator = withoutTail(value);
  const after = words.slice(bare + locator.length);
  const behind = labelBehind.exec(after);
  const behindName = behind?.[1] === undefined ? undefined : language.locatorOf(behind[1]);
  if (behind !== null && behindName !== undefined) {
    return { label: behindName, locator, suffix: rest(after.slice(behind[0].length)) };
  }
  if (/^[\p{L}\p{M}]/u.test(after)) return { label: undefined, locator: undefined, suffix: words };
  return { label: clockTime.test(locator) ? 'time' : 'page', locator, suffix: rest(after) };
}
