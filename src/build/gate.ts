/** The one gate between drafts and readers: nothing after it can see what it holds back. */

import type { Metadata } from '../document/explainer.js';
import { toInstant } from '../language/partial-date.js';

/** Why an explainer is held back, in the words of the summary. */
export type HeldBack = 'draft' | 'embargo' | 'published-later';

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
