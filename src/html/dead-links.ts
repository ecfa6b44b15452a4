/** Links to parts that a medium leaves out: their words stay, the link and its page reference go. */

import type { Element, ElementContent, Root } from 'hast';
import type { Nodes } from 'mdast';
import { isElement } from './elements.js';
import type { Page } from './page.js';

/** Ids in the text that are not on this page, because their block is kept off paper. */
export function hiddenIds(page: Page): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (page.medium === 'screen') return hidden;
  const walk = (node: Nodes, inside: boolean): void => {
    const off = inside || ('print' in node && node.print === 'hide');
    if (off && 'id' in node && typeof node.id === 'string') hidden.add(node.id);
    if (off && node.type === 'heading' && node.data?.id !== undefined) hidden.add(node.data.id);
    if ('children' in node) for (const child of node.children) walk(child, off);
  };
  walk(page.explainer.tree, false);
  return hidden;
}

/** All ids in trees. */
export function idsIn(parents: readonly (Root | Element)[]): Set<string> {
  const ids = new Set<string>();
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const id = child.properties['id'];
      if (id !== undefined) ids.add(String(id));
      walk(child);
    }
  };
  for (const parent of parents) walk(parent);
  return ids;
}

function targetOf(node: Element): string | undefined {
  const href = node.properties['href'];
  return typeof href === 'string' && href.startsWith('#') ? href.slice(1) : undefined;
}

/** Whether an element is nothing but a place for the page number of something that is not there. */
function namesDeadPage(node: Element, ids: ReadonlySet<string>): boolean {
  const page = node.properties['dataPageOf'];
  if (typeof page === 'string') return !ids.has(page);
  const classes = node.properties['className'];
  if (!Array.isArray(classes) || !classes.includes('page-ref')) return false;
  return node.children.some((child) => isElement(child) && namesDeadPage(child, ids));
}

/** Turns links to ids that are nowhere into plain words. */
export function unlinkDead(parent: Root | Element, ids: ReadonlySet<string>): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (namesDeadPage(child, ids)) return [];
    unlinkDead(child, ids);
    const details = child.properties['ariaDetails'];
    if (details !== undefined && !ids.has(String(details))) delete child.properties['ariaDetails'];
    const target = targetOf(child);
    if (target === undefined || ids.has(target)) return [child];
    const { href: _, role: __, ...properties } = child.properties;
    return [{ ...child, tagName: 'span', properties }];
  });
}
