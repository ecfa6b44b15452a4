/** One round of placing: all that is asked of a page that was just loaded, in one go, so that nothing is drawn or laid out in between. */

import type { Placed, Plan, Round, Trouble } from './types.js';

/**
 * Places notes, fills page numbers in and proves that everything stands. `numbers` are those that an earlier round found; with a fixed
 * width they move no line. A page that stands, or that has no round left, is closed and ready for print.
 */
export function place(
  plan: Plan,
  numbers: Readonly<Record<string, string>>,
  fixed: boolean,
  isLast: boolean,
): Round {
  closing.fillPages(numbers, fixed);
  const state = placing.run(plan);
  const before = closing.report(state);
  const found = round.inDigits(before.pageOf, plan.digits);
  // Numbers that are filled in may move lines, so the proof comes after them; it holds for what was placed as well.
  const changed = closing.fillPages(found, fixed);
  const unproven = closing.prove(state);
  const after = changed && unproven.length === 0 ? closing.report(state) : before;
  const isMoved = changed && (unproven.length > 0 || round.pagesOf(before) !== round.pagesOf(after));
  const stands = !isMoved;
  const troubles: Trouble[] = [...before.troubles, ...(changed ? [] : unproven)];
  if (stands || isLast) {
    troubles.push(...fitting.sticksOut(state.frame.flow, plan.width));
    pages.closeFrame();
    closing.giveIdentities();
  }
  return {
    placed: { ...before, troubles },
    numbers: found,
    stands,
    hasFonts: document.fonts.status === 'loaded',
  };
}

/** Page numbers as the document writes them. */
export function inDigits(
  pageOf: Readonly<Record<string, number>>,
  digits: readonly string[],
): Record<string, string> {
  const written = (page: number): string =>
    String(page).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  return Object.fromEntries(Object.entries(pageOf).map(([id, page]) => [id, written(page)]));
}

/** What must not change when numbers are filled in. */
export function pagesOf({ pageOf, pageCount }: Placed): string {
  return JSON.stringify([pageOf, pageCount]);
}

/** Readies a text that has nothing to be placed; what sticks out of it is all that can be wrong. */
export function look(width: number): Trouble[] {
  const content = placing.find('.page-content');
  fitting.fitTables(content);
  fitting.endFlush(content);
  const troubles = fitting.sticksOut(placing.find('.page-flow'), width);
  closing.giveIdentities();
  return troubles;
}
