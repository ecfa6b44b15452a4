/** Finds what stands first on the next page: the places where the flow goes on after a column. */

import type { BreakPoint, Frame, Quest } from './types.js';

/**
 * The places where column `column` ends and the next begins, under `root`. Mostly one; several where text runs side by side
 * (cells of a row, items of a grid), each of which goes on by itself. Empty when nothing follows.
 */
export function breaksAfter(frame: Frame, root: HTMLElement, column: number): BreakPoint[] {
  return search.breaksIn(root, { frame, column, spans: false });
}

/** Searches a box that begins before the break and ends behind it. */
export function breaksIn(parent: HTMLElement | SVGElement, quest: Quest): BreakPoint[] {
  const style = getComputedStyle(parent);
  if (style.display === 'table') return search.breaksInTable(parent, quest);
  if (search.standsAside(style)) return search.breaksAside(parent, quest);
  const inColumns = style.columnCount !== 'auto' || style.columnWidth !== 'auto';
  const isFrame = parent === quest.frame.flow;
  return search.breaksInFlow(parent, { ...quest, spans: quest.spans || (inColumns && !isFrame) });
}

/** Children one after the other: the first that ends behind the break holds it, or stands behind it. */
export function breaksInFlow(parent: Node, quest: Quest): BreakPoint[] {
  const found: BreakPoint[] = [];
  const { settled } = quest.frame;
  for (const child of pages.boxedChildren(parent, settled.get(parent))) {
    const span = pages.spanOf(quest.frame, child);
    if (span === undefined) continue;
    if (span.last <= quest.column) {
      if (found.length === 0 && child.parentNode === parent) settled.set(parent, child);
      continue;
    }
    if (child instanceof Text) {
      const kind = span.first > quest.column ? 'inline' : 'text';
      const offset = kind === 'text' ? search.offsetAfter(child, quest) : 0;
      found.push({ kind, node: child, offset, spans: quest.spans });
      break;
    }
    if (!(child instanceof HTMLElement || child instanceof SVGElement)) continue;
    const style = getComputedStyle(child);
    const floats = style.float !== 'none';
    if (span.first > quest.column) {
      // A float that did not fit waits for the next page, while the text beside it goes on.
      if (floats) continue;
      const kind = search.isInline(style) ? 'inline' : search.isItem(parent) ? 'item' : 'block';
      found.push({ kind, node: child, offset: 0, spans: quest.spans });
      break;
    }
    const inner = search.isMonolithic(child) ? [] : search.breaksIn(child, quest);
    // A break in front of all that a box holds is one in front of the box: its edge would stand alone otherwise, and
    // engines hand such a break up to the box (CSS Fragmentation 3, 3.1).
    if (!search.isInline(style) && search.allBegin(child, inner)) {
      const kind = search.isItem(parent) ? 'item' : 'block';
      found.push({ kind, node: child, offset: 0, spans: quest.spans });
      break;
    }
    // Text set in columns can only be broken as a whole where a box of its own shuts it in.
    if (quest.spans && search.isShut(style) && inner.length > 0) {
      found.push({ kind: 'block', node: child, offset: 0, spans: true });
      break;
    }
    found.push(...inner);
    if (!floats && inner.length > 0) break;
  }
  return found;
}

/** Rows: before a row, or inside the cells of one that is broken itself. The head stands again on each page and never breaks. */
export function breaksInTable(table: HTMLElement | SVGElement, quest: Quest): BreakPoint[] {
  const rows = [...table.querySelectorAll('tr')].filter(
    (row) => row.closest('table') === table && row.closest('thead') === null,
  );
  let isFirst = true;
  for (const row of rows) {
    const span = pages.spanOf(quest.frame, row);
    if (span === undefined) continue;
    if (span.last > quest.column) {
      if (span.first <= quest.column) {
        const inner = search.breaksIn(row, quest);
        if (inner.length > 0) return inner;
        // A cell that the row shares with the next one reaches behind the break, and nothing in it does.
        isFirst = false;
        continue;
      }
      // Before its first row a table would leave its head or caption alone on the page.
      return [
        { kind: isFirst ? 'block' : 'row', node: isFirst ? table : row, offset: 0, spans: quest.spans },
      ];
    }
    isFirst = false;
  }
  return [];
}

