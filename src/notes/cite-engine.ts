/** Sets citations with citeproc for one style in one language, behind an interface that knows nothing of citeproc. */

import type { Cite, Engine, RegistryEntry, VariableParameters } from 'citeproc';
import type { PhrasingContent } from 'mdast';
import type { Language } from '../language/language.js';
import type { CslItem } from '../source/source-record.js';
import type { CiteMemory } from './cite-memory.js';
import { citeMark, languageMark, readMarked, standInFor, withOthers, wordsOf } from './marked-text.js';
import { prepareItem } from './prepare-item.js';

/** One source as it is to be set in a note or a sentence. */
export interface CiteRequest {
  readonly id: string;
  /** Words before and behind, as the author typed them. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** A locator that the style words itself, with CSL's label. */
  readonly locator?: string | undefined;
  readonly label?: string | undefined;
  /** A locator already in words; the style prints it where locators stand. */
  readonly locatorWords?: string | undefined;
  /** Content that follows the source before the author's own words: access date and archive. */
  readonly appendix?: readonly PhrasingContent[] | undefined;
  readonly suppressAuthor?: boolean | undefined;
  /** Printed in full before: the short form is enough. Never gives “ibid.”. */
  readonly repeated?: boolean | undefined;
  /** Number of the note that prints the source in full; some styles refer back to it. */
  readonly firstNote?: number | undefined;
}

/** What stands around the sources of one citation. */
export interface Affixes {
  readonly prefix: string;
  readonly suffix: string;
  readonly delimiter: string;
}

/** Which of a citation's own affixes are printed. */
export interface Framing {
  readonly prefix: boolean;
  readonly suffix: boolean;
}

/** The sources of one document, in order of first mention. */
export interface CiteSession {
  /** Sets one citation. In-text styles give an `inTextCitation` for each source. */
  cite(requests: readonly CiteRequest[], framing?: Framing): PhrasingContent[];
  /** The entry of each source in the list; empty where the style lists none. */
  entries(): ReadonlyMap<string, PhrasingContent[]>;
  /** Sets something as if these sources had no access date, to see whether the style prints one. */
  withoutAccess<Value>(ids: Iterable<string>, make: () => Value): Value;
}

/** A style in a language, ready to set citations. Sessions of one engine are used one after the other. */
export interface CiteEngine {
  /** Footnotes, author and date in the sentence, or numbers in the sentence. */
  readonly form: 'note' | 'author-date' | 'numeric';
  /** Whether the style sets its mark as a superscript, which takes no space before it. */
  readonly raised: boolean;
  /** Whether the style prints locators in its citations at all. */
  readonly printsLocators: boolean;
  readonly affixes: Affixes;
  /** Whether points and commas go inside closing quotation marks (American English). */
  readonly pointsInQuotes: boolean;
  /** Begins a document, forgetting the one before; one with the very same sources goes on with what is set already. */
  start(items: readonly CslItem[]): CiteSession;
  /** The locale's word for “accessed”. */
  readonly accessedTerm: string;
  /** A date in the words of the style's locale. */
  formatDate(parts: readonly number[]): string;
}

/** citeproc's positions of a cite: the first, or a later one. */
const firstPosition = 0;
const laterPosition = 1;

/** Variables whose words are in the source's own language. */
const titles: ReadonlySet<string> = new Set(['title', 'title-short', 'container-title', 'collection-title']);

/** What citeproc asks of us while it works: the items of the running document. */
export interface Surroundings {
  items: ReadonlyMap<string, CslItem>;
  withoutAccess: boolean;
}

/** The item under an id, as citeproc asks for it. */
export function itemOf(surroundings: Surroundings, id: string): CslItem | undefined {
  const item = surroundings.items.get(id);
  if (item === undefined || !surroundings.withoutAccess) return item;
  const { accessed: _accessed, ...rest } = item;
  return rest as CslItem;
}

/** Marks a title in a language that is not the page's. */
export function wrapVariable(
  pageTag: string,
  params: VariableParameters,
  before: string,
  words: string,
  after: string,
): string {
  const language = params.itemData?.['language'];
  const isTitle = params.variableNames?.some((name) => titles.has(name)) === true;
  if (!isTitle || typeof language !== 'string' || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language)) {
    return before + words + after;
  }
  const [main = ''] = language.toLowerCase().split('-');
  if (words === '' || main === 'und' || main === pageTag.toLowerCase().split('-')[0])
    return before + words + after;
  return before + languageMark(language, words) + after;
}

