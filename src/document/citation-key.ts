/** Which characters make a citation key, as Pandoc users know them. Characters are single UTF-16 units. */

/** Scripts that are written without spaces between words: a key ends before them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a character may stand anywhere in a key: a letter, a digit or `_`. */
export function isKeyCharacter(character: string): boolean {
  if (/^[0-9A-Z_a-z]$/u.test(character)) return true;
  return /^[\p{L}\p{N}\p{M}]$/u.test(character) && !unspaced.test(character);
}

/** Whether a character may stand between two key characters. */
export function isInnerPunctuation(character: string): boolean {
  return character !== '' && ':.#$%&-+?~/'.includes(character);
}

/** Whether an `@` behind this character (empty at the start) begins a citation, and no mail address, path or handle. */
export function mayPrecedeKey(character: string): boolean {
  return !isKeyCharacter(character) && !(character !== '' && './+@'.includes(character));
}

/** A key alone, as it is typed behind `@`. */
export function keyAt(text: string, start: number): string {
  let end = start;
  for (;;) {
    if (isKeyCharacter(text[end] ?? '')) end += 1;
    else if (end > start && isInnerPunctuation(text[end] ?? '') && isKeyCharacter(text[end + 1] ?? ''))
      end += 2;
    else return text.slice(start, end);
  }
}

/** Longer keys are looked up whole only. */
const longestKey = 200;

/** What is written on to a key as an ending of the sentence; letters and digits of ASCII could be the rest of another id. */
const ending = /[^\p{ASCII}]/u;

/** The key that is known: the whole one, or its longest known beginning before an ending (`@tass-нің`); else the whole one. */
export function knownKey(key: string, isKnown: (id: string) => boolean): string {
  if (isKnown(key) || key.length > longestKey) return key;
  for (let end = key.length - 1; end > 0; end -= 1) {
    const ends = isInnerPunctuation(key[end] ?? '') && ending.test(key.slice(end));
    if (ends && isKnown(key.slice(0, end))) return key.slice(0, end);
  }
  return key;
}
