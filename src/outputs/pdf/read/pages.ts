// The page tree (ISO 32000-2, 7.7.3): pages in order with what they inherit.

import { LimitReached } from './limits.js';
import { type Box, boxFrom } from './matrix.js';
import type { ObjectStore } from './store.js';
import { EMPTY_DICTIONARY, isKind, type PdfDictionary, type PdfValue } from './values.js';

/** A page's own facts, without its content. */
export interface PageFacts {
  readonly dictionary: PdfDictionary;
  /** In points; US Letter when the file names no box, as readers have it. */
  readonly mediaBox: Box;
  /** The media box when the file names none. */
  readonly cropBox: Box;
  readonly rotate: number;
  readonly tabs: string | undefined;
  readonly structParents: number | undefined;
  readonly resources: PdfDictionary;
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
const LETTER: Box = { left: 0, bottom: 0, right: 612, top: 792 };

/** Reads all pages under a catalog. */
export function readPages(store: ObjectStore, catalog: PdfDictionary): readonly PageFacts[] {
  const pages: PageFacts[] = [];
  const seen = new Set<PdfDictionary>();
  const root = store.dictionary(catalog.entries.get('Pages'));
  const stack: { node: PdfDictionary; inherited: ReadonlyMap<string, PdfValue> }[] = root
    ? [{ node: root, inherited: new Map() }]
    : [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, inherited } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    const own = new Map(inherited);
    for (const key of INHERITED) {
      const value = node.entries.get(key);
      if (value !== undefined) own.set(key, value);
    }
    if (node.entries.has('Kids')) {
      const kids = store.items(node.entries.get('Kids')).filter((kid) => isKind(kid, 'dictionary'));
      for (const kid of kids.reverse()) stack.push({ node: kid, inherited: own });
    } else {
      if (pages.length >= store.limits.pages) throw new LimitReached('pages');
      pages.push(page(store, node, own));
    }
  }
  return pages;
}

function page(
  store: ObjectStore,
  dictionary: PdfDictionary,
  inherited: ReadonlyMap<string, PdfValue>,
): PageFacts {
  const mediaBox = boxFrom(store.numbers(inherited.get('MediaBox'))) ?? LETTER;
  const rotate = store.resolve(inherited.get('Rotate'));
  return {
    dictionary,
    mediaBox,
    cropBox: boxFrom(store.numbers(inherited.get('CropBox'))) ?? mediaBox,
    rotate: typeof rotate === 'number' ? rotate : 0,
    tabs: store.name(dictionary, 'Tabs'),
    structParents: store.number(dictionary, 'StructParents'),
    resources: store.dictionary(inherited.get('Resources')) ?? EMPTY_DICTIONARY,
  };
}

/** The content of a page as one run of bytes: streams count as separated by white space (7.8.2). */
export function pageContentBytes(
  store: ObjectStore,
  dictionary: PdfDictionary,
): { readonly bytes: Uint8Array; readonly damaged: boolean } {
  const parts: Uint8Array[] = [];
  let damaged = false;
  for (const item of store.items(dictionary.entries.get('Contents'))) {
    if (!isKind(item, 'stream')) continue;
    const decoded = store.decode(item);
    if (decoded.damaged || decoded.left) damaged = true;
    parts.push(decoded.bytes, new Uint8Array([10]));
  }
  if (parts.length === 2 && parts[0]) return { bytes: parts[0], damaged };
  store.spend(parts.reduce((sum, { length }) => sum + length, 0));
  return { bytes: Buffer.concat(parts), damaged };
}
