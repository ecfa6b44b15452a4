/** Reads which `:::` lines open and close which block, line by line and as the author meant it, before any parser does. */

import { codeLines } from './code-lines.js';

/** One line of a text; offsets without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** A `:::name` line and what closes it. */
export interface Fence {
  readonly name: string;
  /** Number of colons. */
  readonly colons: number;
  /** Offset of the first colon. */
  readonly start: number;
  /** The opening line. */
  readonly line: Line;
  /** What stands before the colons. */
  readonly lead: string;
  /** Offsets of the closing colons; undefined when nothing closes the block. */
  close: { readonly start: number; readonly colons: number; readonly isOdd: boolean } | undefined;
  readonly parent: Fence | undefined;
  readonly inner: Fence[];
  /** Inside more blocks than the limit allows. */
  readonly isTooDeep: boolean;
  /** The quote or list item around it ended first. */
  endsWithParent: boolean;
  /** Colons of the longest line in code inside it that the parser would take for its end. */
  colonsInCode: number;
  /** What was typed in place of the colons when it is not just that: `::: ` or `：：：`. */
  readonly sign: string | undefined;
}

/** A `::toc`, `::notes` or `::sources` line, with two or three colons. */
export interface PartLine {
  readonly name: string;
  readonly colons: number;
  readonly start: number;
  readonly line: Line;
  /** A `:::` on the next non-blank line, which belongs to it. */
  close: Line | undefined;
}

/** All fences of a text in order of their opening lines. */
export interface Fences {
  readonly fences: readonly Fence[];
  readonly parts: readonly PartLine[];
  /** Offsets of level 2–6 heading lines outside code, with their levels. */
  readonly headings: readonly { readonly start: number; readonly level: number }[];
}

const opening = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(:{3,})([A-Za-z][\w-]*)(?=[\s[{]|$)/u;
/** An opening line with a space or with full-width colons, and nothing behind its name but braces. */
const oddOpening =
  /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)([:：]{3,}[ \t]*)([A-Za-z][\w-]*)(?=[ \t]*(?:\{.*)?$)/u;
const closing = /^([ \t>]*)([:：]{3,})[ \t]*$/u;
const part = /^([ \t>]*)(:{2,3})(toc|notes|sources)(?:\{[^}\n]*\})?[ \t]*$/u;
const heading = /^[ \t>]*(#{1,6})[ \t]/u;

/** How many open blocks a closing line may reach over. */
const reach = 200;

/** What a reader of fences has to know. */
export interface FenceOptions {
  /** How many blocks may stand in each other. */
  readonly deepest: number;
  /** Whether a block has this name; a line that is not quite right counts only for those. */
  isBlock(name: string): boolean;
}

/** Takes lines in order and keeps the stack of open fences. */
class FenceReader {
  readonly fences: Fence[] = [];
  readonly parts: PartLine[] = [];
  readonly headings: { start: number; level: number }[] = [];
  private readonly open: Fence[] = [];
  private readonly options: FenceOptions;
  private waiting: PartLine | undefined;

  constructor(options: FenceOptions) {
    this.options = options;
  }

  read(text: string, line: Line): void {
    const words = text.slice(line.start, line.end);
    this.leaveParents(words);
    const partLine = part.exec(words);
    const close = closing.exec(words);
    if (partLine !== null) this.part(partLine, line);
    else if (close !== null) this.close(close, line);
    else this.other(words, line);
  }

  /** A line of code: if it looks like an end, the fences around it have to be longer. */
  readCode(words: string): void {
    const colons = closing.exec(words)?.[2]?.length;
    const inner = this.open.at(-1);
    if (colons !== undefined && inner !== undefined)
      inner.colonsInCode = Math.max(inner.colonsInCode, colons);
  }

  /** Fences inside a quote or behind a list marker end with it. */
  private leaveParents(words: string): void {
    for (let index = this.open.length - 1; index >= Math.max(0, this.open.length - reach); index -= 1) {
      const fence = this.open[index];
      const { lead = '' } = fence ?? {};
      const leavesQuote = lead.includes('>') && !words.trimStart().startsWith('>');
      const marker = /[-*+.)]/u.test(lead.replaceAll('>', ''));
      const leavesItem = marker && words.trim() !== '' && words.search(/[^ \t>]/u) < lead.length;
      if (fence === undefined || (!leavesQuote && !leavesItem)) continue;
      for (const ended of this.open.slice(index)) ended.endsWithParent = true;
      this.open.length = index;
    }
  }

  private part(found: RegExpExecArray, line: Line): void {
    const [, lead = '', colons = '', name = ''] = found;
    this.waiting = { name, colons: colons.length, start: line.start + lead.length, line, close: undefined };
    this.parts.push(this.waiting);
  }

  private other(words: string, line: Line): void {
    if (words.trim() === '') return;
    this.waiting = undefined;
    const level = heading.exec(words)?.[1]?.length;
    if (level !== undefined) this.headings.push({ start: line.start, level });
    const usual = opening.exec(words);
    const found = usual ?? oddOpening.exec(words);
    if (found === null) return;
    const [, lead = '', sign = '', name = ''] = found;
    if (usual === null && !this.options.isBlock(name)) return;
    const parent = this.open.at(-1);
    const fence: Fence = {
      name,
      colons: sign.trim().length,
      start: line.start + lead.length,
      line,
      lead,
      close: undefined,
      parent,
      inner: [],
      isTooDeep: this.open.length >= this.options.deepest,
      endsWithParent: false,
      colonsInCode: 0,
      sign: usual === null ? sign : undefined,
    };
    if (!fence.isTooDeep) parent?.inner.push(fence);
    this.fences.push(fence);
    this.open.push(fence);
  }

  /** A closing line ends the innermost fence of its own length, else the innermost shorter one. */
  private close(found: RegExpExecArray, line: Line): void {
    const colons = found[2]?.length ?? 0;
    const start = line.start + (found[1]?.length ?? 0);
    const waiting = this.waiting;
    this.waiting = undefined;
    if (waiting !== undefined && this.open.slice(-reach).every((fence) => fence.colons > colons)) {
      waiting.close = line;
      return;
    }
    const near = this.open.slice(-reach).findLastIndex((fence) => fence.colons === colons);
    let index = near < 0 ? near : near + Math.max(0, this.open.length - reach);
    if (index < 0 && (this.open.at(-1)?.colons ?? colons + 1) < colons) index = this.open.length - 1;
    const fence = this.open[index];
    if (fence === undefined) return;
    fence.close = { start, colons, isOdd: found[2]?.includes('：') === true };
    this.open.length = index;
  }
}

/** Reads the fences of a Markdown text; those in code are none. */
export function readFences(text: string, options: FenceOptions): Fences {
  const reader = new FenceReader(options);
  const code = codeLines();
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const words = text.slice(start, end);
    if (code.next(words)) reader.readCode(words);
    else reader.read(text, { start, end });
    start = end + 1;
  }
  return reader;
}
