/** What a passage says in any language: its numbers, sources, notes, dates and verdicts, so that a translation can be held against its original. */

import type { Nodes } from 'mdast';
import type { Language, PartialDate } from '../language/language.js';
import { isoDate } from '../language/partial-date.js';
import type { CiteItem } from './nodes.js';

/** Kinds of facts, each told in a finding of its own. */
export type FactKind = 'number' | 'source' | 'note' | 'date' | 'verdict';

/** One fact, its words equal in every language. */
export interface Fact {
  readonly kind: FactKind;
  /** As a message names it: `353`, `:num[toll]`, `[@khabar24, p. 3]`, `2022-01-05`. */
  readonly words: string;
}

/** A number in running text: digits with signs between them, the digits of any script. */
const numberPattern = /\p{Nd}+(?:[.,\u00a0\u202f\u066b\u066c'’]\p{Nd}+)*/gu;

/** Thousands that are set apart by a plain space. */
const spacedThousands = /(?<![\p{Nd}.,])(\p{Nd}{1,3}(?: \p{Nd}{3})+)(?!\p{Nd})/gu;

/** Marks that stayed text because what they name is unknown, which is told: digits in them are part of a name. */
const leftMarks =
  /\[[^\][\n]*@[^\][\n]*\]|(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{N}_.:-]*|:(?:num|see)\[[^\]\n]*\]|\[\^[^\]\n]*\]/gu;

/** A source that cannot be told, since its id is unknown: it stands for any one source of the other text. */
const unclearSource = '[@?]';

function numbersIn(typed: string, language: Language): Fact[] {
  const unclear: Fact[] = [];
  const text = typed.replace(leftMarks, (mark) => {
    if (mark.includes('@')) unclear.push({ kind: 'source', words: unclearSource });
    return ' ';
  });
  const joined = text.replace(spacedThousands, (run) => run.replaceAll(' ', '\u00a0'));
  const numbers = [...joined.matchAll(numberPattern)].map(([digits]): Fact => {
    const value =
      language.parseNumber(digits) ?? language.parseNumber(digits.replace(/[\u00a0\u202f ]/gu, ''));
    return { kind: 'number', words: value === undefined ? digits : String(value) };
  });
  return [...numbers, ...unclear];
}

function sourceFact({ id, label, locator }: CiteItem): Fact {
  const place = locator === undefined ? '' : `, ${label ?? ''} ${locator.replace(/[–—]/gu, '-')}`;
  return { kind: 'source', words: `[@${id}${place}]` };
}

function isDate(value: object): value is PartialDate {
  return 'year' in value && typeof value.year === 'number';
}

/** Dates that a block or an item carries, wherever they stand in it. */
function datesIn(value: unknown, depth = 0): Fact[] {
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  if (isDate(value)) return [{ kind: 'date', words: isoDate(value) }];
  return Object.values(value).flatMap((inner) => datesIn(inner, depth + 1));
}

/** What a node says by itself, without its children. */
function ownFacts(node: Nodes, language: Language): Fact[] {
  if (node.type === 'text') return numbersIn(node.value, language);
  if (node.type === 'image') return numbersIn(node.alt ?? '', language);
  if (node.type === 'citation') return node.items.map(sourceFact);
  if (node.type === 'figureNumber') return [{ kind: 'number', words: `:num[${node.figure}]` }];
  if (node.type === 'footnoteReference')
    return [{ kind: 'note', words: `[^${node.label ?? node.identifier}]` }];
  const { children: _, position: __, ...rest } = { children: undefined, ...node };
  const facts = 'chart' in rest ? datesIn({ ...rest, chart: undefined }) : datesIn(rest);
  if ('verdict' in rest && typeof rest.verdict === 'string')
    facts.push({ kind: 'verdict', words: rest.verdict });
  if ('source' in rest) facts.push(...(rest.source?.items ?? []).map(sourceFact));
  if ('heading' in rest && rest.heading !== undefined) facts.push(...numbersIn(rest.heading.text, language));
  return facts;
}

/** Everything that nodes and what stands in them say, in order. */
export function factsOf(nodes: readonly Nodes[], language: Language): Fact[] {
  return nodes.flatMap((node) => [
    ...ownFacts(node, language),
    ...('children' in node ? factsOf(node.children as readonly Nodes[], language) : []),
  ]);
}

/** What a node says by itself. */
export function factsOfNode(node: Nodes, language: Language): Fact[] {
  return ownFacts(node, language);
}

/** Facts of the first list that the second lacks, each as often as it is lacking. */
export function lacking(first: readonly Fact[], second: readonly Fact[]): Fact[] {
  const left = new Map<string, number>();
  const keyOf = ({ kind, words }: Fact): string => `${kind} ${words}`;
  for (const fact of second) left.set(keyOf(fact), (left.get(keyOf(fact)) ?? 0) + 1);
  let unclear = second.filter(({ words }) => words === unclearSource).length;
  return first.filter((fact) => {
    if (fact.words === unclearSource) return false;
    const count = left.get(keyOf(fact)) ?? 0;
    left.set(keyOf(fact), count - 1);
    if (count > 0) return false;
    if (fact.kind !== 'source' || unclear === 0) return true;
    unclear -= 1;
    return false;
  });
}
