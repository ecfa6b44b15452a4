/** Where the text of each page stands, and which letters stand beyond it. */

import type { PageGeometry } from '../../../print/print-document.js';
import type { Box } from '../content/geometry.js';
import type { PaintUnit } from '../content/surface.js';

const pointsPerPixel = 0.75;

/** Page areas in points, by 0-based page, from the heights of the sheets. */
export function pageAreas(geometry: PageGeometry, heights: readonly number[]): (page: number) => Box {
  const left = geometry.marginLeft * pointsPerPixel;
  const right = left + geometry.areaWidth * pointsPerPixel;
  return (page) => {
    const top = (heights[page] ?? 0) - geometry.marginTop * pointsPerPixel;
    return { left, top, right, bottom: top - geometry.areaHeight * pointsPerPixel };
  };
}

/** The margin in which the larger part of a box stands. */
export function marginOf(box: Box, area: Box): 'Header' | 'Footer' | undefined {
  const middle = (box.top + box.bottom) / 2;
  return middle > area.top ? 'Header' : middle < area.bottom ? 'Footer' : undefined;
}

/**
 * Whether a marked text stands in a margin. The tip of a tall letter in the first line of a page reaches above the line, so Chromium draws
 * that letter at the foot of the page before as well, under the same tag; tails of a last line likewise.
 */
export function isTip({ kind, mark, whole }: PaintUnit, area: Box): boolean {
  return kind === 'text' && mark !== undefined && whole !== undefined && marginOf(whole, area) !== undefined;
}
