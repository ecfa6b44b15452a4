/** The short form of a source: its author in a few words, as the sentence and source lines name it. */

import type { PhrasingContent } from 'mdast';
import type { CiteItem } from '../document/nodes.js';
import { dirOf } from '../language/direction.js';
import type { Language } from '../language/language.js';
import { separator } from '../language/punctuation.js';
import type { CslItem, CslName, SourceRecord } from '../source/source-record.js';
import { dateOf, spanOf } from './csl-dates.js';
import { localText } from './local-text.js';
import { withoutMarks, wordsOf } from './marked-text.js';
import { isOthers, namesOf, shortTitleOf, textOf } from './prepare-item.js';
import { text } from './setting.js';

/** Most names that are all given. */
const mostNames = 2;

/** Works whose title stands without quotation marks. */
const plainTitles: ReadonlySet<string> = new Set([
  'legislation',
  'legal_case',
  'regulation',
  'treaty',
  'bill',
  'dataset',
]);

/** Apostrophes as the styles set them in notes. */
function curled(words: string): string {
  return words.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

function shortName(name: CslName): string {
  const particle = name['non-dropping-particle'];
  const family = name.family === undefined ? (name.literal ?? name.given ?? '') : name.family;
  return particle === undefined || name.family === undefined ? family : `${particle} ${family}`;
}

/** The authors in short, as plain words; undefined when the source has none. */
export function authorsInShort(item: CslItem, language: Language): string | undefined {
  const authors = namesOf(item, 'author');
  const hasOthers = authors.length > 1 && authors.some(isOthers);
  const names = authors
    .filter((name) => !(hasOthers && isOthers(name)))
    .map(shortName)
    .filter((name) => name.trim() !== '');
  const [first] = names;
  if (first === undefined) return undefined;
  const several = hasOthers || names.length > mostNames;
  const words = several ? language.label('and-others', { name: first }) : language.formatList(names);
  return curled(withoutMarks(words));
}

/** The title in short with the page's quotation marks, in the language of the source. */
export function titleInShort(item: CslItem, language: Language): PhrasingContent[] {
  const given = textOf(item, 'title-short') ?? textOf(item, 'shortTitle');
  const title = curled(withoutMarks(given ?? shortTitleOf(textOf(item, 'title') ?? item.id)));
  const [open, close] = language.quotes;
  const words = text(plainTitles.has(item.type) ? title : `${open}${title}${close}`);
  const own = textOf(item, 'language');
  const main = own?.toLowerCase().split('-')[0];
  if (own === undefined || main === language.tag.toLowerCase().split('-')[0]) return [words];
  return [{ type: 'languageSpan', lang: own, dir: dirOf(own), children: [words] }];
}

function unnamed(record: SourceRecord, language: Language): PhrasingContent[] {
  const description = localText(record.description, language);
  return description.length > 0 ? description : [text(language.label('tier-anonymous'))];
}

/** How the sentence names a source: its authors, else its short title; an unnamed source by its description. */
export function nameInSentence(record: SourceRecord, language: Language): PhrasingContent[] {
  if (record.tier === 'anonymous') return unnamed(record, language);
  const authors = authorsInShort(record.csl, language);
  return authors === undefined ? titleInShort(record.csl, language) : [text(authors)];
}

/** How source lines and link descriptions name a source: its authors, else who published it, else its short title. */
export function nameInLine(record: SourceRecord, language: Language): PhrasingContent[] {
  if (record.tier === 'anonymous') return unnamed(record, language);
  const name = authorsInShort(record.csl, language) ?? textOf(record.csl, 'publisher');
  return name === undefined ? titleInShort(record.csl, language) : [text(curled(withoutMarks(name)))];
}

/** The shortest name of a source as plain words, for descriptions of links. */
export function plainName(record: SourceRecord, language: Language): string {
  return wordsOf(nameInLine(record, language));
}

/** A locator in the page's words, or undefined when the item has none. */
export function locatorWords(item: CiteItem, language: Language): string | undefined {
  if (item.locator === undefined) return undefined;
  return language.formatLocator(item.label ?? 'page', item.locator);
}

/** A source in a source line: “Khabar 24, 6 January 2022, p. 3”. */
export function inSourceLine(
  record: SourceRecord,
  item: CiteItem | undefined,
  language: Language,
): PhrasingContent[] {
  const comma = separator(language, 'comma');
  const words = [...nameInLine(record, language)];
  const span = record.tier === 'anonymous' ? undefined : spanOf(dateOf(record.csl, 'issued'));
  if (span !== undefined) words.push(text(comma + language.formatDate(span)));
  const locator = item === undefined ? undefined : locatorWords(item, language);
  if (locator !== undefined) words.push(text(comma + locator));
  if (item !== undefined && item.suffix !== '') words.push(text(comma + item.suffix));
  return words;
}
