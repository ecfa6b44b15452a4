/** Reads the source text of one citation mark into its items, and says what is wrong with it. Pure text work; no tree. */

import type { Language } from '../language/language.js';
import { isKeyCharacter, keyAt, knownKey, mayPrecedeKey } from './citation-key.js';
import { readLocator } from './locator.js';
import type { CiteItem } from './nodes.js';

/** An item with the key as typed, and where its `@` stands in the mark. */
export interface ReadItem {
  readonly item: CiteItem;
  readonly at: number;
}

/** What is wrong inside a bracket, with its index in the mark. */
export interface CitationFault {
  readonly kind: 'empty' | 'nothing' | 'no-number' | 'hyphen' | 'no-source' | 'comma' | 'words';
  readonly at: number;
  readonly text: string;
}

/** A mark as read. `rest` is what was typed behind a known key in the sentence, such as an ending: `-нің`. */
export interface ReadCitation {
  readonly items: readonly ReadItem[];
  readonly faults: readonly CitationFault[];
  readonly rest: string;
}

interface Part {
  readonly text: string;
  readonly at: number;
}

/** Cuts at semicolons of any script; a backslash protects. */
function partsOf(mark: string): Part[] {
  const parts: Part[] = [];
  let start = 1;
  for (let at = 1; at <= mark.length - 1; at += 1) {
    const character = mark[at] ?? '';
    if (character === '\\') at += 1;
    else if (at === mark.length - 1 || ';؛；'.includes(character)) {
      parts.push({ text: mark.slice(start, at), at: start });
      start = at + 1;
    }
  }
  return parts;
}

/** Indexes of the `@` signs that begin a key. */
function keyStarts(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '@' && isKeyCharacter(text[at + 1] ?? '') && mayPrecedeKey(text[at - 1] ?? '')) {
      starts.push(at);
    }
  }
  return starts;
}

function plain(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

function readItem(
  text: string,
  start: number,
  language: Language,
  isKnown: (id: string) => boolean,
): CiteItem {
  const key = knownKey(keyAt(text, start + 1), isKnown);
  const before = text.slice(0, start);
  const suppressAuthor = before.endsWith('-') && !/[\p{L}\p{N}]-$/u.test(before);
  const locator = readLocator(plain(text.slice(start + 1 + key.length)), language);
  return {
    id: key,
    prefix: plain(suppressAuthor ? before.slice(0, -1) : before),
    label: locator.label,
    locator: locator.locator,
    suffix: locator.suffix,
    suppressAuthor,
  };
}

function readPart(part: Part, language: Language, isKnown: (id: string) => boolean): ReadItem[] {
  const starts = keyStarts(part.text);
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start - (part.text[start - 1] === '-' ? 1 : 0);
    const next = starts[index + 1] ?? part.text.length;
    const end = next < part.text.length && part.text[next - 1] === '-' ? next - 1 : next;
    const text = part.text.slice(from, end).replace(/[\s,،，、]+$/u, '');
    return { item: readItem(text, start - from, language, isKnown), at: part.at + start };
  });
}

/** Reads `[see @a, ch. 2; @b]`. */
export function readBracket(
  mark: string,
  language: Language,
  isKnown: (id: string) => boolean,
): ReadCitation {
  const items: ReadItem[] = [];
  const faults: CitationFault[] = [];
  for (const part of partsOf(mark)) {
    const read = readPart(part, language, isKnown);
    const words = plain(part.text);
    const at = part.at + (part.text.length - part.text.trimStart().length);
    if (words === '') faults.push({ kind: 'empty', at: part.at, text: words });
    else if (read.length === 0) {
      faults.push({ kind: 'no-source', at, text: words });
      const last = items.pop();
      if (last !== undefined) {
        const suffix = [last.item.suffix, words].filter((text) => text !== '').join('; ');
        items.push({ at: last.at, item: { ...last.item, suffix } });
      }
    } else if (/[,،，]\s*$/u.test(part.text)) {
      faults.push({ kind: 'nothing', at: part.at + part.text.trimEnd().length - 1, text: words });
    } else if (read.length > 1) faults.push({ kind: 'comma', at: read[1]?.at ?? at, text: words });
    for (const { item } of read) {
      if (/^[-–—]$/u.test(item.prefix)) faults.push({ kind: 'hyphen', at, text: item.prefix });
      if (item.suffix === '') continue;
      const typed = part.text.lastIndexOf(item.suffix);
      const kind = language.locatorOf(item.suffix) === undefined ? 'words' : 'no-number';
      faults.push({ kind, at: typed < 0 ? at : part.at + typed, text: item.suffix });
    }
    items.push(...read);
  }
  return { items, faults, rest: '' };
}

/** Reads `@id` or `@id [p. 3]`. */
export function readInSentence(
  mark: string,
  language: Language,
  isKnown: (id: string) => boolean,
): ReadCitation {
  const typed = keyAt(mark, 1);
  const key = knownKey(typed, isKnown);
  const behind = mark.slice(1 + key.length);
  const bracket = key === typed ? /^ ?\[(.*)\]$/u.exec(behind)?.[1] : undefined;
  const locator = readLocator(plain(bracket ?? ''), language);
  const item: CiteItem = {
    id: key,
    prefix: '',
    label: locator.label,
    locator: locator.locator,
    suffix: locator.suffix,
    suppressAuthor: false,
  };
  return { items: [{ item, at: 0 }], faults: [], rest: bracket === undefined ? behind : '' };
}
