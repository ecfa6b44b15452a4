/** Pictures of an explainer's text, with the words that stand beside them. */

import type { Image, Nodes } from 'mdast';
import type { Position } from 'unist';
import type { Explainer } from '../../document/explainer.js';
import { wordsOf } from './document-to-check.js';

/** A picture that has words for readers who cannot see it. */
export interface Picture {
  readonly alt: string;
  /** The file as the author names it. */
  readonly file: string;
  /** Words of its caption; empty without one. */
  readonly caption: string;
  readonly credit: string;
  readonly position: Position | undefined;
}

function words(nodes: readonly Nodes[]): string {
  return nodes.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
}

function picture({ alt, url, position }: Image, around: Nodes | undefined): Picture {
  const isBlock = around?.type === 'figure';
  return {
    alt: (alt ?? '').trim(),
    file: url,
    caption: isBlock ? words(around.children.slice(1) as readonly Nodes[]) : '',
    credit: isBlock ? (around.credit ?? '') : '',
    position,
  };
}

/** All pictures with an alternative text, in the order of reading. */
export function picturesOf({ tree }: Explainer): Picture[] {
  const found: Picture[] = [];
  const visit = (node: Nodes, block: Nodes | undefined): void => {
    if (node.type === 'image') found.push(picture(node, block));
    if (!('children' in node)) return;
    const around = node.type === 'paragraph' ? block : node;
    for (const child of node.children as readonly Nodes[]) visit(child, around);
  };
  visit(tree, undefined);
  return found.filter(({ alt }) => alt !== '');
}
