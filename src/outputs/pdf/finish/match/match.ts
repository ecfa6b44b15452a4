/**
 * Joins printed leaves and model leaves. Blocks are found by the identity in their language tag, leaves inside a block by their order,
 * and the words of both must be the same letters: two channels that disagree stop the build.
 */

import type { ChromiumElement } from '../chromium-tree.js';
import { type Glyph, isMissing, type Surface } from '../content/surface.js';
import { excerpt, Fault } from '../fault.js';
import type { ModelElement, ModelImage, ModelText, StructureModel } from '../model/model.js';
import { Cursor, lost, wordsIn } from './cursor.js';
import { isRightToLeft, letters, unordered } from './folding.js';
import { layoutArtifact, Ownership, repeatedArtifact } from './ownership.js';
import { glyphsOf, type PrintedLeaf, type PrintedPiece } from './printed.js';

/** What the matching found out. */
export interface Matched {
  readonly ownership: Ownership;
  /** Glyphs of each text in the order of drawing. */
  readonly glyphs: ReadonlyMap<ModelText, readonly Glyph[]>;
  /** Texts whose glyphs are drawn in another order than they are read in. */
  readonly disordered: ReadonlySet<ModelText>;
  /** Chromium's links by the model's. */
  readonly links: ReadonlyMap<ModelElement, ReadonlySet<ChromiumElement>>;
  /** Chromium's list items by the model's. */
  readonly items: ReadonlyMap<ModelElement, ChromiumElement>;
  /** Markers still without a place, with their own list item. */
  readonly markers: readonly PrintedLeaf[];
}

/**
 * Matches all leaves; throws a Fault on the first disagreement. `continued` holds the letters of the lines that open the rest of a note
 * on its next page: they belong to the page, like a running head, since the note itself is one in the tag tree.
 */
export function matchLeaves(
  model: StructureModel,
  printed: readonly PrintedLeaf[],
  surfaces: readonly Surface[],
  identities: ReadonlySet<string>,
  continued: ReadonlySet<string>,
): Matched {
  const matcher = new Matcher(surfaces, continued);
  const groups = new Map<string, { texts: (ModelText | ModelImage)[]; leaves: PrintedLeaf[] }>();
  const group = (key: string): { texts: (ModelText | ModelImage)[]; leaves: PrintedLeaf[] } => {
    const known = groups.get(key) ?? { texts: [], leaves: [] };
    groups.set(key, known);
    return known;
  };
  for (const leaf of model.leaves)
    group(leaf.identities.find((id) => identities.has(id)) ?? '').texts.push(leaf);
  for (const leaf of printed) group(leaf.group).leaves.push(leaf);
  for (const { texts, leaves } of groups.values()) matcher.group(texts, leaves);
  return matcher;
}

class Matcher implements Matched {
  readonly ownership: Ownership;
  readonly glyphs = new Map<ModelText, Glyph[]>();
  readonly disordered = new Set<ModelText>();
  readonly links = new Map<ModelElement, Set<ChromiumElement>>();
  readonly items = new Map<ModelElement, ChromiumElement>();
  readonly markers: PrintedLeaf[] = [];
  private readonly surfaces: readonly Surface[];
  private readonly continued: ReadonlySet<string>;

  constructor(surfaces: readonly Surface[], continued: ReadonlySet<string>) {
    this.surfaces = surfaces;
    this.continued = continued;
    this.ownership = new Ownership(surfaces.map((surface) => surface.units.length));
  }

  /** One block: its texts and pictures against its printed leaves, both in order. */
  group(expected: readonly (ModelText | ModelImage)[], printed: readonly PrintedLeaf[]): void {
    const cursor = new Cursor(
      expected,
      expected.some((leaf) => leaf.kind === 'text' && (leaf.rightToLeft || isRightToLeft(leaf.source))),
    );
    for (const leaf of printed) {
      for (const tip of leaf.tips) this.ownership.setPiece(tip, repeatedArtifact);
      if (leaf.kind === 'marker') this.markers.push(leaf);
      else if (leaf.kind === 'decoration') for (const piece of leaf.pieces) this.own(piece, undefined);
      else if (leaf.kind === 'picture') this.picture(cursor.picture(), leaf);
      else this.text(cursor, leaf);
    }
    const left = cursor.unprinted();
    if (left !== undefined) throw lost(left);
  }

  private own(piece: PrintedPiece, owner: ModelText | ModelImage | undefined): void {
    this.ownership.setPiece(piece, owner ?? layoutArtifact);
  }

  /** The lines under or through words, and the ground behind them, are drawn with them and are decoration. */
  private ownWords(piece: PrintedPiece, text: ModelText): void {
    const units = this.surfaces[piece.surface]?.units ?? [];
    for (const unit of piece.units) {
      this.ownership.set(piece.surface, unit, units[unit]?.kind === 'path' ? layoutArtifact : text);
    }
  }

