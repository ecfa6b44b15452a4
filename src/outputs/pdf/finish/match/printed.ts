/** Chromium's tag tree joined with what its marks draw: the leaves that have to find their place in the model. */

import type { ChromiumElement } from '../chromium-tree.js';
import type { Box } from '../content/geometry.js';
import type { Glyph, PaintUnit, Surface } from '../content/surface.js';
import { isTip } from './page-area.js';

/** What one mark draws. */
export interface PrintedPiece {
  readonly surface: number;
  readonly page: number;
  /** Indexes of its units in the surface. */
  readonly units: readonly number[];
}

/** An element of Chromium's tree that owns marks itself. */
export interface PrintedLeaf {
  readonly kind: 'text' | 'picture' | 'marker' | 'decoration';
  readonly element: ChromiumElement;
  readonly pieces: readonly PrintedPiece[];
  /** Letters of it that are drawn again on the page before or behind, since they reach out of their line. */
  readonly tips: readonly PrintedPiece[];
  /** The identity of the nearest element that has one. */
  readonly group: string;
  /** List items around it, the outermost first. */
  readonly items: readonly ChromiumElement[];
  readonly link: ChromiumElement | undefined;
}

/** All leaves in tree order, and the pieces by surface and unit that no leaf owns are found by what is left. */
export function printedLeaves(
  root: ChromiumElement,
  surfaces: readonly Surface[],
  areaOf: (page: number) => Box,
  known: (identity: string) => boolean,
): PrintedLeaf[] {
  const marks = marksOf(surfaces, areaOf);
  const leaves: PrintedLeaf[] = [];
  const visit = (
    element: ChromiumElement,
    outerGroup: string,
    outerItems: readonly ChromiumElement[],
    outerLink: ChromiumElement | undefined,
  ): void => {
    const own = element.identity;
    const group = own !== undefined && known(own) ? own : outerGroup;
    const items = element.type === 'LI' ? [...outerItems, element] : outerItems;
    const link = element.type === 'Link' ? element : outerLink;
    const pieces: PrintedPiece[] = [];
    const tips: PrintedPiece[] = [];
    for (const child of element.children) {
      if (child.kind === 'element') visit(child, group, items, link);
      if (child.kind !== 'mark') continue;
      const drawn = marks.get(`${child.owner} ${child.id}`);
      if (drawn === undefined) continue;
      const { surface, page, units, tips: beyond } = drawn;
      if (units.length > 0) pieces.push({ surface, page, units });
      if (beyond.length > 0) tips.push({ surface, page, units: beyond });
    }
    if (pieces.length > 0) {
      const kind = kindOf(element, pieces, surfaces);
      leaves.push({ kind, element, pieces, tips, group, items, link });
    }
  };
  visit(root, '', [], undefined);
  return order(leaves, root);
}

/** What a mark draws, with tips of letters apart. */
interface Drawn {
  readonly surface: number;
  readonly page: number;
  readonly units: number[];
  readonly tips: number[];
}

function marksOf(surfaces: readonly Surface[], areaOf: (page: number) => Box): Map<string, Drawn> {
  const marks = new Map<string, Drawn>();
  for (const [index, surface] of surfaces.entries()) {
    const area = areaOf(surface.page);
    for (const [at, unit] of surface.units.entries()) {
      if (unit.mark === undefined) continue;
      const key = `${surface.owner} ${unit.mark}`;
      const drawn = marks.get(key) ?? { surface: index, page: surface.page, units: [], tips: [] };
      (isTip(unit, area) ? drawn.tips : drawn.units).push(at);
      marks.set(key, drawn);
    }
  }
  return marks;
}

/** A leaf that has children too is visited after them; put all in the order of their elements. */
function order(leaves: readonly PrintedLeaf[], root: ChromiumElement): PrintedLeaf[] {
  const place = new Map<ChromiumElement, number>();
  const number = (element: ChromiumElement): void => {
    place.set(element, place.size);
    for (const child of element.children) if (child.kind === 'element') number(child);
  };
  number(root);
  return leaves.toSorted((a, b) => (place.get(a.element) ?? 0) - (place.get(b.element) ?? 0));
}

function kindOf(
  element: ChromiumElement,
  pieces: readonly PrintedPiece[],
  surfaces: readonly Surface[],
): PrintedLeaf['kind'] {
  if (element.type === 'Figure') return 'picture';
  if (element.type === 'Lbl') return 'marker';
  const showsText = pieces.some((piece) => unitsOf(piece, surfaces).some((unit) => unit.kind === 'text'));
  return showsText ? 'text' : 'decoration';
}

/** The units of a piece. */
export function unitsOf(piece: PrintedPiece, surfaces: readonly Surface[]): PaintUnit[] {
  const units = surfaces[piece.surface]?.units ?? [];
  return piece.units.map((index) => units[index]).filter((unit) => unit !== undefined);
}

/** The glyphs of a piece in the order of drawing. */
export function glyphsOf(piece: PrintedPiece, surfaces: readonly Surface[]): readonly Glyph[] {
  const units = unitsOf(piece, surfaces);
  const [first] = units;
  if (first !== undefined && units.length === 1) return first.glyphs;
  const glyphs: Glyph[] = [];
  for (const unit of units) for (const glyph of unit.glyphs) glyphs.push(glyph);
  return glyphs;
}
