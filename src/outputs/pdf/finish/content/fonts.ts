/** Reads what a font of Chromium's file says about its glyphs: their words (ToUnicode) and widths. */

import type { PdfSource } from '../file/parse.js';
import { type PdfDict, PdfRef, PdfStream } from '../file/values.js';
import { toUnicode, writeToUnicode } from './to-unicode.js';

/** What a font says of one glyph. */
interface FontGlyph {
  /** Width in thousandths of the font size. */
  readonly width: number;
  readonly words: string | undefined;
  /** Whether it was shown where only the font says what it means. */
  shownBare: boolean;
}

/** A font as the rewriter needs it, and what it learns about its glyphs from the words that Chromium gives along with them. */
export class PageFont {
  /** Bytes per glyph code. */
  readonly codeLength: 1 | 2;
  /** Glyph code of U+0020, when the font holds it. */
  readonly spaceCode: number | undefined;
  /** Highest and lowest reach in thousandths. */
  readonly ascent: number;
  readonly descent: number;
  /** Object number of its map to words. */
  readonly mapObject: number | undefined;
  private readonly original: ReadonlyMap<number, string>;
  private readonly unicode: Map<number, string>;
  private readonly widths: ReadonlyMap<number, number>;
  private readonly missingWidth: number;
  private readonly glyphs = new Map<number, FontGlyph>();
  private readonly learned = new Map<number, string | null>();
  private readonly supposed = new Map<number, string>();

  constructor(facts: FontFacts) {
    this.codeLength = facts.codeLength;
    this.ascent = facts.ascent;
    this.descent = facts.descent;
    this.mapObject = facts.mapObject;
    this.original = facts.unicode;
    this.unicode = new Map([...facts.unicode].map(([code, words]) => [code, takenApart(words)]));
    this.widths = facts.widths;
    this.missingWidth = facts.missingWidth;
    this.spaceCode = [...facts.unicode].find(([, words]) => words === ' ')?.[0];
  }

  /** Words of a glyph code; undefined where the font says none. */
  words(code: number): string | undefined {
    return this.unicode.get(code);
  }

  /** What the font says of a glyph code; the same object each time. */
  glyph(code: number): FontGlyph {
    const known = this.glyphs.get(code);
    if (known !== undefined) return known;
    const width = this.widths.get(code) ?? this.missingWidth;
    const glyph = { width, words: this.unicode.get(code), shownBare: false };
    this.glyphs.set(code, glyph);
    return glyph;
  }

  /** Chromium gave these words along with a single glyph. */
  learn(code: number, words: string): void {
    const known = this.learned.get(code);
    this.learned.set(code, known === undefined || known === words ? words : null);
  }

  /** Chromium gave words along with several glyphs, and the font has none for this one: these are used if nothing better is learned. */
  suppose(code: number, words: string): void {
    if (!this.supposed.has(code)) this.supposed.set(code, words);
  }

  /** Takes over what was learned without doubt: then the font itself says it, and no mark inside the text is needed. */
  settle(): void {
    for (const [code, words] of this.learned) {
      const isBare = this.glyphs.get(code)?.shownBare === true;
      if (words === null || (isBare && this.unicode.get(code) !== words)) continue;
      this.unicode.set(code, words);
    }
    for (const [code, words] of this.supposed) {
      if (saysNothing(this.unicode.get(code))) this.unicode.set(code, words);
    }
  }

  /** A new map of glyphs to words (ToUnicode), when it has to differ from Chromium's. */
  newMap(): Uint8Array | undefined {
    const same = [...this.unicode].every(([code, words]) => this.original.get(code) === words);
    return same ? undefined : writeToUnicode(this.unicode, this.codeLength);
  }
}

interface FontFacts {
  readonly codeLength: 1 | 2;
  readonly unicode: ReadonlyMap<number, string>;
  readonly widths: ReadonlyMap<number, number>;
  readonly missingWidth: number;
  readonly ascent: number;
  readonly descent: number;
  readonly mapObject: number | undefined;
}

/** Chromium writes U+0000 for a glyph that its font has no character for. */
export function saysNothing(words: string | undefined): boolean {
  return words === undefined || words.replaceAll('\0', '') === '';
}

/** Latin ligatures (U+FB00–FB06) as the letters they join. */
function takenApart(words: string): string {
  return words.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKD'));
}

/** Reads a font dictionary: Type 0 with two-byte codes, or a simple font. */
export function readFont(source: PdfSource, font: PdfDict): PageFont {
  const composite = source.name(font.get('Subtype')) === 'Type0';
  const reference = font.get('ToUnicode');
  const map = source.resolve(reference);
  const descendant = composite ? source.dict(source.list(font.get('DescendantFonts'))[0]) : undefined;
  const descriptor = source.dict((descendant ?? font).get('FontDescriptor'));
  return new PageFont({
    codeLength: composite ? 2 : 1,
    unicode: map instanceof PdfStream ? toUnicode(source.decode(map)) : new Map<number, string>(),
    widths: descendant === undefined ? simpleWidths(source, font) : cidWidths(source, descendant),
    missingWidth: descendant === undefined ? 0 : (source.number(descendant.get('DW')) ?? 1000),
    ascent: source.number(descriptor?.get('Ascent')) ?? 900,
    descent: source.number(descriptor?.get('Descent')) ?? -250,
    mapObject: reference instanceof PdfRef ? reference.number : undefined,
  });
}

function cidWidths(source: PdfSource, font: PdfDict): Map<number, number> {
  const widths = new Map<number, number>();
  const list = source.list(font.get('W'));
  for (let i = 0; i < list.length; ) {
    const first = source.number(list[i]) ?? 0;
    const second = source.resolve(list[i + 1]);
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) widths.set(first + index, source.number(width) ?? 0);
      i += 2;
    } else {
      const last = typeof second === 'number' ? second : first;
      const width = source.number(list[i + 2]) ?? 0;
      for (let code = first; code <= last && code - first < 65536; code += 1) widths.set(code, width);
      i += 3;
    }
  }
  return widths;
}

function simpleWidths(source: PdfSource, font: PdfDict): Map<number, number> {
  const first = source.number(font.get('FirstChar')) ?? 0;
  return new Map(
    source.list(font.get('Widths')).map((width, index) => [first + index, source.number(width) ?? 0]),
  );
}
