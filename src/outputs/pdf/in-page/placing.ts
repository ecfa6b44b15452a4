/** Places notes page by page: how much room a page keeps, which calls stay on it, where the next one begins. */

import type { Mark } from './mark.js';
import type { Need, Piece, Store } from './notes.js';
import type { Frame } from './pages.js';

/** What is to be placed; px of layout. */
export interface Plan {
  readonly width: number;
  readonly height: number;
  /** Share of the page area that notes may take, 0–1. */
  readonly share: number;
  readonly slack: number;
  readonly maxRounds: number;
  readonly maxPages: number;
  readonly notes: readonly {
    readonly number: number;
    readonly id: string;
    readonly calls: readonly string[];
  }[];
  /** Opens the rest of a note, with `{number}` in it. */
  readonly continuedWords: string;
  /** Ids whose pages are asked for. */
  readonly pageReferences: readonly string[];
  /** Whether a stylesheet begins pages by itself. */
  readonly hasForcedBreaks: boolean;
}

/** Something that went wrong or had to be helped; pages are 1-based. */
export interface Trouble {
  readonly kind:
    | 'too-many-rounds'
    | 'too-many-pages'
    | 'no-room'
    | 'call-not-printed'
    | 'not-stable'
    | 'note-too-long'
    | 'picture-scaled';
  readonly page: number;
  readonly note?: number | undefined;
  readonly element?: string | undefined;
}

/** Where everything came to stand; pages are 1-based. */
export interface Placed {
  readonly rounds: number;
  readonly pageCount: number;
  readonly pages: readonly PlacedPage[];
  readonly pageOf: Readonly<Record<string, number>>;
  readonly troubles: readonly Trouble[];
}

/** A page with notes. */
export interface PlacedPage {
  readonly page: number;
  /** Notes that begin here. */
  readonly notes: readonly number[];
  /** Notes that began earlier. */
  readonly continued: readonly number[];
  /** Height of the note area, whole px. */
  readonly reserve: number;
}

/** A note that has no page yet, with the call that decides. */
export interface Waiting {
  readonly piece: Piece;
  readonly call: HTMLElement;
  readonly calls: readonly string[];
}

/** A call on the page that is being settled. */
export interface Standing {
  readonly waiting: Waiting;
  /** Lower edge of its line below the page's top, px. */
  readonly bottom: number;
}

/** A page that is settled. */
export interface Settled {
  readonly page: number;
  readonly mark: Mark;
  /** Room that was kept while the page was measured; at least what its notes need. */
  readonly kept: number;
  readonly need: Need;
  readonly begun: readonly Waiting[];
  readonly continued: readonly number[];
}

/** Everything one run knows. */
export interface Run {
  readonly plan: Plan;
  readonly frame: Frame;
  readonly content: HTMLElement;
  readonly store: Store;
  readonly areas: HTMLElement;
  readonly known: Map<HTMLElement, { readonly number: number; readonly part: number }>;
  waiting: Waiting[];
  /** What is left of the notes of the last page. */
  carried: Piece[];
  readonly settled: Settled[];
  readonly troubles: Trouble[];
  rounds: number;
}

/** Places all notes. The document is left in columns, so that it can be asked more. */
export function run(plan: Plan): Run {
  const state = placing.begin(plan);
  let next: { readonly page: number; readonly mark: Mark } | undefined;
  for (;;) {
    const page = placing.nextPage(state);
    if (page === undefined || state.troubles.some(({ kind }) => kind !== 'picture-scaled')) break;
    if (page >= plan.maxPages) {
      state.troubles.push({ kind: 'too-many-pages', page: page + 1 });
      break;
    }
    const mark = next?.page === page ? next.mark : placing.markPage(state, page);
    const settled = settling.settle(state, page, mark);
    if (settled === undefined) break;
    state.settled.push(settled);
    const after = placing.markNext(state, page);
    mark.setReserve(0);
    next = after === undefined ? undefined : { page: page + 1, mark: after };
    closing.layNotes(state, settled);
  }
  state.troubles.push(...closing.prove(state));
  return state;
}

