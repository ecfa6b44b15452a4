/** The part of culori (which has no types of its own) that tests use. */
declare module 'culori' {
  /** WCAG 2 contrast of two CSS colours. */
  export function wcagContrast(first: string, second: string): number;
}
