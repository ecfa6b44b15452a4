/** The one gate between drafts and readers: nothing after it can see what it holds back. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer, Metadata } from '../document/explainer.js';
import { toInstant } from '../language/partial-date.js';

/** Why an explainer is held back; `unclear` when its front matter cannot say whether it may be public, and then an error tells. */
export type HeldBack = 'draft' | 'embargo' | 'published-later' | 'unclear';

/** What the gate needs to know. */
export interface GateRules {
  /** The instant that counts as now, ms. */
  readonly now: number;
  /** IANA zone of dates without one. */
  readonly timezone: string;
  /** Show everything, with a watermark. */
  readonly drafts: boolean;
}

/**
 * Why an explainer may not be published, or undefined when it may: `published`, without a running embargo, with no later date of
 * publishing (content model, section 9). With `drafts` everything passes.
 */
export function heldBack(metadata: Metadata, { now, timezone, drafts }: GateRules): HeldBack | undefined {
  if (drafts) return undefined;
  if (metadata.status !== 'published' && metadata.status !== 'withdrawn') return 'draft';
  if (metadata.embargo === true || (metadata.embargo !== null && metadata.embargo > now)) return 'embargo';
  if (metadata.published !== null && toInstant(metadata.published, timezone) > now) return 'published-later';
  return undefined;
}

const decisiveKeys = ['status', 'embargo', 'published'] as const;

/**
 * Whether the front matter is broken, or an error stands in one of the lines that decide. The earlier output of such a document stays, and nothing new names it
 * (content model, section 9).
 */
export function isUnclear(explainer: Explainer, diagnostics: readonly Diagnostic[]): boolean {
  const lineOf = (key: string): number | undefined => explainer.placeOf(key).position?.start.line;
  const absent = lineOf('');
  const lines = decisiveKeys.map(lineOf).filter((line) => line !== undefined && line !== absent);
  return diagnostics.some(({ code, severity, place }) => {
    if (severity !== 'error' || place?.kind !== 'source' || place.file !== explainer.path) return false;
    return code === 'front-matter-is-readable' || lines.includes(place.position?.start.line);
  });
}
