/** Findings about text that is too deep or too large to be read. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { finding } from './finding.js';
import type { OverLimit } from './reading-limits.js';

const words: Readonly<Record<OverLimit['kind'], (limit: string) => { what: string; fix: string }>> = {
  levels: (limit) => ({
    what: `Lists and quotes stand inside each other here more than ${limit} levels deep.`,
    fix: 'Move the inner ones out, or look for a line of “>” or “-” that was not meant.',
  }),
  brackets: (limit) => ({
    what: `This paragraph has more than ${limit} opening brackets or braces.`,
    fix: 'Cut it into several paragraphs, or put what is no text between two lines of ```.',
  }),
  emphasis: (limit) => ({
    what: `This paragraph has more than ${limit} marks of emphasis or code (*, _, ~ or \`) in a row or in all.`,
    fix: 'Cut it into several paragraphs, or put what is no text between two lines of ```.',
  }),
  lines: (limit) => ({
    what: `More than ${limit} lines stand here without a blank line between them.`,
    fix: 'Put blank lines between the parts.',
  }),
  pieces: (limit) => ({
    what: `The document has more than ${limit} paragraphs; what follows is not read.`,
    fix: 'Cut it into several documents.',
  }),
  columns: (limit) => ({
    what: `This table has more than ${limit} columns.`,
    fix: 'Show a part of it, and link to the data.',
  }),
  cells: (limit) => ({
    what: `This table has more than ${limit} cells.`,
    fix: 'Show a part of it, and link to the data.',
  }),
};

const nesting: ReadonlySet<OverLimit['kind']> = new Set(['levels', 'brackets', 'emphasis']);

/** Says that a piece of the text is over a limit. */
export function overLimit(over: OverLimit, place: SourcePlace): Diagnostic {
  const code = nesting.has(over.kind) ? 'nesting-is-within-limit' : 'size-is-within-limit';
  return finding(code, 'error', place, {
    ...words[over.kind](over.limit.toLocaleString('en')),
    why: 'Text like this cannot be read in good time, so it is shown as it was typed.',
  });
}
