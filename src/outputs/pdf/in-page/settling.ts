/** Settles one page: the smallest room that holds the notes of exactly those calls that stay on it. */

import type { BreakPoint, Mark, Run, Settled, Standing, Trial } from './types.js';

/**
 * Settles a page on which `calls` stand as long as no room is kept; notes whole where they fit and cut where they do not, and
 * cut short when not even the first line of the page would fit otherwise. Undefined, with a trouble noted, when nothing works.
 */
export function settle(
  state: Run,
  page: number,
  mark: Mark,
  calls: readonly Standing[],
): Settled | undefined {
  for (const tight of [false, true]) {
    const trial = settling.settleRoom(state, page, mark, calls, tight);
    if (trial === undefined) return undefined;
    const next = search.breaksAfter(state.frame, state.content, page);
    if (next.length === 0 && windowing.extend(state)) {
      // More of the text came into layout, so the page has to be looked at again.
      mark.setReserve(0);
      return settling.settle(state, page, mark, placing.callsOn(state, page));
    }
    if (scaling.shrink(state, page, mark, next)) {
      return settling.settle(state, page, mark, placing.callsOn(state, page));
    }
    if (settling.isStuck(mark, next)) continue;
    const begun = trial.calls.map(({ waiting }) => waiting);
    begun.sort((a, b) => a.piece.number - b.piece.number);
    const need = placing.needFor(state, trial.calls, tight);
    const standing = state.carried.filter((_, index) => need.rooms[index] !== 0);
    return {
      page,
      mark,
      need,
      begun,
      continued: standing.map(({ number }) => number),
      next,
      ends: [],
    };
  }
  state.troubles.push({ kind: 'no-room', page: page + 1, note: calls[0]?.waiting.piece.number });
  return undefined;
}

/** Lays the page out with some room kept, and looks which calls stay. */
export function attempt(state: Run, page: number, mark: Mark, reserve: number): Trial {
  state.rounds += 1;
  mark.setReserve(reserve);
  windowing.count(state);
  const calls = placing.callsOn(state, page);
  return { reserve, calls: calls.map((call) => ({ ...call, bottom: call.bottom - reserve })) };
}

/**
 * Searches the room: first the one that should hold the most calls, by where their lines stand. A trial holds when its room
 * is enough for the calls that stay. If not, more calls stayed than foreseen, and the room grows; it can grow no further
 * than all notes of the page need, so this ends.
 */
export function settleRoom(
  state: Run,
  page: number,
  mark: Mark,
  calls: readonly Standing[],
  tight: boolean,
): Trial | undefined {
  const need = (some: readonly Standing[]): number => placing.needFor(state, some, tight).reserve;
  const limit = state.rounds + state.plan.maxRounds;
  let trial = settling.attempt(state, page, mark, settling.bestRoom(state, calls, need));
  while (need(trial.calls) > trial.reserve) {
    if (state.rounds >= limit) {
      state.troubles.push({ kind: 'too-many-rounds', page: page + 1 });
      return undefined;
    }
    trial = settling.attempt(state, page, mark, need(trial.calls));
  }
  // Lines that keep together may leave with their calls, and room stay empty that notes no longer need.
  const smaller = settling.roomFor(state, calls, trial.calls.length, need);
  if (trial.reserve - smaller < 48 || state.rounds >= limit) return trial;
  const closer = settling.attempt(state, page, mark, smaller);
  return need(closer.calls) <= smaller ? closer : settling.attempt(state, page, mark, trial.reserve);
}

/** The room for as many calls as will stay when it is kept. */
export function bestRoom(
  state: Run,
  calls: readonly Standing[],
  need: (calls: readonly Standing[]) => number,
): number {
  for (let count = calls.length; count > 0; count -= 1) {
    const bottom = calls[count - 1]?.bottom ?? 0;
    if (bottom + need(calls.slice(0, count)) <= state.plan.height) {
      return settling.roomFor(state, calls, count, need);
    }
  }
  return settling.roomFor(state, calls, 0, need);
}

/** The room for the first `count` calls, large enough that the line of the next leaves the page. */
export function roomFor(
  state: Run,
  calls: readonly Standing[],
  count: number,
  need: (calls: readonly Standing[]) => number,
): number {
  const next = calls[count];
  const push = next === undefined ? 0 : Math.ceil(state.plan.height - next.bottom) + 1;
  return Math.max(need(calls.slice(0, count)), push);
}

/** Whether the page holds nothing at all, so that going on would never end. */
export function isStuck(mark: Mark, next: readonly BreakPoint[]): boolean {
  return next.length > 0 && next.every((point) => mark.nodes.some((node) => search.begins(node, point)));
}
