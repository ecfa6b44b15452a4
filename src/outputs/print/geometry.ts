/** Page boxes in whole px, so that measuring and printing break pages at the same lines. */

import type { PageGeometry, Paper, PrintKind } from './print-document.js';

/** Page margins, mm, as a theme states them. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface Sheet {
  readonly width: string;
  readonly height: string;
  /** What Chromium makes of it, in px: the next whole px up (measured on Chromium 156; a canary test repeats it). */
  readonly px: readonly [number, number];
}

/** Both lengths are always written: an unknown size keyword silently prints Letter (measured). */
const sheets: Readonly<Record<Paper, Sheet>> = {
  a4: { width: '210mm', height: '297mm', px: [794, 1123] },
  letter: { width: '215.9mm', height: '279.4mm', px: [816, 1056] },
  a5: { width: '148mm', height: '210mm', px: [560, 794] },
};

/** Notes may take 45 % of the page area; large print needs more for the same notes. */
const noteShares: Readonly<Record<PrintKind, number>> = { standard: 0.45, clear: 0.45, large: 0.6 };

/** The least page area in either direction, px; margins that leave less are cut down to it. */
const leastArea = 240;

/** Whole px of a margin, bounded so that two of them leave a page area. */
function margin(mm: number, sheet: number): number {
  const px = Math.round((mm * 96) / 25.4);
  return Math.min(Math.max(px, 24), Math.floor((sheet - leastArea) / 2));
}

/** The page boxes of a print kind on a sheet, with the theme's margins. */
export function pageGeometry(kind: PrintKind, paper: Paper, margins: Margins): PageGeometry {
  const { width, height, px } = sheets[paper];
  const marginTop = margin(margins.top, px[1]);
  const marginBottom = margin(margins.bottom, px[1]);
  const marginLeft = margin(margins.left, px[0]);
  const marginRight = margin(margins.right, px[0]);
  return {
    paper,
    sheetWidth: width,
    sheetHeight: height,
    marginTop,
    marginRight,
    marginBottom,
    marginLeft,
    areaWidth: px[0] - marginLeft - marginRight,
    areaHeight: px[1] - marginTop - marginBottom,
    noteShare: noteShares[kind],
  };
}
