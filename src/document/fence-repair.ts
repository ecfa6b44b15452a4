/**
 * Repairs what is wrong with `:::` lines, so that one slip costs one finding: a block that is never closed ends before the next
 * one, a block inside a fence of the same length stays inside, and `:::toc` needs no closing line.
 */

import { readAttributeText } from './attribute-text.js';
import type { Edit } from './edited-text.js';
import type { Fence, Fences, PartLine } from './fences.js';

/** What is wrong with a fence. Offsets are those of the text that was read. */
export type FenceFault =
  | { readonly kind: 'unclosed' | 'too-deep' | 'sign'; readonly fence: Fence }
  | { readonly kind: 'same-length'; readonly fence: Fence; readonly outer: Fence }
  | { readonly kind: 'curly-quotes' | 'gap'; readonly fence: Fence; readonly at: number }
  | { readonly kind: 'attributes'; readonly fence: Fence; readonly at: number; readonly text: string }
  | { readonly kind: 'rest'; readonly fence: Fence; readonly at: number; readonly text: string };

/** Edits in order, and the faults in order of their lines. */
export interface FenceRepair {
  readonly edits: readonly Edit[];
  readonly faults: readonly FenceFault[];
}

/** Blocks that may hold headings of their own below level 2. */
const mayHoldHeadings: ReadonlySet<string> = new Set(['qa', 'background', 'claim', 'steps', 'lang']);

/** Where an unclosed block ends: before the next block that cannot stand inside it, or the next heading. */
function endOf(fence: Fence, fences: Fences, limit: number): number {
  const next = fence.inner.find((inner) => inner.colons >= fence.colons);
  const heading = fences.headings.find(
    ({ start, level }) => start > fence.start && (level === 2 || !mayHoldHeadings.has(fence.name)),
  );
  return Math.min(next?.line.start ?? limit, heading?.start ?? limit, limit);
}

/** How many colons each closed fence needs to be longer than those inside it. */
function neededColons(fences: readonly Fence[]): ReadonlyMap<Fence, number> {
  const needed = new Map<Fence, number>();
  for (const fence of fences.toReversed()) {
    const inner = fence.inner.filter((one) => one.close !== undefined);
    const most = inner.reduce(
      (longest, one) => Math.max(longest, needed.get(one) ?? 0),
      fence.close === undefined ? 0 : fence.colonsInCode,
    );
    needed.set(fence, Math.max(fence.colons, most + 1));
  }
  return needed;
}

/** Edits that write the opening and the closing colons anew. */
function rewrite(fence: Fence, needed: number): Edit[] {
  const colons = ':'.repeat(needed);
  const edits = [{ start: fence.start, end: fence.start + signLength(fence), text: colons }];
  const close = fence.close;
  if (close !== undefined) {
    edits.push({ start: close.start, end: close.start + close.colons, text: colons });
  }
  return edits;
}

/** How many characters stand before the block's name. */
function signLength(fence: Fence): number {
  return fence.sign?.length ?? fence.colons;
}

/** Edits that make `:::toc` a directive without content. */
function partEdits(part: PartLine, text: string): Edit[] {
  const edits: Edit[] = [];
  if (part.colons === 3) edits.push({ start: part.start, end: part.start + 3, text: '::' });
  if (part.close !== undefined) {
    edits.push({ start: part.close.start, end: Math.min(part.close.end + 1, text.length), text: '' });
  }
  return edits;
}

/** Replaces typographic quotes around values by straight ones. */
function straightened(text: string): string {
  return text.replace(/=[ \t]*(?:[“”„«»]([^“”„«»"\n]*)[“”«»]|[‘’‚]([^‘’"\n]*)[‘’])/gu, '="$1$2"');
}

/** What is wrong behind a block's name, and the edits that mend it. */
interface OpeningFault {
  readonly fault?: FenceFault | undefined;
  readonly edits: readonly Edit[];
}

/** Faults of braces; `at` is the offset of the `{`. */
function bracesFault(fence: Fence, at: number, text: string): OpeningFault {
  const line = text.slice(at, fence.line.end);
  const read = readAttributeText(line);
  if (read.problem === undefined && line.slice(read.end).trim() === '') return { edits: [] };
  const straight = straightened(line);
  const again = readAttributeText(straight);
  if (straight !== line && again.problem === undefined && straight.slice(again.end).trim() === '') {
    const edits = [{ start: at, end: fence.line.end, text: straight }];
    return { fault: { kind: 'curly-quotes', fence, at }, edits };
  }
  const edits = [{ start: at, end: fence.line.end, text: '' }];
  return { fault: { kind: 'attributes', fence, at: at + (read.problem ?? read.end), text: line }, edits };
}

