/** Writes a content stream again: the same operations in the same order, with our marks around what is painted. */

import type { Artifact, Owner, Ownership } from '../match/ownership.js';
import type { AddedBlank } from '../match/words.js';
import type { OwnedMark } from '../model/model.js';
import type { PageFont } from './fonts.js';
import type { Box } from './geometry.js';
import type { Surface } from './surface.js';

/** Closes a mark, behind the operation that paints last. */
export const markEnd = '\nEMC';

/** A stretch of the old stream that is copied, by its byte offsets; the bytes at `to` are no longer part of it. */
interface CopiedPiece {
  readonly from: number;
  readonly to: number;
}

/** A surface with new marks. */
export interface RewrittenSurface {
  readonly bytes: Uint8Array;
  /** How the bytes are put together, in order: stretches of the old ones, and words that were put in between. */
  readonly pieces: readonly (CopiedPiece | string)[];
  /** Those of the words that show a blank. */
  readonly blanks: ReadonlySet<string>;
  /** Owner of each mark, by mark id. */
  readonly owners: readonly Exclude<Owner, Artifact>[];
}

/** Rewrites one surface and hands each owner its marks. */
export function rewriteSurface(
  surface: Surface,
  index: number,
  ownership: Ownership,
  blanks: readonly AddedBlank[],
): RewrittenSurface {
  const { planned, owners } = planMarks(surface, index, ownership);
  const added = new Map<number, { ahead: string; behind: string }>();
  for (const { operation, where, font } of blanks) {
    const at = added.get(operation) ?? { ahead: '', behind: '' };
    if (where === 'before') at.ahead = `${blankOf(font)}0 0 Td\n`;
    else at.behind = `\n${blankOf(font)}`;
    added.set(operation, at);
  }
  const output = new Output(surface.operations.bytes);
  const { operations, dropped } = surface;
  let open = 0;
  for (const at of changedOperations(planned, added.keys(), dropped)) {
    const start = operations.starts[at] ?? 0;
    const end = operations.ends[at] ?? 0;
    const mark = planned[open];
    const blank = added.get(at);
    if (mark?.first === at) output.insert(start, mark.head);
    if (blank !== undefined) output.insert(start, blank.ahead);
    if (dropped.has(at)) output.leaveOut(start, end);
    if (blank !== undefined) output.insert(end, blank.behind);
    if (mark?.last === at) {
      output.insert(end, markEnd);
      open += 1;
    }
  }
  const shown = [...added.values()].flatMap(({ ahead, behind }) => [ahead, behind]);
  return { ...output.finish(), blanks: new Set(shown.filter((words) => words !== '')), owners };
}

/** The operations, in order, at which something is put in or left out. */
function changedOperations(
  marks: readonly PlannedMark[],
  blanks: Iterable<number>,
  dropped: ReadonlySet<number>,
): Uint32Array {
  const found = new Set(dropped);
  for (const { first, last } of marks) found.add(first).add(last);
  for (const at of blanks) found.add(at);
  return Uint32Array.from(found).sort();
}

/** Copies the stream in long pieces, with words put in and operations left out. */
class Output {
  private readonly bytes: Uint8Array;
  private readonly pieces: (CopiedPiece | string)[] = [];
  private copied = 0;
  private length = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  insert(at: number, words: string): void {
    if (words === '') return;
    this.copyTo(at);
    this.pieces.push(words);
    this.length += words.length;
  }

  leaveOut(start: number, end: number): void {
    this.copyTo(start);
    this.copied = end;
  }

  finish(): Pick<RewrittenSurface, 'bytes' | 'pieces'> {
    this.copyTo(this.bytes.length);
    const bytes = Buffer.allocUnsafe(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      if (typeof piece === 'string') at += bytes.write(piece, at, 'latin1');
      else {
        bytes.set(this.bytes.subarray(piece.from, piece.to), at);
        at += piece.to - piece.from;
      }
    }
    return { bytes, pieces: this.pieces };
  }

