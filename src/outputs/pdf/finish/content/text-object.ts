/** Reads one text object (`BT … ET`): which words it shows, where, and where a blank could be added. */

import { PdfSyntaxError } from '../file/lexer.js';
import { PdfString, type PdfValue, textOf } from '../file/values.js';
import { type PageFont, saysNothing } from './fonts.js';
import type { Box } from './geometry.js';
import type { Operations } from './operations.js';
import type { Glyph } from './surface.js';

interface InnerMark {
  readonly words: string | undefined;
  readonly from: number;
}

/** Stands for a glyph that adds no letter of its own: U+200B, which readers skip. */
const zeroWidth = '\u200b';

const n = new Float64Array(6);

/** State of a text object while its operations are read. */
export class TextObject {
  readonly glyphs: Glyph[] = [];
  private readonly surface: number;
  private readonly operations: Operations;
  private readonly marks: InnerMark[] = [];
  private current: PageFont | undefined;
  private size: number;
  /** Text matrix of the line (a b c d e f), and how far the text on it has come. */
  private a = 1;
  private b = 0;
  private c = 0;
  private d = 1;
  private e = 0;
  private f = 0;
  private along = 0;
  private leading = 0;
  private atLineStart = true;
  private readonly reach = new Reach();

  constructor(surface: number, operations: Operations, font: PageFont | undefined, size: number) {
    this.surface = surface;
    this.operations = operations;
    this.current = font;
    this.size = size;
  }

  /** Changes the font. */
  font(font: PageFont | undefined, size: number): void {
    this.current = font;
    this.size = size;
  }

  /** Reads one operation inside the object. */
  take(index: number, operator: string): void {
    if (operator === 'Td') {
      this.operations.numbers(index, n);
      this.move(n[0] ?? 0, n[1] ?? 0);
    } else if (operator === 'Tj') this.showString(index);
    else if (operator === 'Tm') this.setMatrix(index);
    else if (operator === 'TJ') this.showAll(index, this.operations.operands(index)[0]);
    else if (operator === "'" || operator === '"') {
      this.move(0, -this.leading);
      this.show(index, this.operations.operands(index).at(-1));
    } else if (operator === 'TD') {
      this.operations.numbers(index, n);
      this.leading = -(n[1] ?? 0);
      this.move(n[0] ?? 0, n[1] ?? 0);
    } else if (operator === 'TL') {
      this.operations.numbers(index, n);
      this.leading = n[0] ?? 0;
    } else if (operator === 'T*') this.move(0, -this.leading);
    else if (operator === 'BDC' || operator === 'BMC') this.open(this.operations.operands(index));
    else if (operator === 'EMC') this.close();
  }

  /** The box of what was shown, in the space of the text object. */
  get box(): Box | undefined {
    return this.reach.box;
  }

  /** Ends the object. */
  finish(): void {
    if (this.marks.length > 0) throw new PdfSyntaxError('a mark is left open in a text object');
    const last = this.glyphs.at(-1);
    if (last !== undefined) last.endsLine = true;
  }

  private open(operands: readonly PdfValue[]): void {
    const properties = operands[1];
    if (!(properties instanceof Map)) this.marks.push({ words: undefined, from: this.glyphs.length });
    else if (properties.has('MCID')) throw new PdfSyntaxError('a structure mark stands inside a text object');
    else {
      const words = properties.get('ActualText');
      this.marks.push({
        words: words instanceof PdfString ? textOf(words) : undefined,
        from: this.glyphs.length,
      });
    }
  }

  private close(): void {
    const mark = this.marks.pop();
    if (mark === undefined) throw new PdfSyntaxError('a mark ends across a text object');
    if (mark.words === undefined) return;
    const shown = this.glyphs.slice(mark.from);
    const [only] = shown;
    if (only !== undefined && shown.length === 1) only.font.learn(only.code, mark.words);
    else learnTogether(shown, mark.words);
    for (let i = mark.from; i < this.glyphs.length; i += 1) {
      const glyph = this.glyphs[i];
      if (glyph !== undefined) glyph.text = i === mark.from ? mark.words : '';
    }
  }

