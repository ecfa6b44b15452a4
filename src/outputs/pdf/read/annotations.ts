// Annotations of a page (ISO 32000-2, 12.5), with what a link leads to.

import type { Destination, Destinations } from './destinations.js';
import { type Box, boxFrom } from './matrix.js';
import type { ObjectStore } from './store.js';
import { isKind, latin1, type PdfDictionary } from './values.js';

/** An action or its like (12.6), as far as reading needs it. */
export interface PdfAction {
  readonly type: string | undefined;
  readonly uri: string | undefined;
  readonly destination: Destination | undefined;
  readonly dictionary: PdfDictionary;
}

/** One annotation. */
export interface PdfAnnotation {
  /** Index of its page. */
  readonly page: number;
  readonly subtype: string;
  /** In default user space. */
  readonly rect: Box | undefined;
  /** Boxes of the lines of a link that runs over several, from QuadPoints. */
  readonly quads: readonly Box[];
  readonly contents: string | undefined;
  readonly flags: number;
  readonly structParent: number | undefined;
  readonly lang: string | undefined;
  /** Where a link leads inside the file, by Dest or by a GoTo action. */
  readonly destination: Destination | undefined;
  /** The address a link leads to outside the file. */
  readonly uri: string | undefined;
  readonly action: PdfAction | undefined;
  readonly objectNumber: number | undefined;
  readonly dictionary: PdfDictionary;
}

/** Reads an action dictionary; undefined when there is none. */
export function readAction(
  store: ObjectStore,
  destinations: Destinations,
  dictionary: PdfDictionary | undefined,
): PdfAction | undefined {
  if (!dictionary) return undefined;
  const type = store.name(dictionary, 'S');
  const uri = store.string(dictionary, 'URI');
  const own = type === 'GoTo' ? destinations.resolve(dictionary.entries.get('D')) : undefined;
  const structural =
    type === 'GoTo' ? store.dictionary(store.items(dictionary.entries.get('SD'))[0]) : undefined;
  const destination = own && structural ? { ...own, structure: structural } : own;
  return { type, uri: type === 'URI' && uri ? latin1(uri.bytes) : undefined, destination, dictionary };
}

/** Reads the annotations of one page. */
export function readAnnotations(
  store: ObjectStore,
  destinations: Destinations,
  page: PdfDictionary,
  index: number,
): PdfAnnotation[] {
  return store.items(page.entries.get('Annots')).flatMap((item) => {
    if (!isKind(item, 'dictionary')) return [];
    const action = readAction(store, destinations, store.dictionary(item.entries.get('A')));
    const annotation: PdfAnnotation = {
      page: index,
      subtype: store.name(item, 'Subtype') ?? '',
      rect: boxFrom(store.numbers(item.entries.get('Rect'))),
      quads: quadBoxes(store.numbers(item.entries.get('QuadPoints'))),
      contents: store.text(item, 'Contents'),
      flags: store.number(item, 'F') ?? 0,
      structParent: store.number(item, 'StructParent'),
      lang: store.text(item, 'Lang'),
      destination: item.entries.has('Dest')
        ? destinations.resolve(item.entries.get('Dest'))
        : action?.destination,
      uri: action?.uri,
      action,
      objectNumber: store.numberOf(item),
      dictionary: item,
    };
    return [annotation];
  });
}

function quadBoxes(points: readonly number[]): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 7 < points.length; at += 8) {
    const xs = [points[at], points[at + 2], points[at + 4], points[at + 6]].map((value) => value ?? 0);
    const ys = [points[at + 1], points[at + 3], points[at + 5], points[at + 7]].map((value) => value ?? 0);
    boxes.push({
      left: Math.min(...xs),
      right: Math.max(...xs),
      bottom: Math.min(...ys),
      top: Math.max(...ys),
    });
  }
  return boxes;
}
