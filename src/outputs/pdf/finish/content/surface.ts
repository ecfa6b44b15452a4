/** What a page or a form draws: units of paint with their owner, their words and their box. */

import type { PdfRef } from '../file/values.js';
import type { PageFont } from './fonts.js';
import type { Box } from './geometry.js';
import type { Operations } from './operations.js';

/** One shown glyph. */
export interface Glyph {
  /** Its words: those that Chromium gave along in a mark, else those of the font. */
  text: string;
  readonly code: number;
  readonly font: PageFont;
  /** Index of the surface, and of the operation that shows it. */
  readonly surface: number;
  readonly shownBy: number;
  /** Whether it is the first after a text position was set, so that a blank may be put before it without moving it. */
  readonly startsLine: boolean;
  /** Whether it is the last of its text object. */
  endsLine: boolean;
}

/** Whether the font has no glyph for it and shows its empty box (.notdef). */
export function isMissing(glyph: Glyph): boolean {
  return glyph.code === 0 && glyph.font.codeLength === 2;
}

/** Operations that paint together and cannot be parted: a path, a text object, a picture. */
export interface PaintUnit {
  readonly kind: 'text' | 'path' | 'picture';
  readonly first: number;
  readonly last: number;
  /** Chromium's mark around it, if there is one. */
  readonly mark: number | undefined;
  /** What is seen of it. */
  readonly box: Box | undefined;
  /** All of a text, also what a clip hides. */
  readonly whole?: Box | undefined;
  readonly glyphs: readonly Glyph[];
}

/** A page's content, or that of a form that owns marks (Chromium makes one for each opacity group). */
export interface Surface {
  /** Object number of the page or of the form: how the structure tree names it. */
  readonly owner: number;
  /** 0-based page. */
  readonly page: number;
  readonly form: PdfRef | undefined;
  readonly operations: Operations;
  readonly units: readonly PaintUnit[];
  /** Chromium's own marks (operations that open or close them, also inside text), which are not written again. */
  readonly dropped: ReadonlySet<number>;
}
