/** Boxes and matrices in page space (points, origin at the lower left). */

/** `a b c d e f` of a transformation (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle by its lowest and highest corner. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The matrix that changes nothing. */
export const identityMatrix: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** Where a point comes to lie. */
export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The box around a transformed rectangle. */
export function transformedBox(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const left = Math.min(matrix[0] * x0, matrix[0] * x1) + Math.min(matrix[2] * y0, matrix[2] * y1);
  const right = Math.max(matrix[0] * x0, matrix[0] * x1) + Math.max(matrix[2] * y0, matrix[2] * y1);
  const bottom = Math.min(matrix[1] * x0, matrix[1] * x1) + Math.min(matrix[3] * y0, matrix[3] * y1);
  const top = Math.max(matrix[1] * x0, matrix[1] * x1) + Math.max(matrix[3] * y0, matrix[3] * y1);
  return {
    left: left + matrix[4],
    bottom: bottom + matrix[5],
    right: right + matrix[4],
    top: top + matrix[5],
  };
}

/** The smallest box around both. */
export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}

/** What both share; undefined when they do not touch. */
export function intersection(a: Box, b: Box | undefined): Box | undefined {
  if (b === undefined) return a;
  const box = {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
  return box.left <= box.right && box.bottom <= box.top ? box : undefined;
}