function stateOf(item: CslItem, entry: RegistryEntry | undefined): string {
  return JSON.stringify([item, entry?.seq, entry?.disambig]);
}

/** The mark around one cite of a sentence. */
export function wrapCite(words: string, id: string): string {
  return citeMark(id, words);
}

/** Builds what is appended to a cite: an appendix of ours first, then the author's words. */
function suffixOf(request: CiteRequest, appendix: string | undefined): string {
  const words = request.suffix?.trim() ?? '';
  const own = words === '' ? '' : /^[\p{P}]/u.test(words) ? words : `, ${words}`;
  return appendix === undefined ? own : `, ${appendix}${own}`;
}

function citeOf(request: CiteRequest, standIns: (readonly PhrasingContent[])[]): Cite {
  const keep = (content: readonly PhrasingContent[]): string => standInFor(standIns.push(content) - 1);
  const hasAppendix = request.appendix !== undefined && request.appendix.length > 0;
  const suffix = suffixOf(request, hasAppendix ? keep(request.appendix ?? []) : undefined);
  const cite: Cite = {
    id: request.id,
    position: request.repeated === true ? laterPosition : firstPosition,
  };
  if (request.prefix !== undefined && request.prefix !== '') cite.prefix = `${request.prefix} `;
  if (suffix !== '') cite.suffix = suffix;
  if (request.firstNote !== undefined) cite['first-reference-note-number'] = request.firstNote;
  if (request.suppressAuthor === true) cite['suppress-author'] = true;
  if (request.locatorWords !== undefined) {
    // The term “timestamp” is empty in every locale, so the style adds no word of its own.
    cite.label = 'timestamp';
    cite.locator = keep([{ type: 'text', value: request.locatorWords }]);
  } else if (request.locator !== undefined) {
    cite.locator = request.locator;
    cite.label = request.label ?? 'page';
  }
  return cite;
}

/** Where citeproc sets a bare number it loses whose it is; the number tells. */
function withSources(nodes: PhrasingContent[], ids: readonly string[], engine: Engine): PhrasingContent[] {
  for (const node of nodes) {
    if (node.type === 'inTextCitation' && node.sources[0] === '') {
      const number = Number(/\d+/u.exec(wordsOf(node.children))?.[0]);
      const own = ids.find((id) => engine.registry.registry[id]?.seq === number) ?? ids[0];
      node.sources = own === undefined ? [] : [own];
    } else if ('children' in node) withSources(node.children as PhrasingContent[], ids, engine);
  }
  return nodes;
}

/** citeproc's words for a cite of which nothing is left to print, and a date that a style prints twice (Chicago, for photographs). */
function withoutBlanks(marked: string): string {
  return marked
    .replaceAll('[NO_PRINTED_FORM]', '')
    .replaceAll('[CSL STYLE ERROR: reference with no printed form.]', '')
    .replace(/(, [^.“”«»]{4,30}\d{4})\1(?!\d)/u, '$1');
}

/** Some styles (MLA) set the word of a place right against its number (“sec.4”); a space keeps them apart and on one line. */
function withPlacesApart(marked: string, requests: readonly CiteRequest[]): string {
  return requests.reduce((words, { label, locator }) => {
    if (label === undefined || locator === undefined) return words;
    const number = locator.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return words.replace(new RegExp(`(?<=\\p{L}\\.)${number}(?![\\p{L}\\p{N}])`, 'gu'), `\u00a0${locator}`);
  }, marked);
}

/** Between bare numbers a comma is enough (“1,2”); between cites with words of their own it would read as part of them (“3, ch. 3,4”). */
function delimiterOf(requests: readonly CiteRequest[], { delimiter }: Affixes): string {
  const hasWords = requests.some((one) =>
    [one.locator, one.locatorWords, one.prefix, one.suffix].some((words) => (words ?? '') !== ''),
  );
  return delimiter === ',' && hasWords ? '; ' : delimiter;
}

