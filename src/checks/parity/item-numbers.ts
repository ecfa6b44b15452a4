/** Numbers of list items: as HTML counts them, and as a printed marker says them. */

import type { Element } from 'hast';
import { comparable } from './facts.js';

/** How the items of one list are counted on. */
export interface Counting {
  next: number;
  readonly step: 1 | -1;
}

/** Begins to count the items of a numbered list (HTML, 4.4.5: `start` and `reversed`). */
export function countingOf(list: Element): Counting {
  const { start, reversed } = list.properties;
  const isReversed = reversed !== undefined && reversed !== false;
  const items = list.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
  const first = Number.parseInt(String(start ?? ''), 10);
  return {
    next: Number.isNaN(first) ? (isReversed ? items : 1) : first,
    step: isReversed ? -1 : 1,
  };
}

/** The number of the next item; its `value` counts before the order. */
export function numberOfItem(item: Element, counting: Counting): number {
  const own = Number.parseInt(String(item.properties['value'] ?? ''), 10);
  const number = Number.isNaN(own) ? counting.next : own;
  counting.next = number + counting.step;
  return number;
}

/** A whole number in digits of any script, with all else left out. */
export function numberIn(words: string): number | undefined {
  const digits = comparable(words).match(/\p{Nd}/gu);
  if (digits === null) return undefined;
  const latin = digits.map((digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return code - zero;
  });
  return Number(latin.join(''));
}

/** Whether a marker says another number. One without digits and Latin letters is a sign, and says none. */
export function saysOtherNumber(marker: string, number: number): boolean {
  const digits = numberIn(marker);
  if (digits !== undefined) return digits !== Math.abs(number);
  const letters = comparable(marker).match(/[a-z]+/)?.[0];
  return letters !== undefined && fromLetters(letters) !== number && fromRoman(letters) !== number;
}

/** `a` is 1, `z` 26, `aa` 27. */
function fromLetters(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}

const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function fromRoman(letters: string): number {
  return [...letters].reduce((sum, letter, at) => {
    const value = roman[letter] ?? Number.NaN;
    return sum + (value < (roman[letters[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
