/** Makes wide things fit the page, and finds what still sticks out at its side, where it would be cut. */

import type { Trouble } from './types.js';

/** Lets the words of tables break that are wider than the box they stand in. */
export function fitTables(content: HTMLElement): void {
  const wide = [...content.querySelectorAll('table')].filter(fitting.isWide);
  for (const table of wide) table.setAttribute('data-fits-page', '');
}

/** Whether a table is wider than the box that it stands in. */
export function isWide(table: Element): boolean {
  const own = table.getClientRects()[0];
  const around = table.parentElement?.getClientRects()[0];
  return own !== undefined && around !== undefined && own.width > around.width + 1;
}

/** Takes the margins away that end the text: on a full last page they alone would make one more, with nothing on it. */
export function endFlush(content: HTMLElement): void {
  let last: ChildNode | null = content;
  while (last instanceof HTMLElement) {
    const { display, overflow, paddingBlockEnd, borderBlockEndWidth } = getComputedStyle(last);
    if (display === 'contents') return;
    last.style.setProperty('margin-block-end', '0', 'important');
    const isOpen = (display === 'block' || display === 'list-item') && overflow === 'visible';
    if (!isOpen || Number.parseFloat(paddingBlockEnd) > 0 || Number.parseFloat(borderBlockEndWidth) > 0)
      return;
    last = last.lastChild;
    while (last !== null && pages.rectsOf(last).length === 0) last = last.previousSibling;
  }
}

/** What sticks out of the flow at its sides, outermost boxes only; in columns or not. */
export function sticksOut(flow: HTMLElement, width: number): Trouble[] {
  const { left } = flow.getBoundingClientRect();
  const found: Element[] = [];
  for (const element of flow.querySelectorAll(
    'div, section, figure, ul, ol, dl, blockquote, table, pre, img, svg',
  )) {
    if (found[found.length - 1]?.contains(element) === true) continue;
    if ([...element.getClientRects()].some((rect) => fitting.isOutside(rect, left, width)))
      found.push(element);
  }
  return found.map((element) => ({
    kind: 'sticks-out',
    page: 0,
    element: (element.textContent || element.getAttribute('alt') || element.tagName).trim().slice(0, 60),
  }));
}

/** Whether a box leaves its column at a side by more than two px. Columns repeat at twice their width. */
export function isOutside(rect: DOMRect, left: number, width: number): boolean {
  const start = (rect.left - left + width / 2) % (2 * width);
  const inside = (start < 0 ? start + 2 * width : start) - width / 2;
  return rect.width > 0 && (inside < -2 || inside + rect.width > width + 2);
}
