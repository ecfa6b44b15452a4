/** Compares two readings of one document, line by line, in time linear in their length. */

import { comparable, type DocumentFacts, type Fact, type LinkFact } from './facts.js';
import { saysOtherNumber } from './item-numbers.js';

/** What differs at one place. A side is undefined where nothing stands. */
export interface Difference {
  readonly about: 'text' | 'structure' | 'number' | 'language' | 'link' | 'picture' | 'call' | 'note';
  readonly first: Fact | undefined;
  readonly second: Fact | undefined;
  /** The words, name or kind that each side has; empty where it has none. */
  readonly said: readonly [string, string];
  /** The note in which it stands. */
  readonly note?: number | undefined;
}

/** How far a line may have moved before it counts as another one. */
const reach = 40;
/** More differences than this say nothing new. */
const most = 25;

/** The differences between two readings, in reading order; 25 at most. */
export function differences(first: DocumentFacts, second: DocumentFacts): readonly Difference[] {
  const found = [...inLines(first.lines, second.lines)];
  for (const number of new Set([...first.notes.keys(), ...second.notes.keys()])) {
    const [one, other] = [first.notes.get(number), second.notes.get(number)];
    const line = one?.[0] ?? other?.[0];
    if (one === undefined || other === undefined) {
      const [left, right] = one === undefined ? [undefined, line] : [line, undefined];
      found.push({
        about: 'note',
        first: left,
        second: right,
        said: [left?.text ?? '', right?.text ?? ''],
        note: number,
      });
    } else found.push(...[...inLines(one, other)].map((difference) => ({ ...difference, note: number })));
    if (found.length > most) break;
  }
  return found.slice(0, most);
}

function* inLines(first: readonly Fact[], second: readonly Fact[]): Generator<Difference> {
  const keys = second.map(keyOf);
  let [at, to] = [0, 0];
  while (at < first.length || to < second.length) {
    const [one, other] = [first[at], second[to]];
    if (one !== undefined && other !== undefined) {
      const key = keyOf(one);
      if (key === keys[to]) {
        yield* inLine(one, other);
        at += 1;
        to += 1;
        continue;
      }
      const ahead = nearest(keys, key, to);
      const back = first.slice(at, at + reach).findIndex((line) => keyOf(line) === keys[to]);
      if (ahead < 0 && back < 0) {
        yield lineDiffers(one, other);
        at += 1;
        to += 1;
        continue;
      }
      if (back < 0 || (ahead >= 0 && ahead - to <= back)) {
        yield lineDiffers(undefined, other);
        to += 1;
      } else {
        yield lineDiffers(one, undefined);
        at += 1;
      }
      continue;
    }
    yield lineDiffers(one, other);
    at += 1;
    to += 1;
  }
}

function nearest(keys: readonly string[], key: string, from: number): number {
  for (let at = from; at < Math.min(keys.length, from + reach); at += 1) if (keys[at] === key) return at;
  return -1;
}

/** A picture's alternative is no text of a line. */
function keyOf(line: Fact): string {
  return `${line.kind === 'picture' ? 'picture' : ''}|${comparable(line.text)}`;
}

function lineDiffers(first: Fact | undefined, second: Fact | undefined): Difference {
  const isPicture = (first ?? second)?.kind === 'picture';
  return {
    about: isPicture ? 'picture' : 'text',
    first,
    second,
    said: [first?.text ?? '', second?.text ?? ''],
  };
}

function* inLine(first: Fact, second: Fact): Generator<Difference> {
  if (first.kind !== second.kind)
    yield { about: 'structure', first, second, said: [first.kind, second.kind] };
  const numbers = [first.marker, second.marker];
  if (typeof numbers[0] === 'number' && numbers[1] !== undefined) {
    if (saysOtherNumber(String(numbers[1]), numbers[0]))
      yield { about: 'number', first, second, said: [`${numbers[0]}`, `${numbers[1]}`] };
  }
  const languages = (line: Fact): string =>
    line.languages.map(({ lang, words }) => `${lang}: ${words}`).join('; ');
  if (languages(first).toLowerCase() !== languages(second).toLowerCase()) {
    yield { about: 'language', first, second, said: [languages(first), languages(second)] };
  }
  const calls = [first, second].map((line) => line.calls.join(', '));
  if (calls[0] !== calls[1]) yield { about: 'call', first, second, said: [calls[0] ?? '', calls[1] ?? ''] };
  const length = Math.max(first.links.length, second.links.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [first.links[at], second.links[at]];
    if (linkKey(one) !== linkKey(other))
      yield { about: 'link', first, second, said: [linkWords(one), linkWords(other)] };
  }
}

function linkKey(link: LinkFact | undefined): string {
  return link === undefined ? '' : `${comparable(link.words)} ${link.address}`;
}

function linkWords(link: LinkFact | undefined): string {
  return link === undefined ? '' : `${link.words} → ${link.address}`;
}
