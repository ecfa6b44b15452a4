/** Places notes at the foot of their pages, and page numbers in their slots, by asking Chromium where things fall. */

import type { JSHandle } from 'puppeteer';
import type { LentPage, ServedFile } from '../../browser/browser.js';
import { localDigits, type PrintDocument } from '../print/print-document.js';
import type { Placed, Plan, Run, Trouble } from './in-page/types.js';
import { bringCode, type InPageCode } from './in-page-code.js';
import type { Placement } from './pdf-file.js';

/** How often page numbers may change the lines that they stand in before their slots get a fixed width. */
const looseRounds = 3;
const roundLimit = 5;
const layoutsPerPage = 12;

/** What placing found, with the page left ready for print. */
export interface PlaceOutcome {
  readonly placement: Placement;
  /** Pages that the print has to have; undefined when nothing had to be placed and no one counted. */
  readonly pageCount: number | undefined;
  readonly troubles: readonly Trouble[];
}

/** The document as the browser gets it. */
export function filesOf(document: PrintDocument): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const { path, mediaType, bytes } of document.assets) files.set(path, { mediaType, bytes });
  files.set('index.html', { mediaType: 'text/html', bytes: new TextEncoder().encode(document.html) });
  return files;
}

/** What the page is asked to do. `slack` is room in px kept free in each note area against rounding. */
export function planOf(document: PrintDocument, slack: number, maxPages: number): Plan {
  const { areaWidth, areaHeight, noteShare } = document.geometry;
  const notes = document.notesAt === 'page' ? document.notes : [];
  return {
    width: areaWidth,
    height: areaHeight,
    share: noteShare,
    slack,
    maxRounds: layoutsPerPage,
    maxPages,
    notes: notes.map(({ number, id, calls }) => ({
      ...{ number, id, calls },
      label: localDigits(document, String(number)),
    })),
    continuedWords: document.continuedWords,
    pageReferences: document.pageReferences,
    hasForcedBreaks: document.hasForcedBreaks,
  };
}

/** One placing, from a fresh load, with page numbers known from the one before. */
async function placeOnce(
  lent: LentPage,
  document: PrintDocument,
  plan: Plan,
  numbers: Readonly<Record<string, string>>,
  fixed: boolean,
): Promise<{ readonly code: JSHandle<InPageCode>; readonly run: JSHandle<Run>; readonly placed: Placed }> {
  await lent.load(filesOf(document));
  const code = await bringCode(lent.page);
  const run = await code.evaluateHandle(
    ({ closing, placing }, asked, values, isFixed) => {
      closing.fillPages(values, isFixed);
      return placing.run(asked);
    },
    plan,
    numbers,
    fixed,
  );
  const placed = await code.evaluate(({ closing }, state) => closing.report(state), run);
  return { code, run, placed };
}

/** Fills the numbers into the placed page; says whether everything stands where it stood. */
async function fillAndProve(
  code: JSHandle<InPageCode>,
  run: JSHandle<Run>,
  numbers: Readonly<Record<string, string>>,
  fixed: boolean,
): Promise<boolean> {
  return await code.evaluate(
    ({ closing }, state, values, isFixed) => {
      const before = closing.report(state);
      if (!closing.fillPages(values, isFixed)) return true;
      if (closing.prove(state).length > 0) return false;
      const after = closing.report(state);
      const pageOf = (found: Placed): string => JSON.stringify([found.pageOf, found.pageCount]);
      return pageOf(before) === pageOf(after);
    },
    run,
    numbers,
    fixed,
  );
}

function placementOf(document: PrintDocument, placed: Placed, rounds: number): Placement {
  const carried: Record<number, number[]> = {};
  for (const { page, notes, continued } of placed.pages) {
    for (const note of notes) carried[note] = [page];
    for (const note of continued) carried[note]?.push(page);
  }
  for (const [note, pages] of Object.entries(carried)) if (pages.length < 2) delete carried[Number(note)];
  return {
    mode: document.notesAt,
    rounds,
    pages: placed.pages.map(({ page, notes, continued, reserve }) => ({ page, notes, continued, reserve })),
    pageOf: placed.pageOf,
    carried,
  };
}

/**
 * Places notes and page numbers and leaves the page ready for print. A document with neither is only looked at once.
 * Numbers may change the lines that they stand in; then everything is placed anew with them, until nothing moves.
 */
export async function placeNotes(
  lent: LentPage,
  document: PrintDocument,
  slack: number,
  maxPages: number,
): Promise<PlaceOutcome> {
  const plan = planOf(document, slack, maxPages);
  if (plan.notes.length === 0 && plan.pageReferences.length === 0) {
    await lent.load(filesOf(document));
    const code = await bringCode(lent.page);
    const troubles = await code.evaluate(({ fitting, placing }, width) => {
      fitting.fitTables(placing.find('.page-content'));
      fitting.endFlush(placing.find('.page-content'));
      return fitting.sticksOut(placing.find('.page-flow'), width);
    }, plan.width);
    const placement = { mode: document.notesAt, rounds: 0, pages: [], pageOf: {}, carried: {} };
    return { placement, pageCount: undefined, troubles };
  }
  let numbers: Readonly<Record<string, string>> = {};
  let rounds = 0;
  for (let round = 1; ; round += 1) {
    const fixed = round > looseRounds;
    const { code, run, placed } = await placeOnce(lent, document, plan, numbers, fixed);
    rounds += placed.rounds;
    numbers = Object.fromEntries(
      Object.entries(placed.pageOf).map(([id, page]) => [id, localDigits(document, page)]),
    );
    const stands = await fillAndProve(code, run, numbers, fixed);
    if (!stands && round < roundLimit) continue;
    const wide = await code.evaluate(({ fitting, pages }, state) => {
      const found = fitting.sticksOut(state.frame.flow, state.plan.width);
      pages.closeFrame();
      return found;
    }, run);
    const troubles = [...placed.troubles, ...wide];
    if (!stands) troubles.push({ kind: 'not-stable', page: 0 });
    return { placement: placementOf(document, placed, rounds), pageCount: placed.pageCount, troubles };
  }
}
