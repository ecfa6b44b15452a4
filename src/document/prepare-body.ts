/** Makes the body ready for the Markdown parser: comments cut, `:::` lines repaired, and every fault of them told. */

import type { Point } from 'unist';
import { findComments } from './cut-comments.js';
import { type Edit, type EditedText, editAgain, editText } from './edited-text.js';
import { reportFenceFault } from './fence-findings.js';
import { repairFences } from './fence-repair.js';
import { readFences } from './fences.js';
import { finding, shorten } from './finding.js';
import { overLimit } from './limit-findings.js';
import { findOverLimits, readingLimits } from './reading-limits.js';
import type { Work } from './work.js';

/** Offsets of the prepared text lead back to the file. */
export interface PreparedBody {
  readonly text: string;
  fileOffset(offset: number, side: 'start' | 'end'): number;
}

function reportUnclosedComment(start: number, work: Work): void {
  const place = work.place(work.positions.position(start, start + 4));
  work.report(
    finding('markup-is-not-left-over', 'error', place, {
      what: 'A comment begins here with “<!--” and is never closed.',
      why: 'Nobody can tell where the comment ends, so a note for colleagues could reach the public.',
      fix: 'Close it with “-->”.',
      excerpt: '<!--',
    }),
  );
}

/** A comment that holds the beginning of another one most likely lacks its own end. */
function reportCommentInComment(text: string, start: Point, work: Work): void {
  work.report(
    finding('markup-is-not-left-over', 'warning', work.place({ start, end: start }), {
      what: 'The comment that begins here holds another “<!--”; all before the next “-->” is cut.',
      why: 'If its own “-->” was forgotten, readers lose the words in between.',
      fix: 'Close the first comment with “-->” where it ends.',
      excerpt: shorten(text, 200),
    }),
  );
}

/** No-break and other wide spaces at the end of a `:::` line, which nobody sees and the parser takes for words. */
function invisibleEnds(text: string): Edit[] {
  return [...text.matchAll(/^[ \t>]*:{2,}[^\r\n]*/gmu)].flatMap((match): Edit[] => {
    const kept = match[0].trimEnd().length;
    if (!/[^ \t]/u.test(match[0].slice(kept))) return [];
    return [{ start: match.index + kept, end: match.index + match[0].length, text: '' }];
  });
}

/** Cuts comments and repairs fences. The text is that of the file's body. */
export function prepareBody(work: Work): PreparedBody {
  const { body, bodyStart } = work.source;
  const base = bodyStart.offset ?? 0;
  const found = findComments(body);
  for (const comment of found.comments) {
    const position = work.positions.position(base + comment.start, base + comment.end);
    work.cut.push({ rule: 'comment', text: comment.text, place: work.place(position) });
    if (comment.text.includes('<!--')) reportCommentInComment(comment.text, position.start, work);
  }
  if (found.unclosed !== undefined) reportUnclosedComment(base + found.unclosed, work);
  const uncommented: EditedText = editText(body, found.edits);
  const cut = editAgain(uncommented, invisibleEnds(uncommented.text));
  const limits = { ...readingLimits, levels: work.config.limits.nestingLevels };
  const tooMuch = findOverLimits(cut.text, limits);
  for (const over of tooMuch.over) {
    const at = base + cut.originalOffset(over.at, 'start');
    work.report(overLimit(over, work.place(work.positions.position(at, at + 1))));
  }
  const readable = editAgain(cut, tooMuch.edits);
  const fenceOptions = {
    deepest: limits.levels,
    isBlock: (name: string) => name === 'lang' || work.blocks.has(name),
  };
  const repair = repairFences(readable.text, readFences(readable.text, fenceOptions));
  for (const fault of repair.faults) {
    const offset = (at: number): number => base + readable.originalOffset(at, 'start');
    if (fault.kind === 'attributes') work.unreadable.add(offset(fault.fence.start));
    reportFenceFault(fault, work, offset);
  }
  const prepared = editAgain(readable, repair.edits);
  return {
    text: prepared.text,
    fileOffset: (offset, side) => base + prepared.originalOffset(offset, side),
  };
}
