// The bookmarks of a file (ISO 32000-2, 12.3.3).

import { type PdfAction, readAction } from './annotations.js';
import type { Destination, Destinations } from './destinations.js';
import type { ObjectStore } from './store.js';
import type { PdfDictionary } from './values.js';

/** One bookmark with those under it. */
export interface OutlineItem {
  readonly title: string;
  readonly destination: Destination | undefined;
  readonly action: PdfAction | undefined;
  readonly children: readonly OutlineItem[];
  readonly dictionary: PdfDictionary;
}

/** Reads the bookmarks; an empty list when there are none. Loops end at their second turn. */
export function readOutline(
  store: ObjectStore,
  destinations: Destinations,
  catalog: PdfDictionary,
): readonly OutlineItem[] {
  const root = store.dictionary(catalog.entries.get('Outlines'));
  const seen = new Set<PdfDictionary>();
  const level = (parent: PdfDictionary | undefined, depth: number): OutlineItem[] => {
    const items: OutlineItem[] = [];
    if (!parent || depth > store.limits.depth) return items;
    let current = store.dictionary(parent.entries.get('First'));
    while (current && !seen.has(current)) {
      seen.add(current);
      const action = readAction(store, destinations, store.dictionary(current.entries.get('A')));
      items.push({
        title: store.text(current, 'Title') ?? '',
        destination: current.entries.has('Dest')
          ? destinations.resolve(current.entries.get('Dest'))
          : action?.destination,
        action,
        children: level(current, depth + 1),
        dictionary: current,
      });
      current = store.dictionary(current.entries.get('Next'));
    }
    return items;
  };
  return level(root, 0);
}
