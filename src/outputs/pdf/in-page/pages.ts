/**
 * Pages as columns. While measuring, the flow is a box of columns as large as a page area, so that column n is page n
 * (both counted from 0 in here) and Chromium's own fragmentation decides what stands where.
 *
 * Code in this folder runs inside Chromium with scripts switched off: it is synchronous, and it is sent there function by
 * function, so nothing but functions may stand at the top of a file. Other files are reached through one namespace each,
 * named like the file.
 */

import type { Frame, Span } from './types.js';

/** Lays the flow out in columns. The gap is as wide as a column, so that what sticks out still counts where it belongs. */
export function openFrame(flow: HTMLElement, width: number, height: number): Frame {
  document.documentElement.classList.add('is-measuring');
  const rect = flow.getBoundingClientRect();
  return { flow, left: rect.left, top: rect.top, width, height, settled: new WeakMap(), shift: 0 };
}

/** Back to the one long flow that is printed. */
export function closeFrame(): void {
  document.documentElement.classList.remove('is-measuring');
}

/** The column of a rectangle, by its left edge. */
export function columnOf(frame: Frame, rect: DOMRect): number {
  return frame.shift + Math.floor((rect.left - frame.left + frame.width / 2) / (2 * frame.width));
}

/**
 * The one range that all measuring uses. Chromium corrects every range at each change of the page until garbage is collected, so that thousands
 * of them took a quarter of the time in which long documents are placed (measured). It is kept at the function, since nothing else lives
 * as long here.
 */
export function range(): Range {
  const home: typeof pages.range & { kept?: Range } = pages.range;
  home.kept ??= document.createRange();
  return home.kept;
}

/** The boxes of a node that are really there, in order. */
export function rectsOf(node: Node): DOMRect[] {
  if (node instanceof Element) return [...node.getClientRects()];
  if (!(node instanceof Text)) return [];
  const range = pages.range();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((rect) => rect.width > 0 || rect.height > 0);
}

/** The columns of a node, or undefined when nothing of it is drawn. */
export function spanOf(frame: Frame, node: Node): Span | undefined {
  const rects = pages.rectsOf(node);
  const first = rects[0];
  const last = rects[rects.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return { first: pages.columnOf(frame, first), last: pages.columnOf(frame, last) };
}

/** The children of a node that take part in layout, one by one; `display: contents` is looked through. */
export function* boxedChildren(parent: Node, after?: ChildNode | undefined): Generator<ChildNode> {
  let child = after === undefined ? parent.firstChild : after.nextSibling;
  for (; child !== null; child = child.nextSibling) {
    if (child instanceof Text) yield child;
    if (!(child instanceof HTMLElement || child instanceof SVGElement)) continue;
    const style = getComputedStyle(child);
    if (style.position === 'absolute' || style.position === 'fixed' || style.display === 'none') continue;
    if (style.display === 'contents') yield* pages.boxedChildren(child);
    else yield child;
  }
}
