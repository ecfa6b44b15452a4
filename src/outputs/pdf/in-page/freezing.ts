/**
 * Readies boxes that stand side by side. Where a page may end inside one of them their widths are fixed: a marker divides the text that a
 * width is made from, so that columns of a table or tracks of a grid would move once it is set (measured). What is taller than any page
 * stands one below the other.
 */

import type { Frame } from './types.js';

/** The share of a page from which a row may have to be divided. */
export function tall(): number {
  return 0.25;
}

/**
 * Sets boxes that stand side by side one below the other when one of them is taller than a page: whoever reads on would have to turn pages
 * back for the box beside it, and engines divide such rows in ways of their own (measured: calls moved between pages).
 */
export function stack(frame: Frame, content: HTMLElement): void {
  for (const box of content.querySelectorAll<HTMLElement>(freezing.holdsSeveral())) {
    const style = getComputedStyle(box);
    if (!search.isAside(style)) continue;
    const items = [...box.children].filter((child) => child instanceof HTMLElement);
    if (items.every((item) => freezing.heightOf(item) <= frame.height)) continue;
    const gap = Math.max(Number.parseFloat(style.rowGap) || 0, Number.parseFloat(style.columnGap) || 0);
    box.style.setProperty('display', 'block', 'important');
    for (const item of items.slice(1)) item.style.setProperty('margin-block-start', `${gap}px`);
  }
}

/** Selects boxes that may hold others side by side. */
export function holdsSeveral(): string {
  return ':has(> :nth-child(2)):not(p, tr, table, tbody, thead, tfoot)';
}

/** Fixes what is tall; everything is read first, and ordinary tables stay as they are. */
export function freeze(frame: Frame, content: HTMLElement): void {
  const limit = frame.height * freezing.tall();
  const changes: (() => void)[] = [];
  for (const table of content.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
    if (rows.some((row) => freezing.heightOf(row) > limit))
      changes.push(...freezing.tableWidths(table, rows));
  }
  for (const box of content.querySelectorAll<HTMLElement>(freezing.holdsSeveral())) {
    const style = getComputedStyle(box);
    if (!search.isAside(style)) continue;
    const items = [...box.children].filter((child) => child instanceof HTMLElement);
    if (items.every((item) => freezing.heightOf(item) <= limit)) continue;
    const tracks = style.gridTemplateColumns;
    if (style.display.endsWith('grid'))
      changes.push(() => box.style.setProperty('grid-template-columns', tracks, 'important'));
    else changes.push(...items.flatMap(freezing.itemWidth));
  }
  for (const change of changes) change();
}

/** Height of a box over all its pages, px. */
export function heightOf(element: Element): number {
  return [...element.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
}

/** Sets a width as it is. */
export function widthOf(element: HTMLElement): () => void {
  const width = element.getClientRects()[0]?.width ?? 0;
  return () => {
    element.style.setProperty('box-sizing', 'border-box', 'important');
    element.style.setProperty('width', `${width}px`, 'important');
  };
}

/** The widths of a table and of the cells of its first row, which decide in a fixed table. */
export function tableWidths(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): (() => void)[] {
  const cells = [...(rows[0]?.children ?? [])].filter((cell) => cell instanceof HTMLElement);
  return [
    ...cells.map(freezing.widthOf),
    freezing.widthOf(table),
    () => table.style.setProperty('table-layout', 'fixed', 'important'),
  ];
}

/** The width of an item in a row of flexible boxes. */
export function itemWidth(item: HTMLElement): (() => void)[] {
  return [freezing.widthOf(item), () => item.style.setProperty('flex', '0 0 auto', 'important')];
}
