/** Reads along the texts and pictures of one block while its printed leaves come in, and says which of them a leaf shows. */

import type { Glyph } from '../content/surface.js';
import { excerpt, Fault } from '../fault.js';
import type { ModelImage, ModelText } from '../model/model.js';
import { latinDigits, letters, unordered } from './folding.js';

/** The words of a leaf as the document has them. */
export function wordsIn(leaf: ModelText | ModelImage): string {
  return leaf.kind === 'text' ? leaf.source : (leaf.alt ?? '');
}

/** A leaf that is not on paper. */
export function lost(leaf: ModelText | ModelImage): Fault {
  const what =
    leaf.kind === 'text'
      ? `“${excerpt(leaf.source)}” is in the document but not on paper.`
      : `The picture “${excerpt(leaf.alt ?? '')}” is in the document but not on paper.`;
  return new Fault('no-words-are-lost', what, { position: leaf.position });
}

/** Reads along the expected leaves of one block. */
export class Cursor {
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
    return again?.repeats === true && this.repeats(again, shown) ? 'again' : undefined;
  }

  private repeats(text: ModelText, shown: string): boolean {
    const all = lettersOf(text);
    return this.rightToLeft ? unordered(all) === unordered(shown) : all.startsWith(shown);
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
