// Walks name trees and number trees (ISO 32000-2, 7.9.6 and 7.9.7), whatever their shape, without falling into loops.

import type { ObjectStore } from './store.js';
import { isKind, latin1, type PdfDictionary, type PdfValue } from './values.js';

/** Gives every entry of a number tree, values as they stand. */
export function numberTree(store: ObjectStore, root: PdfDictionary | undefined): Map<number, PdfValue> {
  const entries = new Map<number, PdfValue>();
  walk(store, root, 'Nums', (key, value) => {
    if (typeof key === 'number') entries.set(key, value);
  });
  return entries;
}

/** Gives every entry of a name tree, keys as byte strings, values as they stand. */
export function nameTree(store: ObjectStore, root: PdfDictionary | undefined): Map<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  walk(store, root, 'Names', (key, value) => {
    if (isKind(key, 'string')) entries.set(latin1(key.bytes), value);
  });
  return entries;
}

function walk(
  store: ObjectStore,
  root: PdfDictionary | undefined,
  leafKey: 'Nums' | 'Names',
  take: (key: PdfValue, value: PdfValue) => void,
): void {
  const seen = new Set<PdfDictionary>();
  const queue: PdfDictionary[] = root ? [root] : [];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const leaves = store.rawItems(node.entries.get(leafKey));
    for (let at = 0; at + 1 < leaves.length; at += 2) take(store.resolve(leaves[at]), leaves[at + 1] ?? null);
    for (const kid of store.items(node.entries.get('Kids'))) if (isKind(kid, 'dictionary')) queue.push(kid);
  }
}
