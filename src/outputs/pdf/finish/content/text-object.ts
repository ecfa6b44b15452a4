/** Reads one text object (`BT … ET`): which words it shows, where, and where a blank could be added. */

import { PdfSyntaxError } from '../file/lexer.js';
import { type PdfDict, PdfName, PdfString, type PdfValue, textOf } from '../file/values.js';
import { codesOf, type PageFont } from './fonts.js';
import { type Box, identityMatrix, type Matrix, multiply, transformedBox, union } from './geometry.js';
import type { Operation } from './operations.js';
import type { Glyph } from './surface.js';

interface InnerMark {
  readonly words: string | undefined;
  shown: number;
}

type Draft = { -readonly [Key in keyof Glyph]: Glyph[Key] };

/** State of a text object while its operations are read. */
export class TextObject {
  box: Box | undefined;
  private readonly glyphs: Draft[] = [];
  private readonly marks: InnerMark[] = [];
  private current: PageFont | undefined;
  private size: number;
  private lineMatrix: Matrix = identityMatrix;
  private matrix: Matrix = identityMatrix;
  private leading = 0;
  private atLineStart = true;

  constructor(font: PageFont | undefined, size: number) {
    this.current = font;
    this.size = size;
  }

  /** Changes the font. */
  font(font: PageFont | undefined, size: number): void {
    this.current = font;
    this.size = size;
  }

  /** Reads one operation inside the object. */
  take(index: number, { operator, operands }: Operation): void {
    const n = (position: number): number => {
      const value = operands[position];
      return typeof value === 'number' ? value : 0;
    };
    if (operator === 'Tj' || operator === "'" || operator === '"') {
      if (operator !== 'Tj') this.move(0, -this.leading);
      this.show(index, operands[operands.length - 1]);
    } else if (operator === 'TJ') this.showAll(index, operands[0]);
    else if (operator === 'Td') this.move(n(0), n(1));
    else if (operator === 'TD') {
      this.leading = -n(1);
      this.move(n(0), n(1));
    } else if (operator === 'TL') this.leading = n(0);
    else if (operator === 'T*') this.move(0, -this.leading);
    else if (operator === 'Tm') this.setMatrix([n(0), n(1), n(2), n(3), n(4), n(5)]);
    else if (operator === 'BDC' || operator === 'BMC') this.open(operands);
    else if (operator === 'EMC') this.close(index);
  }

  /** The glyphs, once the object has ended. */
  finish(): readonly Glyph[] {
    if (this.marks.length > 0) throw new PdfSyntaxError('a mark is left open in a text object');
    return this.glyphs;
  }

  private open(operands: readonly PdfValue[]): void {
    const properties: PdfDict | undefined = operands[1] instanceof Map ? operands[1] : undefined;
    if (properties?.has('MCID') === true)
      throw new PdfSyntaxError('a structure mark stands inside a text object');
    const words = properties?.get('ActualText');
    const tag = operands[0];
    if (!(tag instanceof PdfName)) throw new PdfSyntaxError('a mark without a name');
    this.marks.push({
      words: words instanceof PdfString ? textOf(words) : undefined,
      shown: this.glyphs.length,
    });
  }

  private close(index: number): void {
    const mark = this.marks.pop();
    if (mark === undefined) throw new PdfSyntaxError('a mark ends across a text object');
    const only = this.glyphs[mark.shown];
    if (mark.words !== undefined && only !== undefined && this.glyphs.length === mark.shown + 1) {
      only.font.learn(only.code, mark.words);
    }
    for (let i = mark.shown; i < this.glyphs.length; i += 1) {
      const glyph = this.glyphs[i];
      if (glyph === undefined) continue;
      glyph.lastOperation = index;
      if (mark.words !== undefined) glyph.text = i === mark.shown ? mark.words : '';
    }
  }

  private setMatrix(matrix: Matrix): void {
    this.lineMatrix = matrix;
    this.matrix = matrix;
    this.atLineStart = true;
  }

  private move(x: number, y: number): void {
    this.setMatrix(multiply([1, 0, 0, 1, x, y], this.lineMatrix));
  }

  private showAll(index: number, list: PdfValue | undefined): void {
    if (!Array.isArray(list)) return;
    for (const item of list) {
      if (item instanceof PdfString) this.show(index, item);
      else if (typeof item === 'number') this.advance((-item / 1000) * this.size);
    }
  }

  private show(index: number, value: PdfValue | undefined): void {
    const font = this.current;
    if (font === undefined || !(value instanceof PdfString)) {
      throw new PdfSyntaxError('text is shown without a font');
    }
    for (const code of codesOf(font, value)) {
      const width = (font.width(code) / 1000) * this.size;
      const up = (font.ascent / 1000) * this.size;
      const down = (font.descent / 1000) * this.size;
      this.box = union(this.box, transformedBox(this.matrix, 0, down, width, up));
      this.advance(width);
      this.glyphs.push({
        text: font.words(code) ?? '\ufffd',
        code,
        missing: code === 0 && font.codeLength === 2,
        font,
        shownBy: index,
        lastOperation: index,
        startsLine: this.atLineStart,
      });
      if (this.marks.every((mark) => mark.words === undefined)) font.shownBare(code);
      this.atLineStart = false;
    }
  }

  private advance(width: number): void {
    this.matrix = multiply([1, 0, 0, 1, width, 0], this.matrix);
  }
}
