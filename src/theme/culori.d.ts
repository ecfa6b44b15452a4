/** The part of culori (which has no types of its own) that is used here. */
declare module 'culori' {
  /** A colour in the sRGB space, each part from 0 to 1. */
  export interface RgbColour {
    readonly mode: 'rgb';
    readonly r: number;
    readonly g: number;
    readonly b: number;
    readonly alpha?: number;
  }
  /** WCAG 2 contrast of two CSS colours. */
  export function wcagContrast(first: string | RgbColour, second: string | RgbColour): number;
  /** Makes a function that reads a CSS colour as sRGB; undefined when it is none. */
  export function converter(mode: 'rgb'): (colour: string) => RgbColour | undefined;
}
