/**
 * Gives every id of the print tree plain letters: Chromium 156 writes no link to a destination whose name needs percent codes (measured), and
 * headings in most languages have such ids. Only paper is touched; the web page keeps the author's words in its addresses.
 */

import type { Element, Properties, Root } from 'hast';

const plain = /^[A-Za-z0-9_.-]+$/;

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function elementsOf(node: Root | Element, found: Element[] = []): Element[] {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    found.push(child);
    elementsOf(child, found);
  }
  return found;
}

/** Properties that name one id, or several with spaces between. */
const references: readonly string[] = [
  'dataPageOf',
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaDetails',
  'headers',
];

/** Renames ids in the tree and all that points to them. Gives the new name of an id; most stay. */
export function plainIds(tree: Root): (id: string) => string {
  const elements = elementsOf(tree);
  const taken = new Set(elements.map(({ properties }) => properties['id']));
  const names = new Map<string, string>();
  for (const { properties } of elements) {
    const id = properties['id'];
    if (typeof id !== 'string' || plain.test(id)) continue;
    let number = names.size + 1;
    while (taken.has(`id-${number}`)) number += 1;
    names.set(id, `id-${number}`);
    taken.add(`id-${number}`);
  }
  const nameOf = (id: string): string => names.get(id) ?? id;
  if (names.size === 0) return nameOf;
  for (const element of elements) {
    const properties: Properties = element.properties;
    if (typeof properties['id'] === 'string') properties['id'] = nameOf(properties['id']);
    const href = properties['href'];
    if (typeof href === 'string' && href.startsWith('#'))
      properties['href'] = `#${nameOf(decoded(href.slice(1)))}`;
    for (const name of references) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = value.split(' ').map(nameOf).join(' ');
      if (Array.isArray(value)) properties[name] = value.map((one) => nameOf(String(one)));
    }
  }
  return nameOf;
}
