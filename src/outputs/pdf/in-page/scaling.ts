/** Makes a picture smaller where figure, caption and the notes that it calls would not stand on one page. */

import type { BreakPoint, Mark, Run } from './types.js';

/** The least that is left of a picture's height. */
export function leastShare(): number {
  return 0.4;
}

/**
 * Shrinks the picture of a figure that begins the page and is broken at its end. Says whether it did: then the page has to be
 * settled anew. A figure that would lose most of its height stays as it is and is divided.
 */
export function shrink(state: Run, page: number, mark: Mark, next: readonly BreakPoint[]): boolean {
  const figure = scaling.brokenFigure(mark, next);
  const picture = figure?.querySelector<HTMLElement | SVGElement>('img, svg');
  if (figure === undefined || picture === null || picture === undefined) return false;
  if (picture.dataset['scaled'] === 'true') return false;
  const called = state.waiting.filter(({ call }) => figure.contains(call));
  const need = placing.needFor(
    state,
    called.map((waiting) => ({ waiting, bottom: 0 })),
    false,
  ).reserve;
  const excess = freezing.heightOf(figure) + need - state.plan.height;
  const height = freezing.heightOf(picture);
  if (height - excess - 2 < height * scaling.leastShare()) return false;
  picture.style.setProperty('max-height', `${Math.floor(height - excess) - 2}px`, 'important');
  picture.style.setProperty('width', 'auto', 'important');
  picture.dataset['scaled'] = 'true';
  const element = picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? undefined;
  state.troubles.push({ kind: 'picture-scaled', page: page + 1, element });
  mark.setReserve(0);
  return true;
}

/** The figure in which a page ends that it begins. */
export function brokenFigure(mark: Mark, next: readonly BreakPoint[]): Element | undefined {
  const [point] = next;
  const inside = point?.node instanceof Element ? point.node : point?.node.parentElement;
  const figure = inside?.closest('figure') ?? undefined;
  if (figure === undefined || figure === point?.node) return undefined;
  const begins = mark.nodes.some(
    (node) =>
      node === figure || search.begins(node, { kind: 'block', node: figure, offset: 0, spans: false }),
  );
  return begins ? figure : undefined;
}
