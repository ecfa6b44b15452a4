/** Gets a source ready for citeproc: what an editor would not print twice goes, long titles get a short form, languages are told. */

import type { CslItem, CslName } from '../source/source-record.js';
import { withoutMarks } from './marked-text.js';

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

/** The item as citeproc gets it. */
export function prepareItem(source: CslItem): CslItem {
  const item: Record<string, CslItem[string]> = {};
  for (const [variable, value] of Object.entries(source)) item[variable] = clean(value);
  const cleaned = item as CslItem;
  const authors = namesOf(cleaned, 'author').flatMap((name) =>
    name.literal === undefined ? [] : [name.literal],
  );
  // “CNN, ‘Title’, CNN (CNN, 2022)”: who is named as author is not named again as outlet or publisher.
  const container = textOf(cleaned, 'container-title');
  if (sameName(container, authors)) delete item['container-title'];
  const publisher = textOf(cleaned, 'publisher');
  if (sameName(publisher, container === undefined ? authors : [...authors, container]))
    delete item['publisher'];
  const title = textOf(cleaned, 'title');
  if (title !== undefined && item['title-short'] === undefined && item['shortTitle'] === undefined) {
    const short = shortTitleOf(title);
    if (short !== title) item['title-short'] = short;
  }
  const language = textOf(cleaned, 'language') ?? languageOfTitle(cleaned);
  if (language !== undefined) item['language'] = language;
  return { ...item, id: source.id, type: source.type, system_id: source.id } as CslItem;
}
