/** Which sources a finished document cites, in which words and where, for the report: read off the very tree that is published. */

import type { Element, Root } from 'hast';
import type { AnnotatedExplainer } from '../notes/annotated-explainer.js';
import { isElement, textOf } from './elements.js';
import type { HtmlDocument, HtmlNote } from './html-document.js';
import { sourceElementId } from './note-calls.js';

/** One place that cites a source. */
export interface CitedPlace {
  /** Number of the note that is called there; null for words in the sentence and for source lines. */
  readonly note: number | null;
  /** The words of the note, or those in the sentence, as readers get them. */
  readonly text: string;
  /** 1-based, in the document's file; null for words that Galley sets without a place of their own. */
  readonly line: number | null;
  readonly column: number | null;
}

/** A cited source. */
export interface CitedSource {
  readonly id: string;
  /** Language of the document, in which the words are set. */
  readonly lang: string;
  /** Its entry in the list of sources, as readers get it. */
  readonly text: string;
  /** In the order of the text. */
  readonly places: readonly CitedPlace[];
}

type Point = Pick<CitedPlace, 'line' | 'column'>;

const nowhere: Point = { line: null, column: null };

/** Lists that Galley makes: what they link to is no citation of the author's. */
const ownLists = new Set(['block-sources', 'block-notes']);

function classesOf(node: Element): readonly (string | number)[] {
  const names = node.properties['className'];
  return Array.isArray(names) ? names : [];
}

function walk(node: Root | Element, point: Point, visit: (node: Element, point: Point) => void): void {
  for (const child of node.children) {
    if (!isElement(child) || classesOf(child).some((name) => ownLists.has(String(name)))) continue;
    const start = child.position?.start;
    const here = start === undefined ? point : { line: start.line, column: start.column };
    visit(child, here);
    walk(child, here, visit);
  }
}

/** Words without what only paper adds, such as “(page 3)”. */
function wordsOf(node: Root | Element): string {
  return node.children
    .filter((child) => !(isElement(child) && classesOf(child).includes('page-ref')))
    .map((child) => (isElement(child) ? wordsOf(child) : child.type === 'doctype' ? '' : textOf(child)))
    .join('')
    .trim();
}

function wordsOfNote(note: HtmlNote): string {
  return note.content.map((node) => textOf(node).trim()).join(' ');
}

/** Words of the entries of the sources list by element id, wherever the list stands. */
function entriesOf(document: HtmlDocument): Map<string, string> {
  const entries = new Map<string, string>();
  const find = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const id = String(child.properties['id'] ?? '');
      if (child.tagName === 'li' && id.startsWith('source-')) entries.set(id, wordsOf(child));
      else find(child);
    }
  };
  for (const tree of [document.slots.body, document.slots.sources]) if (tree !== null) find(tree);
  return entries;
}

/** The cited sources in the order of the list of sources, each with the places that cite it. */
export function citedSources(explainer: AnnotatedExplainer, document: HtmlDocument): CitedSource[] {
  const entries = entriesOf(document);
  const cited = explainer.bibliography.flatMap(({ entries: listed }) => listed.map(({ id }) => id));
  const places = new Map(cited.map((id): [string, CitedPlace[]] => [id, []]));
  const byElement = new Map(cited.map((id) => [sourceElementId(id), id]));
  const byCall = new Map(document.notes.flatMap((note) => note.calls.map((call) => [call, note] as const)));
  const sourcesOf = new Map(explainer.notes.map(({ number, sources }) => [number, sources]));
  walk(document.slots.body, nowhere, (node, point) => {
    const note = byCall.get(String(node.properties['id'] ?? ''));
    if (note !== undefined) {
      const place = { note: note.number, text: wordsOfNote(note), ...point };
      for (const id of sourcesOf.get(note.number) ?? []) places.get(id)?.push(place);
    }
    if (!classesOf(node).includes('citation')) return;
    const id = byElement.get(String(node.properties['href'] ?? '').slice(1));
    if (id !== undefined) places.get(id)?.push({ note: null, text: textOf(node).trim(), ...point });
  });
  return cited.map((id) => ({
    id,
    lang: document.lang,
    text: entries.get(sourceElementId(id)) ?? '',
    places: places.get(id) ?? [],
  }));
}
