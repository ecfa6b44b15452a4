/** Finds HTML comments, the author's own notes, so that they are cut before anything else is read. */

import { type CodeLines, codeLines } from './code-lines.js';
import type { Edit } from './edited-text.js';

/** A comment in a text; offsets are those of its `<!--` and behind its `-->`. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** The words between the marks. */
  readonly text: string;
}

/** All comments of a text, and the first `<!--` that is never closed. */
export interface Comments {
  readonly comments: readonly Comment[];
  readonly unclosed: number | undefined;
  /** Cuts that take out comments with the space they leave behind, and the marks of unclosed ones. */
  readonly edits: readonly Edit[];
}

/** A line that begins a block of its own, so that no code span reaches over its start. */
const blockStart = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|:{3,}|`{3}|~{3}|\|)|^[ \t>]*$/u;
const marks = /[`\\\n]|<!--/gu;

/** Where the paragraph that holds an offset ends: before a blank line or a line that begins a block. */
function paragraphEnd(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end !== -1) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next === -1 ? text.length : next);
    if (blockStart.test(line)) return end;
    end = next;
  }
  return text.length;
}

/** Backtick runs of one length in a paragraph, and how many of them are behind us. */
interface Runs {
  readonly offsets: number[];
  passed: number;
}

/** Offsets of backtick runs in one paragraph, by length. */
class CodeSpans {
  private end = -1;
  private runs = new Map<number, Runs>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Behind the code span that a run of backticks opens, or behind the run itself when nothing closes it. */
  behind(start: number, length: number): number {
    if (start >= this.end) this.read(start);
    const runs = this.runs.get(length);
    if (runs === undefined) return start + length;
    while ((runs.offsets[runs.passed] ?? Number.POSITIVE_INFINITY) <= start) runs.passed += 1;
    return (runs.offsets[runs.passed] ?? start) + length;
  }

  private read(start: number): void {
    this.end = paragraphEnd(this.text, start);
    this.runs = new Map();
    for (const run of this.text.slice(start, this.end).matchAll(/`+/gu)) {
      const known = this.runs.get(run[0].length);
      if (known === undefined) this.runs.set(run[0].length, { offsets: [start + run.index], passed: 0 });
      else known.offsets.push(start + run.index);
    }
  }
}

/** The first offset at or after `from` that holds no space or tab. */
function behindSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** The offset behind the last character before `from` that is none of `skipped`. */
function beforeAll(text: string, from: number, skipped: string): number {
  let at = from;
  while (at > 0 && skipped.includes(text[at - 1] ?? '\n')) at -= 1;
  return at;
}

/** What to cut so that a comment leaves no trace: whole lines with their line end, or no doubled space. */
function cutOf(text: string, start: number, end: number): Edit {
  const lead = beforeAll(text, start, ' \t>');
  const tail = behindSpace(text, end);
  const endsLine = tail >= text.length || text[tail] === '\n';
  if (endsLine && (lead === 0 || text[lead - 1] === '\n')) {
    return { start: lead, end: Math.min(tail + 1, text.length), text: '' };
  }
  const space = beforeAll(text, start, ' \t');
  if (endsLine) return { start: space, end: tail, text: '' };
  const doubled = space < start || start === 0 || text[start - 1] === '\n';
  return { start, end: doubled ? tail : end, text: '' };
}

/** Joins cuts that touch or overlap, as those of neighbouring comments do. */
function joined(edits: readonly Edit[]): Edit[] {
  const all: Edit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last !== undefined && edit.start <= last.end) {
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: '' };
    } else all.push(edit);
  }
  return all;
}

/** Skips code lines from a line's start; the offset of the first character that is prose. */
function skipCode(text: string, lineStart: number, lines: CodeLines): number {
  let at = lineStart;
  while (at < text.length) {
    const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
    if (!lines.next(text.slice(at, end))) return at;
    at = end + 1;
  }
  return text.length;
}

/** Finds the comments of Markdown text. What stands in code, or behind a backslash, is none. */
export function findComments(text: string): Comments {
  const comments: Comment[] = [];
  const edits: Edit[] = [];
  let unclosed: number | undefined;
  const lines = codeLines();
  const spans = new CodeSpans(text);
  let at = skipCode(text, 0, lines);
  while (at < text.length) {
    marks.lastIndex = at;
    const mark = marks.exec(text);
    if (mark === null) break;
    if (mark[0] === '\n') at = skipCode(text, mark.index + 1, lines);
    else if (mark[0] === '\\') at = mark.index + (text[mark.index + 1] === '\n' ? 1 : 2);
    else if (mark[0] === '`') {
      let behind = mark.index + 1;
      while (text[behind] === '`') behind += 1;
      at = spans.behind(mark.index, behind - mark.index);
    } else {
      const close = unclosed === undefined ? text.indexOf('-->', mark.index + 2) : -1;
      if (close === -1) {
        unclosed ??= mark.index;
        edits.push({ start: mark.index, end: mark.index + 4, text: '' });
        at = mark.index + 4;
        continue;
      }
      const end = close + 3;
      comments.push({ start: mark.index, end, text: text.slice(mark.index + 4, close).trim() });
      edits.push(cutOf(text, mark.index, end));
      at = end;
    }
  }
  return { comments, unclosed, edits: joined(edits) };
}
