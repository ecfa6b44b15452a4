/** What a rule about left-over markup is. */

import type { Severity } from '../diagnostics/diagnostic.js';

/** What a document can cite and call. */
export interface KnownNames {
  isSource(id: string): boolean;
  isNote(name: string): boolean;
}

/** One kind of left-over markup. Patterns work on the text as typed, so that a backslash protects. */
export interface LeftOverRule {
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly code?: string;
  /**
   * Where it counts: at the start of a line; not at the end of an item that takes settings there; not in headings; right before
   * a citation; right before or behind a source that stands in the sentence.
   */
  readonly where?:
    | 'line'
    | 'not-item-end'
    | 'not-heading'
    | 'before-citation'
    | 'before-name'
    | 'behind-name';
  /** A further condition on the match. */
  readonly holds?: (match: RegExpExecArray, known: KnownNames) => boolean;
  readonly what: (typed: string) => string;
  readonly why: string;
  readonly fix: (typed: string) => string;
}
