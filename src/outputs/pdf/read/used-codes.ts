// Which codes of which fonts some content shows.

import type { UsedFont } from './content-types.js';
import type { PdfFont } from './fonts/font.js';

/** Collects the codes that are shown. */
export class UsedCodes {
  private readonly byFont = new Map<PdfFont, Map<number, 1 | 2>>();
  private font: PdfFont | undefined;
  /** Of the font above: nearly always it is the same as for the code before. */
  private codes = new Map<number, 1 | 2>();

  /** Notes a code; in rendering mode 3 it is invisible. */
  note(font: PdfFont, code: number, renderingMode: number): void {
    if (font !== this.font) {
      this.font = font;
      this.codes = this.byFont.get(font) ?? new Map();
      this.byFont.set(font, this.codes);
    }
    const known = this.codes.get(code);
    if (known === 1) return;
    if (renderingMode !== 3) this.codes.set(code, 1);
    else if (known === undefined) this.codes.set(code, 2);
  }

  /** All fonts with their codes, in the order in which they were met. */
  list(): UsedFont[] {
    return [...this.byFont].map(([font, codes]) => ({ font, codes }));
  }
}
