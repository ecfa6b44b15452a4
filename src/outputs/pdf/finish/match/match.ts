/**
 * Joins printed leaves and model leaves. Blocks are found by the identity in their language tag, leaves inside a block by their order,
 * and the words of both must be the same letters: two channels that disagree stop the build.
 */

import type { ChromiumElement } from '../chromium-tree.js';
import { type Glyph, isMissing, type Surface } from '../content/surface.js';
import { excerpt, Fault } from '../fault.js';
import type { ModelElement, ModelImage, ModelText, StructureModel } from '../model/model.js';
import { isRightToLeft, latinDigits, letters, unordered } from './folding.js';
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
      expected.some((leaf) => leaf.kind === 'text' && isRightToLeft(leaf.source)),
    );
    for (const leaf of printed) {
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
    this.own(piece, text);
    this.join(text, leaf);
    const known = this.glyphs.get(text);
    if (known === undefined) this.glyphs.set(text, [...glyphs]);
    else for (const glyph of glyphs) known.push(glyph);
  }

  private refuseBoxes(glyphs: readonly Glyph[], piece: PrintedPiece, cursor: Cursor): void {
    const index = glyphs.findIndex((glyph) => isMissing(glyph) && letters(glyph.text) !== '');
    if (index < 0) return;
    const around = glyphs
      .slice(Math.max(0, index - 12), index + 12)
      .map((glyph) => (isMissing(glyph) ? '□' : glyph.text))
      .join('');
    throw new Fault('pdf-words-have-glyphs', `No font has a glyph for a character in “${excerpt(around)}”.`, {
      page: piece.page + 1,
      position: cursor.here()?.position,
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

function wordsIn(leaf: ModelText | ModelImage): string {
  return leaf.kind === 'text' ? leaf.source : (leaf.alt ?? '');
}

function lost(leaf: ModelText | ModelImage): Fault {
  const what =
    leaf.kind === 'text'
      ? `“${excerpt(leaf.source)}” is in the document but not on paper.`
      : `The picture “${excerpt(leaf.alt ?? '')}” is in the document but not on paper.`;
  return new Fault('no-words-are-lost', what, { position: leaf.position });
}

/** Reads along the expected leaves of one block. */
class Cursor {
  readonly rightToLeft: boolean;
  private readonly expected: readonly (ModelText | ModelImage)[];
  private index = 0;
  /** Letters of the current text that are already printed. */
  private done = 0;
  private printed = '';
  private last: ModelText | undefined;

  constructor(expected: readonly (ModelText | ModelImage)[], rightToLeft: boolean) {
    this.expected = expected;
    this.rightToLeft = rightToLeft;
  }

  /** The leaf that is expected next. */
  here(): ModelText | ModelImage | undefined {
    return this.expected[this.index] ?? this.last;
  }

  /** The next picture, when nothing with letters stands before it. */
  picture(): ModelImage | undefined {
    this.skipBlank();
    const leaf = this.expected[this.index];
    if (leaf?.kind !== 'image') return undefined;
    this.index += 1;
    return leaf;
  }

  /** The text that shows these letters next; `again` for a text that is drawn a second time. */
  take(shown: string, glyphs: readonly Glyph[]): ModelText | 'again' | undefined {
    this.skipBlank();
    const leaf = this.expected[this.index];
    if (leaf?.kind === 'text' && this.accept(leaf, shown, glyphs)) return leaf;
    const again = this.last;
    if (again?.repeats === true && letters(again.source).startsWith(shown)) return 'again';
    return undefined;
  }

  private accept(leaf: ModelText, shown: string, glyphs: readonly Glyph[]): boolean {
    const all = lettersOf(leaf);
    const rest = all.slice(this.done);
    if (this.rightToLeft) {
      const printed = this.printed + shown;
      if (shown.length > rest.length) return false;
      if (shown.length === rest.length && unordered(printed) !== unordered(all)) return false;
      this.advance(leaf, all, shown);
      return true;
    }
    const seen = leaf.pageOf === undefined ? shown : latinDigits(shown);
    if (rest.startsWith(seen)) {
      this.advance(leaf, all, seen);
      return true;
    }
    const bare = withoutLineHyphens(glyphs);
    if (bare === '' || !rest.startsWith(bare)) return false;
    this.advance(leaf, all, bare);
    return true;
  }

  private advance(leaf: ModelText, all: string, shown: string): void {
    this.done += shown.length;
    this.printed += shown;
    this.last = leaf;
    if (this.done < all.length) return;
    this.index += 1;
    this.done = 0;
    this.printed = '';
  }

  /** Blanks that are drawn alone belong to the text that is being printed, or to the blank text that comes next. */
  blank(inLink: boolean): ModelText | undefined {
    const leaf = this.expected[this.index];
    if (this.done === 0 && leaf?.kind === 'text' && lettersOf(leaf) === '') {
      this.index += 1;
      return leaf;
    }
    const owner = this.done > 0 && leaf?.kind === 'text' ? leaf : this.last;
    return (owner?.link !== undefined) === inLink ? owner : undefined;
  }

  private skipBlank(): void {
    if (this.done > 0) return;
    for (let leaf = this.expected[this.index]; leaf?.kind === 'text'; leaf = this.expected[this.index]) {
      if (lettersOf(leaf) !== '') return;
      this.index += 1;
    }
  }

  /** The first leaf that was not printed to its end. */
  unprinted(): ModelText | ModelImage | undefined {
    this.skipBlank();
    return this.expected[this.index];
  }

  /** What to say when the printed words are not those that come next. */
  disagreement(seen: string, glyphs: readonly Glyph[], page: number): Fault {
    const shown = excerpt(glyphs.map((glyph) => glyph.text).join(''));
    const leaf = this.expected[this.index];
    const later = this.expected.slice(this.index + 1);
    if (
      leaf !== undefined &&
      later.some((other) => other.kind === 'text' && lettersOf(other).startsWith(seen))
    ) {
      return lost(leaf);
    }
    if (leaf === undefined) {
      return new Fault(
        'pdf-content-is-owned',
        `Page ${page} shows “${shown}”, which belongs to no part of the document.`,
        {
          page,
          position: this.last?.position,
        },
      );
    }
    return new Fault(
      'pdf-tags-match-the-page',
      `Page ${page} shows “${shown}” where the document says “${excerpt(wordsIn(leaf))}”.`,
      { page, position: leaf.position },
    );
  }
}

function lettersOf(leaf: ModelText): string {
  return letters(leaf.source);
}

/** A hyphen that the browser drew at the end of a line is not in the text. */
function withoutLineHyphens(glyphs: readonly Glyph[]): string {
  return letters(
    glyphs
      .filter((glyph) => !(glyph.endsLine && /^[-\u2010\u00ad]$/.test(glyph.text)))
      .map((glyph) => glyph.text)
      .join(''),
  );
}
