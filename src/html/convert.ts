/** mdast in, hast out, for one page. */

import type { ElementContent } from 'hast';
import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { isElement } from './elements.js';
import { handlersOf } from './handlers.js';
import { type Page, quietly } from './page.js';

/** What all conversions of one page share, made at the first. */
interface Kept {
  readonly handlers: Handlers;
  /** The link definitions of the document, which notes and titles may use as well as the body. */
  readonly definitions: readonly Definition[];
}

const kept = new WeakMap<Page, Kept>();

function definitionsOf(page: Page): Definition[] {
  const found: Definition[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'definition') found.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(page.explainer.tree);
  return found;
}

function keptOf(page: Page): Kept {
  const known = kept.get(page);
  if (known !== undefined) return known;
  const made = { handlers: handlersOf(page), definitions: definitionsOf(page) };
  kept.set(page, made);
  return made;
}

function treeOf(page: Page, children: readonly Nodes[]): ElementContent[] {
  const { handlers, definitions } = keptOf(page);
  const root = { type: 'root' as const, children: [...children, ...definitions] as RootContent[] };
  const tree = toHast(root, { handlers, clobberPrefix: '', allowDangerousHtml: false });
  const made = tree.type === 'root' ? tree.children : [tree];
  return made.filter((node): node is ElementContent => node.type !== 'doctype');
}

/** Turns blocks of the document into hast; positions come along. */
export function convert(page: Page, nodes: readonly Nodes[]): ElementContent[] {
  return treeOf(page, nodes);
}

/** Inline content of a title, a front-matter text or a list entry; no glossary term is marked in it. */
export function convertInline(page: Page, nodes: readonly PhrasingContent[]): ElementContent[] {
  const paragraph = { type: 'paragraph' as const, children: [...nodes] };
  const made = quietly(page, () => treeOf(page, [paragraph]));
  return made.flatMap((node) => (isElement(node) ? node.children : []));
}
