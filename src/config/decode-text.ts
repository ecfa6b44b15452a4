/** From the bytes of a text file to its text: strict UTF-8, nothing replaced in silence. */

import type { Diagnostic, StageResult } from '../diagnostics/diagnostic.js';
import { textPositions } from './text-positions.js';
import { firstInvalidByte, guessEncoding } from './utf8.js';

const code = 'text-is-utf-8';
const maxFindings = 20;

/** Line ends as `\n`: CRLF and lone CR are line ends too, as in CommonMark and YAML. */
function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function finding(
  file: string,
  text: string,
  offset: number,
  parts: Pick<Diagnostic, 'what' | 'why' | 'fix'>,
): Diagnostic {
  const position = textPositions(text).position(offset, Math.min(offset + 1, text.length));
  return { code, severity: 'error', ...parts, place: { kind: 'source', file, position } };
}

const saveAsUtf8 = 'Save the file as UTF-8 (in the editor: “Save with encoding”, “UTF-8”).';

function notUtf8(file: string, bytes: Uint8Array, at: number): Diagnostic {
  const before = withPlainLineEnds(
    new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes.subarray(0, at)),
  );
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const isHalf = bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0;
  const guess = isHalf ? undefined : guessEncoding(bytes);
  return finding(file, before, before.length, {
    what: isHalf
      ? `Half of a character stands here (byte ${at + 1} of the file).`
      : `The text is not UTF-8: byte ${at + 1} of the file (${byte}) begins no character${guess === undefined ? '' : `; it looks like ${guess}`}.`,
    why: 'Letters would come out as other letters or be lost.',
    fix: isHalf ? 'Delete the character and type it again.' : saveAsUtf8,
  });
}

function otherUnicode(file: string, name: string): Diagnostic {
  return finding(file, '', 0, {
    what: `The text is ${name}, not UTF-8.`,
    why: 'Galley reads UTF-8 only, so that every program sees the same letters.',
    fix: saveAsUtf8,
  });
}

/** The name of a UTF-16 or UTF-32 encoding by its first bytes, or by its many zero bytes. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  const start = bytes.subarray(0, 400);
  const zeros = (parity: number): number =>
    start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const half = Math.floor(start.length / 2);
  return half >= 2 && Math.max(zeros(0), zeros(1)) > half * 0.4 ? 'UTF-16' : undefined;
}

const lostLetter = {
  what: 'A letter was lost here: a program could not read it and wrote “\ufffd” (U+FFFD) in its place.',
  why: 'Readers would see a question mark in a box.',
  fix: 'Look at the text that this was copied from, and type the letter again.',
};

/** Characters that no reader can see, and marks of letters that were lost. */
function controlCharacters(file: string, text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(/[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/g)) {
    if (found.length === maxFindings) break;
    if (match[0] === '\ufffd') {
      found.push(finding(file, text, match.index, lostLetter));
      continue;
    }
    const point = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    found.push(
      finding(file, text, match.index, {
        what: `An invisible control character (U+${point}) stands here.`,
        why: 'It is no letter: browsers, PDF readers and screen readers treat it each in their own way.',
        fix: 'Delete it; when the file holds many, save it again as plain UTF-8 text.',
      }),
    );
  }
  return found;
}

/**
 * Decodes a text file. A byte order mark is dropped and line ends become `\n`. Bytes that are no UTF-8 are one finding
 * with the place and a guess at the encoding, and no value; control characters are findings and become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, file: string): StageResult<string | undefined> {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { value: undefined, diagnostics: [otherUnicode(file, wide)] };
  const invalid = firstInvalidByte(bytes);
  if (invalid !== undefined) return { value: undefined, diagnostics: [notUtf8(file, bytes, invalid)] };
  const text = withPlainLineEnds(new TextDecoder('utf-8').decode(bytes));
  const diagnostics = controlCharacters(file, text);
  if (diagnostics.length === 0) return { value: text, diagnostics };
  return { value: text.replace(/[\u0000-\u0008\u000b\u000e-\u001f]/g, '\ufffd'), diagnostics };
}
