/** Splits inline content at a comma, colon or semicolon of the page's own or any known script. */

import type { PhrasingContent, Text } from 'mdast';
import { separators } from '../language/punctuation.js';

/** The sign to split at. */
export type Separator = 'comma' | 'colon' | 'semicolon';

/** Index of the sign in a text, or -1. A colon counts where space or the text's end follows; full-width ones always do. */
function signAt(value: string, sign: Separator): number {
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? '';
    if (!separators[sign].includes(character)) continue;
    const next = value[at + 1];
    if (sign !== 'colon' || character !== ':' || next === undefined || /\s/u.test(next)) return at;
  }
  return -1;
}

function part(text: Text, value: string): Text[] {
  return value === '' ? [] : [{ ...text, value }];
}

/** The content before and after the first sign in the text itself, without the sign and the space around it. */
export function splitInline(
  children: readonly PhrasingContent[],
  sign: Separator,
): readonly [PhrasingContent[], PhrasingContent[]] | undefined {
  for (const [index, child] of children.entries()) {
    const at = child.type === 'text' ? signAt(child.value, sign) : -1;
    if (child.type !== 'text' || at < 0) continue;
    const before = part(child, child.value.slice(0, at).trimEnd());
    const after = part(child, child.value.slice(at + 1).trimStart());
    return [
      [...children.slice(0, index), ...before],
      [...after, ...children.slice(index + 1)],
    ];
  }
  return undefined;
}