/** Opens the frame and measures the notes. */
export function begin(plan: Plan): Run {
  const flow = placing.find('.page-flow');
  const content = placing.find('.page-content');
  const element = placing.find('.note-store');
  const areas = placing.find('.note-areas');
  const frame = pages.openFrame(flow, plan.width, plan.height);
  if (plan.hasForcedBreaks) mark.adoptForcedBreaks(content);
  const known = new Map<HTMLElement, { readonly number: number; readonly part: number }>();
  for (const { number, id } of plan.notes) {
    const found = document.getElementById(id);
    if (found !== null) known.set(found, { number, part: 1 });
  }
  const { around, pieces } = notes.measure(element, known);
  const state: Run = {
    plan,
    frame,
    content,
    store: { element, around, share: Math.floor(plan.share * plan.height), slack: plan.slack },
    areas,
    known,
    waiting: [],
    carried: [],
    settled: [],
    troubles: [],
    rounds: 0,
  };
  for (const note of plan.notes) {
    const piece = pieces.find(({ number }) => number === note.number);
    const call = note.calls.map((id) => document.getElementById(id)).find((found) => found !== null);
    if (piece === undefined || call === undefined || call.getClientRects().length === 0) {
      state.troubles.push({ kind: 'call-not-printed', page: 0, note: note.number });
    } else {
      state.waiting.push({ piece, call, calls: note.calls });
    }
  }
  return state;
}

/** The next page that has notes. Pages without any cost nothing. */
export function nextPage(state: Run): number | undefined {
  const last = state.settled[state.settled.length - 1]?.page ?? -1;
  if (state.carried.length > 0) return last + 1;
  let first: number | undefined;
  for (const { call } of state.waiting.slice(0, 8)) {
    const page = placing.pageOfCall(state, call);
    if (first === undefined || page < first) first = page;
  }
  return first === undefined ? undefined : Math.max(first, last + 1);
}

/** The column of a call. A repeated table head shows its calls again on later pages; the first time counts. */
export function pageOfCall(state: Run, call: HTMLElement): number {
  const rects = call.getClientRects();
  const rect = call.closest('thead') === null ? rects[rects.length - 1] : rects[0];
  return rect === undefined ? -1 : pages.columnOf(state.frame, rect);
}

/** Calls of waiting notes that stand on a page, from top to bottom. */
export function callsOn(state: Run, page: number): Standing[] {
  const found: Standing[] = [];
  let beyond = 0;
  for (const waiting of state.waiting) {
    if (placing.pageOfCall(state, waiting.call) > page) {
      beyond += 1;
      // Calls follow the flow but for a few that stand beside it.
      if (beyond > 8) break;
      continue;
    }
    const rects = waiting.call.getClientRects();
    const rect = rects[rects.length - 1];
    found.push({ waiting, bottom: (rect?.bottom ?? 0) - state.frame.top });
  }
  return found.sort((a, b) => a.bottom - b.bottom || a.waiting.piece.number - b.waiting.piece.number);
}

/** What a page needs for what is carried over and for the notes of these calls. */
export function needFor(state: Run, calls: readonly Standing[], tight: boolean): Need {
  const begun = calls.map(({ waiting }) => waiting.piece).sort((a, b) => a.number - b.number);
  return notes.needOf(state.store, [...state.carried, ...begun], tight);
}

/** Marks the begin of a page that follows pages without notes; at the end of the text it makes a page for what is left. */
export function markPage(state: Run, page: number): Mark {
  if (page === 0) return mark.markStart(state.content);
  return placing.markNext(state, page - 1) ?? mark.appendPage(state.content);
}

/** Marks the begin of the page behind this one, where something follows. */
export function markNext(state: Run, page: number): Mark | undefined {
  const points = search.breaksAfter(state.frame, state.content, page);
  if (points.length > 0) return mark.markBreaks(points);
  return undefined;
}

/** An element that the print document always has. */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The print document has no ${selector}.`);
  return found;
}

/** The files of this folder, as they reach each other. */
declare const placing: typeof import('./placing.js');
declare const settling: typeof import('./settling.js');
declare const closing: typeof import('./closing.js');
declare const pages: typeof import('./pages.js');
declare const search: typeof import('./search.js');
declare const mark: typeof import('./mark.js');
declare const notes: typeof import('./notes.js');
