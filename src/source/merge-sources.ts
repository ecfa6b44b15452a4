/** Joins the sources of a document with those that all documents share. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { errorAt, warningAt } from './findings.js';
import type { SourceRecord } from './source-record.js';

/** What has an id and a place, and belongs to one document or to all. */
interface Identified {
  readonly id: string;
  readonly scope: 'document' | 'shared';
  readonly place: SourcePlace;
}

/** How the findings of one kind of record are worded. */
export interface MergeWords {
  readonly code: string;
  /** `source`, `number`. */
  readonly noun: string;
}

/**
 * Joins records by id. Twice in one folder is an error at the second; in the document's folder and in the shared one the
 * nearer wins, with a warning that shows both.
 */
export function mergeById<Item extends Identified>(
  own: readonly Item[],
  shared: readonly Item[],
  words: MergeWords,
  diagnostics: Diagnostic[],
): Map<string, Item> {
  const merged = unique(own, words, diagnostics);
  for (const [id, item] of unique(shared, words, diagnostics)) {
    const nearer = merged.get(id);
    if (nearer === undefined) {
      merged.set(id, item);
      continue;
    }
    diagnostics.push(
      warningAt(
        words.code,
        nearer.place,
        {
          what: `The ${words.noun} “${id}” stands in this folder and among the shared ones.`,
          why: 'The one in this folder is used here, the shared one everywhere else, so pages may differ.',
          fix: 'Remove one of them, or give this one an id of its own.',
        },
        { related: [{ message: 'The shared one stands here.', place: item.place }], excerpt: id },
      ),
    );
  }
  return merged;
}

function unique<Item extends Identified>(
  items: readonly Item[],
  words: MergeWords,
  diagnostics: Diagnostic[],
): Map<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const first = found.get(item.id);
    if (first === undefined) found.set(item.id, item);
    else {
      diagnostics.push(
        errorAt(
          words.code,
          item.place,
          {
            what: `The id “${item.id}” is given to two ${words.noun}s.`,
            why: 'It is unclear which of them a citation means; the first one is used.',
            fix: 'Give one of them another id, or remove it.',
          },
          { related: [{ message: 'It stands here first.', place: first.place }], excerpt: item.id },
        ),
      );
    }
  }
  return found;
}

/** Parts of an address that only count visits. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|cmpid|ocid|smid|ito|igshid|yclid)$/i;

/** An address in a form in which two spellings of the same one are equal. */
function comparable(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()])
    if (tracking.test(name)) parsed.searchParams.delete(name);
  parsed.searchParams.sort();
  const host = parsed.hostname.replace(/^www\./, '');
  return `${host}${parsed.pathname.replace(/\/+$/, '')}${parsed.search}`;
}

/** Warnings for one address under two ids. */
export function doubledAddresses(sources: Iterable<SourceRecord>): readonly Diagnostic[] {
  const first = new Map<string, SourceRecord>();
  const found: Diagnostic[] = [];
  for (const source of sources) {
    const url = source.csl['URL'];
    const key = typeof url === 'string' ? comparable(url) : undefined;
    if (key === undefined) continue;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, source);
      continue;
    }
    // Told where the author can act first: two shared sources are one warning, not one on every page's own file.
    const place = source.fieldPlaces['url'] ?? source.fieldPlaces['URL'] ?? source.place;
    found.push(
      warningAt(
        'source-id-is-unique',
        place,
        {
          what: `The sources “${other.id}” and “${source.id}” have the same address.`,
          why: 'Readers would find one source twice in the list, as if two had said it.',
          fix: 'Keep one of them and cite it with a locator, or correct the address.',
        },
        { related: [{ message: `“${other.id}” stands here.`, place: other.place }], excerpt: source.id },
      ),
    );
  }
  return found;
}

/** Ids that other entries name: `derived-from` has to exist and must not run in a circle; so have corroborating ids. */
export function brokenLinks(sources: ReadonlyMap<string, SourceRecord>): readonly Diagnostic[] {
  return [...sources.values()].flatMap((source) => [
    ...brokenOrigin(source, sources),
    ...brokenCorroboration(source, sources),
  ]);
}

function brokenOrigin(
  source: SourceRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): readonly Diagnostic[] {
  const { id, derivedFrom } = source;
  if (derivedFrom === undefined) return [];
  const place = source.fieldPlaces['derived-from'] ?? source.place;
  if (!sources.has(derivedFrom)) {
    const near = nearest(derivedFrom, sources.keys());
    return [
      errorAt('source-id-is-defined', place, {
        what: `“${id}” is derived from “${derivedFrom}”, which is no source.`,
        why: 'Readers could not follow the report to its origin.',
        fix: near === undefined ? 'Add that source, or correct the id.' : `Did you mean “${near}”?`,
      }),
    ];
  }
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = sources.get(at)?.derivedFrom) {
    if (at === id && seen.size > 0) {
      return [
        errorAt('source-id-is-defined', place, {
          what: `“${id}” is derived from itself, by way of ${[...seen].map((each) => `“${each}”`).join(', ')}.`,
          why: 'A report cannot be its own origin.',
          fix: 'Correct one of the `derived-from` lines.',
        }),
      ];
    }
    if (seen.has(at)) return [];
    seen.add(at);
  }
  return [];
}

function brokenCorroboration(
  source: SourceRecord,
  sources: ReadonlyMap<string, SourceRecord>,
): readonly Diagnostic[] {
  const itself = source.corroboration.includes(source.id);
  if (!itself && source.corroboration.every((id) => sources.has(id))) return [];
  // These ids are printed in no report, so the message does not name them.
  return [
    warningAt(
      'anonymous-source-is-complete',
      source.place,
      {
        what: itself
          ? `The unnamed source “${source.id}” is named as its own corroboration.`
          : `The corroboration of the unnamed source “${source.id}” names something that is no source.`,
        why: 'What an unnamed person says needs support that the desk can look up.',
        fix: 'Check the ids under `corroboration`.',
      },
      { excerpt: source.id, confidential: true },
    ),
  ];
}
