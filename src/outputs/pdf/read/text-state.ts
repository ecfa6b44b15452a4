// Text state, text matrices and shown strings (ISO 32000-2, 9.3 and 9.4).

import type { TextItem } from './content-types.js';
import type { PdfFont } from './fonts/font.js';
import { type Box, IDENTITY, type Matrix, matrixFrom, multiply, transform, transformBox } from './matrix.js';
import { isArray, isKind, type PdfValue } from './values.js';

/** Everything text operators set. Lengths in unscaled text space. */
export interface TextState {
  readonly font: PdfFont | undefined;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scaling as a factor, 1 for 100. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly renderingMode: number;
  readonly matrix: Matrix;
  readonly lineMatrix: Matrix;
}

/** A text item before it is known under which mark it stands. */
export type ShownText = Omit<TextItem, 'mark'>;

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

/** Applies a text operator; strings that are shown are added to `shown`. Other operators change nothing. */
export function showText(
  operator: string,
  operands: readonly PdfValue[],
  state: TextState,
  page: Matrix,
  shown: ShownText[],
): TextState {
  const first = operands[0];
  const number = typeof first === 'number' ? first : 0;
  const second = typeof operands[1] === 'number' ? operands[1] : 0;
  switch (operator) {
    case 'BT':
      return { ...state, matrix: IDENTITY, lineMatrix: IDENTITY };
    case 'Tc':
      return { ...state, characterSpacing: number };
    case 'Tw':
      return { ...state, wordSpacing: number };
    case 'Tz':
      return { ...state, stretch: number / 100 };
    case 'TL':
      return { ...state, leading: number };
    case 'Ts':
      return { ...state, rise: number };
    case 'Tr':
      return { ...state, renderingMode: number };
    case 'Td':
      return moveLine(state, number, second);
    case 'TD':
      return moveLine({ ...state, leading: -second }, number, second);
    case 'T*':
      return moveLine(state, 0, -state.leading);
    case 'Tm': {
      const matrix = matrixFrom(operands.filter((item) => typeof item === 'number'));
      return { ...state, matrix, lineMatrix: matrix };
    }
    case 'Tj':
      return show([first ?? null], state, page, shown);
    case 'TJ':
      return show(isArray(first) ? first : [], state, page, shown);
    case "'":
      return show([first ?? null], moveLine(state, 0, -state.leading), page, shown);
    case '"': {
      const spaced = { ...state, wordSpacing: number, characterSpacing: second };
      return show([operands[2] ?? null], moveLine(spaced, 0, -state.leading), page, shown);
    }
    default:
      return state;
  }
}

function moveLine(state: TextState, x: number, y: number): TextState {
  const lineMatrix = multiply([1, 0, 0, 1, x, y], state.lineMatrix);
  return { ...state, lineMatrix, matrix: lineMatrix };
}

function show(parts: readonly PdfValue[], state: TextState, page: Matrix, shown: ShownText[]): TextState {
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
  shown.push({
    kind: 'text',
    text,
    font,
    codes,
    x,
    y,
    size: points,
    renderingMode: state.renderingMode,
    box,
  });
  return { ...state, matrix: multiply([1, 0, 0, 1, advance, 0], state.matrix) };
}