/** Boxes side by side: each that is broken breaks by itself; when none is, the next row of boxes begins the page. */
export function breaksAside(parent: Element, quest: Quest): BreakPoint[] {
  const found: BreakPoint[] = [];
  const next: { readonly item: HTMLElement; readonly top: number }[] = [];
  for (const child of pages.boxedChildren(parent)) {
    if (!(child instanceof HTMLElement)) continue;
    const span = pages.spanOf(quest.frame, child);
    if (span === undefined || span.last <= quest.column) continue;
    if (span.first <= quest.column) found.push(...search.breaksIn(child, quest));
    else if (span.first === quest.column + 1) {
      next.push({ item: child, top: child.getClientRects()[0]?.top ?? 0 });
    }
  }
  if (found.length > 0) return found;
  const top = Math.min(...next.map((entry) => entry.top));
  return next
    .filter((entry) => entry.top - top < 1)
    .map(({ item }) => ({ kind: 'item', node: item, offset: 0, spans: quest.spans }));
}

/** The first character of a text node that stands behind the break. */
export function offsetAfter(text: Text, quest: Quest): number {
  const range = pages.range();
  const isBehind = (offset: number): boolean => {
    range.setStart(text, offset);
    range.setEnd(text, text.length);
    const rect = [...range.getClientRects()].find(({ width, height }) => width > 0 || height > 0);
    return rect === undefined || pages.columnOf(quest.frame, rect) > quest.column;
  };
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  // Never inside a surrogate pair, nor before a mark that belongs to the letter on its left.
  while (low < text.length && /^(?:[\uDC00-\uDFFF\u200D]|\p{M})/u.test(text.data.slice(low, low + 1)))
    low += 1;
  // A soft hyphen is drawn only where a line breaks by itself; so the whole word goes to the next page.
  const wordStart = text.data[low - 1] === '\u00AD' ? text.data.slice(0, low).search(/\S+$/) : low;
  return wordStart > 0 ? wordStart : low;
}

/** Whether breaks lie in front of all that a box holds; items of one row begin it together. */
export function allBegin(box: Node, points: readonly BreakPoint[]): boolean {
  const [first, ...others] = points;
  if (first === undefined || !search.begins(box, first)) return false;
  return others.every((point) => point.kind === 'item' || search.begins(box, point));
}

/** Whether nothing of a box is drawn in front of a break. */
export function begins(box: Node, { node, offset }: BreakPoint): boolean {
  if (offset > 0 || !box.contains(node)) return false;
  let leaf = node === box ? undefined : closing.leafBefore(box, node);
  while (leaf !== undefined && pages.rectsOf(leaf).length === 0) leaf = closing.leafBefore(box, leaf);
  return leaf === undefined;
}

/** Whether the children of a box stand side by side. */
export function isAside(style: CSSStyleDeclaration): boolean {
  const isRow = style.display.endsWith('flex') && style.flexDirection.startsWith('row');
  return isRow || style.display.endsWith('grid');
}

/** Whether the children of a box stand side by side, cells of a row among them. */
export function standsAside(style: CSSStyleDeclaration): boolean {
  return search.isAside(style) || style.display === 'table-row';
}

/** Whether a box stands in a line of text. */
export function isInline(style: CSSStyleDeclaration): boolean {
  return style.display.startsWith('inline') || style.display.startsWith('ruby');
}

/** Whether the children of a node are items of a column of boxes. */
export function isItem(parent: Node): boolean {
  return parent instanceof Element && getComputedStyle(parent).display.endsWith('flex');
}

/** Whether a box cannot be broken by anyone. */
export function isMonolithic(element: Element): boolean {
  return element instanceof SVGElement || /^(?:img|svg|video|canvas|object)$/i.test(element.tagName);
}

/** Whether a box keeps its inside to itself, so that nothing in it can span columns around it. */
export function isShut(style: CSSStyleDeclaration): boolean {
  return !(style.display === 'block' || style.display === 'list-item' || style.display === 'inline');
}
