/** Characters that change the order of what readers see, without being seen themselves. */

import { textPositions } from '../config/text-positions.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt, placeIn, warningAt } from './findings.js';

/** Directional formatting characters (Unicode Bidirectional Algorithm, section 2): openers, and which mark closes each. */
const closers: Readonly<Record<string, string>> = {
  '\u202a': '\u202c',
  '\u202b': '\u202c',
  '\u202d': '\u202c',
  '\u202e': '\u202c',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

const names: Readonly<Record<string, string>> = {
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
};

const controls = /[\u202a-\u202e\u2066-\u2069]/;

/** Lines that begin a block of their own end the reach of what was opened before, as a paragraph's end does. */
const blockStart = /^\s*(?:$|[-*+>|#]|:{2,}|\d+[.)]\s|```|~~~)/;

function sayCharacter(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}, ${names[character] ?? 'end of a direction'}`;
}

interface OpenControl {
  readonly character: string;
  readonly offset: number;
}

/** Closes what a closing mark closes; a pop inside an isolate does not reach out of it (UAX 9, X6a and X7). */
function close(open: OpenControl[], closer: string): void {
  for (let index = open.length - 1; index >= 0; index -= 1) {
    const opener = open[index]?.character ?? '';
    if (closers[opener] === closer) {
      // Closing an isolate also ends the embeddings that were opened inside it.
      open.splice(index, closer === '\u2069' ? open.length - index : 1);
      return;
    }
    if (closer === '\u202c' && closers[opener] === '\u2069') return;
  }
}

/** Errors for directions that are opened and not closed in their paragraph, warnings for forced ones that are. */
export function hiddenCharacters(text: string, file: string): readonly Diagnostic[] {
  if (!controls.test(text)) return [];
  const positions = textPositions(text);
  const place = (offset: number): ReturnType<typeof placeIn> =>
    placeIn(file, positions.position(offset, offset + 1));
  const unclosed: OpenControl[] = [];
  const overrides: number[] = [];
  let open: OpenControl[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (blockStart.test(line)) {
      unclosed.push(...open);
      open = [];
    }
    for (const [index, character] of [...line.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)].map(
      (match) => [match.index, match[0]] as const,
    )) {
      if (closers[character] === undefined) close(open, character);
      else open.push({ character, offset: offset + index });
      if (/[\u202d\u202e]/.test(character)) overrides.push(offset + index);
    }
    offset += line.length + 1;
  }
  unclosed.push(...open);
  const isUnclosed = new Set(unclosed.map((control) => control.offset));
  return [
    ...unclosed.map(({ character, offset: at }) =>
      errorAt('bidi-controls-are-closed', place(at), {
        what: `An invisible mark that changes the direction of text (${sayCharacter(character)}) is opened here and not closed in its paragraph.`,
        why: 'The words after it are shown in another order than they are written, so a sentence or a number can read as another one.',
        fix: 'Delete it. To set a passage in another language, write `:lang[…]{ar}`; that gives the direction too.',
      }),
    ),
    ...overrides
      .filter((at) => !isUnclosed.has(at))
      .map((at) =>
        warningAt('bidi-controls-are-closed', place(at), {
          what: `An invisible mark forces the direction of the text after it (${sayCharacter(text[at] ?? '')}).`,
          why: 'Letters and digits are shown backwards, which can make one name or number look like another.',
          fix: 'Delete it, and its end mark. To set a passage in another language, write `:lang[…]{ar}`.',
        }),
      ),
  ];
}
