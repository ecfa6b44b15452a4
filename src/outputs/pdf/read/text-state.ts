// Text state and text matrices (ISO 32000-2, 9.3 and 9.4.2).

import type { PdfFont } from './fonts/font.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** Everything text operators set, changed in place as they come. Lengths in unscaled text space. */
export class TextState {
  font: PdfFont | undefined;
  size = 0;
  characterSpacing = 0;
  wordSpacing = 0;
  /** Horizontal scaling as a factor, 1 for 100. */
  stretch = 1;
  leading = 0;
  rise = 0;
  renderingMode = 0;
  /** The text matrix as it was set; where it moves text to stands in the four numbers below. */
  matrix: Matrix = IDENTITY;
  /** Where the line begins, and where the next glyph goes. */
  lineX = 0;
  lineY = 0;
  x = 0;
  y = 0;

  /** The same state, to come back to. */
  copy(): TextState {
    return Object.assign(new TextState(), this);
  }
}

/** Sets the text matrix, and with it where a line begins (`Tm`). */
export function setMatrix(state: TextState, matrix: Matrix): void {
  state.matrix = matrix;
  state.lineX = matrix[4];
  state.lineY = matrix[5];
  state.x = state.lineX;
  state.y = state.lineY;
}

/** Moves to the begin of another line (`Td`). */
export function moveLine(state: TextState, x: number, y: number): void {
  const { matrix } = state;
  state.lineX += x * matrix[0] + y * matrix[2];
  state.lineY += x * matrix[1] + y * matrix[3];
  state.x = state.lineX;
  state.y = state.lineY;
}
