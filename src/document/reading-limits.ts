/**
 * Finds text that no Markdown parser reads in good time, before it is parsed: one walk over the lines, whose cost grows with the
 * text alone. What is over a limit is set between code fences, so that its words stay and nothing else of it is read.
 */

import { codeLines } from './code-lines.js';
import type { Edit } from './edited-text.js';

/** Bounds of one document. */
export interface ReadingLimits {
  /** Levels of lists and quotes inside each other. */
  readonly levels: number;
  /** Opening brackets and braces, or marks of emphasis and code, in one paragraph. */
  readonly marks: number;
  /** Backticks in a row. */
  readonly backticks: number;
  /** Lines without a blank line between them. */
  readonly lines: number;
  /** Paragraphs and other pieces between blank lines. */
  readonly pieces: number;
  readonly columns: number;
  readonly cells: number;
}

/** Limits of the Markdown itself (measured on remark-parse 11 and remark-gfm 4: at these bounds each stays under a second). */
export const readingLimits: Omit<ReadingLimits, 'levels'> = {
  marks: 1000,
  backticks: 50,
  lines: 5000,
  pieces: 10_000,
  columns: 200,
  cells: 100_000,
};

/** Which limit a piece of text is over; `at` is the offset of the first character that is too much. */
export interface OverLimit {
  readonly kind: 'levels' | 'brackets' | 'emphasis' | 'lines' | 'pieces' | 'columns' | 'cells';
  readonly at: number;
  readonly limit: number;
}

const marker = /[ \t]*(?:(>)|([-*+]|\d{1,9}[.)])(?=[ \t]|$))/uy;
const brackets = /[[{]/gu;
const emphasis = /\*+|_+|~+|`+/gu;
const startsBlock = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\|)/u;
const blankOrFence = /^[ \t>]*(?::{3,}.*)?$/u;

/** Whether a line ends a piece: it is blank or a `:::` line, and not itself too deep. */
function endsPiece(line: string, levels: number): boolean {
  return blankOrFence.test(line) && (line.match(/>/gu)?.length ?? 0) <= levels;
}

/** Levels of quotes and lists, line by line. */
class Levels {
  /** Columns at which the contents of open list items begin. */
  private items: number[] = [];

  /** The offset in the line where the level goes over the limit, or -1. */
  read(line: string, limit: number): number {
    let at = 0;
    let quotes = 0;
    let items = 0;
    for (;;) {
      marker.lastIndex = at;
      const found = marker.exec(line);
      if (found === null) return -1;
      const end = at + found[0].length;
      if (found[1] === undefined) {
        const column = end - (found[2]?.length ?? 0);
        if (items === 0) while ((this.items.at(-1) ?? -1) > column) this.items.pop();
        this.items.push(end + 1);
        items += 1;
      } else quotes += 1;
      if (quotes + this.items.length > limit) {
        this.items.length = Math.min(this.items.length, limit);
        return end - 1;
      }
      at = end;
    }
  }
}

/** The lines of a piece: what stands between blank lines and `:::` lines. */
class Piece {
  readonly start: number;
  end: number;
  private lines = 0;
  private cells = 0;
  private brackets = 0;
  private emphasis = 0;
  over: OverLimit | undefined;

  constructor(start: number) {
    this.start = start;
    this.end = start;
  }

  private tell(kind: OverLimit['kind'], at: number, limit: number): void {
    this.over ??= { kind, at, limit };
  }

  read(line: string, start: number, levels: Levels, limits: ReadingLimits): void {
    this.end = start + line.length;
    this.lines += 1;
    if (this.lines > limits.lines) this.tell('lines', start, limits.lines);
    const deep = levels.read(line, limits.levels);
    if (deep >= 0) this.tell('levels', start + deep, limits.levels);
    if (startsBlock.test(line)) {
      this.brackets = 0;
      this.emphasis = 0;
    }
    for (const bracket of line.matchAll(brackets)) {
      this.brackets += 1;
      if (this.brackets > limits.marks) this.tell('brackets', start + bracket.index, limits.marks);
    }
    for (const run of line.matchAll(emphasis)) {
      this.emphasis += 1;
      if (this.emphasis > limits.marks) this.tell('emphasis', start + run.index, limits.marks);
      if (run[0].startsWith('`') && run[0].length > limits.backticks) {
        this.tell('emphasis', start + run.index, limits.backticks);
      }
    }
    this.readCells(line, start, limits);
  }

  private readCells(line: string, start: number, limits: ReadingLimits): void {
    let columns = 0;
    for (let at = line.indexOf('|'); at !== -1; at = line.indexOf('|', at + 1)) columns += 1;
    this.cells += columns;
    if (columns > limits.columns + 1) this.tell('columns', start, limits.columns);
    if (this.cells > limits.cells) this.tell('cells', start, limits.cells);
  }
}

/** Sets a piece between code fences that nothing in it closes. */
function asCode(text: string, start: number, end: number): Edit[] {
  const longest = [...text.slice(start, end).matchAll(/`{3,}/gu)].reduce(
    (most, run) => Math.max(most, run[0].length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return [
    { start, end: start, text: `${fence}\n` },
    { start: end, end, text: `\n${fence}` },
  ];
}

/** The pieces over a limit, one entry each, and the edits that keep the parser off them. */
export function findOverLimits(
  text: string,
  limits: ReadingLimits,
): { readonly over: readonly OverLimit[]; readonly edits: readonly Edit[] } {
  const over: OverLimit[] = [];
  const edits: Edit[] = [];
  const code = codeLines();
  const levels = new Levels();
  let piece: Piece | undefined;
  let pieces = 0;
  const close = (): void => {
    if (piece?.over !== undefined) {
      over.push(piece.over);
      edits.push(...asCode(text, piece.start, piece.end));
    }
    piece = undefined;
  };
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    const isCode = code.next(line);
    if (isCode || endsPiece(line, limits.levels)) close();
    else {
      if (piece === undefined) pieces += 1;
      if (pieces > limits.pieces) {
        over.push({ kind: 'pieces', at: start, limit: limits.pieces });
        return { over, edits: [...edits, ...asCode(text, start, text.length)] };
      }
      piece ??= new Piece(start);
      piece.read(line, start, levels, limits);
    }
    start = end + 1;
  }
  close();
  return { over, edits };
}
