/** What lists, feed and sitemap say of one document: facts that build.json keeps, so that a build of some documents still lists all. */

import { z } from 'zod';
import type { ResolvedConfig } from '../config/config.js';
import type { Explainer } from '../document/explainer.js';
import type { CorrectionFact } from '../html/html-document.js';
import { lastChangeOf } from '../html/public-time.js';
import type { PartialDate } from '../language/language.js';
import { isoDate, toInstant } from '../language/partial-date.js';
import { heldBack } from './gate.js';

const event = z.object({
  /** ISO date. */
  at: z.string(),
  kind: z.enum(['correction', 'clarification', 'retraction', 'editors-note', 'update']),
  text: z.string(),
});

/** The schema of a listing. Instants are RFC 3339 in UTC. */
export const listingSchema = z.object({
  /** Passed the gate without `--drafts`; only these stand in feed and sitemap. */
  isPublic: z.boolean(),
  withdrawn: z.boolean(),
  /** Documents of one group say the same in different languages; the group is the original's slug. */
  group: z.string(),
  published: z.string().nullable(),
  changed: z.string(),
  authors: z.array(z.string()),
  topics: z.array(z.string()),
  rights: z.string().nullable(),
  /** The file that readers open, in the document's folder. */
  page: z.string(),
  /** PDFs offered to readers, in the document's folder. */
  pdfs: z.array(z.string()),
  /** Corrections and updates, newest first. */
  events: z.array(event),
});

/** What lists say of one document. */
export type Listing = z.infer<typeof listingSchema>;

/** What a listing is made from. */
export interface ListingFacts {
  readonly explainer: Explainer;
  readonly corrections: readonly CorrectionFact[];
  /** Paths of the document's files in its folder. */
  readonly files: readonly string[];
}

function instantOf(date: PartialDate | null, timezone: string): string | null {
  return date === null ? null : new Date(toInstant(date, timezone)).toISOString().replace('.000Z', 'Z');
}

/** Corrections and updates that readers are told of, newest first. */
function eventsOf({ explainer, corrections }: ListingFacts): Listing['events'] {
  const updates = explainer.metadata.updates
    .filter(({ minor }) => !minor)
    .map(({ at, text }) => ({ at: isoDate(at), kind: 'update' as const, text: text.text }));
  const events = [...corrections.map(({ at, kind, text }) => ({ at, kind, text })), ...updates];
  return events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Makes the listing of a document. */
export function listingOf(facts: ListingFacts, config: ResolvedConfig): Listing {
  const { explainer, files } = facts;
  const { metadata, slug } = explainer;
  const { timezone, now } = config;
  const published = instantOf(metadata.published, timezone);
  const changed = instantOf(lastChangeOf(metadata, timezone), timezone);
  const rights = [metadata.rights?.holder, metadata.rights?.licence].filter(
    (part) => typeof part === 'string',
  );
  const pdfs = files.filter((path) => path.endsWith('.pdf') && !path.endsWith('.ua2.pdf'));
  return {
    isPublic: heldBack(metadata, { now, timezone, drafts: false }) === undefined,
    withdrawn: metadata.status === 'withdrawn',
    group: metadata.translationOf ?? slug,
    published,
    changed: changed ?? published ?? new Date(now).toISOString(),
    authors: metadata.byline.map(({ name }) => name),
    topics: [...metadata.topics],
    rights: rights.length === 0 ? null : rights.join(', '),
    page: files.includes('index.html') ? 'index.html' : (pdfs[0] ?? 'index.html'),
    pdfs,
    events: eventsOf(facts),
  };
}
