/** Plain words of content. */

import type { Nodes } from 'mdast';

/** Blocks whose words would run together without a space. */
const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'tableRow',
  'code',
]);

/** Stands for a mark that gives no words: a noncharacter, which no document can hold. */
const dropped = '\ufdd8';
const spaceBeforeDropped = /\s*\ufdd8/gu;

/** The words of nodes as a reader sees them; citations and note calls give none, pictures their alternative text. */
export function plainText(nodes: readonly Nodes[]): string {
  const pieces: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'citation' || node.type === 'footnoteReference') {
      // The call will stand right against the word before it.
      pieces.push(dropped);
      return;
    }
    if (node.type === 'image') pieces.push(node.alt ?? '');
    else if (node.type === 'break') pieces.push(' ');
    else if ('value' in node) pieces.push(node.value);
    else if ('children' in node) {
      for (const child of node.children) collect(child);
      if (blocks.has(node.type)) pieces.push(' ');
    }
  };
  for (const node of nodes) collect(node);
  return pieces.join('').replaceAll(spaceBeforeDropped, '').replace(/\s+/gu, ' ').trim();
}
