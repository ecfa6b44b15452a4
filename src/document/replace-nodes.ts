/** Walks a tree and lets nodes be replaced by any number of others. */

import type { Nodes, Parents } from 'mdast';

/** Returns the nodes to stand in the place of one, or undefined to leave it as it is. */
export type Replacement = (node: Nodes, ancestors: readonly Parents[]) => readonly Nodes[] | undefined;

function isParent(node: Nodes): node is Parents {
  return 'children' in node;
}

/**
 * Replaces nodes bottom-up, in document order: a node is asked after its children. `ancestors` goes from the root down to the
 * node's parent. Neighbouring texts are not joined.
 */
export function replaceNodes(parent: Parents, replace: Replacement, above: readonly Parents[] = []): void {
  const ancestors = [...above, parent];
  let changed = false;
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (isParent(child)) replaceNodes(child, replace, ancestors);
    const others = replace(child, ancestors);
    if (others === undefined) children.push(child);
    else {
      changed = true;
      children.push(...others);
    }
  }
  // The caller answers for putting only nodes that may stand there.
  if (changed) parent.children = children as typeof parent.children;
}
