/** Sources whose name is withheld: what their entries may hold, and how messages about them keep quiet. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { revealingFields } from './csl-variables.js';
import { errorAt } from './findings.js';
import type { SourceDraft } from './source-draft.js';

/** The finding for a field that could lead to the person. It stands at the id, so that no frame shows the field's line. */
export function revealingField(draft: SourceDraft, key: string): Diagnostic {
  return errorAt(
    'anonymous-source-is-complete',
    draft.place,
    {
      what: `The unnamed source “${draft.id}” has a field “${key}”.`,
      why: 'It could lead to the person whose name is withheld.',
      fix: `Remove \`${key}\` from this file; describe the person in \`description\`, as far as was agreed.`,
    },
    { excerpt: `${draft.id} ${key}`, confidential: true },
  );
}

/** Takes everything out of an unnamed source that could lead to the person, and tells which fields. */
export function refuseRevealing(draft: SourceDraft): readonly Diagnostic[] {
  if (draft.tier !== 'anonymous') return [];
  const revealing = Object.keys(draft.csl).filter((key) => revealingFields.includes(key));
  for (const key of revealing) {
    delete draft.csl[key];
    delete draft.fieldPlaces[key];
  }
  const isArchived = draft.archive !== undefined;
  draft.archive = undefined;
  return [...revealing, ...(isArchived ? ['archive'] : [])].map((key) => revealingField(draft, key));
}

/** Findings about an unnamed source's entry that quote nothing of it. */
export function hideEntry(diagnostics: readonly Diagnostic[], draft: SourceDraft): readonly Diagnostic[] {
  return diagnostics.map((found) => {
    if (found.confidential === true) return found;
    const key = Object.keys(draft.fieldPlaces).find((name) => found.what.includes(`“${name}`));
    const field = key === undefined ? 'A field' : `The field “${key}”`;
    return {
      ...found,
      what: `${field} of the unnamed source “${draft.id}” is not known or cannot be used as it is.`,
      place: draft.place,
      excerpt: draft.id,
      confidential: true,
    };
  });
}

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

/** Findings about text that could not be read; those inside an unnamed source's entry quote nothing of it. */
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
