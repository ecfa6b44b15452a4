// Transformation matrices and boxes (ISO 32000-2, 8.3.3), in the units of default user space.

/** The six numbers a b c d e f of a transformation. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle by its corners: left, bottom, right, top. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The transformation that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Applies `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Gives the smallest upright box around a box that went through a transformation. */
export function transformBox(matrix: Matrix, box: Box): Box {
  const [a, b, c, d, e, f] = matrix;
  const { left, right, bottom, top } = box;
  // Each coordinate is a sum of two terms, so its extremes are the sums of theirs.
  return {
    left: Math.min(a * left, a * right) + Math.min(c * bottom, c * top) + e,
    bottom: Math.min(b * left, b * right) + Math.min(d * bottom, d * top) + f,
    right: Math.max(a * left, a * right) + Math.max(c * bottom, c * top) + e,
    top: Math.max(b * left, b * right) + Math.max(d * bottom, d * top) + f,
  };
}

/** Makes a matrix from an array of numbers; anything else is the identity. */
export function matrixFrom(numbers: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return IDENTITY;
  return e === undefined || f === undefined ? IDENTITY : [a, b, c, d, e, f];
}

/** Makes a box from an array of four numbers, corners in any order (7.9.5). */
export function boxFrom(numbers: readonly number[]): Box | undefined {
  const [x1, y1, x2, y2] = numbers;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  return { left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) };
}
