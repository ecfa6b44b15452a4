/**
 * Keeps only the blocks around the page in work in layout, so that a long document costs no more per page than a short one:
 * each layout of the whole would take time in proportion to all its pages (measured: 5 ms at 64 pages, 0.2 ms in a window).
 */

import type { Run, Window } from './types.js';

/** Looks at the whole text once, laid out without any room kept. */
export function look(state: Pick<Run, 'frame' | 'content' | 'plan'>): Window {
  const last = pages.spanOf(state.frame, state.content)?.last ?? 0;
  const blocks = last < state.plan.wholePages ? [] : windowing.blocksOf(state.content);
  return {
    blocks,
    spans: blocks.map((block) => pages.spanOf(state.frame, block)),
    indexes: new Map(blocks.map((block, index) => [block, index])),
    low: 0,
    high: blocks.length,
    anchor: undefined,
  };
}

/** The blocks that follow one another down the page; containers of many are looked into. */
export function blocksOf(parent: HTMLElement): HTMLElement[] {
  const style = getComputedStyle(parent);
  const isFlow = style.display === 'block' || style.display === 'flow-root';
  const isColumns = style.columnCount !== 'auto' || style.columnWidth !== 'auto';
  const children = [...parent.children].filter((child) => child instanceof HTMLElement);
  const holdsText = [...parent.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  const isSpine = /^(?:div|main|article|section)$/i.test(parent.tagName) && isFlow && !isColumns;
  if (!isSpine || holdsText || children.length === 0) return [parent];
  return children.flatMap(windowing.blocksOf);
}

/** The block that holds a node, or the first that it holds. */
export function indexOf(view: Window, node: Node): number | undefined {
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    const index = view.indexes.get(at);
    if (index !== undefined) return index;
  }
  const inside = view.blocks.findIndex((block) => node.contains(block));
  return inside < 0 ? undefined : inside;
}

/**
 * Moves the window to the begin of a page, with a block before it, so that the break is one. Where its columns stand now is
 * found out at the next layout, from what stands at the end of the page before.
 */
export function move(state: Run, node: Node, page: number): void {
  const { view } = state;
  const index = windowing.indexOf(view, node);
  if (index === undefined) return;
  let low = index - 1;
  while (low > 0 && view.spans[low] === undefined) low -= 1;
  windowing.show(view, Math.max(low, 0), windowing.endBehind(view, index));
  view.anchor = { node, page: page - 1 };
}

/** Counts the columns that are out of layout, so that pages keep their numbers. Asks for a layout only after a move. */
export function count(state: Run): void {
  const { view, frame } = state;
  if (view.anchor === undefined) return;
  const { node, page } = view.anchor;
  view.anchor = undefined;
  const last = windowing.endBefore(state, node);
  if (last !== undefined) frame.shift += page - last;
}

/**
 * The column in which ends what stands in front of a node; undefined when nothing does. A short cell at the end of a row ends
 * before the long one beside it, so boxes around the last text count, and what stands side by side with them.
 */
export function endBefore({ frame, content }: Run, node: Node): number | undefined {
  let leaf = closing.leafBefore(content, node);
  while (leaf !== undefined && pages.spanOf(frame, leaf) === undefined)
    leaf = closing.leafBefore(content, leaf);
  if (leaf === undefined) return undefined;
  const ended: Node[] = [];
  let around: Node = leaf;
  for (let box: Node = leaf; !box.contains(node); box = around) {
    ended.push(box);
    around = box.parentNode ?? content;
  }
  if (around instanceof Element && search.standsAside(getComputedStyle(around))) {
    let beside = ended[ended.length - 1]?.previousSibling ?? null;
    for (; beside !== null; beside = beside.previousSibling) ended.push(beside);
  }
  return Math.max(...ended.map((box) => pages.spanOf(frame, box)?.last ?? Number.NEGATIVE_INFINITY));
}

/**
 * The end of a window that reaches two pages behind a block: the page that begins there, and the calls of the one behind it.
 * Kept room can only make them more.
 */
export function endBehind(view: Window, index: number): number {
  const reach = (view.spans[index]?.last ?? 0) + 2;
  let end = index + 1;
  while (end < view.blocks.length && (view.spans[end]?.first ?? -1) <= reach) end += 1;
  return end;
}

/** Shows everything behind the window; says whether there was anything. */
export function extend({ view }: Run): boolean {
  if (view.high === view.blocks.length) return false;
  windowing.show(view, view.low, view.blocks.length);
  return true;
}

/** Shows further blocks, up to two pages behind that of a node. */
export function reachFor(state: Run, node: Node): void {
  const { view } = state;
  const index = windowing.indexOf(view, node);
  if (index !== undefined && index >= view.high) {
    windowing.show(view, view.low, windowing.endBehind(view, index));
  }
}

/** Shows some blocks and hides all others; only what changes is touched. */
export function show(view: Window, low: number, high: number): void {
  const set = (from: number, to: number, hidden: boolean): void => {
    for (const block of view.blocks.slice(Math.max(from, 0), Math.max(from, to))) {
      block.toggleAttribute('data-out-of-window', hidden);
    }
  };
  set(view.low, Math.min(low, view.high), true);
  set(Math.max(high, view.low), view.high, true);
  set(low, Math.min(view.low, high), false);
  set(Math.max(view.high, low), high, false);
  view.low = low;
  view.high = high;
}

/** Shows the whole text again. */
export function open(state: Run): void {
  const { view, frame } = state;
  if (view.low === 0 && view.high === view.blocks.length) return;
  windowing.show(view, 0, view.blocks.length);
  view.anchor = undefined;
  frame.shift = 0;
}
