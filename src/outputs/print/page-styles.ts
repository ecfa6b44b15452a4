/** The stylesheet of the pages themselves: boxes, running heads, the flow and its notes. Themes style what stands inside. */

import type { Direction } from '../../language/language.js';
import type { PageGeometry, PrintKind } from './print-document.js';

/** Words of the margin boxes, in the page's language. */
export interface RunningWords {
  /** Name of the publisher and date, at the top of all pages but the first. */
  readonly publisher: string;
  readonly date: string;
  /** Short headline, at the foot of each page. */
  readonly headline: string;
  /** “Page {page} of {pages}”, cut at its slots. */
  readonly pageOf: readonly ({ readonly text: string } | { readonly slot: string })[];
  /** Name of the counter style for the page's digits. */
  readonly digits: string;
}

/** Size of running heads and page numbers, pt (accessibility, section 2). */
const sizes: Readonly<Record<PrintKind, number>> = { standard: 9.5, clear: 13, large: 18 };
const leading = 1.3;
/** Space between the text and the foot of the page, pt. */
const footGap = 10;
/** The part of the page's width that the headline at its foot may take. */
const headlineShare = 0.72;
/** A letter's usual width in em; those of Chinese, Japanese and Korean fill a whole one. */
const letterWidth = 0.52;
const mostHeadlineLines = 2;

/** How much of a headline the foot of a page has room for: lines, and em units of each line. */
export interface HeadlineRoom {
  readonly lines: number;
  /** Letters of a line; those that are a whole em wide count for `wide`. */
  readonly letters: number;
  readonly wide: number;
}

/** The room for the headline at the foot of a page; what does not fit would run off the sheet. */
export function headlineRoom({ areaWidth, marginBottom }: PageGeometry, kind: PrintKind): HeadlineRoom {
  const size = (sizes[kind] * 96) / 72;
  const fitting = Math.floor((marginBottom - (footGap * 96) / 72 - 2) / (size * leading));
  return {
    lines: Math.min(mostHeadlineLines, Math.max(1, fitting)),
    letters: Math.floor((areaWidth * headlineShare) / (size * letterWidth)),
    wide: 1 / letterWidth,
  };
}

/** A CSS string; everything but plain letters and digits is written as its code, so that no text can end it. */
function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{M}\p{N} .,:;/()–—-]/gu, (sign) => {
    return `\\${(sign.codePointAt(0) ?? 0).toString(16)} `;
  });
  return `"${escaped}"`;
}

function pageNumber(words: RunningWords): string {
  return words.pageOf
    .map((part) => {
      if ('text' in part) return cssString(part.text);
      return `counter(${part.slot === 'pages' ? 'pages' : 'page'}, ${words.digits})`;
    })
    .join(' ');
}

/** Margin boxes. Their look is in a layer, so that a theme may change it; their words are not. */
function marginBoxes(words: RunningWords, kind: PrintKind, dir: Direction): string {
  const [start, end] = dir === 'ltr' ? ['left', 'right'] : ['right', 'left'];
  const look =
    `font-family: var(--font-sans, sans-serif); font-size: ${sizes[kind]}pt; line-height: ${leading}; ` +
    'font-weight: 400; color: var(--soft, #46433d);';
  const head = `${look} vertical-align: bottom; padding-bottom: 4pt; margin-bottom: 10pt; border-bottom: 0.5pt solid var(--ink, #000);`;
  const foot = `${look} vertical-align: top; padding-top: ${footGap}pt;`;
  return `@layer pages {
@page {
  @top-${start} { ${head} text-align: ${start} }
  @top-${end} { ${head} text-align: ${end} }
  @bottom-${start} { ${foot} text-align: ${start}; width: ${headlineShare * 100}% }
  @bottom-${end} { ${foot} text-align: ${end}; white-space: nowrap; color: var(--ink, #000) }
}
}
@page {
  @top-${start} { content: ${cssString(words.publisher)} }
  @top-${end} { content: ${cssString(words.date)} }
  @bottom-${start} { content: ${cssString(words.headline)} }
  @bottom-${end} { content: ${pageNumber(words)} }
}
@page :first {
  @top-${start} { content: none }
  @top-${end} { content: none }
}`;
}

/** One box for all pages. */
export function pageBox(geometry: PageGeometry): string {
  const { marginTop, marginRight, marginBottom, marginLeft } = geometry;
  return `@page {
  size: ${geometry.sheetWidth} ${geometry.sheetHeight};
  margin: ${marginTop}px ${marginRight}px ${marginBottom}px ${marginLeft}px;
}`;
}