/** What a session begins with, besides its engine. */
export interface SessionStart {
  readonly surroundings: Surroundings;
  readonly affixes: Affixes;
  readonly language: Language;
  readonly sources: readonly CslItem[];
  readonly memory: CiteMemory;
}

/** Begins a document on a citeproc engine. */
export function startSession(engine: Engine, start: SessionStart): CiteSession {
  const { surroundings, affixes, language, sources, memory } = start;
  /** Makes citeproc ask for items again, with or without their access dates. */
  const refetch = (withoutAccess: boolean, ids: Iterable<string>): void => {
    surroundings.withoutAccess = withoutAccess;
    for (const id of ids) {
      delete engine.tmp.loadedItemIDs[id];
      engine.retrieveItem(id);
    }
  };
  surroundings.items = new Map(sources.map((source) => [source.id, prepareItem(source, language)]));
  surroundings.withoutAccess = false;
  engine.tmp.loadedItemIDs = {};
  engine.updateItems([]);
  engine.updateItems(sources.map(({ id }) => id));
  /** All that decides how a source is set: what it says, and how citeproc tells it from others and numbers it. */
  const states = new Map(
    [...surroundings.items].map(([id, item]) => [id, stateOf(item, engine.registry.registry[id])]),
  );
  const stateNow = (id: string): string => `${states.get(id) ?? id} ${surroundings.withoutAccess}`;
  const named = (marked: string): string =>
    withOthers(marked, engine.getTerm('and'), engine.getTerm('et-al'));
  const plainly = { prefix: true, suffix: true };
  const cite = (requests: readonly CiteRequest[], framing: Framing = plainly): PhrasingContent[] => {
    const standIns: (readonly PhrasingContent[])[] = [];
    const cites = requests.map((request) => citeOf(request, standIns));
    const key = JSON.stringify([cites, framing, standIns, cites.map(({ id }) => stateNow(id))]);
    return memory.get(key, () => {
      const { opt } = engine.citation;
      const prefix = framing.prefix ? affixes.prefix : '';
      const suffix = framing.suffix ? affixes.suffix : '';
      opt.layout_prefix = prefix;
      opt.layout_suffix = suffix;
      opt.layout_delimiter = delimiterOf(requests, affixes);
      const marked = withPlacesApart(named(withoutBlanks(engine.makeCitationCluster(cites))), requests);
      const ids = requests.map(({ id }) => id);
      const words = withSources(readMarked(marked, standIns), ids, engine);
      // Where each cite is marked, citeproc leaves the affixes to us.
      if (!engine.opt.development_extensions['apply_citation_wrapper'] || words.length === 0) return words;
      return [prefix, words, suffix].flatMap((part) =>
        typeof part === 'string' ? (part === '' ? [] : [{ type: 'text' as const, value: part }]) : part,
      );
    });
  };
  /** Sets entries of the list that were not set before. */
  const makeEntries = (ids: readonly string[]): ReadonlyMap<string, PhrasingContent[]> => {
    const { exclude_types: types, exclude_with_fields: fields } = engine.bibliography.opt;
    // A style that leaves sources out is asked for all: citeproc looks at that only then.
    const wanted = { include: ids.map((value) => ({ field: 'id', value })) };
    const made = engine.makeBibliography(types === undefined && fields === undefined ? wanted : undefined);
    if (made === false) return new Map();
    const [{ entry_ids: order }, words] = made;
    return new Map(order.map(([id = ''], index) => [id, readMarked(named((words[index] ?? '').trim()))]));
  };
  const entries = (): ReadonlyMap<string, PhrasingContent[]> => {
    const keyOf = (id: string): string => `entry ${stateNow(id)}`;
    const ids = [...surroundings.items.keys()];
    const isNew = ids.filter((id) => !memory.has(keyOf(id)));
    for (const [id, words] of isNew.length === 0 ? [] : makeEntries(isNew))
      memory.get(keyOf(id), () => words);
    return new Map(
      ids.filter((id) => memory.has(keyOf(id))).map((id) => [id, memory.get(keyOf(id), () => [])]),
    );
  };
  const withoutAccess = <Value>(ids: Iterable<string>, make: () => Value): Value => {
    refetch(true, ids);
    const made = make();
    refetch(false, ids);
    return made;
  };
  return { cite, entries, withoutAccess };
}
