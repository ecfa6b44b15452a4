/** mdast in, hast out, for one page. */

import type { ElementContent } from 'hast';
import type { Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import { isElement } from './elements.js';
import { handlersOf } from './handlers.js';
import { type Page, quietly } from './page.js';

/** The state of one page's conversions, made once: it looks through all link definitions and copies every handler. */
const kept = new WeakMap<Page, State>();

function definitionsOf(page: Page): Definition[] {
  const found: Definition[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'definition') found.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(page.explainer.tree);
  return found;
}

function stateOf(page: Page): State {
  let state = kept.get(page);
  if (state !== undefined) return state;
  // Only a handler is given the state. Notes and titles may use the link definitions as well as the body.
  const take = (given: State): ElementContent[] => {
    state = given;
    return [];
  };
  const handlers = { ...handlersOf(page), root: take };
  const definitions: Root = { type: 'root', children: definitionsOf(page) };
  toHast(definitions, { handlers, clobberPrefix: '', allowDangerousHtml: false });
  if (state === undefined) throw new Error('mdast-util-to-hast passed over the handler of the root.');
  kept.set(page, state);
  return state;
}

function treeOf(page: Page, children: readonly Nodes[]): ElementContent[] {
  const state = stateOf(page);
  const root: Root = { type: 'root', children: [...children] as RootContent[] };
  return state.wrap(state.all(root));
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
