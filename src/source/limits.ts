/** A linear look at Markdown before it is parsed, so that no text can stop or overflow the parser. */

import type { Point } from 'unist';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { errorAt, placeIn, type Words } from './findings.js';

/** Runs of `*`, `_` or `~` in one paragraph; the parser's time grows with their square. */
const maxDelimiters = 1000;
const maxColumns = 200;
const maxCells = 100_000;
const maxNotes = 5000;

/** A depth or an amount, and the column (0-based) where it is reached. */
interface Reach {
  readonly amount: number;
  readonly column: number;
}

/** Where a list item's marker ends, when one stands at this place: `- `, `* `, `+ `, `1. `, `1) `. */
function listMarker(line: string, at: number): number | undefined {
  const match = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/.exec(line.slice(at, at + 11));
  return match === null ? undefined : at + match[0].length;
}

/** The nesting of quotes and list items, followed from line to line by the columns at which items' contents begin. */
class BlockDepth {
  #contents: number[] = [];

  read(line: string): Reach {
    let quotes = 0;
    let at = 0;
    let isInside = true;
    while (at < line.length) {
      const character = line[at];
      if (character === '>') quotes += 1;
      else if (character !== ' ' && character !== '\t') {
        if (isInside) this.#leave(at);
        isInside = false;
        const end = listMarker(line, at);
        if (end === undefined) break;
        this.#contents.push(end + 1);
        at = end - 1;
      }
      at += 1;
    }
    return { amount: this.#contents.length + quotes, column: Math.min(at, Math.max(0, line.length - 1)) };
  }

  /** A line that begins further left than an item's contents is outside of that item. */
  #leave(column: number): void {
    while ((this.#contents.at(-1) ?? -1) > column) this.#contents.pop();
  }
}

/** The nesting of blocks: opened by `:::name`, closed by `:::`. */
class DirectiveDepth {
  #open = 0;

  read(line: string): number {
    const match = /^\s*:{3,}\s*([\w-]*)/.exec(line);
    if (match !== null) this.#open = match[1] === '' ? Math.max(0, this.#open - 1) : this.#open + 1;
    return this.#open;
  }
}

/** What one paragraph holds: brackets that are still open, and marks of emphasis. */
class ParagraphLoad {
  #brackets = 0;
  #delimiters = 0;

  read(line: string): { readonly brackets: Reach; readonly delimiters: Reach } {
    // Contents of one item, heading or row never reach into the next.
    if (/^\s*(?:$|#|\||[-*+]\s|\d+[.)]\s|:{3})/.test(line)) {
      this.#brackets = 0;
      this.#delimiters = 0;
    }
    let brackets: Reach = { amount: this.#brackets, column: 0 };
    let delimiters: Reach = { amount: this.#delimiters, column: 0 };
    for (let at = 0; at < line.length; at += 1) {
      const character = line[at] ?? '';
      if (character === '\\') at += 1;
      else if (character === '[') {
        this.#brackets += 1;
        if (this.#brackets > brackets.amount) brackets = { amount: this.#brackets, column: at };
      } else if (character === ']') this.#brackets = Math.max(0, this.#brackets - 1);
      else if (/[*_~]/.test(character) && line[at - 1] !== character) {
        this.#delimiters += 1;
        delimiters = { amount: this.#delimiters, column: at };
      }
    }
    return { brackets, delimiters };
  }
}

/** Columns of one row, and cells of all rows. */
class TableLoad {
  #cells = 0;

  read(line: string): { readonly columns: number; readonly cells: number } {
    if (!line.includes('|')) return { columns: 0, cells: this.#cells };
    const columns = line.replaceAll('\\|', '').split('|').length - (line.trimStart().startsWith('|') ? 2 : 1);
    this.#cells += Math.max(0, columns);
    return { columns, cells: this.#cells };
  }
}

/** Whether a line is inside a fenced code block, whose text is not parsed. Only fences in the first column count. */
class CodeFence {
  #mark = '';

  /** Directives end a block of code around which they stand, so they end it here too. */
  read(line: string): boolean {
    const [, mark = ''] = /^(`{3,}|~{3,})/.exec(line) ?? [];
    if (this.#mark === '') {
      if (mark !== '' && !(mark[0] === '`' && line.slice(mark.length).includes('`'))) this.#mark = mark;
      return false;
    }
    const isEnd = mark[0] === this.#mark[0] && mark.length >= this.#mark.length && line.trim() === mark;
    const isDirective = /^\s*:{3,}/.test(line);
    if (isEnd || isDirective) this.#mark = '';
    return !isDirective;
  }
}

const size = 'size-is-within-limit';
const stops = 'Reading such text takes minutes and can stop the build.';

function tooDeep(depth: number, limit: number): Words {
  return {
    what: `Quotes, lists, blocks or brackets are nested ${depth} levels deep here; at most ${limit} are read.`,
    why: 'No reader could follow, and such text can stop the build.',
    fix: 'Use fewer levels; if the signs are meant as text, put a backslash before the first of them.',
  };
}

function tooMany(what: string, limit: number, fix: string): Words {
  return { what: `${what}; at most ${limit.toLocaleString('en')} are read.`, why: stops, fix };
}

/** The first limit that a line breaks, with its code, column and words. */
type Breach = readonly [code: string, column: number, words: Words];

/** Looks at all lines of one body. */
class BodyLook {
  readonly #limit: number;
  readonly #blocks = new BlockDepth();
  readonly #directives = new DirectiveDepth();
  readonly #paragraph = new ParagraphLoad();
  readonly #tables = new TableLoad();
  readonly #code = new CodeFence();
  #notes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  breachOf(line: string): Breach | undefined {
    if (this.#code.read(line) || line.trim() === '') {
      this.#paragraph.read('');
      return undefined;
    }
    const blocks = this.#blocks.read(line);
    const depth = blocks.amount + this.#directives.read(line);
    const { brackets, delimiters } = this.#paragraph.read(line);
    if (depth > this.#limit) return ['nesting-is-within-limit', blocks.column, tooDeep(depth, this.#limit)];
    if (brackets.amount > this.#limit) {
      return ['nesting-is-within-limit', brackets.column, tooDeep(brackets.amount, this.#limit)];
    }
    if (delimiters.amount > maxDelimiters) {
      const words = tooMany(
        'A paragraph holds more than a thousand marks of emphasis',
        maxDelimiters,
        'Split the paragraph; put a backslash before marks that are meant as text.',
      );
      return [size, delimiters.column, words];
    }
    return this.#tableBreach(line) ?? this.#noteBreach(line);
  }

  #tableBreach(line: string): Breach | undefined {
    const { columns, cells } = this.#tables.read(line);
    if (columns > maxColumns)
      return [size, 0, tooMany(`A table has ${columns} columns`, maxColumns, 'Split the table.')];
    if (cells <= maxCells) return undefined;
    return [
      size,
      0,
      tooMany(
        'The tables have more cells than can be read',
        maxCells,
        'Offer the data as a file, and show the part that matters.',
      ),
    ];
  }

  #noteBreach(line: string): Breach | undefined {
    if (/^\s*\[\^[^\]]+\]:/.test(line)) this.#notes += 1;
    if (this.#notes <= maxNotes) return undefined;
    return [
      size,
      0,
      tooMany('The document has more notes than can be read', maxNotes, 'Split it into several explainers.'),
    ];
  }
}

/**
 * The first place at which a Markdown body breaks a limit, as one error; none when it keeps them all. `nestingLevels`
 * bounds quotes, lists, blocks and brackets. A body that breaks a limit must not reach the parser.
 */
export function bodyLimits(
  body: string,
  bodyStart: Point,
  file: string,
  nestingLevels: number,
): readonly Diagnostic[] {
  const look = new BodyLook(nestingLevels);
  let offset = bodyStart.offset ?? 0;
  for (const [index, line] of body.split('\n').entries()) {
    const breach = look.breachOf(line);
    if (breach !== undefined) {
      const [code, column, words] = breach;
      const start = { line: bodyStart.line + index, column: column + 1, offset: offset + column };
      const end = { ...start, column: start.column + 1, offset: start.offset + 1 };
      return [errorAt(code, placeIn(file, { start, end }), words)];
    }
    offset += line.length + 1;
  }
  return [];
}