/**
 * The flow. On paper it is one long box; while measuring it is a row of columns, each as large as a page area. It is a
 * formatting context of its own in both, or its first margin would fall away in one of them and all pages would differ.
 * What sticks out at the side is cut, since Chromium would print all pages smaller to make it fit (measured); long words
 * break instead, wide tables break their words, and what is cut still is found in the printed file. Numbers of items hang out of their
 * list, so that long lists have to leave room for them: the first digit of “100.” was lost otherwise (measured). A sheet may say otherwise.
 */
function flow(geometry: PageGeometry): string {
  const { areaWidth, areaHeight } = geometry;
  return `html, body { margin: 0 !important; padding: 0 !important; border: 0 !important; min-width: 0 !important; max-width: none !important }
.page-flow { display: flow-root !important; position: relative !important; width: ${areaWidth}px !important; margin: 0 !important; padding: 0 !important; border: 0 !important; text-align: start; overflow-x: clip !important; overflow-wrap: break-word }
.is-measuring .page-flow { overflow: visible !important }
.page-content :is(p, li, td, th, dd, dt, figcaption, blockquote), .footnote :is(p, li) { text-wrap: wrap }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
@layer pages {
ol:where(:has(> li:nth-child(10))) { padding-inline-start: 2em }
ol:where(:has(> li:nth-child(100))) { padding-inline-start: 2.8em }
}
[data-fits-page] :is(th, td) { overflow-wrap: anywhere !important }
img, svg { max-width: 100%; max-height: ${Math.floor(areaHeight * 0.9)}px; object-fit: contain }
.page-content { display: block !important; margin: 0 !important; border: 0 !important; width: auto !important }
.is-measuring .page-flow { column-width: ${areaWidth}px !important; column-count: auto !important; column-gap: ${areaWidth}px !important; column-fill: auto !important; column-rule: none !important; height: ${areaHeight}px !important }
.is-measuring .note-areas, .is-measuring [data-out-of-window] { display: none !important }
[data-keeps-whole] { break-inside: avoid !important }
[data-page-start] { break-before: page !important }
[data-page-end] { break-after: page !important }
.is-measuring [data-page-start] { break-before: column !important }
.is-measuring [data-page-end] { break-after: column !important }
.page-start-marker { display: block !important; height: 0; margin: 0 !important; padding: 0 !important; border: 0 !important; min-height: 0 !important }
.page-start-marker.spans-columns { column-span: all !important }
thead { break-inside: avoid; break-after: avoid }
caption { break-after: avoid }`;
}

/** Notes: where they wait, where a long one is cut, and their area at the foot of the page. */
function notes(geometry: PageGeometry): string {
  const width = `width: ${geometry.areaWidth}px !important`;
  return `.note-store, .note-area, .note-cutter { display: flow-root !important; box-sizing: border-box !important; ${width}; max-width: none !important; min-height: 0 !important; margin: 0 !important }
.note-store { position: absolute !important; top: 0; left: -9999px; visibility: hidden }
.note-store:empty { display: none !important }
.note-area { position: absolute !important; left: 0 !important; right: auto !important; break-inside: avoid; overflow: visible; background-color: var(--ground, #fff); -webkit-print-color-adjust: exact; print-color-adjust: exact }
.note-cutter { position: absolute !important; top: 0; left: -99999px; visibility: hidden; padding: 0 !important; border: 0 !important; columns: auto ${geometry.areaWidth}px !important; column-gap: ${geometry.areaWidth}px !important; column-fill: auto !important }
.footnote { display: flow-root; break-before: auto !important; break-inside: auto !important }
.note-cutter .footnote * { orphans: 1 !important; widows: 1 !important; break-inside: auto !important; break-before: auto !important; break-after: auto !important }
.footnote.is-continued > .footnote-number { display: none }`;
}

/** What placing needs of any page: the flow in columns while it is measured, and the places of notes. */
export function flowStyles(geometry: PageGeometry): string {
  return [flow(geometry), notes(geometry)].join('\n');
}

/** The whole sheet. It is linked in front of the theme's, and what must hold is marked important. */
export function pageStyles(
  geometry: PageGeometry,
  words: RunningWords,
  kind: PrintKind,
  dir: Direction,
): string {
  return [pageBox(geometry), marginBoxes(words, kind, dir), flowStyles(geometry)].join('\n');
}