/** Faults of what stands behind the block's name. */
function openingFault(fence: Fence, text: string): OpeningFault {
  let at = fence.start + signLength(fence) + fence.name.length;
  if (text[at] === '[') {
    const label = /^\[(?:[^\]\\\n]|\\.)*\]/u.exec(text.slice(at, fence.line.end));
    if (label !== null) at += label[0].length;
  }
  const line = text.slice(at, fence.line.end);
  const words = line.trim();
  if (words === '') return { edits: [] };
  const gap = line.length - line.trimStart().length;
  if (!words.startsWith('{')) {
    const edits = [{ start: at, end: fence.line.end, text: `\n\n${words}` }];
    return { fault: { kind: 'rest', fence, at: at + gap, text: words }, edits };
  }
  const braces = bracesFault(fence, at + gap, text);
  if (gap === 0) return braces;
  const own: FenceFault | undefined = fence.sign === undefined ? { kind: 'gap', fence, at } : undefined;
  return { fault: braces.fault ?? own, edits: [{ start: at, end: at + gap, text: '' }, ...braces.edits] };
}

/** The line that closes a block where the author's own is missing. */
function closeEdit(fence: Fence, fences: Fences, text: string): Edit {
  const end = endOf(fence, fences, fence.parent?.close?.start ?? text.length);
  const at = end === text.length ? end : text.lastIndexOf('\n', end - 1) + 1;
  const lead = fence.lead.replace(/[^\s>]/gu, ' ');
  const lineBreak = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return { start: at, end: at, text: `${lineBreak}${lead}${':'.repeat(fence.colons)}\n` };
}

/** A backslash before the colons of a fence that is too deep, so that they are plain text. */
function escapes(fence: Fence): Edit[] {
  const places = fence.close === undefined ? [fence.start] : [fence.start, fence.close.start];
  return places.map((start) => ({ start, end: start, text: '\\' }));
}

/** What is wrong with one fence, and its edits. */
function repairOf(fence: Fence, colons: number, text: string): FenceRepair {
  const opening = openingFault(fence, text);
  const edits: Edit[] = [...opening.edits];
  const faults: FenceFault[] = opening.fault === undefined ? [] : [opening.fault];
  if (fence.sign !== undefined) faults.push({ kind: 'sign', fence });
  if (fence.close === undefined) faults.push({ kind: 'unclosed', fence });
  const longer = fence.close === undefined ? fence.colons : colons;
  if (fence.sign !== undefined || fence.close?.isOdd === true || longer > fence.colons) {
    edits.push(...rewrite(fence, longer));
  }
  const inner = fence.inner.find((one) => one.close !== undefined && one.colons >= fence.colons);
  if (fence.close !== undefined && inner !== undefined) {
    faults.push({ kind: 'same-length', fence: inner, outer: fence });
  }
  return { edits, faults };
}

/** Finds what is wrong, and the edits that make the text read as it was meant. */
export function repairFences(text: string, fences: Fences): FenceRepair {
  const edits: Edit[] = fences.parts.flatMap((part) => partEdits(part, text));
  const faults: FenceFault[] = [];
  const deep = fences.fences.filter((fence) => fence.isTooDeep);
  const usual = fences.fences.filter((fence) => !fence.isTooDeep);
  const needed = neededColons(usual);
  for (const fence of usual) {
    const repair = repairOf(fence, needed.get(fence) ?? fence.colons, text);
    edits.push(...repair.edits);
    faults.push(...repair.faults);
  }
  const [first] = deep;
  if (first !== undefined) faults.push({ kind: 'too-deep', fence: first });
  for (const fence of deep) edits.push(...escapes(fence));
  // Inner blocks first, so that each closing line ends its own block where several end at one place.
  const unclosed = usual.filter((fence) => fence.close === undefined && !fence.endsWithParent).toReversed();
  edits.push(...unclosed.map((fence) => closeEdit(fence, fences, text)));
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return { edits, faults };
}
