/** Walks the document once, in reading order, and gathers its marks: citations, calls of footnotes, source lines, registered numbers. */

import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, Root } from 'mdast';
import type { Citation, SourceReference } from '../document/nodes.js';

/** A mark in the text. */
export interface Mark {
  readonly node: Citation | FootnoteReference;
  /** It stands only where nothing is printed on paper. */
  readonly hidden: boolean;
  /** It stands behind `::notes`. */
  readonly late: boolean;
}

/** The marks of a document. */
export interface Marks {
  /** In reading order; those inside footnote definitions are not among them. */
  readonly calls: readonly Mark[];
  /** The first definition of each label. */
  readonly definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Values of `source=` and the like, in reading order. */
  readonly references: readonly SourceReference[];
  /** Registered numbers that stand in a block of numbers, which prints their source. */
  readonly figures: readonly string[];
  /** Ids of cited sources and source lines, in order of first mention. */
  readonly order: readonly Mention[];
  /** Where the author put the notes. */
  readonly notesPart: Nodes | undefined;
}

/** A place that names sources: by id, or by a registered number. */
export type Mention = { readonly sources: readonly string[] } | { readonly figure: string };

function isReference(value: unknown): value is SourceReference {
  return (
    typeof value === 'object' &&
    value !== null &&
    'own' in value &&
    'items' in value &&
    Array.isArray((value as SourceReference).items)
  );
}

/** The source references that a block carries under whatever name (`source`, `via`). */
function referencesOf(node: Nodes): readonly SourceReference[] {
  return [...Object.values(node), ...Object.values(node.data ?? {})].filter(isReference);
}

/** The children of a node. */
export function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? (node as Parents).children : [];
}

interface Gathering {
  calls: Mark[];
  definitions: Map<string, FootnoteDefinition>;
  references: SourceReference[];
  figures: string[];
  order: Mention[];
  notesPart: Nodes | undefined;
  readonly called: Set<string>;
}

interface Surroundings {
  readonly hidden: boolean;
  readonly inNumbers: boolean;
}

function mentionCitation(node: Citation, into: Gathering): void {
  into.order.push({ sources: node.items.map(({ id }) => id) });
}

/** What a footnote cites counts at the footnote's first call. */
function mentionFootnote(node: FootnoteReference, into: Gathering): void {
  if (into.called.has(node.identifier)) return;
  into.called.add(node.identifier);
  const look = (at: Nodes): void => {
    if (at.type === 'citation') mentionCitation(at, into);
    for (const child of childrenOf(at)) look(child);
  };
  const definition = into.definitions.get(node.identifier);
  if (definition !== undefined) look(definition);
}

function gather(node: Nodes, around: Surroundings, into: Gathering): void {
  if (node.type === 'footnoteDefinition') return;
  const here: Surroundings = {
    hidden: around.hidden || ('print' in node && node.print === 'hide'),
    inNumbers: around.inNumbers || node.type === ('numbers' as string),
  };
  for (const reference of referencesOf(node)) {
    into.references.push(reference);
    into.order.push({ sources: reference.items.map(({ id }) => id) });
  }
  const late = into.notesPart !== undefined;
  if (node.type === 'citation') {
    into.calls.push({ node, hidden: here.hidden, late });
    mentionCitation(node, into);
  } else if (node.type === 'footnoteReference') {
    into.calls.push({ node, hidden: here.hidden, late });
    mentionFootnote(node, into);
  } else if (node.type === 'figureNumber' && here.inNumbers) {
    into.figures.push(node.figure);
    into.order.push({ figure: node.figure });
  } else if (node.type === 'generatedPart' && node.part === 'notes') into.notesPart ??= node;
  for (const child of childrenOf(node)) gather(child, here, into);
}

function findDefinitions(node: Nodes, into: Map<string, FootnoteDefinition>): void {
  if (node.type === 'footnoteDefinition' && !into.has(node.identifier)) into.set(node.identifier, node);
  for (const child of childrenOf(node)) findDefinitions(child, into);
}

/** Gathers the marks of a document. */
export function collectMarks(tree: Root): Marks {
  const definitions = new Map<string, FootnoteDefinition>();
  findDefinitions(tree, definitions);
  const into: Gathering = {
    calls: [],
    definitions,
    references: [],
    figures: [],
    order: [],
    notesPart: undefined,
    called: new Set(),
  };
  gather(tree, { hidden: false, inNumbers: false }, into);
  return into;
}
