/** A finished page as checks see it, and the way from one of its elements back to the author's line. */

import type { Element, Root } from 'hast';
import type { ElementPlace, SourcePlace } from '../../diagnostics/place.js';

/** The bytes that are published and the tree they were made from. */
export interface PublishedPage {
  /** Project-relative output file. */
  readonly file: string;
  readonly html: string;
  /** Element *n* of the parsed `html` is element *n* of the tree. */
  readonly tree: Root;
  /** The file to which positions in the tree belong: the author's Markdown, or the page itself when somebody else made it. */
  readonly source: string;
  /** From a place in the page's sheet, both 0-based, to the theme's line; absent where somebody else made the page. */
  readonly styleAt?: ((line: number, column: number) => SourcePlace | undefined) | undefined;
  /** From the number of an element as the browser shows it to its number in the tree; the same where no script changed the page. */
  readonly numberInTree?: ((index: number) => number) | undefined;
}

/** Whether somebody else made the page, so that no Markdown stands behind it. */
export function isForeign(page: PublishedPage): boolean {
  return page.source === page.file;
}

/** All elements in document order with their ancestors, nearest first. */
function lineage(root: Root): { readonly element: Element; readonly ancestors: readonly Element[] }[] {
  const found: { element: Element; ancestors: Element[] }[] = [];
  const walk = (parent: Root | Element, ancestors: Element[]): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push({ element: child, ancestors });
      walk(child, [child, ...ancestors]);
    }
  };
  walk(root, []);
  return found;
}

const cache = new WeakMap<Root, ReturnType<typeof lineage>>();

/** Where an element comes from, and the lines that led there. */
interface Origin {
  readonly origin: SourcePlace | undefined;
  readonly through?: readonly SourcePlace[];
}

/** The place of the page's element number `index` (0-based), or of the nearest ancestor that has one: in the author's text, or in a template. */
function originOf(page: PublishedPage, index: number): Origin {
  const elements = cache.get(page.tree) ?? lineage(page.tree);
  cache.set(page.tree, elements);
  const found = elements[page.numberInTree?.(index) ?? index];
  if (found === undefined) return { origin: undefined };
  const family = [found.element, ...found.ancestors];
  const written = family.find((element) => element.position !== undefined);
  const text: SourcePlace | undefined =
    written === undefined ? undefined : { kind: 'source', file: page.source, position: written.position };
  const [template, ...callers] =
    family.find(({ data, position }) => position !== undefined || data?.template !== undefined)?.data
      ?.template ?? [];
  if (template === undefined) return { origin: text };
  return { origin: template, through: [...callers, ...(text === undefined ? [] : [text])] };
}

/** The place of an element that an engine named by selector and number. */
export function elementPlace(page: PublishedPage, selector: string, index: number): ElementPlace {
  const number = index < 0 ? undefined : index;
  return { kind: 'element', file: page.file, selector, index: number, ...originOf(page, index) };
}
