/**
 * Makes the printed text read like the document's. Chromium drops the blank where a line wraps, so words of two lines would be read as one
 * (“severallines”): a blank is shown there, which draws nothing. Where glyphs read in another order or shape, the text itself is given along.
 */

import type { PageFont } from '../content/fonts.js';
import type { Glyph } from '../content/surface.js';
import type { InlineRun, ModelText } from '../model/model.js';
import { countLetters, exactly, isRightToLeft, letters } from './folding.js';
import type { Matched } from './match.js';

/** A blank to be shown, before or after an operation of a surface. */
export interface AddedBlank {
  readonly surface: number;
  readonly operation: number;
  readonly where: 'before' | 'after';
  readonly font: PageFont;
}

interface Letter {
  readonly text: ModelText;
  readonly glyph: Glyph;
}

/** Completes the words of all runs and says which blanks have to be shown. */
export function completeWords(runs: readonly InlineRun[], matched: Matched): AddedBlank[] {
  return runs.flatMap((run) => completeRun(run, matched));
}

function completeRun(run: InlineRun, matched: Matched): AddedBlank[] {
  const texts = run.pieces.filter((piece) => piece !== 'break' && piece.kind === 'text');
  const disordered = texts.some((text) => matched.disordered.has(text) || isRightToLeft(text.source));
  const blanks = disordered ? [] : addBlanks(run, matched);
  for (const text of texts) {
    const printed = matched.glyphs.get(text) ?? [];
    const shown = printed.map((glyph) => glyph.text).join('');
    if (text.pageOf !== undefined) text.words = shown.trim();
    if (printed.length === 0) continue;
    if (differs(exactly(shown), exactly(text.words), disordered) || printed.some(saysOtherWords)) {
      text.actualText = text.words.replace(/[\u00ad\u200b]/g, '');
    }
  }
  return blanks;
}

/** Whether the printed words are others; blanks count for nothing where they are made right. */
function differs(reads: string, wanted: string, disordered: boolean): boolean {
  if (reads === wanted) return false;
  return disordered || reads.replaceAll(' ', '') !== wanted.replaceAll(' ', '');
}

/** Whether the font alone would read a glyph otherwise than the words that Chromium gave along with it. */
function saysOtherWords({ font, code, text }: Glyph): boolean {
  const own = font.words(code) ?? '';
  return own !== text && exactly(own) !== exactly(text);
}

/** Positions, counted in letters of the run and rising, before which the text has a blank; pictures count as one letter. */
function wantedBlanks(run: InlineRun): number[] {
  const wanted: number[] = [];
  let count = 0;
  let blank = false;
  for (const piece of run.pieces) {
    if (piece === 'break') blank = true;
    else if (piece.kind === 'image') {
      count += 1;
      blank = false;
    } else {
      for (const token of piece.words.split(/(\s+)/u)) {
        if (token === '') continue;
        const length = letters(token).length;
        if (length === 0) blank = true;
        else {
          if (blank && count > 0) wanted.push(count);
          blank = false;
          count += length;
        }
      }
    }
  }
  return wanted;
}

function addBlanks(run: InlineRun, matched: Matched): AddedBlank[] {
  const wanted = wantedBlanks(run);
  const blanks: AddedBlank[] = [];
  let count = 0;
  let next = 0;
  /** The letter that ends at `count`, with its text, and whether a blank or a picture stands behind it. */
  let last: Glyph | undefined;
  let text: ModelText | undefined;
  let parted = false;
  for (const piece of run.pieces) {
    if (piece === 'break') continue;
    if (piece.kind === 'image') {
      count += 1;
      parted = true;
      continue;
    }
    for (const glyph of matched.glyphs.get(piece) ?? []) {
      const length = countLetters(glyph.text);
      if (length === 0) {
        parted ||= /[\s\u00a0\u202f]/u.test(glyph.text);
        continue;
      }
      while ((wanted[next] ?? count) < count) next += 1;
      if (wanted[next] === count && !parted && last !== undefined && text !== undefined) {
        blanks.push(...blankAt({ text, glyph: last }, { text: piece, glyph }));
      }
      last = glyph;
      text = piece;
      parted = false;
      count += length;
    }
  }
  return blanks;
}

/** Where the document has the blank: before the first word of the line, or behind the last of the one before; else as text given along. */
function blankAt(before: Letter, after: Letter): AddedBlank[] {
  const last = before.glyph;
  const next = after.glyph;
  const behind = last.font.spaceCode !== undefined;
  const ahead = next.font.spaceCode !== undefined && next.startsLine;
  const isNext = before.text !== after.text && /^\s/u.test(after.text.words);
  if (ahead && (isNext || !behind)) {
    giveBlank(before.text, after.text, 'ahead');
    return [{ surface: next.surface, operation: next.shownBy, where: 'before', font: next.font }];
  }
  giveBlank(before.text, after.text, 'behind');
  if (behind) {
    return [{ surface: last.surface, operation: last.shownBy, where: 'after', font: last.font }];
  }
  before.text.actualText = before.text.words;
  return [];
}

/** The blank now stands at the end of the first text, or at the begin of the second, wherever the document has it. */
function giveBlank(before: ModelText, after: ModelText, where: 'ahead' | 'behind'): void {
  if (before === after) return;
  const first = before.words.replace(/\s+$/u, '');
  const second = after.words.replace(/^\s+/u, '');
  before.words = where === 'behind' ? `${first} ` : first;
  after.words = where === 'ahead' ? ` ${second}` : second;
}
