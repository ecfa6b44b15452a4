/** Places notes at the foot of their pages, and page numbers in their slots, by asking Chromium where things fall. */

import type { LentPage, ServedFile } from '../../browser/browser.js';
import { localDigits, type PrintDocument } from '../print/print-document.js';
import type { Placed, Plan, Round, Trouble } from './in-page/types.js';
import { bringCode } from './in-page-code.js';
import type { Placement } from './pdf-file.js';

/** How often page numbers may change the lines that they stand in before their slots get a fixed width. */
const looseRounds = 3;
const roundLimit = 5;
const layoutsPerPage = 12;
/** Up to here it costs more to lay out afresh what a window lets in than to move all pages behind (measured). */
const wholeUpTo = 32;

/** What placing found, with the page left ready for print. */
export interface PlaceOutcome {
  readonly placement: Placement;
  /** Pages that the print has to have; undefined when nothing had to be placed and no one counted. */
  readonly pageCount: number | undefined;
  readonly troubles: readonly Trouble[];
  /** Whether all fonts are there; if not, the print has to wait for them. */
  readonly hasFonts: boolean;
}

/** The document as the browser gets it. */
export function filesOf(document: PrintDocument): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const { path, mediaType, bytes } of document.assets) files.set(path, { mediaType, bytes });
  files.set(document.path ?? 'index.html', {
    mediaType: 'text/html',
    bytes: new TextEncoder().encode(document.html),
  });
  return files;
}

/** What the page is asked to do. `slack` is room in px kept free in each note area against rounding. */
export function planOf(document: PrintDocument, slack: number, maxPages: number, wholePages: number): Plan {
  const { areaWidth, areaHeight, noteShare } = document.geometry;
  const notes = document.notesAt === 'page' ? document.notes : [];
  return {
    width: areaWidth,
    height: areaHeight,
    share: noteShare,
    slack,
    maxRounds: layoutsPerPage,
    maxPages,
    wholePages,
    notes: notes.map(({ number, id, calls }) => ({
      ...{ number, id, calls },
      label: localDigits(document, String(number)),
    })),
    continuedWords: document.continuedWords,
    pageReferences: document.pageReferences,
    // Numbers of a foreign page's notes are labels of its own; its page numbers are not.
    digits: [...localDigits({ ...document, ownNumbers: undefined }, '0123456789')],
    hasForcedBreaks: document.hasForcedBreaks,
  };
}

/** One round, from a fresh load: the whole of it in one call, since Chromium lays pages out and draws them between calls. */
async function placeOnce(
  lent: LentPage,
  document: PrintDocument,
  plan: Plan,
  numbers: Round['numbers'],
  round: number,
): Promise<Round> {
  await lent.load(filesOf(document), document.path);
  const code = await bringCode(lent.page);
  return await code.evaluate(
    ({ round }, ...asked) => round.place(...asked),
    plan,
    numbers,
    round > looseRounds,
    round >= roundLimit,
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
  wholePages: number = wholeUpTo,
): Promise<PlaceOutcome> {
  const plan = planOf(document, slack, maxPages, wholePages);
  if (plan.notes.length === 0 && plan.pageReferences.length === 0) {
    await lent.load(filesOf(document), document.path);
    const code = await bringCode(lent.page);
    const troubles = await code.evaluate(({ round }, width) => round.look(width), plan.width);
    const placement = { mode: document.notesAt, rounds: 0, pages: [], pageOf: {}, carried: {} };
    return { placement, pageCount: undefined, troubles, hasFonts: true };
  }
  let numbers: Round['numbers'] = {};
  let layouts = 0;
  for (let round = 1; ; round += 1) {
    const {
      placed,
      numbers: found,
      stands,
      hasFonts,
    } = await placeOnce(lent, document, plan, numbers, round);
    layouts += placed.rounds;
    numbers = found;
    if (!stands && round < roundLimit) continue;
    const troubles = [...placed.troubles];
    if (!stands) troubles.push({ kind: 'not-stable', page: 0 });
    const placement = placementOf(document, placed, layouts);
    return { placement, pageCount: placed.pageCount, troubles, hasFonts };
  }
}
