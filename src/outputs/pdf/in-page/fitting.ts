/** Makes wide things fit the page, and finds what still sticks out at its side, where it would be cut. */

import type { Trouble } from './types.js';

/** Lets the words of tables break that are wider than the box they stand in. */
export function fitTables(content: HTMLElement): void {
  const wide = [...content.querySelectorAll('table')].filter(fitting.isWide);
  for (const table of wide) table.classList.add('fits-page');
}

/** Whether a table is wider than the box that it stands in. */
export function isWide(table: Element): boolean {
  const own = table.getClientRects()[0];
  const around = table.parentElement?.getClientRects()[0];
  return own !== undefined && around !== undefined && own.width > around.width + 1;
}

/** What sticks out of the flow at its sides, outermost boxes only. The flow is not in columns. */
export function sticksOut(flow: HTMLElement): Trouble[] {
  const { left, right } = flow.getBoundingClientRect();
  const found: Element[] = [];
  for (const element of flow.querySelectorAll('*')) {
    if (found[found.length - 1]?.contains(element) === true) continue;
    const rect = element.getBoundingClientRect();
    if (rect.width > 0 && (rect.right > right + 2 || rect.left < left - 2)) found.push(element);
  }
  return found.map((element) => ({
    kind: 'sticks-out',
    page: 0,
    element: (element.textContent || element.getAttribute('alt') || element.tagName).trim().slice(0, 60),
  }));
}
