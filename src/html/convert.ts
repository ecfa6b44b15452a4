/** mdast in, hast out, for one page. */

import type { ElementContent } from 'hast';
import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { handlersOf } from './handlers.js';
import type { Page } from './page.js';

/** The link definitions of a document, which notes and titles may use as well as the body. */
function definitionsOf(page: Page): Definition[] {
  const found: Definition[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'definition') found.push(node);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(page.explainer.tree);
  return found;
}

/** Turns content of the document into hast; positions come along. */
export function convert(page: Page, nodes: readonly Nodes[]): ElementContent[] {
  const children = [...nodes, ...definitionsOf(page)] as RootContent[];
  const tree = toHast(
    { type: 'root', children },
    { handlers: handlersOf(page), clobberPrefix: '', allowDangerousHtml: false },
  );
  const made = tree.type === 'root' ? tree.children : [tree];
  return made.filter((node): node is ElementContent => node.type !== 'doctype');
}

/** Inline content of a title or a front-matter text: no line ends around it, no terms marked in it. */
export function convertInline(page: Page, nodes: readonly PhrasingContent[]): ElementContent[] {
  page.quiet += 1;
  const made = convert(page, nodes);
  page.quiet -= 1;
  return made.filter((node) => node.type !== 'text' || node.value !== '\n');
}
