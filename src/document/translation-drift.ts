/** Whether a translation still says what its original says: block by block, number by number, note by note. */

import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Language } from '../language/language.js';
import { align, type Pair, partsOf } from './drift-align.js';
import { type Fact, type FactKind, factsOf, factsOfNode, lacking } from './drift-facts.js';
import { differ, metadataDrift, type Side } from './drift-metadata.js';
import type { Explainer } from './explainer.js';
import { finding } from './finding.js';
import { plainText } from './plain-text.js';

/** Both texts, and what was found. */
interface Comparison {
  readonly original: Side;
  readonly translation: Side;
  readonly found: Diagnostic[];
}

const names: Readonly<Record<FactKind, readonly [string, string]>> = {
  number: ['the number', 'the numbers'],
  source: ['the source', 'the sources'],
  note: ['the note', 'the notes'],
  date: ['the date', 'the dates'],
  verdict: ['the verdict', 'the verdicts'],
};

function placeOf({ explainer }: Side, node: Nodes | undefined): SourcePlace {
  return { kind: 'source', file: explainer.path, position: node?.position };
}

/** Where the original says it, as a person looks it up. */
function whereOf(side: Side, node: Nodes | undefined): string {
  const line = node?.position?.start.line;
  return line === undefined ? side.explainer.path : `${side.explainer.path}, line ${line}`;
}

function listed(kind: FactKind, facts: readonly Fact[]): string {
  const words = [...new Set(facts.map((fact) => fact.words))];
  return `${names[kind][words.length === 1 ? 0 : 1]} ${words.join(', ')}`;
}

interface Words {
  readonly what: string;
  readonly fix: string;
  readonly excerpt: string;
  readonly severity?: Severity;
}

function tell(
  work: Comparison,
  original: Nodes | undefined,
  translation: Nodes | undefined,
  words: Words,
): void {
  const { severity = 'warning', ...said } = words;
  const related = [{ message: 'the original', place: placeOf(work.original, original) }];
  work.found.push(
    finding('translation-is-in-step', severity, placeOf(work.translation, translation), {
      why: differ,
      related,
      ...said,
    }),
  );
}

/** Reports facts that only one of two passages has, one finding for each kind. */
function compareFacts(
  work: Comparison,
  [original, own]: readonly [Nodes | undefined, readonly Fact[]],
  [translation, other]: readonly [Nodes | undefined, readonly Fact[]],
): void {
  const missing = lacking(own, other);
  const extra = lacking(other, own);
  for (const kind of Object.keys(names) as FactKind[]) {
    const lost = missing.filter((fact) => fact.kind === kind);
    const added = extra.filter((fact) => fact.kind === kind);
    if (lost.length === 0 && added.length === 0) continue;
    const where = whereOf(work.original, original);
    const has = lost.length === 0 ? `does not have ${listed(kind, added)}` : `has ${listed(kind, lost)}`;
    const here = added.length === 0 || lost.length === 0 ? '' : ` Here stands ${listed(kind, added)}.`;
    const lacks = lost.length > 0 && added.length === 0 ? ' It is missing here.' : '';
    const excess = lost.length === 0 ? ' It stands here.' : '';
    tell(work, original, translation, {
      what: `The original (${where}) ${has}.${here}${lacks}${excess}`,
      fix: 'Bring both texts in line. Whoever changed one of them knows which is right.',
      excerpt: [...lost, ...added].map((fact) => fact.words).join(', '),
    });
  }
}

/** Children that can be compared one by one: items, rows, cells, paragraphs. */
function rowsOf(node: Nodes): readonly Nodes[] {
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return [];
  return node.type === 'tableCell' ? [] : (node.children as readonly Nodes[]);
}

function sameForms(a: readonly Nodes[], b: readonly Nodes[]): boolean {
  return a.length === b.length && a.every((node, index) => node.type === b[index]?.type);
}

const units: Readonly<Record<string, readonly [string, string]>> = {
  listItem: ['item', 'items'],
  tableRow: ['row', 'rows'],
  tableCell: ['cell', 'cells'],
  paragraph: ['paragraph', 'paragraphs'],
};

function counted(nodes: readonly Nodes[]): string {
  const [first] = nodes;
  const same = first !== undefined && nodes.every((node) => node.type === first.type);
  const [one, many] = (same ? units[first.type] : undefined) ?? ['part', 'parts'];
  return `${nodes.length} ${nodes.length === 1 ? one : many}`;
}

/** Compares two nodes of one form: row by row where both have the same rows, else as a whole. */
function compareNodes(work: Comparison, original: Nodes, translation: Nodes): void {
  const [rows, others] = [rowsOf(original), rowsOf(translation)];
  const [ours, theirs] = [work.original.language, work.translation.language];
  if (rows.length > 0 && sameForms(rows, others)) {
    compareFacts(
      work,
      [original, factsOfNode(original, ours)],
      [translation, factsOfNode(translation, theirs)],
    );
    for (const [index, row] of rows.entries()) {
      const other = others[index];
      if (other !== undefined) compareNodes(work, row, other);
    }
    return;
  }
  if (rows.length !== others.length) {
    tell(work, original, translation, {
      what: `The original (${whereOf(work.original, original)}) has ${counted(rows)}; here ${others.length === 1 ? 'is' : 'are'} ${counted(others)}.`,
      fix: 'Add what is missing, or take out what is too much.',
      excerpt: `${rows.length} ${others.length}`,
    });
  }
  compareFacts(work, [original, factsOf([original], ours)], [translation, factsOf([translation], theirs)]);
}

