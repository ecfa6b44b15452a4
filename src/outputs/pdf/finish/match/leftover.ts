/** Paint outside all marks: decoration, or words that the document declares as such (running heads, words for the eye only). */

import type { PageGeometry, PrintDocument } from '../../../print/print-document.js';
import type { Box } from '../content/geometry.js';
import type { PaintUnit, Surface } from '../content/surface.js';
import { excerpt, Fault } from '../fault.js';
import type { StructureModel } from '../model/model.js';
import { letters } from './folding.js';
import { layoutArtifact, type Artifact, type Ownership } from './ownership.js';

const pointsPerPixel = 0.75;

/** Gives every unit without an owner its kind of artifact; words that nobody declared throw. */
export function ownLeftovers(
  print: PrintDocument,
  model: StructureModel,
  surfaces: readonly Surface[],
  heights: readonly number[],
  ownership: Ownership,
): void {
  const declared = letters(model.decorations.join(' '));
  for (const [index, surface] of surfaces.entries()) {
    const area = areaOf(print.geometry, heights[surface.page] ?? 0);
    for (const [at, unit] of surface.units.entries()) {
      if (ownership.of(index, at) !== undefined) continue;
      ownership.set(index, at, kindOf(unit, area, declared, surface.page + 1));
    }
  }
}

/** The page area in points. */
function areaOf(geometry: PageGeometry, height: number): Box {
  const left = geometry.marginLeft * pointsPerPixel;
  const top = height - geometry.marginTop * pointsPerPixel;
  return {
    left,
    top,
    right: left + geometry.areaWidth * pointsPerPixel,
    bottom: top - geometry.areaHeight * pointsPerPixel,
  };
}

function kindOf(unit: PaintUnit, area: Box, declared: string, page: number): Artifact {
  const { box } = unit;
  if (unit.kind !== 'text') return isGround(unit) ? { kind: 'artifact', type: 'Background' } : layoutArtifact;
  const words = unit.glyphs.map((glyph) => glyph.text).join('');
  if (unit.glyphs.some((glyph) => glyph.missing)) {
    throw new Fault('pdf-words-have-glyphs', `No font has a glyph for a character in “${excerpt(words)}”.`, { page });
  }
  if (box === undefined || letters(words) === '') return layoutArtifact;
  const middle = (box.top + box.bottom) / 2;
  if (middle > area.top) return { kind: 'artifact', type: 'Pagination', subtype: 'Header' };
  if (middle < area.bottom) return { kind: 'artifact', type: 'Pagination', subtype: 'Footer' };
  if (declared.includes(letters(words))) return layoutArtifact;
  throw new Fault(
    'pdf-content-is-owned',
    `Page ${page} shows “${excerpt(words)}”, which belongs to no part of the document.`,
    { page },
  );
}

/** A filled area behind content, more than a line or a rule. */
function isGround({ box }: PaintUnit): boolean {
  return box !== undefined && box.right - box.left > 12 && box.top - box.bottom > 12;
}
