/** Finishes the model with what only the printed file knows: list markers, link areas; and leaves out what came to nothing. */

import type { ChromiumElement } from '../chromium-tree.js';
import type { Surface } from '../content/surface.js';
import { excerpt, Fault } from '../fault.js';
import type { Matched } from '../match/match.js';
import { layoutArtifact, repeatedArtifact } from '../match/ownership.js';
import { glyphsOf, type PrintedLeaf } from '../match/printed.js';
import { elementsOf, ModelElement, type ModelMarker, type ModelNode, type StructureModel } from './model.js';

/** Puts markers into labels. Runs before marks are written. */
export function addMarkers(matched: Matched, surfaces: readonly Surface[]): void {
  const items = new Map<ChromiumElement, ModelElement>();
  for (const [item, other] of matched.items) items.set(other, item);
  for (const leaf of matched.markers) {
    const words = leaf.pieces
      .flatMap((piece) => glyphsOf(piece, surfaces))
      .map((glyph) => glyph.text)
      .join('');
    const own = leaf.items.at(-1);
    const item = own === undefined ? undefined : items.get(own);
    if (item === undefined) ownerless(leaf, words, matched);
    else label(item, leaf, words, matched);
  }
}

/** The marker of an item without words marks nothing; a number would be lost. */
function ownerless(leaf: PrintedLeaf, words: string, matched: Matched): void {
  const page = (leaf.pieces[0]?.page ?? 0) + 1;
  if (words.trim() !== '') {
    throw new Fault(
      'pdf-content-is-owned',
      `Page ${page} shows the list marker “${excerpt(words)}” without an item.`,
      {
        page,
        role: 'Lbl',
      },
    );
  }
  for (const piece of leaf.pieces) matched.ownership.setPiece(piece, layoutArtifact);
}

function label(item: ModelElement, leaf: PrintedLeaf, words: string, matched: Matched): void {
  const first = item.children[0];
  if (first?.kind === 'element' && first.children.some((child) => child.kind === 'marker')) {
    // The rest of an item on the next page has its marker drawn again.
    for (const piece of leaf.pieces) matched.ownership.setPiece(piece, repeatedArtifact);
    return;
  }
  const drawn = words.trim() === '';
  const read = inReadingOrder(words);
  const marker: ModelMarker = {
    kind: 'marker',
    words: drawn ? '•' : read,
    needsWords: drawn || read !== words,
    marks: [],
  };
  for (const piece of leaf.pieces) matched.ownership.setPiece(piece, marker);
  const element = new ModelElement('Lbl', item.lang, item.node);
  element.append(marker);
  element.parent = item;
  item.children.unshift(element);
  const list = item.parent;
  const shape = leaf.element.parent?.parent?.listNumbering;
  if (list?.role === 'L') list.numbering ??= shape ?? (list.ordered ? 'Decimal' : 'Disc');
}

/** In right-to-left lists the sign behind the number is drawn, and so found, in front of it. */
function inReadingOrder(words: string): string {
  const found = /^([\s.):]*[.):][\s.):]*)(\S.*)$/u.exec(words);
  if (found === null) return words;
  return `${found[2] ?? ''}${Array.from(found[1] ?? '')
    .reverse()
    .join('')}`;
}

/** Takes out what holds nothing, and puts captions first or last. Runs after marks are written. */
export function tidy(model: StructureModel): void {
  prune(model.root);
  for (const element of elementsOf(model.root)) moveCaption(element);
}

const mayBeEmpty: ReadonlySet<string> = new Set(['TD', 'TH', 'TR']);

function prune(element: ModelElement): void {
  element.children = element.children.filter((child) => {
    if (child.kind !== 'element') return child.marks.length > 0;
    prune(child);
    return child.children.length > 0 || child.annotations.length > 0 || mayBeEmpty.has(child.role);
  });
}

function moveCaption(element: ModelElement): void {
  const isCaption = (child: ModelNode): boolean => child.kind === 'element' && child.role === 'Caption';
  const at = element.children.findIndex(isCaption);
  if (at <= 0 || at === element.children.length - 1) return;
  const [caption] = element.children.splice(at, 1);
  if (caption !== undefined) element.children.push(caption);
}
