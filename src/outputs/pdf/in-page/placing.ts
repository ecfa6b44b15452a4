/** Places notes page by page: how much room a page keeps, which calls stay on it, where the next one begins. */

import type { Ahead, BreakPoint, Mark, Need, Plan, Run, Settled, Standing } from './types.js';

/** Places all notes. The document is left in columns, the whole text in layout, so that it can be proven and asked more. */
export function run(plan: Plan): Run {
  const state = placing.begin(plan);
  let ahead = placing.lookAhead(state, -1);
  let mark = ahead === undefined ? undefined : placing.markPage(state, ahead.page);
  while (ahead !== undefined && mark !== undefined && !placing.mustStop(state, ahead.page)) {
    const settled = settling.settle(state, ahead.page, mark, ahead.calls);
    if (settled === undefined) break;
    state.settled.push(settled);
    ({ ahead, mark } = placing.goOn(state, settled));
  }
  windowing.open(state);
  notes.bringBack(state.store);
  return state;
}

/**
 * Closes a settled page and finds the next one with notes. Everything is read before anything is changed: what follows the
 * page already stands as it will, since a break that is set where it fell by itself moves nothing.
 */
export function goOn(state: Run, settled: Settled): { ahead: Ahead | undefined; mark: Mark | undefined } {
  state.waiting = state.waiting.filter((waiting) => !settled.begun.includes(waiting));
  const page = settled.page + 1;
  const ahead = placing.lookAhead(state, settled.page);
  const isNext = ahead?.page === page;
  const next = settled.next.length > 0 ? mark.markBreaks(settled.next) : undefined;
  settled.ends = next?.nodes ?? [state.areas];
  settled.mark.setReserve(0);
  closing.layNotes(state, settled);
  const mayStay = state.carried.length === 0 && !isNext;
  const begins = mayStay && ahead !== undefined ? placing.markPage(state, ahead.page) : next;
  const [node] = begins?.nodes ?? [];
  if (node !== undefined) windowing.move(state, node, mayStay && ahead !== undefined ? ahead.page : page);
  if (state.carried.length === 0) return { ahead, mark: begins };
  return { ahead: { page, calls: isNext ? ahead.calls : [] }, mark: next ?? mark.appendPage(state.content) };
}

/** Whether something went wrong that going on would not mend. */
export function mustStop(state: Run, page: number): boolean {
  if (page >= state.plan.maxPages) state.troubles.push({ kind: 'too-many-pages', page: page + 1 });
  return state.troubles.some(({ kind }) => kind !== 'picture-scaled' && kind !== 'sticks-out');
}

/** Opens the frame and measures the notes. */
export function begin(plan: Plan): Run {
  const flow = placing.find('.page-flow');
  const content = placing.find('.page-content');
  const element = placing.find('.note-store');
  const areas = placing.find('.note-areas');
  const frame = pages.openFrame(flow, plan.width, plan.height);
  fitting.fitTables(content);
  fitting.endFlush(content);
  freezing.stack(frame, content);
  mark.adoptStyles(frame, content, plan.hasForcedBreaks);
  freezing.freeze(frame, content);
  const known = new Map<HTMLElement, { readonly number: number; readonly part: number }>();
  for (const { number, id } of plan.notes) {
    const found = document.getElementById(id);
    if (found !== null) known.set(found, { number, part: 1 });
  }
  const { around, pieces } = notes.measure(element, known);
  const byNumber = new Map(pieces.map((piece) => [piece.number, piece]));
  const state: Run = {
    plan,
    frame,
    content,
    store: {
      ...notes.setAside(element),
      around,
      share: Math.floor(plan.share * plan.height),
      slack: plan.slack,
    },
    areas,
    view: windowing.look({ plan, frame, content }),
    known,
    waiting: [],
    carried: [],
    settled: [],
    troubles: [],
    rounds: 0,
  };
  for (const note of plan.notes) {
    const piece = byNumber.get(note.number);
    const call = note.calls.map((id) => document.getElementById(id)).find((found) => found !== null);
    if (piece === undefined || call === undefined || call.getClientRects().length === 0) {
      state.troubles.push({ kind: 'call-not-printed', page: 0, note: note.number });
    } else {
      state.waiting.push({ piece, call, calls: note.calls });
    }
  }
  // Calls are met in the order in which they stand, which need not be that of their numbers.
  state.waiting.sort((a, b) =>
    a.call.compareDocumentPosition(b.call) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  return state;
}

/** The next page that has notes, behind one that is settled. Pages without any cost nothing. */
export function lookAhead(state: Run, settled: number): Ahead | undefined {
  const [first] = state.waiting;
  if (first !== undefined) windowing.reachFor(state, first.call);
  let page: number | undefined;
  for (const { call } of state.waiting.slice(0, placing.outOfOrder())) {
    const found = placing.pageOfCall(state, call);
    if (page === undefined || found < page) page = found;
  }
  if (page === undefined || page === Number.POSITIVE_INFINITY) return undefined;
  page = Math.max(page, settled + 1);
  return { page, calls: placing.callsOn(state, page) };
}

/** How many calls may stand beside the flow, before one that comes first on its page. */
export function outOfOrder(): number {
  return 8;
}

/** The column of a call, infinite while it is out of layout. A repeated table head shows its calls again on later pages; the first time counts. */
export function pageOfCall(state: Run, call: HTMLElement): number {
  const rects = call.getClientRects();
  const rect = call.closest('thead') === null ? rects[rects.length - 1] : rects[0];
  return rect === undefined ? Number.POSITIVE_INFINITY : pages.columnOf(state.frame, rect);
}

/** Calls of waiting notes that stand on a page, from top to bottom. */
export function callsOn(state: Run, page: number): Standing[] {
  const found: Standing[] = [];
  let beyond = 0;
  for (const waiting of state.waiting) {
    if (placing.pageOfCall(state, waiting.call) > page) {
      beyond += 1;
      if (beyond > placing.outOfOrder()) break;
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

/** Marks the begin of a page that follows pages without notes. */
export function markPage(state: Run, page: number): Mark {
  if (page === 0) return mark.markStart(state.content);
  return mark.markBreaks(placing.breaksBehind(state, page - 1));
}

/** Where the page behind this one begins; nothing only at the end of the text. */
export function breaksBehind(state: Run, page: number): BreakPoint[] {
  const found = search.breaksAfter(state.frame, state.content, page);
  if (found.length > 0 || !windowing.extend(state)) return found;
  return search.breaksAfter(state.frame, state.content, page);
}

/** An element that the print document always has. */
export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The print document has no ${selector}.`);
  return found;
}
