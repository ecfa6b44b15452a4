/** Proves on the bytes that will be written that they paint what Chromium's did: all its operations in order, and beside them marks and blanks alone. */

import type { Operations } from './content/operations.js';
import { markEnd, type RewrittenSurface } from './content/rewrite.js';

const markOperators = new Set(['BDC', 'BMC', 'EMC']);
/** A mark as it is put in: nothing in it could open a string, a comment or another operation. */
const markHead = /^\/[A-Za-z]+ <<[\w/ .[\]-]*>> BDC\n$/;
const shownBlank = /^\n?<[0-9a-f]{2,4}> Tj\n(?:0 0 Td\n)?$/;

/**
 * Whether a rewritten stream is the old one with nothing but marks and its blanks put in, between operations, and nothing but marks left out.
 * What is put in begins with a delimiter or white space, and an operation ends before either, so that no two words can run together.
 */
export function drawsTheSame(before: Operations, after: RewrittenSurface): boolean {
  const old = Buffer.from(before.bytes.buffer, before.bytes.byteOffset, before.bytes.length);
  const bytes = Buffer.from(after.bytes.buffer, after.bytes.byteOffset, after.bytes.length);
  const seams = new Seams(before);
  let read = 0;
  let written = 0;
  for (const piece of after.pieces) {
    const start = written;
    written += typeof piece === 'string' ? piece.length : piece.to - piece.from;
    if (written > bytes.length) return false;
    if (typeof piece === 'string') {
      const known =
        piece === markEnd || markHead.test(piece) || (after.blanks.has(piece) && shownBlank.test(piece));
      if (!known || !seams.has(read) || bytes.toString('latin1', start, written) !== piece) return false;
    } else {
      if (!seams.leavesOutMarks(read, piece.from)) return false;
      if (bytes.compare(old, piece.from, piece.to, start, written) !== 0) return false;
      read = piece.to;
    }
  }
  return written === bytes.length && seams.leavesOutMarks(read, old.length);
}

/** The places between operations; asked from the first to the last. */
class Seams {
  private readonly operations: Operations;
  private index = 0;

  constructor(operations: Operations) {
    this.operations = operations;
  }

  /** Whether an operation begins or ends here. */
  has(at: number): boolean {
    const { starts, ends } = this.reach(at);
    return ends[this.index] === at || starts[this.index] === at;
  }

  /** Whether the bytes from `from` up to `to` are whole operations, all of them marks, or none at all. */
  leavesOutMarks(from: number, to: number): boolean {
    let at = from;
    while (at < to) {
      const { operators, starts, ends } = this.reach(at + 1);
      if (starts[this.index] !== at || !markOperators.has(operators[this.index] ?? '')) return false;
      at = ends[this.index] ?? to;
    }
    return at === to;
  }

  /** Moves on to the first operation that ends at a byte or behind it. */
  private reach(at: number): Operations {
    const { ends, length } = this.operations;
    while (this.index < length && (ends[this.index] ?? 0) < at) this.index += 1;
    return this.operations;
  }
}