  private picture(image: ModelImage | undefined, leaf: PrintedLeaf): void {
    const page = (leaf.pieces[0]?.page ?? 0) + 1;
    if (image === undefined) {
      throw new Fault(
        'pdf-content-is-owned',
        `Page ${page} shows a picture that the document does not have here.`,
        {
          page,
          role: 'Figure',
        },
      );
    }
    const described = image.alt ?? '';
    if (
      described !== '' &&
      leaf.element.alt !== undefined &&
      letters(leaf.element.alt) !== letters(described)
    ) {
      throw new Fault(
        'pdf-tags-match-the-page',
        `The printed picture says “${excerpt(leaf.element.alt)}” where the document says “${excerpt(described)}”.`,
        { page, role: 'Figure', position: image.position },
      );
    }
    const first = leaf.pieces[0]?.page;
    for (const piece of leaf.pieces) {
      if (image.repeats && piece.page !== first) this.ownership.setPiece(piece, repeatedArtifact);
      else this.own(piece, image);
    }
    this.join(image, leaf);
  }

  private text(cursor: Cursor, leaf: PrintedLeaf): void {
    const blanks: (readonly [PrintedPiece, readonly Glyph[]])[] = [];
    let own: ModelText | undefined;
    for (const piece of leaf.pieces) {
      const glyphs = glyphsOf(piece, this.surfaces);
      this.refuseBoxes(glyphs, piece, cursor);
      const shown = letters(glyphs.map((glyph) => glyph.text).join(''));
      if (shown === '') blanks.push([piece, glyphs]);
      else {
        const found = this.piece(cursor, shown, glyphs, piece);
        if (found === undefined) continue;
        own = found;
        this.keep(found, glyphs, leaf, piece);
      }
    }
    // Blanks belong to the text that they were drawn with.
    for (const [piece, glyphs] of blanks) {
      const owner = own ?? cursor.blank(leaf.link !== undefined);
      if (owner === undefined) this.own(piece, undefined);
      else this.keep(owner, glyphs, leaf, piece);
    }
    if (own !== undefined && cursor.rightToLeft) this.disordered.add(own);
  }

  /** The text that a piece with letters shows; undefined when it only repeats what was said. */
  private piece(
    cursor: Cursor,
    shown: string,
    glyphs: readonly Glyph[],
    piece: PrintedPiece,
  ): ModelText | undefined {
    const found = cursor.take(shown, glyphs);
    if (found === 'again' || (found === undefined && this.continued.has(unordered(shown)))) {
      this.ownership.setPiece(piece, repeatedArtifact);
      return undefined;
    }
    if (found === undefined) throw cursor.disagreement(shown, glyphs, piece.page + 1);
    return found;
  }

  private keep(text: ModelText, glyphs: readonly Glyph[], leaf: PrintedLeaf, piece: PrintedPiece): void {
    this.ownWords(piece, text);
    this.join(text, leaf);
    const known = this.glyphs.get(text);
    if (known === undefined) this.glyphs.set(text, [...glyphs]);
    else for (const glyph of glyphs) known.push(glyph);
  }

  private refuseBoxes(glyphs: readonly Glyph[], piece: PrintedPiece, cursor: Cursor): void {
    const index = glyphs.findIndex((glyph) => isMissing(glyph) && letters(glyph.text) !== '');
    if (index < 0) return;
    const here = cursor.here();
    // The print has boxes alone; the words are the document's.
    const words = here === undefined ? glyphs.map((glyph) => glyph.text).join('') : wordsIn(here);
    throw new Fault('pdf-words-have-glyphs', `No font has a glyph for a character in “${excerpt(words)}”.`, {
      page: piece.page + 1,
      position: here?.position,
    });
  }

  /** Remembers which of Chromium's links and list items stand for which of ours. */
  private join(found: ModelText | ModelImage, leaf: PrintedLeaf): void {
    if ((found.link === undefined) !== (leaf.link === undefined)) {
      throw new Fault(
        'pdf-links-are-tagged',
        found.link === undefined
          ? `“${excerpt(wordsIn(found))}” is a link on paper but not in the document.`
          : `“${excerpt(wordsIn(found))}” is a link in the document but not on paper.`,
        { page: (leaf.pieces[0]?.page ?? 0) + 1, role: 'Link', position: found.position },
      );
    }
    if (found.link !== undefined && leaf.link !== undefined) {
      this.links.set(found.link, (this.links.get(found.link) ?? new Set()).add(leaf.link));
    }
    if (found.items.length !== leaf.items.length) return;
    for (const [index, item] of found.items.entries()) {
      const other = leaf.items[index];
      if (other !== undefined && !this.items.has(item)) this.items.set(item, other);
    }
  }
}
