// Text state, text matrices and shown strings (ISO 32000-2, 9.3 and 9.4).

import type { TextItem } from './content-types.js';
import type { PdfFont } from './fonts/font.js';
import { type Box, IDENTITY, type Matrix, matrixFrom, transformBox } from './matrix.js';
import { isArray, isKind, type PdfValue } from './values.js';

/** Everything text operators set, changed in place as they come. Lengths in unscaled text space. */
export interface TextState {
  font: PdfFont | undefined;
  size: number;
  characterSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling as a factor, 1 for 100. */
  stretch: number;
  leading: number;
  rise: number;
  renderingMode: number;
  /** The text matrix as it was set; where it moves text to stands in the four numbers below. */
  matrix: Matrix;
  /** Where the line begins, and where the next glyph goes. */
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };

/** A text item to which strings may still be joined. */
export type GrowingText = Changing<Omit<TextItem, 'codes' | 'box'>> & {
  readonly codes: number[];
  readonly box: Changing<Box>;
};

/** Where shown strings go, and the mark under which they stand. */
export interface TextSink {
  readonly mark: number | undefined;
  /** The text that was taken last, as long as nothing else was drawn. */
  readonly last: GrowingText | undefined;
  readonly take: (item: GrowingText) => void;
  /** Notes that a font shows a code. */
  readonly use: (font: PdfFont | undefined, code: number, renderingMode: number) => void;
}

/** The text state at the start of a page. */
export function startText(): TextState {
  return {
    font: undefined,
    size: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    matrix: IDENTITY,
    lineX: 0,
    lineY: 0,
    x: 0,
    y: 0,
  };
}

/** Applies a text operator; strings that are shown go to the sink. Other operators change nothing: then it says false. */
export function showText(
  operator: string,
  operands: readonly PdfValue[],
  state: TextState,
  page: Matrix,
  sink: TextSink,
): boolean {
  const first = operands[0];
  const number = typeof first === 'number' ? first : 0;
  const second = typeof operands[1] === 'number' ? operands[1] : 0;
  switch (operator) {
    case 'BT':
      setMatrix(state, IDENTITY);
      return true;
    case 'Tc':
      state.characterSpacing = number;
      return true;
    case 'Tw':
      state.wordSpacing = number;
      return true;
    case 'Tz':
      state.stretch = number / 100;
      return true;
    case 'TL':
      state.leading = number;
      return true;
    case 'Ts':
      state.rise = number;
      return true;
    case 'Tr':
      state.renderingMode = number;
      return true;
    case 'TD':
      state.leading = -second;
      moveLine(state, number, second);
      return true;
    case 'Td':
      moveLine(state, number, second);
      return true;
    case 'T*':
      moveLine(state, 0, -state.leading);
      return true;
    case 'Tm':
      setMatrix(state, matrixFrom(operands.filter((item) => typeof item === 'number')));
      return true;
    default:
      return showString(operator, operands, state, page, sink);
  }
}

function showString(
  operator: string,
  operands: readonly PdfValue[],
  state: TextState,
  page: Matrix,
  sink: TextSink,
): boolean {
  const first = operands[0] ?? null;
  const second = operands[1] ?? null;
  switch (operator) {
    case 'Tj':
      show(first, state, page, sink);
      return true;
    case 'TJ':
      show(isArray(first) ? first : null, state, page, sink);
      return true;
    case "'":
      moveLine(state, 0, -state.leading);
      show(first, state, page, sink);
      return true;
    case '"':
      if (typeof first === 'number') state.wordSpacing = first;
      if (typeof second === 'number') state.characterSpacing = second;
      moveLine(state, 0, -state.leading);
      show(operands[2] ?? null, state, page, sink);
      return true;
    default:
      return false;
  }
}

function setMatrix(state: TextState, matrix: Matrix): void {
  state.matrix = matrix;
  state.lineX = matrix[4];
  state.lineY = matrix[5];
  state.x = state.lineX;
  state.y = state.lineY;
}

