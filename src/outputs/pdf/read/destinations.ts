// Where links, bookmarks and names lead (ISO 32000-2, 12.3.2).

import type { ObjectStore } from './store.js';
import { nameTree } from './trees.js';
import { isArray, isKind, latin1, type PdfDictionary, type PdfValue } from './values.js';

/** A place in this file. Positions are in default user space; undefined where the destination leaves them open. */
export interface Destination {
  /** The name it was reached by. */
  readonly name: string | undefined;
  /** Index of the page; undefined when it leads to no page of this file. */
  readonly page: number | undefined;
  /** How the page is shown: `XYZ`, `Fit`, `FitH` and so on. */
  readonly fit: string | undefined;
  readonly left: number | undefined;
  readonly top: number | undefined;
  /** The structure element a structure destination names (12.3.2.3). */
  readonly structure: PdfDictionary | undefined;
}

/** Resolves destinations of one file. */
export class Destinations {
  /** All named destinations. */
  readonly named: ReadonlyMap<string, Destination>;
  private readonly store: ObjectStore;
  private readonly pageOf: (dictionary: PdfDictionary | undefined) => number | undefined;

  constructor(
    store: ObjectStore,
    catalog: PdfDictionary,
    pageOf: (dictionary: PdfDictionary | undefined) => number | undefined,
  ) {
    this.store = store;
    this.pageOf = pageOf;
    const entries = new Map<string, PdfValue>(store.dictionaryAt(catalog, 'Dests').entries);
    const tree = store.dictionary(store.dictionaryAt(catalog, 'Names').entries.get('Dests'));
    for (const [name, value] of nameTree(store, tree)) entries.set(name, value);
    this.named = new Map(
      [...entries].map(([name, value]) => [name, this.explicit(store.resolve(value), name)]),
    );
  }

  /** Resolves an explicit or named destination; undefined when the value is neither. */
  resolve(value: PdfValue | undefined): Destination | undefined {
    const direct = this.store.resolve(value);
    if (isKind(direct, 'string')) return this.byName(latin1(direct.bytes));
    if (isKind(direct, 'name')) return this.byName(direct.name);
    return isArray(direct) || isKind(direct, 'dictionary') ? this.explicit(direct, undefined) : undefined;
  }

  private byName(name: string): Destination {
    const nowhere = {
      page: undefined,
      fit: undefined,
      left: undefined,
      top: undefined,
      structure: undefined,
    };
    return this.named.get(name) ?? { name, ...nowhere };
  }

  private explicit(value: PdfValue, name: string | undefined): Destination {
    const { store } = this;
    const own = isKind(value, 'dictionary') ? value : undefined;
    const parts = store.rawItems(own ? store.get(own, 'D') : value);
    const structural = own ? store.items(own.entries.get('SD'))[0] : undefined;
    const target = store.resolve(parts[0]);
    const fit = store.resolve(parts[1]);
    const numbers = parts.slice(2).map((part) => store.resolve(part));
    const kind = isKind(fit, 'name') ? fit.name : undefined;
    const [left, top] =
      kind === 'XYZ' || kind === 'FitR'
        ? [numbers[0], numbers[kind === 'XYZ' ? 1 : 3]]
        : [undefined, numbers[0]];
    const targetDictionary = isKind(target, 'dictionary') ? target : undefined;
    const isElement = targetDictionary?.entries.has('S') && this.pageOf(targetDictionary) === undefined;
    const element = isElement ? targetDictionary : undefined;
    const pageOfElement = element && this.pageOf(store.dictionary(element.entries.get('Pg')));
    return {
      name,
      page: typeof target === 'number' ? target : (this.pageOf(targetDictionary) ?? pageOfElement),
      fit: kind,
      left: typeof left === 'number' ? left : undefined,
      top: typeof top === 'number' ? top : undefined,
      structure: element ?? store.dictionary(structural),
    };
  }
}