  private setMatrix(index: number): void {
    this.operations.numbers(index, n);
    this.a = n[0] ?? 1;
    this.b = n[1] ?? 0;
    this.c = n[2] ?? 0;
    this.d = n[3] ?? 1;
    this.e = n[4] ?? 0;
    this.f = n[5] ?? 0;
    this.startLine();
  }

  private move(x: number, y: number): void {
    this.e += x * this.a + y * this.c;
    this.f += x * this.b + y * this.d;
    this.startLine();
  }

  private startLine(): void {
    this.along = 0;
    this.atLineStart = true;
  }

  private showAll(index: number, list: PdfValue | undefined): void {
    if (!Array.isArray(list)) return;
    for (const item of list) {
      if (item instanceof PdfString) this.show(index, item);
      else if (typeof item === 'number') this.along -= (item / 1000) * this.size;
    }
  }

  /** Chromium shows one glyph after another, so a string of one is read without making it. */
  private showString(index: number): void {
    const font = this.current;
    const code = this.operations.pairOfBytes(index);
    if (code < 0 || font?.codeLength !== 2) {
      this.show(index, this.operations.operands(index)[0]);
      return;
    }
    const start = this.along;
    this.glyph(index, font, code);
    this.reachOver(font, start);
  }

  private show(index: number, value: PdfValue | undefined): void {
    const font = this.current;
    if (font === undefined || !(value instanceof PdfString)) {
      throw new PdfSyntaxError('text is shown without a font');
    }
    const { bytes } = value;
    const start = this.along;
    for (let at = 0; at < bytes.length; at += font.codeLength) {
      const code = font.codeLength === 1 ? (bytes[at] ?? 0) : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      this.glyph(index, font, code);
    }
    this.reachOver(font, start);
  }

  private glyph(index: number, font: PageFont, code: number): void {
    const said = font.glyph(code);
    this.along += (said.width / 1000) * this.size;
    this.glyphs.push({
      text: said.words ?? '\ufffd',
      code,
      font,
      surface: this.surface,
      shownBy: index,
      startsLine: this.atLineStart,
      endsLine: false,
    });
    this.atLineStart = false;
    if (this.isBare()) said.shownBare = true;
  }

  /** Whether no mark gives words along. */
  private isBare(): boolean {
    return this.marks.length === 0 || this.marks.every((mark) => mark.words === undefined);
  }

  /** Takes the line from `start` up to here into the box. */
  private reachOver(font: PageFont, start: number): void {
    const down = (font.descent / 1000) * this.size;
    const up = (font.ascent / 1000) * this.size;
    this.reachTo(start, down);
    this.reachTo(start, up);
    this.reachTo(this.along, down);
    this.reachTo(this.along, up);
  }

  private reachTo(x: number, y: number): void {
    this.reach.add(this.a * x + this.c * y + this.e, this.b * x + this.d * y + this.f);
  }
}

/**
 * Chromium gave words along with several glyphs, as of an Arabic letter with its vowel sign. What the fonts say of some of them is taken
 * away; the rest belongs to the one that is left, or to the first of several, since every glyph has to stand for something.
 */
function learnTogether(shown: readonly Glyph[], words: string): void {
  const unsaid = shown.filter(({ font, code }) => saysNothing(font.words(code)));
  const said = shown.flatMap(({ font, code }) => Array.from(font.words(code) ?? ''));
  const left = Array.from(words);
  for (const letter of said) {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
  }
  for (const [index, { font, code }] of unsaid.entries()) {
    font.suppose(code, index === 0 && left.length > 0 ? left.join('') : zeroWidth);
  }
}

/** The smallest box around points. */
class Reach {
  private left = Number.POSITIVE_INFINITY;
  private bottom = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private top = Number.NEGATIVE_INFINITY;

  add(x: number, y: number): void {
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.bottom) this.bottom = y;
    if (y > this.top) this.top = y;
  }

  get box(): Box | undefined {
    const { left, bottom, right, top } = this;
    return left > right ? undefined : { left, bottom, right, top };
  }
}