/** Paragraphs one by one; when their number differs, all between two headings or blocks together. */
function compareProse(work: Comparison, { original, translation }: Pair): void {
  const [own, other] = [original?.nodes ?? [], translation?.nodes ?? []];
  if (own.length === other.length) {
    for (const [index, node] of own.entries()) {
      const answer = other[index];
      if (answer !== undefined) compareNodes(work, node, answer);
    }
    return;
  }
  const before = work.found.length;
  compareFacts(work, [own[0], original?.facts ?? []], [other[0], translation?.facts ?? []]);
  tell(work, own[0], other[0], {
    what: `The original (${whereOf(work.original, own[0])}) has ${counted(own)}; here ${other.length === 1 ? 'is' : 'are'} ${counted(other)}.`,
    fix: 'Compare both passages. Where nothing is missing, set the paragraphs as in the original.',
    excerpt: `${own.length} ${other.length}`,
    severity: work.found.length > before ? 'warning' : 'info',
  });
}

function firstWords(nodes: readonly Nodes[]): string {
  const words = plainText(nodes);
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}

function nameOf(form: string): string {
  if (form === 'prose') return 'passage';
  return form.startsWith('heading') ? 'heading' : form === 'list' ? 'list' : `block “${form}”`;
}

/** A part that only one of the texts has. `next` is what follows in the translation. */
function tellAlone(work: Comparison, { original, translation }: Pair, next: Nodes | undefined): void {
  if (original !== undefined) {
    const [node] = original.nodes;
    tell(work, node, next, {
      what: `The original has a ${nameOf(original.form)} (${whereOf(work.original, node)}) that this translation lacks: “${firstWords(original.nodes)}”.`,
      fix: 'Translate it, or take it out of the original too.',
      excerpt: firstWords(original.nodes),
    });
  } else if (translation !== undefined) {
    tell(work, undefined, translation.nodes[0], {
      what: `This ${nameOf(translation.form)} stands in the translation alone: “${firstWords(translation.nodes)}”.`,
      fix: 'Add it to the original too, or take it out.',
      excerpt: firstWords(translation.nodes),
    });
  }
}

function holdsId(node: Nodes, id: string): boolean {
  const own = 'id' in node ? node.id : node.type === 'heading' ? node.data?.id : undefined;
  return own === id || ('children' in node && node.children.some((child) => holdsId(child, id)));
}

/** Ids are the same in all languages, so that links, corrections and `image` mean the same part; told where that part stands. */
function compareIds(work: Comparison, pairs: readonly Pair[]): void {
  for (const [id, place] of work.original.explainer.ownIds) {
    if (work.translation.explainer.ownIds.has(id)) continue;
    const pair = pairs.find((one) => one.original?.nodes.some((node) => holdsId(node, id)));
    const answer = pair?.translation?.nodes[0];
    // A part that is missing as a whole is told as such.
    if (answer === undefined) continue;
    work.found.push(
      finding('translation-is-in-step', 'warning', placeOf(work.translation, answer), {
        what: `The original gives this part the id “${id}”, which the translation does not have.`,
        why: 'Links from other texts, corrections and updates name it, and would lead nowhere in this language.',
        fix: `Write {#${id}} here too; ids are the same in every language.`,
        excerpt: id,
        related: [{ message: 'the original', place }],
      }),
    );
  }
}

function compareBodies(work: Comparison): void {
  const { original, translation } = work;
  const pairs = align(
    partsOf(original.explainer.tree.children, original.language),
    partsOf(translation.explainer.tree.children, translation.language),
  );
  compareIds(work, pairs);
  const last = translation.explainer.tree.children.at(-1);
  for (const [index, pair] of pairs.entries()) {
    const [own, other] = [pair.original?.nodes[0], pair.translation?.nodes[0]];
    if (own === undefined || other === undefined) {
      const next = pairs.slice(index).find((later) => later.translation !== undefined);
      tellAlone(work, pair, next?.translation?.nodes[0] ?? last);
    } else if (pair.original?.form === 'prose') compareProse(work, pair);
    else compareNodes(work, own, other);
  }
}

function definitionsOf(tree: Root): ReadonlyMap<string, FootnoteDefinition> {
  const all = tree.children.filter((node) => node.type === 'footnoteDefinition');
  return new Map(all.map((node) => [node.identifier, node]));
}

/** The author's own notes, by their names. One that nothing answers to is told where it is called. */
function compareNotes(work: Comparison): void {
  const notes = definitionsOf(work.translation.explainer.tree);
  for (const [name, original] of definitionsOf(work.original.explainer.tree)) {
    const translation = notes.get(name);
    if (translation !== undefined) compareNodes(work, original, translation);
  }
}

/** Every place where a translation has parted from its original, told at the translation's line. */
export function translationDrift(
  original: Explainer,
  translation: Explainer,
  languageOf: (tag: string) => Language,
): readonly Diagnostic[] {
  const side = (explainer: Explainer): Side => ({ explainer, language: languageOf(explainer.lang) });
  const work: Comparison = {
    original: side(original),
    translation: side(translation),
    found: [...metadataDrift(side(original), side(translation))],
  };
  compareBodies(work);
  compareNotes(work);
  return work.found;
}
