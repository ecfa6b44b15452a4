/** When readers last got something new: the one rule for page, PDF, feed and sitemap. */

import type { Metadata } from '../document/explainer.js';
import type { PartialDate } from '../language/language.js';
import { compareDates, toInstant } from '../language/partial-date.js';

/**
 * The public time of the newest change (content model, section 2): `updated`, all corrections, and all updates that are not minor. Null when
 * there is none after publication. Dates without a time count in `timezone` (IANA).
 */
export function lastChangeOf(metadata: Metadata, timezone: string): PartialDate | null {
  const { published, updated, updates, corrections } = metadata;
  const changes = [
    ...(updated === null ? [] : [updated]),
    ...updates.filter(({ minor }) => !minor).map(({ at }) => at),
    ...corrections.map(({ at }) => at),
  ];
  const newest = changes.reduce<PartialDate | null>(
    (best, date) => (best === null || toInstant(date, timezone) > toInstant(best, timezone) ? date : best),
    null,
  );
  if (newest === null || published === null) return newest;
  return updated === null && compareDates(newest, published, timezone) <= 0 ? null : newest;
}
