// The points of a path that is being made (ISO 32000-2, 8.5.2).

import { type Box, type Matrix, transformBox } from './matrix.js';
import type { PdfValue } from './values.js';

/** A box around nothing. */
export const EMPTY_BOX: Box = { left: 0, bottom: 0, right: 0, top: 0 };

/** The box of a path as it grows, before it is transformed. */
export class Path {
  private left = Number.POSITIVE_INFINITY;
  private bottom = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private top = Number.NEGATIVE_INFINITY;

  /** Takes the points of an operator that makes paths; others change nothing. */
  take(operator: string, operands: readonly PdfValue[]): void {
    const isRectangle = operator === 're';
    if (!isRectangle && !CURVES.has(operator)) return;
    const numbers = operands.filter((item) => typeof item === 'number');
    if (isRectangle) {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      this.add(x, y);
      this.add(x + width, y + height);
    } else {
      for (let at = 0; at + 1 < numbers.length; at += 2) this.add(numbers[at] ?? 0, numbers[at + 1] ?? 0);
    }
  }

  /** The box on the page. */
  box(matrix: Matrix): Box {
    const { left, bottom, right, top } = this;
    return left > right ? EMPTY_BOX : transformBox(matrix, { left, bottom, right, top });
  }

  private add(x: number, y: number): void {
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.bottom) this.bottom = y;
    if (y > this.top) this.top = y;
  }
}

const CURVES: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y']);