function moveLine(state: TextState, x: number, y: number): void {
  const { matrix } = state;
  state.lineX += x * matrix[0] + y * matrix[2];
  state.lineY += x * matrix[1] + y * matrix[3];
  state.x = state.lineX;
  state.y = state.lineY;
}

/** What the strings of one operator show. There is one for all, since a page shows thousands of glyphs one by one. */
const run = { text: '', codes: [] as number[], advance: 0, furthest: 0 };

/** Reads the strings of an operator, and the gaps between them. */
function readRun(shown: PdfValue, state: TextState, sink: TextSink): void {
  run.text = '';
  while (run.codes.length > 0) run.codes.pop();
  run.advance = 0;
  run.furthest = 0;
  if (!isArray(shown)) readPart(shown, state, sink);
  else for (const part of shown) readPart(part, state, sink);
}

function readPart(part: PdfValue, state: TextState, sink: TextSink): void {
  const { font, size, stretch, renderingMode } = state;
  if (typeof part === 'number') run.advance -= (part / 1000) * size * stretch;
  if (!isKind(part, 'string')) return;
  const scale = font?.scale ?? 0.001;
  for (const { code, size: bytes } of font?.codes(part) ?? []) {
    run.codes.push(code);
    run.text += font?.unicode(code) ?? '\ufffd';
    const space = code === 32 && bytes === 1 ? state.wordSpacing : 0;
    run.advance += ((font?.width(code) ?? 0) * scale * size + state.characterSpacing + space) * stretch;
    if (run.advance > run.furthest) run.furthest = run.advance;
    sink.use(font, code, renderingMode);
  }
  if (font === undefined) sink.use(undefined, 0, renderingMode);
}

/** Takes strings that are shown. Those that go on where the last ones ended are joined to them: Chromium shows each glyph by itself. */
function show(shown: PdfValue, state: TextState, page: Matrix, sink: TextSink): void {
  readRun(shown, state, sink);
  const { font, renderingMode, matrix } = state;
  const { text, codes, advance, furthest } = run;
  const toPage = textToPage(state, page);
  const x = state.rise * toPage[2] + toPage[4];
  const y = state.rise * toPage[3] + toPage[5];
  const size = Math.abs(state.size) * Math.sqrt(toPage[2] * toPage[2] + toPage[3] * toPage[3]);
  const { mark, last } = sink;
  if (
    last !== undefined &&
    last.mark === mark &&
    last.font === font &&
    last.renderingMode === renderingMode &&
    goesOn(last, x, y, size)
  ) {
    last.text += text;
    for (const code of codes) last.codes.push(code);
    last.box.left = Math.min(last.box.left, x + Math.min(0, advance) * toPage[0]);
    last.box.right = Math.max(last.box.right, x + furthest * toPage[0]);
  } else {
    const height = (font?.scale ?? 0.001) * state.size;
    const bottom = (font?.descent ?? 0) * height + state.rise;
    const top = (font?.ascent ?? 0) * height + state.rise;
    const box = transformBox(toPage, { left: Math.min(0, advance), right: furthest, bottom, top });
    sink.take({ kind: 'text', mark, text, font, codes: [...codes], x, y, size, renderingMode, box });
  }
  state.x += advance * matrix[0];
  state.y += advance * matrix[1];
}

/** Kerning moves glyphs by less than this share of their size; more is a gap. */
const nearby = 0.1;

/** Whether a string at a place goes on where another one ended, on the same level line. */
function goesOn(last: TextItem, x: number, y: number, size: number): boolean {
  return last.y === y && last.size === size && Math.abs(x - last.box.right) < nearby * size;
}

/** From text space, with its origin at the next glyph, to the page. */
function textToPage({ matrix: own, x, y }: TextState, page: Matrix): Matrix {
  return [
    own[0] * page[0] + own[1] * page[2],
    own[0] * page[1] + own[1] * page[3],
    own[2] * page[0] + own[3] * page[2],
    own[2] * page[1] + own[3] * page[3],
    x * page[0] + y * page[2] + page[4],
    x * page[1] + y * page[3] + page[5],
  ];
}
