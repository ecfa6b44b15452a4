/** A linear look at Markdown before it is parsed, so that no text can stop or overflow the parser. */

import type { Point } from 'unist';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt, placeIn } from './findings.js';

/** Columns of indentation that can hold one more level of a list. */
const columnsPerLevel = 2;

/** How deep the marks at the beginning of a line nest: quotes, list items, and the indentation that goes on inside them. */
function blockDepth(line: string): { readonly depth: number; readonly column: number } {
  let depth = 0;
  let at = 0;
  let column = 0;
  for (; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4;
    else if (character === '>') depth += 1;
    else if (/[-*+]/.test(character) && /[ \t]/.test(line[at + 1] ?? '')) depth += 1;
    else if (/\d/.test(character)) {
      const mark = /^\d{1,9}[.)](?=[ \t]|$)/.exec(line.slice(at, at + 12));
      if (mark === null) break;
      depth += 1;
      at += mark[0].length - 1;
    } else break;
  }
  return { depth: depth + Math.floor(column / columnsPerLevel / 2), column: at };
}

/** Depth of brackets, braces and emphasis in one paragraph. */
class InlineDepth {
  #open = 0;

  /** Reads one line; gives the deepest point and where it is. */
  read(line: string): { depth: number; column: number } {
    let deepest = { depth: this.#open, column: 0 };
    for (let at = 0; at < line.length; at += 1) {
      const character = line[at];
      if (character === '\\') at += 1;
      else if (character === '[') this.#open += 1;
      else if (character === ']') this.#open = Math.max(0, this.#open - 1);
      if (this.#open > deepest.depth) deepest = { depth: this.#open, column: at };
    }
    return deepest;
  }

  /** A new paragraph begins. */
  reset(): void {
    this.#open = 0;
  }
}

/** Level of open directives by the length of their fences. */
class FenceDepth {
  #lengths: number[] = [];

  read(line: string): number {
    const [, colons = '', name = ''] = /^\s*(:{3,})\s*([\w-]*)/.exec(line) ?? [];
    if (colons === '') return this.#lengths.length;
    if (name !== '') this.#lengths.push(colons.length);
    else this.#lengths.pop();
    return this.#lengths.length;
  }
}

function tooDeep(file: string, point: Point, depth: number, limit: number): Diagnostic {
  return errorAt('nesting-is-within-limit', placeIn(file, { start: point, end: point }), {
    what: `Quotes, lists, blocks or brackets are nested ${depth} levels deep here; at most ${limit} are read.`,
    why: 'No reader could follow, and such text can stop the build.',
    fix: 'Use fewer levels; if the signs are meant as text, put a backslash before the first of them.',
  });
}

/** The first place at which a Markdown body nests deeper than the limit, as an error; none when it does not. */
export function nestingFindings(
  body: string,
  bodyStart: Point,
  file: string,
  limit: number,
): readonly Diagnostic[] {
  const inline = new InlineDepth();
  const fences = new FenceDepth();
  let offset = 0;
  for (const [index, line] of body.split('\n').entries()) {
    const block = blockDepth(line);
    const fenced = fences.read(line);
    if (line.trim() === '') inline.reset();
    const brackets = inline.read(line);
    const worst =
      brackets.depth > block.depth + fenced ? brackets : { ...block, depth: block.depth + fenced };
    if (worst.depth > limit) {
      const point = {
        line: bodyStart.line + index,
        column: worst.column + 1,
        offset: (bodyStart.offset ?? 0) + offset + worst.column,
      };
      return [tooDeep(file, point, worst.depth, limit)];
    }
    offset += line.length + 1;
  }
  return [];
}
