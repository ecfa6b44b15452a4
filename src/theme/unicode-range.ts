/** CSS `unicode-range` as data. */

/** Ranges of code points, both ends included. */
export type UnicodeRanges = readonly (readonly [number, number])[];

/** Reads a `unicode-range` such as `U+0000-00FF, U+0131`. */
export function unicodeRanges(range: string): UnicodeRanges {
  return [...range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map((match) => {
    const first = Number.parseInt(match[1] ?? '0', 16);
    return [first, match[2] === undefined ? first : Number.parseInt(match[2], 16)] as const;
  });
}

/** Whether a character lies in the ranges. */
export function covers(ranges: UnicodeRanges, character: string): boolean {
  const point = character.codePointAt(0) ?? -1;
  return ranges.some(([first, last]) => point >= first && point <= last);
}

/** Ranges wider than any script's are not spelled out. */
const mostCharacters = 20_000;

/** All characters in the ranges, in order; undefined when they are so many that the font holds fewer. */
export function charactersIn(ranges: UnicodeRanges): string | undefined {
  const count = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (count > mostCharacters) return undefined;
  return ranges
    .map(([first, last]) =>
      String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
    )
    .join('');
}
