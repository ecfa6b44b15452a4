/** Settles one page: the smallest room that holds the notes of exactly those calls that stay on it. */

import type { Mark } from './mark.js';
import type { Run, Settled, Standing } from './placing.js';

/** A room that was tried and the calls that stayed. */
export interface Trial {
  readonly reserve: number;
  readonly calls: readonly Standing[];
}

/**
 * Settles a page, with notes whole where they fit and cut where they do not; cut short when not even the first line of
 * the page would fit otherwise. Undefined, with a trouble noted, when nothing works.
 */
export function settle(state: Run, page: number, mark: Mark): Settled | undefined {
  for (const tight of [false, true]) {
    const trial = settling.settleRoom(state, page, mark, tight);
    if (trial === undefined) return undefined;
    if (settling.isStuck(state, page, mark)) continue;
    const begun = trial.calls.map(({ waiting }) => waiting);
    begun.sort((a, b) => a.piece.number - b.piece.number);
    return {
      page,
      mark,
      kept: trial.reserve,
      need: placing.needFor(state, trial.calls, tight),
      begun,
      continued: state.carried.map(({ number }) => number),
    };
  }
  state.troubles.push({ kind: 'no-room', page: page + 1, note: state.carried[0]?.number });
  return undefined;
}

/** Lays the page out with some room kept, and looks which calls stay. */
export function attempt(state: Run, page: number, mark: Mark, reserve: number): Trial {
  state.rounds += 1;
  mark.setReserve(reserve);
  return { reserve, calls: placing.callsOn(state, page) };
}

/**
 * Searches the room. A trial holds when its room is enough for the calls that stay; the smaller the room, the more calls
 * stay, so rooms are tried from the calls that would be there without notes down, then up again one call at a time.
 */
export function settleRoom(state: Run, page: number, mark: Mark, tight: boolean): Trial | undefined {
  const need = (calls: readonly Standing[]): number => placing.needFor(state, calls, tight).reserve;
  const limit = state.rounds + state.plan.maxRounds;
  let all = placing.callsOn(state, page);
  let best = settling.attempt(state, page, mark, need(all));
  while (need(best.calls) > best.reserve) {
    // A margin at the page's top fell away and let another call in.
    if (state.rounds >= limit) return settling.giveUp(state, page);
    all = best.calls as Standing[];
    best = settling.attempt(state, page, mark, need(all));
  }
  let count = best.calls.length;
  while (best.reserve > need(best.calls) && count < all.length && state.rounds < limit) {
    const trial = settling.attempt(state, page, mark, need(all.slice(0, count)));
    if (trial.calls.length === count && need(trial.calls) <= trial.reserve) return trial;
    if (trial.calls.length < count) break;
    const after = settling.attempt(state, page, mark, settling.roomWithout(state, trial, count));
    if (after.reserve < best.reserve && need(after.calls) <= after.reserve) best = after;
    count += 1;
  }
  return settling.attempt(state, page, mark, best.reserve);
}

/** The room that just pushes the first call beyond `count` to the next page. */
export function roomWithout(state: Run, trial: Trial, count: number): number {
  const next = trial.calls[count];
  return next === undefined ? trial.reserve : Math.ceil(trial.reserve + state.plan.height - next.bottom) + 1;
}

/** Whether the page holds nothing at all, so that going on would never end. */
export function isStuck(state: Run, page: number, mark: Mark): boolean {
  const points = search.breaksAfter(state.frame, state.content, page);
  return points.length > 0 && points.every(({ node, offset }) => offset === 0 && mark.nodes.includes(node));
}

/** Notes that the rounds ran out. */
export function giveUp(state: Run, page: number): undefined {
  state.troubles.push({ kind: 'too-many-rounds', page: page + 1 });
  return undefined;
}

/** The files of this folder, as they reach each other. */
declare const settling: typeof import('./settling.js');
declare const placing: typeof import('./placing.js');
declare const search: typeof import('./search.js');
