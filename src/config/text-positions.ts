/** From offsets in a text to unist points and positions. */

import type { Point, Position } from 'unist';

/** Turns offsets into points. */
export interface TextPositions {
  point(offset: number): Point;
  position(start: number, end: number): Position;
}

/** The start of every line of a text with `\n` line ends. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last start that is not after the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Positions in a text with `\n` line ends: 1-based lines, 1-based columns in UTF-16 units, 0-based offsets.
 * `origin` is the point of the text's first character when it is a part of a larger file.
 */
export function textPositions(
  text: string,
  origin: Point = { line: 1, column: 1, offset: 0 },
): TextPositions {
  const starts = lineStarts(text);
  const point = (offset: number): Point => {
    const within = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(starts, within);
    const column = within - (starts[line] ?? 0) + 1;
    return {
      line: origin.line + line,
      column: line === 0 ? origin.column + column - 1 : column,
      offset: (origin.offset ?? 0) + within,
    };
  };
  return { point, position: (start, end) => ({ start: point(start), end: point(Math.max(start, end)) }) };
}
