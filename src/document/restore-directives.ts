/**
 * Gives back what remark-directive takes for inline directives though it is plain text: `a:b`, `Tip:do it`. A text directive
 * without label and braces is none of ours, so its exact source becomes text again.
 */

import type { Nodes, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** The text that a node stands for when it is a bare text directive. */
function bareSource(node: Nodes, source: string): string | undefined {
  if (node.type !== 'textDirective' || node.position === undefined) return undefined;
  const typed = source.slice(node.position.start.offset, node.position.end.offset);
  return typed === `:${node.name}` ? typed : undefined;
}

function mergeInto(previous: Text, value: string, node: Nodes): void {
  previous.value += value;
  if (previous.position !== undefined && node.position !== undefined) {
    previous.position = { start: previous.position.start, end: node.position.end };
  }
}

/** Joins restored texts with their neighbours. */
function restored(parent: Parents, source: string): Nodes[] {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    const bare = bareSource(child, source);
    const value = bare ?? (child.type === 'text' ? child.value : undefined);
    const previous = children.at(-1);
    if (value === undefined) children.push(child);
    else if (previous?.type === 'text') mergeInto(previous, value, child);
    else if (child.position === undefined) children.push({ type: 'text', value });
    else children.push({ type: 'text', value, position: child.position });
  }
  return children;
}

/** Restores bare text directives; `source` is the text that was parsed, and positions are still those in it. */
export function restoreDirectives(tree: Root, source: string): void {
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || !node.children.some((child) => child.type === 'textDirective')) return;
    node.children = restored(node, source) as typeof node.children;
  });
}
