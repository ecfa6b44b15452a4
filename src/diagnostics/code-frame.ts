/** The author's own line with a caret under what was found. */

import stringWidth from 'string-width';
import type { Position } from 'unist';

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const longestLine = 160;

/** A piece of a line that keeps the marked columns in view, and how far it was moved. */
function window(line: string, column: number): { readonly text: string; readonly shift: number } {
  if (line.length <= longestLine) return { text: line, shift: 0 };
  const from = Math.max(0, Math.min(column - 1 - longestLine / 2, line.length - longestLine));
  const start = Math.floor(from);
  return { text: line.slice(start, start + longestLine), shift: start };
}

/** Spaces as wide as the text on a terminal; tabs stay tabs. */
function blank(text: string): string {
  return text.replace(/[^\t]+/gu, (run) => ' '.repeat(stringWidth(run)));
}

/**
 * Draws the line at a position with carets under it. `text` is the whole file; columns are UTF-16 units (unist), carets are placed by
 * display width. Right-to-left lines are isolated, and get no caret, since no terminal agrees where it would stand.
 */
export function codeFrame(text: string, position: Position): string {
  const { start, end } = position;
  const line = text.split('\n', start.line)[start.line - 1];
  if (line === undefined) return '';
  const gutter = String(start.line);
  const shown = window(line.replace(/\r$/, ''), start.column);
  if (rightToLeft.test(shown.text)) {
    return `  ${gutter} | ${firstStrongIsolate}${shown.text}${popDirectionalIsolate}`;
  }
  const from = start.column - 1 - shown.shift;
  const until =
    end.line === start.line ? Math.max(end.column - 1 - shown.shift, from + 1) : shown.text.length;
  const marked = stringWidth(shown.text.slice(from, until)) || 1;
  const caret = blank(shown.text.slice(0, from)) + '^'.repeat(marked);
  return `  ${gutter} | ${shown.text}\n  ${' '.repeat(gutter.length)} | ${caret}`;
}
