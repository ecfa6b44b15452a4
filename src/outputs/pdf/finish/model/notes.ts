/** Hangs notes into the reading order: once, after the block that holds the first call (a list or table as a whole). */

import type { PrintedDocument } from '../../../print/print-document.js';
import type { ModelElement, ModelNode } from './model.js';
import { noteParents } from './roles.js';

/** Moves foot notes behind their first call and joins calls and notes by `Ref`. Notes without a call stay where they are. */
export function placeNotes(
  notesAt: PrintedDocument['notesAt'],
  root: ModelElement,
  notes: ReadonlyMap<number, ModelElement>,
  links: readonly ModelElement[],
): void {
  const behind = new Map<ModelElement, ModelElement[]>();
  const moved = new Set<ModelNode>();
  for (const [number, note] of [...notes].sort((a, b) => a[0] - b[0])) {
    const calls = links.filter((link) => link.noteNumber === number);
    note.refs.push(...calls);
    for (const call of calls) call.refs.push(note);
    const first = calls[0];
    note.isEndNote = notesAt === 'end';
    if (notesAt === 'end' || first === undefined || isInside(first, note)) continue;
    const block = blockOf(first);
    behind.set(block, [...(behind.get(block) ?? []), note]);
    moved.add(note);
  }
  hang(root, behind, moved);
}

function isInside(element: ModelElement, ancestor: ModelElement): boolean {
  for (let at: ModelElement | undefined = element; at !== undefined; at = at.parent) {
    if (at === ancestor) return true;
  }
  return false;
}

/** The outermost block below a place where notes may stand. */
function blockOf(call: ModelElement): ModelElement {
  let block = call;
  while (block.parent !== undefined && !noteParents.has(block.parent.role)) block = block.parent;
  return block;
}

function hang(
  element: ModelElement,
  behind: ReadonlyMap<ModelElement, readonly ModelElement[]>,
  moved: ReadonlySet<ModelNode>,
): void {
  const children = element.children.filter((child) => !moved.has(child));
  element.children = [];
  // A note may itself hold the first call of another, which then follows it.
  const queue = children.toReversed();
  for (let child = queue.pop(); child !== undefined; child = queue.pop()) {
    element.append(child);
    if (child.kind !== 'element') continue;
    hang(child, behind, moved);
    queue.push(...(behind.get(child) ?? []).toReversed());
  }
}
