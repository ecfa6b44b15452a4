// The operators of text (ISO 32000-2, 9.3 and 9.4).

import { IDENTITY, type Matrix, matrixFrom } from './matrix.js';
import { show, type TextSink } from './shown-text.js';
import { moveLine, setMatrix, type TextState } from './text-state.js';
import { isArray, type PdfValue } from './values.js';

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
