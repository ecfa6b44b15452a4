/** The only styles that Galley adds to an author's page: in front of them the flow and its notes, behind them the page boxes. */

import { flowStyles, pageBox } from '../print/page-styles.js';
import type { PageGeometry } from '../print/print-document.js';

/** Names of our two sheets beside the page. */
export const frontSheet = 'galley-flow.css';
/** The sheet that has the last word on page boxes. */
export const lastSheet = 'galley-page.css';

/** How notes look where the author says nothing; without weight, so that any rule of theirs counts. */
const notes = `
:where(.footnotes) { border-top: 0.5pt solid; padding-top: 4pt }
:where(.footnote) { position: relative; padding-inline-start: 24pt; font-size: 0.83em; line-height: 1.35; overflow-wrap: anywhere }
:where(.footnote) :where(p, ul, ol) { margin: 0 }
:where(.footnote-number) { position: absolute; inset-inline-start: 0 }
:where(.footnote-number a) { color: inherit; text-decoration: none }
:where(.footnote-continued) { font-style: italic }
:where(sup.footnote-call) { line-height: 0 }
`;

/** In front of the author's sheets; what must hold is marked important. */
export function frontStyles(geometry: PageGeometry): string {
  // In a cell that is squeezed, a picture of at most 100 % would be squeezed to nothing.
  return `${flowStyles(geometry)}\nimg, svg { max-width: ${geometry.areaWidth}px }${notes}`;
}

/** Behind the author's sheets: one box for all pages, and quotation marks as text. */
export function lastStyles(geometry: PageGeometry): string {
  const box = pageBox(geometry).replace(/;/g, ' !important;');
  return `${box}\n${code}\n@page :first { margin: ${marginsOf(geometry)} !important }\n${ownWords}\n`;
}

/** Code breaks its lines: paper does not scroll. */
const code = 'pre, pre * { white-space: pre-wrap !important; overflow-wrap: anywhere !important }';

/** Words that stand in the page's text now. */
const ownWords =
  'q::before, q::after, [data-galley-before]::before, [data-galley-after]::after { content: none !important }';

function marginsOf({ marginTop, marginRight, marginBottom, marginLeft }: PageGeometry): string {
  return `${marginTop}px ${marginRight}px ${marginBottom}px ${marginLeft}px`;
}
