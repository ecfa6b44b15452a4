/** Gives every heading and block its id: the author's own where there is one, else one made from its words. */

import GithubSlugger from 'github-slugger';
import type { Heading } from 'mdast';
import type { SourcePlace } from '../diagnostics/place.js';
import { finding } from './finding.js';
import type { BlockDirective } from './recognise-context.js';
import type { Work } from './work.js';

/** A heading or a block. */
export type Identified = Heading | BlockDirective;

/** Ids of a document. */
export interface Ids {
  /** Takes the author's id; false when it is refused, which is reported. */
  claim(node: Identified, id: string, place: SourcePlace): boolean;
  /** The id of a node; one made from `words` when it has none yet. */
  idOf(node: Identified, words: string): string;
  has(id: string): boolean;
  all(): Iterable<string>;
  /** Ids that the author gave, with their places. */
  own(): ReadonlyMap<string, SourcePlace>;
}

const fixedIds: ReadonlySet<string> = new Set(['content', 'notes', 'sources', 'toc']);
const reservedPrefix = /^(?:note|call|source|term)-/u;
const safeId = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*$/u;

/** Ids that Galley itself gives: parts of the page, notes, calls, entries of the sources list, terms. */
function isReserved(id: string, work: Work): boolean {
  if (fixedIds.has(id) || /^(?:note|call)-/u.test(id)) return true;
  return id.startsWith('source-') && work.source.sources.has(id.slice('source-'.length));
}

function reportReserved(id: string, place: SourcePlace, work: Work): void {
  work.report(
    finding('id-is-unique', 'error', place, {
      what: `The id “${id}” is one that Galley uses itself.`,
      why: 'Links to it would lead to the wrong place.',
      fix: `Choose another, for example “about-${id}”.`,
      excerpt: id,
    }),
  );
}

function reportUnsafe(id: string, place: SourcePlace, work: Work): void {
  const better = new GithubSlugger().slug(id).replace(/^[^\p{L}\p{N}]+/u, '') || 'part-1';
  work.report(
    finding('keys-and-blocks-are-known', 'error', place, {
      what: `“${id}” cannot be an id.`,
      why: 'An id becomes part of an address, so it holds letters, digits and hyphens only.',
      fix: `Write for example “${better}”.`,
      excerpt: id,
    }),
  );
}

/** Makes the ids of one document. All claims come before the first `idOf`, so that the author's own ids win. */
export function makeIds(work: Work): Ids {
  const byNode = new Map<Identified, string>();
  const taken = new Map<string, SourcePlace | undefined>();
  const free = (words: string): string => {
    const slug = new GithubSlugger().slug(words).replace(/^[-_]+|[-_]+$/gu, '') || 'section';
    const base = reservedPrefix.test(slug) || fixedIds.has(slug) ? `about-${slug}` : slug;
    // A second “note” cannot be “note-2”, which is the id of a note.
    const numbered = reservedPrefix.test(`${base}-`) ? `about-${base}` : base;
    let id = base;
    for (let next = 2; taken.has(id); next += 1) id = `${numbered}-${next}`;
    return id;
  };
  return {
    claim(node, id, place) {
      if (!safeId.test(id)) {
        reportUnsafe(id, place, work);
        return false;
      }
      if (isReserved(id, work)) {
        reportReserved(id, place, work);
        return false;
      }
      if (taken.has(id)) {
        const first = taken.get(id);
        work.report(
          finding('id-is-unique', 'error', place, {
            what: `The id “${id}” is given twice.`,
            why: 'Links to it would lead to the first place only.',
            fix: `Give this one another, for example “${free(id)}”.`,
            excerpt: id,
            related: first === undefined ? undefined : [{ message: 'first given here', place: first }],
          }),
        );
        return false;
      }
      taken.set(id, place);
      byNode.set(node, id);
      return true;
    },
    idOf(node, words) {
      const known = byNode.get(node);
      if (known !== undefined) return known;
      const id = free(words);
      taken.set(id, undefined);
      byNode.set(node, id);
      return id;
    },
    has: (id) => taken.has(id),
    all: () => taken.keys(),
    own: () =>
      new Map([...taken].flatMap(([id, place]) => (place === undefined ? [] : [[id, place] as const]))),
  };
}
