/** Notes as pieces of known height: what they need on a page, how a long one is shared out, and their areas at the page foot. */

import type { Frame, Known, Need, Piece, Store } from './types.js';

/** Measures the waiting notes, in the box and at the width in which they will print. */
export function measure(store: HTMLElement, known: Known): { around: number; pieces: Piece[] } {
  const elements = [...store.querySelectorAll<HTMLElement>(':scope > .footnote')];
  const box = store.getBoundingClientRect();
  const rects = elements.map((element) => element.getBoundingClientRect());
  const first = rects[0];
  const last = rects[rects.length - 1];
  if (first === undefined || last === undefined) return { around: 0, pieces: [] };
  const pieces = elements.map((element, index) => {
    const top = rects[index]?.top ?? 0;
    const height = (rects[index + 1]?.top ?? last.bottom) - top;
    return {
      number: known.get(element)?.number ?? 0,
      element,
      height,
      least: notes.leastOf(element, height),
      part: known.get(element)?.part ?? 1,
    };
  });
  return { around: first.top - box.top + (box.bottom - last.bottom), pieces };
}

/** Takes the measured notes out of layout, and makes a box beside them for what will be left of those that are cut. */
export function setAside(element: HTMLElement): Pick<Store, 'element' | 'rests'> {
  const rests = element.cloneNode(false) as HTMLElement;
  element.after(rests);
  element.setAttribute('data-out-of-window', '');
  return { element, rests };
}

/** Leaves the store as it was, with all notes that found no page. */
export function bringBack({ element, rests }: Store): void {
  element.append(...rests.children);
  rests.remove();
  element.removeAttribute('data-out-of-window');
}

/** The height of label and two lines; the whole note when no more than three lines would be left to cut. */
export function leastOf(element: HTMLElement, height: number): number {
  const bottoms: number[] = [];
  const range = pages.range();
  range.selectNodeContents(element);
  const top = element.getBoundingClientRect().top;
  // A text's box has the height of its font; where lines are set wider, half of what they add stands below it.
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 0;
  for (const rect of range.getClientRects()) {
    const bottom = rect.bottom + Math.max(0, lineHeight - rect.height) / 2;
    const isLine = rect.height > 0 && bottoms.every((other) => Math.abs(other - bottom) > rect.height / 2);
    if (isLine) bottoms.push(bottom);
  }
  bottoms.sort((a, b) => a - b);
  const second = bottoms[1];
  return second === undefined || bottoms.length < 4 ? height : Math.min(height, Math.ceil(second - top) + 1);
}

/**
 * Shares a page's room out. Up to the share everything stands whole. Beyond it pieces keep their order and are cut from
 * the last one on. A note that begins here keeps the least it may have, even above the share, since a note begins on the page
 * of its call; the rest of an earlier one may wait for another page (room 0), but never the first of them.
 */
export function needOf(store: Store, pieces: readonly Piece[], tight: boolean): Need {
  if (pieces.length === 0) return { reserve: 0, rooms: [] };
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const leasts = pieces.map((piece, index) => (piece.part > 1 && index > 0 ? 0 : piece.least));
  const whole = store.around + sum(pieces.map((piece) => piece.height));
  const least = store.around + sum(leasts);
  const inner = tight ? least : whole <= store.share ? whole : Math.max(store.share, least);
  let left = inner - store.around;
  let leastLeft = least - store.around;
  const rooms = pieces.map((piece, index) => {
    leastLeft -= leasts[index] ?? 0;
    const given = Math.min(piece.height, left - leastLeft);
    const room = given < piece.least ? 0 : given;
    left -= room;
    return room;
  });
  return { reserve: Math.ceil(inner) + store.slack, rooms };
}

/**
 * Cuts a piece at the line that still fits into `room` px. The rest becomes an element of its own with the same identity
 * and a part number. Undefined when the piece cannot be cut there.
 */
export function cut(around: HTMLElement, piece: Piece, room: number, width: number): HTMLElement | undefined {
  const box = document.createElement('div');
  box.className = 'note-cutter footnotes';
  box.style.height = `${Math.floor(room)}px`;
  // Columns always run from left to right; the note's own direction sits inside.
  box.dir = 'ltr';
  const inside = document.createElement('div');
  inside.dir = getComputedStyle(around).direction;
  inside.append(piece.element);
  box.append(inside);
  document.body.append(box);
  const rect = box.getBoundingClientRect();
  const frame: Frame = {
    flow: box,
    left: rect.left,
    top: rect.top,
    width,
    height: room,
    settled: new WeakMap(),
    shift: 0,
  };
  const [point, ...others] = search.breaksAfter(frame, box, 0);
  let rest: HTMLElement | undefined;
  if (point !== undefined && others.length === 0 && point.node !== piece.element) {
    rest = notes.takeRest(piece, point.node, point.kind === 'text' ? point.offset : undefined);
  }
  box.remove();
  return rest;
}

/** Moves everything from a place in a piece onwards into a new element. */
export function takeRest(piece: Piece, node: ChildNode, offset: number | undefined): HTMLElement {
  const range = pages.range();
  if (offset === undefined) range.setStartBefore(node);
  else range.setStart(node, offset);
  range.setEnd(piece.element, piece.element.childNodes.length);
  let depth = 0;
  for (
    let parent = node.parentElement;
    parent !== null && parent !== piece.element;
    parent = parent.parentElement
  ) {
    depth += 1;
  }
  const rest = piece.element.cloneNode(false) as HTMLElement;
  rest.append(range.extractContents());
  rest.classList.add('is-continued');
  let copy: Element | null = rest;
  for (let level = 0; level <= depth && copy !== null; level += 1) {
    copy.removeAttribute('id');
    const identity = copy.getAttribute('data-galley-identity');
    if (identity !== null) {
      copy.setAttribute('data-galley-identity', `${identity.replace(/c\d+$/, '')}c${piece.part + 1}`);
    }
    copy = copy.firstElementChild;
  }
  return rest;
}

/** Opens the rest of a note with its number and the word for “continued”, in the page's language. */
export function sayContinued(rest: HTMLElement, words: string): void {
  const present = rest.querySelector(':scope > .footnote-continued');
  const line = present ?? document.createElement('p');
  line.className = 'footnote-continued';
  line.setAttribute('role', 'paragraph');
  line.textContent = words;
  rest.prepend(line);
}

/** Puts a page's notes into one area at its foot. */
export function buildArea(
  frame: Frame,
  page: number,
  height: number,
  elements: readonly HTMLElement[],
): HTMLElement {
  const area = document.createElement('div');
  area.className = 'footnotes note-area';
  area.style.top = `${(page + 1) * frame.height - height}px`;
  area.style.height = `${height}px`;
  area.append(...elements);
  return area;
}
