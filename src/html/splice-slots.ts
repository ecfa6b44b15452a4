/** Puts the document's trees into a layout's frame, in the places of its `galley-slot` elements. */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { Place } from '../diagnostics/place.js';
import { isElement } from './elements.js';
import type { Slots } from './html-document.js';

/** Names of all slots in reading order. */
export const slotNames: readonly (keyof Slots)[] = [
  'headline',
  'standfirst',
  'notice',
  'toc',
  'body',
  'notes',
  'sources',
  'links',
  'qr',
  'corrections',
  'updates',
  'backstory',
  'rights',
];

/** Slots that a layout may leave out: what they hold stands elsewhere in words. */
const optional: ReadonlySet<string> = new Set(['qr']);

interface Splice {
  readonly slots: Slots;
  readonly used: Set<string>;
  readonly diagnostics: Diagnostic[];
  readonly place: Place | undefined;
}

function report(splice: Splice, what: string, why: string, fix: string, excerpt: string): void {
  const code = 'theme-is-complete';
  splice.diagnostics.push({ code, severity: 'error', what, why, fix, place: splice.place, excerpt });
}

function unknownSlot(splice: Splice, name: string): void {
  report(
    splice,
    `The layout has a slot “${name}”, which no document fills.`,
    'Nothing would appear in its place.',
    didYouMean(name, slotNames),
    name,
  );
}

function doubledSlot(splice: Splice, name: string): void {
  report(
    splice,
    `The layout has the slot “${name}” twice.`,
    'The same words would stand on the page twice, and links to them would lead astray.',
    'Keep one of the two.',
    name,
  );
}

function missingSlot(splice: Splice, name: string): void {
  report(
    splice,
    `The layout has no slot “${name}”.`,
    'Readers of this document would lose what belongs there.',
    `Add {{slot "${name}"}} to the layout.`,
    name,
  );
}

function contentFor(splice: Splice, name: string): ElementContent[] {
  const known = slotNames.find((slot) => slot === name);
  if (known === undefined) {
    unknownSlot(splice, name);
    return [];
  }
  if (splice.used.has(name)) {
    doubledSlot(splice, name);
    return [];
  }
  splice.used.add(name);
  return (splice.slots[known]?.children ?? []) as ElementContent[];
}

function fill<N extends Root | Element>(splice: Splice, parent: N): N {
  const children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (child.tagName === 'galley-slot') return contentFor(splice, String(child.properties['name'] ?? ''));
    return [fill(splice, child)];
  });
  return { ...parent, children: children as RootContent[] };
}

/**
 * The frame with every slot filled. A slot without content leaves nothing. Reported as `theme-is-complete`: a slot with an unknown name,
 * one that stands twice, and one that has content but no place. `place` is the layout's file.
 */
export function spliceSlots(frame: Root, slots: Slots, place?: Place): StageResult<Root> {
  const splice: Splice = { slots, used: new Set(), diagnostics: [], place };
  const tree = fill(splice, frame);
  for (const name of slotNames) {
    if (slots[name] !== null && !splice.used.has(name) && !optional.has(name)) missingSlot(splice, name);
  }
  return result(tree, splice.diagnostics);
}
