/** A text after cuts and replacements that still knows where each character stood before. */

/** Replaces `start` to `end` (offsets before the edit) by other text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text after edits. */
export interface EditedText {
  readonly text: string;
  /**
   * The offset before the edits of an offset after them. Where a cut was, an `end` stands before the cut and a
   * `start` behind it.
   */
  originalOffset(offset: number, side: 'start' | 'end'): number;
}

interface Segment {
  /** Offset after the edits where the segment begins. */
  readonly after: number;
  /** Offset before the edits where it begins. */
  readonly before: number;
  /** Offset before the edits where it ends. */
  readonly end: number;
  /** Whether the characters are the author's own, one to one. */
  readonly kept: boolean;
}

/** Edited stretches and kept ones, in order; empty ones are left out. */
function segmentsOf(text: string, edits: readonly Edit[]): readonly Segment[] {
  const segments: Segment[] = [];
  let after = 0;
  let before = 0;
  const add = (from: number, end: number, length: number, kept: boolean): void => {
    if (length > 0) segments.push({ after, before: from, end, kept });
    after += length;
  };
  for (const edit of edits) {
    add(before, edit.start, edit.start - before, true);
    add(edit.start, edit.end, edit.text.length, false);
    before = edit.end;
  }
  add(before, text.length, text.length - before, true);
  return segments;
}

/** The last segment that begins at or before the offset. */
function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((segments[middle]?.after ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}

/** Applies edits, given in order and without overlap. */
export function editText(text: string, edits: readonly Edit[]): EditedText {
  const segments = segmentsOf(text, edits);
  const pieces: string[] = [];
  let before = 0;
  for (const edit of edits) {
    pieces.push(text.slice(before, edit.start), edit.text);
    before = edit.end;
  }
  pieces.push(text.slice(before));
  return {
    text: pieces.join(''),
    originalOffset(offset, side) {
      // An end belongs to the character before it, so that a cut that follows stays outside.
      const within = side === 'end' && offset > 0 ? offset - 1 : offset;
      const segment = segmentAt(segments, within);
      if (segment === undefined) return side === 'end' ? 0 : text.length;
      if (!segment.kept) return side === 'end' ? segment.end : segment.before;
      return segment.before + (within - segment.after) + (offset - within);
    },
  };
}

/** Edits on top of edits: offsets lead back to the first text. */
export function editAgain(first: EditedText, edits: readonly Edit[]): EditedText {
  const second = editText(first.text, edits);
  return {
    text: second.text,
    originalOffset: (offset, side) => first.originalOffset(second.originalOffset(offset, side), side),
  };
}
