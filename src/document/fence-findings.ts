/** Findings about the `:::` lines of blocks. */

import type { FenceFault } from './fence-repair.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

interface Told {
  readonly code?: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly excerpt: string;
}

function wordsOf(fault: FenceFault, outerLine: number, limit: number): Told {
  const name = `:::${fault.fence.name}`;
  const colons = ':'.repeat(fault.fence.colons);
  switch (fault.kind) {
    case 'too-deep':
      return {
        code: 'nesting-is-within-limit',
        what: `The block “${name}” stands inside more than ${limit} others.`,
        why: 'Blocks as deep as this cannot be read, so they are shown as they were typed.',
        fix: 'Close the blocks around it first.',
        excerpt: name,
      };
    case 'sign':
      return {
        code: 'markup-is-not-left-over',
        what: `“${fault.fence.sign}${fault.fence.name}” looks like a block, but is not written like one.`,
        why: 'Readers would see the signs, and not get what they stand for.',
        fix: `Write “${name}”, with plain colons and no space behind them.`,
        excerpt: `${fault.fence.sign}${fault.fence.name}`,
      };
    case 'unclosed':
      return {
        what: `The block “${name}” is never closed.`,
        why: 'Nobody can tell where it ends, so the text after it may be shown as a part of it.',
        fix: `Write a line with ${colons} alone where the block ends.`,
        excerpt: name,
      };
    case 'same-length':
      return {
        what: `The block “${name}” stands inside “:::${fault.outer.name}” (line ${outerLine}), which does not begin with more colons.`,
        why: 'The first closing line would end the outer block too early.',
        fix: `Begin the outer block with “${colons}:${fault.outer.name}”, and end it with “${colons}:”.`,
        excerpt: name,
      };
    case 'curly-quotes':
      return {
        what: `The values in the braces of “${name}” stand in typographic quotation marks.`,
        why: 'Only straight ones tell where a value begins and ends.',
        fix: 'Write each value in straight quotation marks: {title="Deaths by day" source=ministry}.',
        excerpt: name,
      };
    case 'gap':
      return {
        what: `A space stands between “${name}” and its braces.`,
        why: 'Other programs would take the line for text.',
        fix: `Write “${name}{…}” without a space.`,
        excerpt: name,
      };
    case 'attributes':
      return {
        what: `The braces of “${name}” cannot be read: ${fault.text}`,
        why: 'Nothing of what they say reaches the page.',
        fix: 'Write each value in straight quotation marks, and close them and the braces: {title="Deaths by day" source=ministry}.',
        excerpt: fault.text,
      };
    case 'rest':
      return {
        what: `Words follow “${name}” on its line: “${fault.text}”.`,
        why: 'The opening line holds only the name and what stands in braces.',
        fix: 'Move them to a line of their own, or into braces if they are a setting: {title="…"}.',
        excerpt: fault.text,
      };
  }
}

/** Reports a fault; `offset` leads from an offset of the text that was read to the file. */
export function reportFenceFault(fault: FenceFault, work: Work, offset: (at: number) => number): void {
  const { fence } = fault;
  const start = offset('at' in fault ? fault.at : fence.start);
  const length = 'at' in fault ? 1 : (fence.sign?.length ?? fence.colons) + fence.name.length;
  const outerLine = fault.kind === 'same-length' ? work.positions.point(offset(fault.outer.start)).line : 0;
  const { code, ...words } = wordsOf(fault, outerLine, work.config.limits.nestingLevels);
  const place = work.place(work.positions.position(start, start + length));
  work.report(finding(code ?? 'keys-and-blocks-are-known', 'error', place, words));
}
