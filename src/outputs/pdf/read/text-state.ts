// Text state, text matrices and shown strings (ISO 32000-2, 9.3 and 9.4).

import type { TextItem } from './content-types.js';
import type { PdfFont } from './fonts/font.js';
import { type Box, IDENTITY, type Matrix, matrixFrom, multiply, transform, transformBox } from './matrix.js';
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
  matrix: Matrix;
  lineMatrix: Matrix;
}

/** Where shown strings go, and the mark under which they stand. */
export interface TextSink {
  readonly mark: number | undefined;
  readonly take: (item: TextItem) => void;
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
    lineMatrix: IDENTITY,
  };
}

/** Applies a text operator; strings that are shown go to the sink. Other operators change nothing. */
export function showText(
  operator: string,
  operands: readonly PdfValue[],
  state: TextState,
  page: Matrix,
  sink: TextSink,
): void {
  const first = operands[0];
  const number = typeof first === 'number' ? first : 0;
  const second = typeof operands[1] === 'number' ? operands[1] : 0;
  switch (operator) {
    case 'BT':
      state.matrix = IDENTITY;
      state.lineMatrix = IDENTITY;
      return;
    case 'Tc':
      state.characterSpacing = number;
      return;
    case 'Tw':
      state.wordSpacing = number;
      return;
    case 'Tz':
      state.stretch = number / 100;
      return;
    case 'TL':
      state.leading = number;
      return;
    case 'Ts':
      state.rise = number;
      return;
    case 'Tr':
      state.renderingMode = number;
      return;
    case 'TD':
      state.leading = -second;
      moveLine(state, number, second);
      return;
    case 'Td':
      moveLine(state, number, second);
      return;
    case 'T*':
      moveLine(state, 0, -state.leading);
      return;
    case 'Tm':
      state.matrix = matrixFrom(operands.filter((item) => typeof item === 'number'));
      state.lineMatrix = state.matrix;
      return;
    default:
      showString(operator, operands, state, page, sink);
  }
}

function showString(
  operator: string,
  operands: readonly PdfValue[],
  state: TextState,
  page: Matrix,
  sink: TextSink,
): void {
  const [first = null, second = null, third = null] = operands;
  switch (operator) {
    case 'Tj':
      show([first], state, page, sink);
      return;
    case 'TJ':
      show(isArray(first) ? first : [], state, page, sink);
      return;
    case "'":
      moveLine(state, 0, -state.leading);
      show([first], state, page, sink);
      return;
    case '"':
      if (typeof first === 'number') state.wordSpacing = first;
      if (typeof second === 'number') state.characterSpacing = second;
      moveLine(state, 0, -state.leading);
      show([third], state, page, sink);
      return;
    default:
  }
}

function moveLine(state: TextState, x: number, y: number): void {
  state.lineMatrix = moved(state.lineMatrix, x, y);
  state.matrix = state.lineMatrix;
}

/** A matrix after a shift in its own space. */
function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
}

function show(parts: readonly PdfValue[], state: TextState, page: Matrix, sink: TextSink): void {
  const { font, size, stretch } = state;
  const scale = font?.scale ?? 0.001;
  let advance = 0;
  let furthest = 0;
  let text = '';
  const codes: number[] = [];
  for (const part of parts) {
    if (typeof part === 'number') advance -= (part / 1000) * size * stretch;
    else if (isKind(part, 'string')) {
      for (const { code, size: bytes } of font?.codes(part.bytes) ?? []) {
        codes.push(code);
        text += font?.unicode(code) ?? '\ufffd';
        const space = code === 32 && bytes === 1 ? state.wordSpacing : 0;
        advance += ((font?.width(code) ?? 0) * scale * size + state.characterSpacing + space) * stretch;
        if (advance > furthest) furthest = advance;
      }
    }
  }
  const toPage = multiply(state.matrix, page);
  const bottom = (font?.descent ?? 0) * scale * size + state.rise;
  const top = (font?.ascent ?? 0) * scale * size + state.rise;
  const box: Box = transformBox(toPage, { left: Math.min(0, advance), right: furthest, bottom, top });
  const [x, y] = transform(toPage, 0, state.rise);
  const points = Math.abs(size) * Math.hypot(toPage[2], toPage[3]);
  const { mark } = sink;
  sink.take({
    kind: 'text',
    mark,
    text,
    font,
    codes,
    x,
    y,
    size: points,
    renderingMode: state.renderingMode,
    box,
  });
  state.matrix = moved(state.matrix, advance, 0);
}
