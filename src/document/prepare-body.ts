/** Makes the body ready for the Markdown parser: comments cut, `:::` lines repaired, and every fault of them told. */

import { findComments } from './cut-comments.js';
import { type EditedText, editAgain, editText } from './edited-text.js';
import { type FenceFault, repairFences } from './fence-repair.js';
import { readFences } from './fences.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

/** Offsets of the prepared text lead back to the file. */
export interface PreparedBody {
  readonly text: string;
  fileOffset(offset: number, side: 'start' | 'end'): number;
}

function reportFault(fault: FenceFault, work: Work, offset: (at: number) => number): void {
  const { fence } = fault;
  const name = `:::${fence.name}`;
  const start = offset(fence.start);
  const place = work.place(work.positions.position(start, start + fence.colons + fence.name.length));
  const code = 'keys-and-blocks-are-known';
  if (fault.kind === 'unclosed') {
    work.report(
      finding(code, 'error', place, {
        what: `The block “${name}” is never closed.`,
        why: 'Nobody can tell where it ends, so the text after it may be shown as a part of it.',
        fix: `Write a line with ${':'.repeat(fence.colons)} alone where the block ends.`,
        excerpt: name,
      }),
    );
  } else if (fault.kind === 'same-length') {
    const outer = `:::${fault.outer.name}`;
    const line = work.positions.point(offset(fault.outer.start)).line;
    work.report(
      finding(code, 'error', place, {
        what: `The block “${name}” stands inside “${outer}” (line ${line}), whose colons are not more than its own.`,
        why: 'The first closing line would end the outer block too early.',
        fix: `Begin and end the outer block with more colons: “${':'.repeat(fence.colons + 1)}${fault.outer.name}” and “${':'.repeat(fence.colons + 1)}”.`,
        excerpt: name,
      }),
    );
  } else if (fault.kind === 'rest') {
    const at = work.positions.position(offset(fault.at), offset(fault.at) + fault.text.length);
    work.report(
      finding(code, 'error', work.place(at), {
        what: `Words follow “${name}” on its line: “${fault.text}”.`,
        why: 'The opening line holds only the name and what stands in braces; the words would be lost.',
        fix: 'Move them to a line of their own, or into braces if they are a setting: {title="…"}.',
        excerpt: fault.text,
      }),
    );
  } else {
    const at = work.positions.position(offset(fault.at), offset(fault.at) + 1);
    const curly = fault.kind === 'curly-quotes';
    work.report(
      finding(code, 'error', work.place(at), {
        what: curly
          ? `The values in the braces of “${name}” stand in typographic quotation marks.`
          : `The braces of “${name}” cannot be read: ${fault.text}`,
        why: 'Only what is readable there reaches the page.',
        fix: 'Write each value in straight quotation marks, and close them: {title="Deaths by day" source=ministry}.',
        excerpt: curly ? name : fault.text,
      }),
    );
  }
}

/** Cuts comments and repairs fences. The text is that of the file's body. */
export function prepareBody(work: Work): PreparedBody {
  const { body, bodyStart } = work.source;
  const base = bodyStart.offset ?? 0;
  const found = findComments(body);
  for (const comment of found.comments) {
    const position = work.positions.position(base + comment.start, base + comment.end);
    work.cut.push({ rule: 'comment', text: comment.text, place: work.place(position) });
  }
  if (found.unclosed !== undefined) {
    const start = base + found.unclosed;
    work.report(
      finding('markup-is-not-left-over', 'error', work.place(work.positions.position(start, start + 4)), {
        what: 'A comment begins here with “<!--” and is never closed.',
        why: 'Nobody can tell where the comment ends, so a note for colleagues could reach the public.',
        fix: 'Close it with “-->”.',
        excerpt: '<!--',
      }),
    );
  }
  const cut: EditedText = editText(body, found.edits);
  const repair = repairFences(cut.text, readFences(cut.text));
  for (const fault of repair.faults) {
    if (fault.kind === 'attributes') {
      work.unreadable.add(base + cut.originalOffset(fault.fence.start, 'start'));
    }
    reportFault(fault, work, (at) => base + cut.originalOffset(at, 'start'));
  }
  const prepared = editAgain(cut, repair.edits);
  return {
    text: prepared.text,
    fileOffset: (offset, side) => base + prepared.originalOffset(offset, side),
  };
}
