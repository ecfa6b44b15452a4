// Rules of PDF/UA-2 on where links, bookmarks and actions lead (ISO 14289-2, 8.2.5.20 and 8.8).

import { type PdfAction, readAction } from '../../../outputs/pdf/read/annotations.js';
import type { Destination } from '../../../outputs/pdf/read/destinations.js';
import type { OutlineItem } from '../../../outputs/pdf/read/outline.js';
import { isArray, isKind, type PdfDictionary, type PdfValue } from '../../../outputs/pdf/read/values.js';
import { annotationViews } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, type Offence, type PdfRule } from '../rule.js';

const CHECK = 'pdf-meets-ua2';

interface Target {
  readonly destination: Destination | undefined;
  readonly offence: Offence;
}

function* bookmarks(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* bookmarks(item.children);
  }
}

/** Destinations that stand for themselves, not inside an action. */
function plainDestinations(context: CheckContext): Target[] {
  const { read } = context;
  const { store } = read;
  const found: Target[] = [];
  for (const item of bookmarks(read.outline)) {
    if (item.dictionary.entries.has('Dest'))
      found.push({ destination: item.destination, offence: { found: item.title } });
  }
  const open = store.get(read.catalog.dictionary, 'OpenAction');
  if (isArray(open))
    found.push({
      destination: read.destinations.resolve(open),
      offence: { found: 'the opening of the file' },
    });
  for (const { annotation, page, owner } of annotationViews(context)) {
    if (annotation.subtype !== 'Link' || !annotation.dictionary.entries.has('Dest')) continue;
    found.push({
      destination: annotation.destination,
      offence: { page: page.index, element: owner, found: annotation.destination?.name ?? 'a link' },
    });
  }
  return found;
}

/** All actions from bookmarks, links, the opening of the file, and those that follow them. */
function* actions(
  context: CheckContext,
): Generator<{ readonly action: PdfAction; readonly offence: Offence }> {
  const { read } = context;
  const { store } = read;
  const starts: { value: PdfValue | undefined; offence: Offence }[] = [
    {
      value: read.catalog.dictionary.entries.get('OpenAction'),
      offence: { found: 'the opening of the file' },
    },
  ];
  for (const item of bookmarks(read.outline))
    starts.push({ value: item.dictionary.entries.get('A'), offence: { found: item.title } });
  for (const { annotation, page, owner } of annotationViews(context)) {
    starts.push({
      value: annotation.dictionary.entries.get('A'),
      offence: { page: page.index, element: owner, found: annotation.destination?.name ?? 'a link' },
    });
  }
  const seen = new Set<PdfDictionary>();
  for (let next = starts.pop(); next; next = starts.pop()) {
    const direct = store.resolve(next.value);
    if (!isKind(direct, 'dictionary') || seen.has(direct)) continue;
    seen.add(direct);
    const action = readAction(store, read.destinations, direct);
    if (action) yield { action, offence: next.offence };
    for (const value of store.items(direct.entries.get('Next')))
      starts.push({ value, offence: next.offence });
  }
}

/** A GoTo action has a structure destination by its own SD, or by the one under its destination's name. */
function hasStructure({ destination, dictionary }: PdfAction): boolean {
  if (dictionary.entries.has('SD')) return true;
  return destination?.name !== undefined && destination.structure !== undefined;
}

/** Links of one tag that lead to different places of the document. */
function mixedTargets(context: CheckContext): Examination {
  const first = new Map<number, PdfDictionary>();
  return examineEach(annotationViews(context), ({ annotation, owner, page }) => {
    const target = annotation.destination?.structure;
    if (annotation.subtype !== 'Link' || !owner || !target) return undefined;
    const known = first.get(owner.index);
    if (!known) first.set(owner.index, target);
    return known === undefined || known === target || { page: page.index, element: owner };
  });
}

const TARGETS = {
  check: CHECK,
  why: 'A reader is taken to a spot on the page instead of the part meant, and may read on elsewhere.',
  fix: 'Let it lead to the tag of its target.',
} as const;

/** The rules on destinations of PDF/UA-2. */
export const ua2DestinationRules: readonly PdfRule[] = [
  {
    ...TARGETS,
    ua2: '8.2.5.20-2',
    what: 'One link tag leads to different places.',
    fix: 'Give each target its own Link tag.',
    examine: mixedTargets,
  },
  {
    ...TARGETS,
    ua2: '8.8-1',
    what: '{found} leads to a place on a page, not to a tag.',
    examine: (context) =>
      examineEach(
        plainDestinations(context),
        ({ destination, offence }) => destination?.structure !== undefined || offence,
      ),
  },
  {
    ...TARGETS,
    ua2: '8.8-2',
    what: '{found} leads to a place on a page, not to a tag.',
    examine: (context) =>
      examineEach(actions(context), ({ action, offence }) =>
        action.type === 'GoTo' ? hasStructure(action) || offence : undefined,
      ),
  },
];
