/** hast to the bytes that are published, and back. */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { readMark, type TemplateMark } from '../diagnostics/template-marks.js';
import { isElement } from './elements.js';

/** Writes complete HTML: no tag is left out, all attributes are quoted, only the necessary characters become references. */
export function serialise(tree: Root): string {
  return toHtml(tree, {
    allowDangerousHtml: false,
    closeEmptyElements: false,
    omitOptionalTags: false,
    preferUnquoted: false,
    quote: '"',
    characterReferences: { useNamedReferences: true, omitOptionalSemicolons: false },
  });
}

/**
 * Takes positions out: they would be those of rendered HTML, and positions in our trees mean the author's file. Marks of templates
 * become data of their elements.
 */
function withoutPositions<N extends Root | RootContent>(node: N): N {
  delete node.position;
  if (node.type === 'element') takeMark(node);
  if ('children' in node) for (const child of node.children) withoutPositions(child as RootContent);
  return node;
}

/** `data-galley-from` as hast names it. */
const markName = 'dataGalleyFrom';

declare module 'hast' {
  interface ElementData {
    /** Where a theme's template wrote the element. */
    template?: TemplateMark;
  }
}

function takeMark(element: Element): void {
  const { properties } = element;
  if (!Object.hasOwn(properties, markName)) return;
  const template = readMark(properties[markName]);
  delete properties[markName];
  if (template !== undefined) Object.assign(element, { data: { ...element.data, template } });
}

/** Parses a piece of HTML. Positions are left out. */
export function parseFragment(html: string): Root {
  return withoutPositions(fromHtml(html, { fragment: true }));
}

/** Parses a whole page, doctype included. Positions are left out. */
export function parsePage(html: string): Root {
  return withoutPositions(fromHtml(html));
}

/** The elements of a tree in document order. */
export function elementsOf(tree: Root): Element[] {
  const found: Element[] = [];
  const walk = (nodes: readonly (RootContent | ElementContent)[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      found.push(node);
      walk(node.children);
    }
  };
  walk(tree.children);
  return found;
}

/** The first of two lists of tag names in document order that differs, as it was written and as it is read. */
export function differenceOf(written: readonly string[], read: readonly string[]): string | undefined {
  for (let index = 0; index < Math.max(written.length, read.length); index += 1) {
    const [a, b] = [written[index], read[index]];
    if (a !== b) return `element ${index + 1}: <${a ?? 'nothing'}> is read as <${b ?? 'nothing'}>`;
  }
  return undefined;
}

/**
 * Whether a browser’s parser reads the same elements out of the HTML as the tree holds, in the same order; if not, the tag name
 * and number of the first that differs. A paragraph in a paragraph or a link in a link is such a fault.
 */
export function firstDifference(tree: Root, html: string): string | undefined {
  const names = (of: Root): string[] => elementsOf(of).map(({ tagName }) => tagName);
  return differenceOf(names(tree), names(parsePage(html)));
}
