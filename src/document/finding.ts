/** Makes the findings of this stage: one shape, so that each rule's text stands beside the code that notices. */

import type { Diagnostic, RelatedPlace, Severity } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';

/** The words of a finding: what was found, why it matters to a reader, what to do. */
export interface FindingWords {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The author's words that it is about. */
  readonly excerpt?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** One finding at a place. */
export function finding(
  code: string,
  severity: Severity,
  place: SourcePlace,
  words: FindingWords,
): Diagnostic {
  const { excerpt, related, ...message } = words;
  return {
    code,
    severity,
    ...message,
    place,
    ...(excerpt === undefined ? {} : { excerpt: shorten(excerpt, 200) }),
    ...(related === undefined ? {} : { related }),
  };
}

/** The beginning of a text on one line, with an ellipsis when something was left off; `limit` counts UTF-16 units. */
export function shorten(text: string, limit = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
