/** What follows once pages are settled: notes into their areas, the proof that nothing moved, page numbers, the report. */

import type { Piece, Placed, Run, Settled, Trouble } from './types.js';

/** On how many pages one note may stand; in large print a long one needs three times those of standard print. */
export function mostPages(): number {
  return 20;
}

/** Lays a settled page's notes into its area; what does not fit goes on to the next page. */
export function layNotes(state: Run, settled: Settled): void {
  const pieces = [...state.carried, ...settled.begun.map(({ piece }) => piece)];
  if (pieces.length === 0) return;
  const laid: HTMLElement[] = [];
  const rests: HTMLElement[] = [];
  pieces.forEach((piece, index) => {
    const room = settled.need.rooms[index] ?? piece.height;
    if (room > 0) laid.push(piece.element);
    if (room >= piece.height) return;
    const rest = room === 0 ? piece.element : closing.cutOff(state, piece, room);
    if (rest !== undefined) rests.push(rest);
    if (piece.part >= closing.mostPages()) {
      state.troubles.push({ kind: 'note-too-long', page: settled.page + 1, note: piece.number });
    }
  });
  state.areas.append(notes.buildArea(state.frame, settled.page, settled.need.reserve, laid));
  state.store.rests.append(...rests);
  const carried = rests.length === 0 ? [] : notes.measure(state.store.rests, state.known).pieces;
  state.carried = carried.sort((a, b) => a.number - b.number);
}

/** Cuts a piece and makes its rest a piece of its own; undefined when nothing is left over. */
export function cutOff(state: Run, piece: Piece, room: number): HTMLElement | undefined {
  const rest = notes.cut(state.store.rests, piece, room, state.plan.width);
  if (rest === undefined) return undefined;
  state.known.set(rest, { number: piece.number, part: piece.part + 1 });
  const label = state.plan.notes.find(({ number }) => number === piece.number)?.label ?? '';
  notes.sayContinued(rest, state.plan.continuedWords.replace('{number}', label));
  return rest;
}

/** Looks at the pages as they will print, and names those where something does not stand where it was settled. */
export function prove(state: Run): Trouble[] {
  const troubles: Trouble[] = [];
  state.settled.forEach(({ mark, page, begun, need }, index) => {
    const begins = mark.nodes.every((node) => pages.spanOf(state.frame, node)?.first === page);
    const wrong = begun.find(({ call }) => placing.pageOfCall(state, call) !== page);
    const ends = need.reserve === 0 ? [] : (state.settled[index]?.ends ?? []);
    const foot = Math.max(...ends.map((node) => closing.lowestBefore(state, node, page)), 0);
    if (begins && wrong === undefined && foot <= state.plan.height - need.reserve + 1) return;
    troubles.push({
      kind: 'not-stable',
      page: page + 1,
      note: wrong?.piece.number ?? begun[0]?.piece.number,
    });
  });
  return troubles;
}

/** The lowest edge of what stands on a page in front of a node, px below the page's top. */
export function lowestBefore(state: Run, node: Node, page: number): number {
  let lowest = 0;
  for (
    let at = closing.leafBefore(state.content, node);
    at !== undefined;
    at = closing.leafBefore(state.content, at)
  ) {
    const rects = pages.rectsOf(at);
    const overhang = closing.overhangOf(at, rects[0]);
    for (const rect of rects) {
      const column = pages.columnOf(state.frame, rect);
      if (column === page) lowest = Math.max(lowest, rect.bottom - overhang - state.frame.top);
    }
    const last = rects[rects.length - 1];
    if (last !== undefined && pages.columnOf(state.frame, last) < page) break;
  }
  return lowest;
}

/**
 * How far the box of a text reaches below its line, px. A text's box has the height of its font; where lines are set tighter, the font's empty
 * edge hangs out of the line, and pages break by lines.
 */
export function overhangOf(leaf: Node, rect: DOMRect | undefined): number {
  if (!(leaf instanceof Text) || leaf.parentElement === null || rect === undefined) return 0;
  const lineHeight = Number.parseFloat(getComputedStyle(leaf.parentElement).lineHeight);
  return Number.isNaN(lineHeight) ? 0 : Math.max(0, (rect.height - lineHeight) / 2);
}

/** The text or picture in front of a node, in document order. */
export function leafBefore(root: Node, node: Node): Node | undefined {
  let at: Node = node;
  while (at !== root) {
    if (at.previousSibling === null) {
      if (at.parentNode === null) return undefined;
      at = at.parentNode;
      continue;
    }
    at = at.previousSibling;
    while (at.lastChild !== null && !(at instanceof Element && search.isMonolithic(at))) at = at.lastChild;
    if (at instanceof Text || (at instanceof Element && search.isMonolithic(at))) return at;
  }
  return undefined;
}

/** The 1-based page of an element; notes stand where their area is. */
export function pageOf(state: Run, id: string): number | undefined {
  const element = document.getElementById(id);
  if (element === null) return undefined;
  const home = state.settled.find(({ begun }) => begun.some(({ piece }) => piece.element.contains(element)));
  if (home !== undefined) return home.page + 1;
  const rects = element.getClientRects();
  const rect = element.closest('thead') === null ? rects[rects.length - 1] : rects[0];
  const first =
    element.classList.contains('note-call') || element.closest('.note-call') !== null ? rect : rects[0];
  return first === undefined ? undefined : pages.columnOf(state.frame, first) + 1;
}

/** Plain data of all that was found out. */
export function report(state: Run): Placed {
  const pageOf: Record<string, number> = {};
  for (const id of state.plan.pageReferences) {
    const page = closing.pageOf(state, id);
    if (page !== undefined) pageOf[id] = page;
  }
  const last = pages.spanOf(state.frame, state.content)?.last ?? 0;
  const filled = state.settled.filter(({ need }) => need.reserve > 0);
  return {
    rounds: state.rounds,
    pageCount: last + 1,
    pages: filled.map(({ page, begun, continued, need }) => ({
      page: page + 1,
      notes: begun.map(({ piece }) => piece.number),
      continued,
      reserve: need.reserve,
    })),
    pageOf,
    troubles: state.troubles,
  };
}

/** Gives each block the language that carries its identity into the file. What was placed stays, since it is the same language to Chromium. */
export function giveIdentities(): void {
  for (const element of document.querySelectorAll('[data-galley-identity]')) {
    element.setAttribute('lang', element.getAttribute('data-galley-identity') ?? '');
    element.removeAttribute('data-galley-identity');
  }
}

/** Writes page numbers into their slots; with a fixed width, so that no number moves a line. Says whether anything changed. */
export function fillPages(values: Readonly<Record<string, string>>, fixed: boolean): boolean {
  let changed = false;
  for (const slot of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    if (fixed) {
      slot.style.display = 'inline-block';
      slot.style.minWidth = '3ch';
    }
    const value = values[slot.dataset['pageOf'] ?? ''];
    if (value === undefined || slot.textContent === value) continue;
    slot.textContent = value;
    changed = true;
  }
  return changed;
}
