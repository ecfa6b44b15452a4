/** Paint outside all marks: decoration, or words that the document declares as such (running heads, words for the eye only). */

import { languageOf } from '../../../../language/language-of.js';
import { localDigits, type PrintedDocument } from '../../../print/print-document.js';
import type { Box } from '../content/geometry.js';
import { isMissing, type PaintUnit, type Surface } from '../content/surface.js';
import { excerpt, Fault } from '../fault.js';
import type { StructureModel } from '../model/model.js';
import { isRightToLeft, letters, unordered } from './folding.js';
import { type Artifact, layoutArtifact, type Ownership } from './ownership.js';
import { marginOf } from './page-area.js';

/** Gives every unit without an owner its kind of artifact; words that nobody declared throw. */
export function ownLeftovers(
  print: PrintedDocument,
  model: StructureModel,
  surfaces: readonly Surface[],
  areaOf: (page: number) => Box,
  pageCount: number,
  ownership: Ownership,
): void {
  const declared = letters(model.decorations.join(' '));
  const running = new RunningHeads(print, pageCount);
  for (const [index, surface] of surfaces.entries()) {
    const area = areaOf(surface.page);
    for (const [at, unit] of surface.units.entries()) {
      if (ownership.of(index, at) !== undefined) continue;
      ownership.set(index, at, kindOf(unit, area, declared, running, surface.page + 1));
    }
  }
}

/** What the margins of each page may say. */
class RunningHeads {
  private readonly print: PrintedDocument;
  private readonly pageCount: number;

  constructor(print: PrintedDocument, pageCount: number) {
    this.print = print;
    this.pageCount = pageCount;
  }

  /** Whether words are part of the running heads of a page. */
  has(words: string, page: number): boolean {
    const { print, pageCount } = this;
    const number = languageOf(print.lang).label('page-of', {
      page: localDigits(print, page),
      pages: localDigits(print, pageCount),
    });
    const own = print.marginLines?.(page, pageCount) ?? [];
    const known = [...print.runningWords, number, ...own].map(letters);
    const shown = letters(words);
    if (known.some((line) => line.includes(shown))) return true;
    // Right-to-left words are drawn in another order: then the letters have to be there.
    return isRightToLeft(words) && known.some((line) => isPartOf(shown, line));
  }
}

function isPartOf(shown: string, line: string): boolean {
  const left = Array.from(unordered(line));
  return Array.from(unordered(shown)).every((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function kindOf(unit: PaintUnit, area: Box, declared: string, running: RunningHeads, page: number): Artifact {
  const { box } = unit;
  if (unit.kind !== 'text') return isGround(unit) ? { kind: 'artifact', type: 'Background' } : layoutArtifact;
  const words = unit.glyphs.map((glyph) => glyph.text).join('');
  if (unit.glyphs.some(isMissing)) {
    throw new Fault('pdf-words-have-glyphs', `No font has a glyph for a character in “${excerpt(words)}”.`, {
      page,
    });
  }
  if (box === undefined || letters(words) === '') return layoutArtifact;
  const margin = marginOf(box, area);
  if (margin !== undefined && running.has(words, page)) {
    return { kind: 'artifact', type: 'Pagination', subtype: margin };
  }
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
