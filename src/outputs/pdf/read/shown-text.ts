// Shown strings (ISO 32000-2, 9.4.3): their text, and where it comes to lie on the page.

import type { TextItem } from './content-types.js';
import type { PdfFont } from './fonts/font.js';
import { IDENTITY, type Matrix, transformBox } from './matrix.js';
import type { TextState } from './text-state.js';
import { isArray, isKind, type PdfValue } from './values.js';

/** Where shown strings go, and the mark under which they stand. */
export interface TextSink {
  readonly mark: number | undefined;
  /** The text that was begun last, as long as nothing else was drawn. */
  readonly last: OpenText | undefined;
  /** Begins another text, to be filled. */
  readonly begin: () => OpenText;
  /** Notes that a font shows a code. */
  readonly use: (font: PdfFont | undefined, code: number, renderingMode: number) => void;
}

/** Kerning moves glyphs by less than this share of their size; more is a gap. */
const nearby = 0.1;

/** A text to which strings are joined for as long as each goes on where the last one ended: Chromium shows each glyph by itself. */
export class OpenText {
  mark: number | undefined;
  font: PdfFont | undefined;
  renderingMode = 0;
  x = 0;
  y = 0;
  size = 0;
  left = 0;
  right = 0;
  bottom = 0;
  top = 0;
  readonly words: string[] = [];

  /** Whether a string at a place is part of it: of the same look and mark, on the same level line. */
  takes(state: TextState, mark: number | undefined, x: number, y: number, size: number): boolean {
    return (
      this.y === y &&
      this.size === size &&
      this.mark === mark &&
      this.font === state.font &&
      this.renderingMode === state.renderingMode &&
      Math.abs(x - this.right) < nearby * size
    );
  }

  /** What was shown, as one item. */
  item(): TextItem {
    const { mark, font, renderingMode, x, y, size, left, right, bottom, top } = this;
    const text = this.words.join('');
    return { kind: 'text', mark, text, font, x, y, size, renderingMode, box: { left, bottom, right, top } };
  }
}

/** Where strings of one operator move to. There is one for all, since a page shows thousands of glyphs one by one. */
const line = { advance: 0, furthest: 0 };

/** How text space lies on the page, but for its place; kept, since most glyphs of a page have the same. */
const slope = { own: IDENTITY, page: IDENTITY, a: 1, b: 0, c: 0, d: 1, height: 1 };

/** The first four numbers of the product of two matrices. */
function lay(own: Matrix, page: Matrix): void {
  if (slope.own === own && slope.page === page) return;
  slope.own = own;
  slope.page = page;
  slope.a = own[0] * page[0] + own[1] * page[2];
  slope.b = own[0] * page[1] + own[1] * page[3];
  slope.c = own[2] * page[0] + own[3] * page[2];
  slope.d = own[2] * page[1] + own[3] * page[3];
  slope.height = Math.sqrt(slope.c * slope.c + slope.d * slope.d);
}

/** Takes what an operator shows: a string, or a list of strings and gaps. */
export function show(shown: PdfValue, state: TextState, page: Matrix, sink: TextSink): void {
  const { font, matrix, rise } = state;
  lay(matrix, page);
  const left = state.x * page[0] + state.y * page[2] + page[4];
  const baseline = state.x * page[1] + state.y * page[3] + page[5];
  const x = rise * slope.c + left;
  const y = rise * slope.d + baseline;
  const size = Math.abs(state.size) * slope.height;
  const { mark, last } = sink;
  if (last?.takes(state, mark, x, y, size)) {
    read(shown, state, sink, last.words);
    last.left = Math.min(last.left, x + Math.min(0, line.advance) * slope.a);
    last.right = Math.max(last.right, x + line.furthest * slope.a);
  } else {
    const text = sink.begin();
    Object.assign(text, { mark, font, renderingMode: state.renderingMode, x, y, size });
    read(shown, state, sink, text.words);
    const height = (font?.scale ?? 0.001) * state.size;
    const bottom = (font?.descent ?? 0) * height + rise;
    const top = (font?.ascent ?? 0) * height + rise;
    const toPage: Matrix = [slope.a, slope.b, slope.c, slope.d, left, baseline];
    const box = { left: Math.min(0, line.advance), right: line.furthest, bottom, top };
    Object.assign(text, transformBox(toPage, box));
  }
  state.x += line.advance * matrix[0];
  state.y += line.advance * matrix[1];
}

/** Reads the strings of an operator, and the gaps between them. */
function read(shown: PdfValue, state: TextState, sink: TextSink, words: string[]): void {
  line.advance = 0;
  line.furthest = 0;
  if (!isArray(shown)) readPart(shown, state, sink, words);
  else for (const part of shown) readPart(part, state, sink, words);
}

function readPart(part: PdfValue, state: TextState, sink: TextSink, words: string[]): void {
  const { font, size, stretch, renderingMode } = state;
  if (typeof part === 'number') line.advance -= (part / 1000) * size * stretch;
  if (!isKind(part, 'string')) return;
  if (font === undefined) {
    sink.use(undefined, 0, renderingMode);
    return;
  }
  for (const { code, size: bytes, text, width } of font.codes(part)) {
    words.push(text);
    const space = code === 32 && bytes === 1 ? state.wordSpacing : 0;
    line.advance += (width * font.scale * size + state.characterSpacing + space) * stretch;
    if (line.advance > line.furthest) line.furthest = line.advance;
    sink.use(font, code, renderingMode);
  }
}