  private copyTo(at: number): void {
    if (at > this.copied) {
      this.pieces.push({ from: this.copied, to: at });
      this.length += at - this.copied;
    }
    this.copied = Math.max(this.copied, at);
  }
}

function blankOf(font: PageFont): string {
  const code = (font.spaceCode ?? 0).toString(16).padStart(font.codeLength * 2, '0');
  return `<${code}> Tj\n`;
}

interface PlannedMark {
  readonly first: number;
  last: number;
  readonly head: string;
}

/**
 * One mark for each stretch of paint with the same owner. A stretch ends where the graphics state falls below the level it began at,
 * so that marks and saved states stay nested.
 */
function planMarks(
  surface: Surface,
  index: number,
  ownership: Ownership,
): { planned: readonly PlannedMark[]; owners: Exclude<Owner, Artifact>[] } {
  const planned: PlannedMark[] = [];
  const owners: Exclude<Owner, Artifact>[] = [];
  const drawsForms = operationsThatDraw(surface);
  let current: { owner: Owner; mark: PlannedMark } | undefined;
  let at = 0;
  for (const [unitIndex, unit] of surface.units.entries()) {
    const owner = ownership.of(index, unitIndex);
    if (owner === undefined) throw new TypeError('A unit of paint has no owner.');
    let depth = 0;
    let lowest = 0;
    for (; at < unit.first; at += 1) {
      const operator = surface.operations.operators[at];
      if (operator === 'q') depth += 1;
      if (operator === 'Q') depth -= 1;
      if (drawsForms.has(at)) lowest = Number.NEGATIVE_INFINITY;
      lowest = Math.min(lowest, depth);
    }
    const joins = current !== undefined && lowest >= 0 && depth === 0 && sameOwner(current.owner, owner);
    if (joins && current !== undefined) current.mark.last = unit.last;
    else {
      const head = headOf(owner, owners.length, unit.box);
      const mark = { first: unit.first, last: unit.last, head };
      planned.push(mark);
      current = { owner, mark };
      if (owner.kind !== 'artifact') {
        const id = owners.push(owner) - 1;
        owner.marks.push({ surface: index, id } satisfies OwnedMark);
      }
    }
    at = unit.last + 1;
  }
  return { planned, owners };
}

/** Forms with marks of their own are drawn outside our marks. */
function operationsThatDraw(surface: Surface): Set<number> {
  const inUnits = new Set(surface.units.filter((unit) => unit.kind === 'picture').map((unit) => unit.first));
  const found = new Set<number>();
  const { operators } = surface.operations;
  for (let at = operators.indexOf('Do'); at >= 0; at = operators.indexOf('Do', at + 1)) {
    if (!inUnits.has(at)) found.add(at);
  }
  return found;
}

/** Artifacts of one kind may share a mark, except grounds, which state their box. */
function sameOwner(a: Owner, b: Owner): boolean {
  if (a.kind !== 'artifact' || b.kind !== 'artifact') return a === b;
  return a.type === b.type && a.subtype === b.subtype && a.type !== 'Background';
}

function headOf(owner: Owner, id: number, box: Box | undefined): string {
  if (owner.kind === 'artifact') return artifactHead(owner, box);
  return `/${tagOf(owner)} <</MCID ${id}>> BDC\n`;
}

function tagOf(owner: Exclude<Owner, Artifact>): string {
  if (owner.kind === 'image') return 'Figure';
  return owner.kind === 'marker' ? 'Lbl' : 'Span';
}

function artifactHead({ type, subtype }: Artifact, box: Box | undefined): string {
  const attached =
    subtype === 'Header' ? '/Attached [/Top]' : subtype === 'Footer' ? '/Attached [/Bottom]' : '';
  const kind = subtype === undefined ? '' : `/Subtype /${subtype}`;
  const bounds =
    type === 'Background' && box !== undefined
      ? `/BBox [${[box.left, box.bottom, box.right, box.top].map((n) => Number(n.toFixed(2))).join(' ')}]`
      : '';
  return `/Artifact <</Type /${type}${kind}${attached}${bounds}>> BDC\n`;
}
