/** Which part of a translation answers to which part of its original: the pairing that leaves least over. */

import type { Nodes, RootContent } from 'mdast';
import type { Language } from '../language/language.js';
import { type Fact, factsOf, lacking } from './drift-facts.js';

/** A heading, a block, a paragraph, or some paragraphs taken together. */
export interface Part {
  /** Parts of one form can answer to each other: `prose`, `heading 2`, `timeline`. */
  readonly form: string;
  readonly nodes: readonly Nodes[];
  readonly facts: readonly Fact[];
}

/** Two parts that answer to each other, or one that nothing answers to. */
export interface Pair {
  readonly original: Part | undefined;
  readonly translation: Part | undefined;
}

/** Where a generated part stands is for each language to choose. */
const free: ReadonlySet<string> = new Set(['generatedPart', 'footnoteDefinition', 'definition']);

function formOf(node: Nodes): string {
  if (node.type === 'heading') return `heading ${node.depth}`;
  return node.type === 'paragraph' ? 'prose' : node.type;
}

/** The parts of a body, in order. */
export function partsOf(children: readonly RootContent[], language: Language): Part[] {
  return children
    .filter((node) => !free.has(node.type))
    .map((node) => ({ form: formOf(node), nodes: [node], facts: factsOf([node], language) }));
}

function idOf({ nodes: [node] }: Part): string | undefined {
  return node !== undefined && 'id' in node && typeof node.id === 'string' ? node.id : undefined;
}

/** How well two parts answer to each other: 0 not at all, 1 by their form alone, up to 3 by id and facts too. */
function likeness(a: Part, b: Part): number {
  if (a.form !== b.form) return 0;
  const all = a.facts.length + b.facts.length;
  const apart = lacking(a.facts, b.facts).length + lacking(b.facts, a.facts).length;
  const sameId = idOf(a) !== undefined && idOf(a) === idOf(b) ? 1 : 0;
  return 1 + sameId + (all === 0 ? 0.5 : 1 - apart / all);
}

/** Pairs parts in order so that the likeness of all pairs together is greatest. */
function pairUp(original: readonly Part[], translation: readonly Part[]): Pair[] {
  const rows = original.length;
  const columns = translation.length;
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  const score = (row: number, column: number): number => {
    const [a, b] = [original[row], translation[column]];
    return a === undefined || b === undefined ? 0 : likeness(a, b);
  };
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const like = score(row, column);
      const paired = like > 0 ? like + at(row + 1, column + 1) : 0;
      const cells = best[row];
      if (cells !== undefined) cells[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const like = row < rows && column < columns ? score(row, column) : 0;
    if (like > 0 && like + at(row + 1, column + 1) >= at(row, column)) {
      pairs.push({ original: original[row], translation: translation[column] });
      row += 1;
      column += 1;
    } else if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      pairs.push({ original: original[row], translation: undefined });
      row += 1;
    } else {
      pairs.push({ original: undefined, translation: translation[column] });
      column += 1;
    }
  }
  return pairs;
}

function isProse({ original, translation }: Pair): boolean {
  return (original ?? translation)?.form === 'prose';
}

function together(parts: readonly (Part | undefined)[]): Part | undefined {
  const there = parts.filter((part) => part !== undefined);
  if (there.length === 0) return undefined;
  return {
    form: 'prose',
    nodes: there.flatMap(({ nodes }) => nodes),
    facts: there.flatMap(({ facts }) => facts),
  };
}

/** Neighbouring paragraphs as one pair when their numbers differ: one text may have cut them in another way. */
function joined(run: readonly Pair[]): Pair[] {
  if (run.length === 0) return [];
  const isWhole = run.every(
    ({ original, translation }) => original !== undefined && translation !== undefined,
  );
  if (isWhole) return [...run];
  const original = together(run.map((pair) => pair.original));
  const translation = together(run.map((pair) => pair.translation));
  return [{ original, translation }];
}

/** Pairs the parts of two bodies, in order. */
export function align(original: readonly Part[], translation: readonly Part[]): Pair[] {
  const pairs: Pair[] = [];
  let run: Pair[] = [];
  for (const pair of pairUp(original, translation)) {
    if (isProse(pair)) {
      run.push(pair);
      continue;
    }
    pairs.push(...joined(run), pair);
    run = [];
  }
  return [...pairs, ...joined(run)];
}
