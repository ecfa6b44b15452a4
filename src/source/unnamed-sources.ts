/** Keeps what a file says about unnamed sources out of messages. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** The lines of top-level entries that are marked as unnamed, as pairs of first and last line (1-based). */
function unnamedEntries(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let start = 1;
  let isUnnamed = false;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    if (/^[^\s#]/.test(line)) {
      if (isUnnamed) found.push([start, index]);
      [start, isUnnamed] = [index + 1, false];
    }
    isUnnamed ||= /\btier["']?\s*[:=]\s*["'{]?\s*anonymous\b/i.test(line);
  });
  if (isUnnamed) found.push([start, lines.length]);
  return found;
}

/** The same findings; those inside an unnamed source's entry quote nothing of it. */
export function withoutSecrets(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const entries = diagnostics.length === 0 ? [] : unnamedEntries(text);
  return diagnostics.map((diagnostic) => {
    const line = diagnostic.place?.kind === 'source' ? diagnostic.place.position?.start.line : undefined;
    const isInside = line !== undefined && entries.some(([first, last]) => first <= line && line <= last);
    if (!isInside) return diagnostic;
    return {
      ...diagnostic,
      what: 'The entry of an unnamed source cannot be read at this place.',
      why: 'What it says is lost. The words themselves are not shown here, to protect the source.',
      fix: 'Put texts in straight quotes, and indent all fields of the entry by two spaces.',
      excerpt: undefined,
      confidential: true,
    };
  });
}
