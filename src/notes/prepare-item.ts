/** Gets a source ready for citeproc: what an editor would not print twice goes, long titles get a short form, languages are told. */

import type { Language } from '../language/language.js';
import type { CslItem, CslName } from '../source/source-record.js';
import { othersMark, withoutMarks } from './marked-text.js';

/** Longest title, in characters, that is repeated whole in a later note. */
const longestTitle = 60;

/** How long a cut title is at most. */
const cutTitle = 48;

/** The names of a source as they stand in the record. */
export function namesOf(item: CslItem, variable: string): readonly CslName[] {
  const names = item[variable];
  return Array.isArray(names) ? (names as readonly CslName[]) : [];
}

/** A text variable of a source. */
export function textOf(item: CslItem, variable: string): string | undefined {
  const text = item[variable];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** Whether a name stands for all further ones (see `CslName`). */
export function isOthers({ literal, family, given }: CslName): boolean {
  return literal === 'others' && family === undefined && given === undefined;
}

/** “and others” behind other names, marked so that it becomes the locale's “et al.”. */
function markOthers(value: CslItem[string]): CslItem[string] {
  if (!Array.isArray(value) || value.length < 2) return value;
  const last = (value as readonly CslName[]).at(-1);
  if (typeof last !== 'object' || !isOthers(last)) return value;
  return [...(value as readonly CslName[]).slice(0, -1), { literal: othersMark }];
}

function clean(value: CslItem[string]): CslItem[string] {
  if (typeof value === 'string') return withoutMarks(value);
  return value === undefined || typeof value === 'number'
    ? value
    : (JSON.parse(withoutMarks(JSON.stringify(value))) as CslItem[string]);
}

/**
 * A title short enough for later notes: up to its first colon, dash or full stop, else its first words with an ellipsis.
 * A title of usual length stays whole.
 */
export function shortTitleOf(title: string): string {
  if (title.length <= longestTitle) return title;
  const clause = /^(.{12,60}?)(?:\s*[:：;؛.。?!؟]\s|\s+[–—]\s|[：。])/u.exec(title)?.[1];
  if (clause !== undefined) return clause;
  const words = title.slice(0, cutTitle + 1);
  const space = words.lastIndexOf(' ');
  const cut = space > 20 ? words.slice(0, space) : words.slice(0, cutTitle);
  // Short words at the end (“in”, “of the”) only lead on to what is cut.
  return `${cut.replace(/(?:\s+\p{L}{1,3})+$/u, '').replace(/[\s,;:،，]+$/u, '')}…`;
}

function sameName(text: string | undefined, names: readonly string[]): boolean {
  const key = text?.trim().toLowerCase();
  return key !== undefined && names.some((name) => name.trim().toLowerCase() === key);
}

/** A title in no Latin letters is not English, whatever the page is; citeproc re-cases what it takes for English. */
function languageOfTitle(item: CslItem): string | undefined {
  const title = textOf(item, 'title') ?? '';
  return /\p{L}/u.test(title) && !/\p{Script=Latin}/u.test(title) ? 'und' : undefined;
}

/** Works whose publisher is printed beside an author of the same name: a style takes them for something else without it. */
const keepsPublisher: ReadonlySet<string> = new Set(['book', 'report', 'chapter', 'thesis']);

/** Works that stand in an outlet, which records often give as publisher. */
const inOutlet: ReadonlySet<string> = new Set(['article-newspaper', 'article-magazine']);

type Draft = Record<string, CslItem[string]>;

/** Puts what a record says into the variables in which styles look for it. */
function moveToItsPlace(item: Draft, language: Language): void {
  const { type, publisher, number, title } = item;
  if (inOutlet.has(String(type)) && item['container-title'] === undefined)
    item['container-title'] = publisher;
  if (type === 'legal_case' && item['authority'] === undefined) item['authority'] = publisher;
  // Styles print “Pub. L. No.” before the number of a law, which is right in one country only.
  if ((type === 'legislation' || type === 'bill') && number !== undefined && typeof title === 'string') {
    item['title'] = language.label('law-number', { title, number: String(number) });
    delete item['number'];
  }
}

/** “CNN, ‘Title’, CNN (CNN, 2022)”: who is named as author is not named again as outlet or publisher. */
function nameOnce(item: Draft): void {
  const authors = namesOf(item as CslItem, 'author').flatMap(({ literal }) =>
    literal === undefined ? [] : [literal],
  );
  const container = textOf(item as CslItem, 'container-title');
  if (sameName(container, authors)) delete item['container-title'];
  if (keepsPublisher.has(String(item['type']))) return;
  const named = container === undefined ? authors : [...authors, container];
  if (sameName(textOf(item as CslItem, 'publisher'), named)) delete item['publisher'];
}

/** The type under which styles print all that a record says: footage on the web has a day, a briefing may have no venue. */
function printedType(item: Draft): string {
  const type = String(item['type']);
  if (type === 'motion_picture' && item['URL'] !== undefined) return 'broadcast';
  const venue = [item['event'], item['event-title'], item['event-place'], item['publisher']];
  return type === 'speech' && venue.every((value) => value === undefined) ? 'document' : type;
}

/** The item as citeproc gets it. */
export function prepareItem(source: CslItem, language: Language): CslItem {
  const item: Draft = {};
  for (const [variable, value] of Object.entries(source)) item[variable] = markOthers(clean(value));
  const original = textOf(item as CslItem, 'title');
  moveToItsPlace(item, language);
  nameOnce(item);
  if (original !== undefined && item['title-short'] === undefined && item['shortTitle'] === undefined) {
    const short = shortTitleOf(original);
    if (short !== item['title']) item['title-short'] = short;
  }
  const tag = textOf(item as CslItem, 'language') ?? languageOfTitle(item as CslItem);
  if (tag !== undefined) item['language'] = tag;
  return { ...item, id: source.id, type: printedType(item), system_id: source.id } as CslItem;
}
