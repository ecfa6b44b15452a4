/** The document's outline: its headings and the titles of blocks that are set as headings. */

import type { Nodes, Root } from 'mdast';
import type { OutlineEntry } from './explainer.js';
import type { BlockNode } from './nodes.js';
import { plainText } from './plain-text.js';

interface Growing {
  readonly depth: number;
  readonly title: string;
  readonly id: string;
  readonly children: Growing[];
}

function isBlock(node: Nodes): node is Nodes & BlockNode {
  return 'headingDepth' in node;
}

/** Headings in reading order, each under the nearest one above it of a lower level. */
export function outlineOf(tree: Root): readonly OutlineEntry[] {
  const top: Growing[] = [];
  const open: Growing[] = [];
  const add = (depth: number, title: string, id: string): void => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const entry: Growing = { depth, title, id, children: [] };
    (open.at(-1)?.children ?? top).push(entry);
    open.push(entry);
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') add(node.depth, plainText(node.children), node.data?.id ?? '');
    else if (isBlock(node) && node.heading !== undefined) add(node.headingDepth, node.heading.text, node.id);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return top;
}
