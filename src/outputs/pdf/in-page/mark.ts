/**
 * Sets the place where a page begins, and keeps room at its top while the page is measured. Attributes say so, never classes: a sheet
 * may style what has no class.
 */

import type { BreakPoint, Frame, Mark } from './types.js';

/** The begin of the first page. */
export function markStart(content: HTMLElement): Mark {
  return {
    nodes: [content],
    setReserve(px) {
      if (px === 0) content.style.removeProperty('padding-block-start');
      else content.style.setProperty('padding-block-start', `${px}px`, 'important');
    },
  };
}

/** Begins a page at all the places where it has to begin. Everything is read before anything is changed. */
export function markBreaks(points: readonly BreakPoint[]): Mark {
  const margins = points.map(({ kind, node }) =>
    node instanceof HTMLElement && kind !== 'inline' && kind !== 'row' ? mark.marginsOf(node) : [],
  );
  const parts = points.map((point, index) => mark.markBreak(point, margins[index] ?? []));
  return {
    nodes: parts.flatMap((part) => part.nodes),
    setReserve(px) {
      for (const part of parts) part.setReserve(px);
    },
  };
}

/** Begins a page at one place, with the marker that suits it, and takes the margins away that a natural break would swallow. */
export function markBreak(point: BreakPoint, margins: readonly HTMLElement[]): Mark {
  const { kind, node } = point;
  for (const box of margins) box.style.setProperty('margin-block-start', '0', 'important');
  if (kind === 'text' && node instanceof Text)
    return mark.insertMarker(node.splitText(point.offset), point.spans);
  if (kind === 'text' || kind === 'inline' || point.spans || !(node instanceof HTMLElement)) {
    return mark.insertMarker(node, point.spans);
  }
  return kind === 'row' ? mark.breakBeforeRow(node) : mark.breakBeforeBox(node);
}

/** An empty block with a break before it. In the middle of a line it divides the line, and nothing else. */
export function insertMarker(before: ChildNode, spans: boolean): Mark {
  const marker = document.createElement('span');
  marker.className = spans ? 'page-start-marker spans-columns' : 'page-start-marker';
  marker.setAttribute('data-page-start', '');
  marker.setAttribute('aria-hidden', 'true');
  before.before(marker);
  return {
    nodes: [before],
    setReserve(px) {
      marker.style.height = `${px}px`;
    },
  };
}

/** A break before a box is a property of the box; its margin, which a forced break keeps, is the room. */
export function breakBeforeBox(box: HTMLElement): Mark {
  box.setAttribute('data-page-start', '');
  return {
    nodes: [box],
    setReserve(px) {
      box.style.setProperty('margin-block-start', `${px}px`, 'important');
    },
  };
}

/** Rows have no margin, so the room is the padding of their cells. */
export function breakBeforeRow(row: HTMLElement): Mark {
  row.setAttribute('data-page-start', '');
  const cells = [...row.children].filter((cell) => cell instanceof HTMLElement);
  const paddings = cells.map((cell) => Number.parseFloat(getComputedStyle(cell).paddingBlockStart) || 0);
  return {
    nodes: [row],
    setReserve(px) {
      cells.forEach((cell, index) => {
        if (px === 0) cell.style.removeProperty('padding-block-start');
        else cell.style.setProperty('padding-block-start', `${px + (paddings[index] ?? 0)}px`, 'important');
      });
    },
  };
}

/** A page behind the end of the text, for what is left of a long note. */
export function appendPage(content: HTMLElement): Mark {
  const marker = document.createElement('div');
  marker.className = 'page-start-marker';
  marker.setAttribute('data-page-start', '');
  marker.setAttribute('aria-hidden', 'true');
  content.append(marker);
  return {
    nodes: [marker],
    setReserve(px) {
      marker.style.height = `${px}px`;
    },
  };
}

/**
 * Turns what stylesheets say about pages into what holds while measuring, too. A page that a sheet begins is begun by an attribute;
 * left and right pages are all the same. Boxes that stand in several rows side by side are kept whole: a break inside one
 * would not move the row below it (measured on grids).
 */
export function adoptStyles(frame: Frame, content: HTMLElement, hasForcedBreaks: boolean): void {
  const forced = /^(?:page|always|left|right|recto|verso)$/;
  const keep: Element[] = [];
  const starts: Element[] = [];
  const ends: Element[] = [];
  for (const element of content.querySelectorAll(
    hasForcedBreaks ? '*' : ':has(> :nth-child(2)):not(p, tr, table, tbody, thead)',
  )) {
    const style = getComputedStyle(element);
    if (hasForcedBreaks && forced.test(style.breakBefore)) starts.push(element);
    if (hasForcedBreaks && forced.test(style.breakAfter)) ends.push(element);
    if (search.isAside(style) && mark.rowsOf(frame, element) > 1) keep.push(...element.children);
  }
  for (const element of keep) element.setAttribute('data-keeps-whole', '');
  for (const element of starts) element.setAttribute('data-page-start', '');
  for (const element of ends) element.setAttribute('data-page-end', '');
}

/** How many rows the children of a box stand in. */
export function rowsOf(frame: Frame, element: Element): number {
  const rows = new Set<string>();
  for (const child of element.children) {
    const rect = child.getClientRects()[0];
    if (rect !== undefined) rows.add(`${pages.columnOf(frame, rect)}/${Math.round(rect.top)}`);
  }
  return rows.size;
}

/** The boxes whose margins meet the begin of a page: the box itself and what begins with it. */
export function marginsOf(box: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  let next: HTMLElement | undefined = box;
  while (next !== undefined) {
    found.push(next);
    const style = getComputedStyle(next);
    const keepsApart =
      Number.parseFloat(style.paddingBlockStart) > 0 ||
      Number.parseFloat(style.borderBlockStartWidth) > 0 ||
      !(style.display === 'block' || style.display === 'list-item') ||
      style.overflow !== 'visible';
    if (keepsApart) break;
    const child: ChildNode | undefined = [...pages.boxedChildren(next)].find(
      (node) => pages.rectsOf(node).length > 0,
    );
    next = child instanceof HTMLElement && !search.isInline(getComputedStyle(child)) ? child : undefined;
  }
  return found;
}
