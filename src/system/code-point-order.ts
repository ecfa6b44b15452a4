/** The order of folder listings: by code point, the same on every machine and in every locale. */

/** Compares two texts by Unicode code points (JavaScript's own order compares UTF-16 units, which differs past U+FFFF). */
export function compareCodePoints(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const one = left.next();
    const other = right.next();
    if (one.done === true) return other.done === true ? 0 : -1;
    if (other.done === true) return 1;
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
