/** The words of mdast content, without notes and markup. */

import type { Nodes } from 'mdast';
import type { Page } from './page.js';

const separate = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote', 'code', 'break']);

/** Plain words; blocks are set apart by a space, pictures give their alternative text. */
export function plainText(nodes: readonly Nodes[]): string {
  const words = nodes.map((node): string => {
    if (node.type === 'image') return node.alt ?? '';
    if (node.type === 'break') return ' ';
    if ('value' in node) return node.value;
    if (!('children' in node)) return '';
    const inner = plainText(node.children as readonly Nodes[]);
    return separate.has(node.type) ? `${inner} ` : inner;
  });
  return words.join('').replace(/\s+/g, ' ');
}

/** Letters and digits only, so that quotation marks and spaces make no difference. */
function folded(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether the words of some content stand in the document once more, elsewhere. */
export function isRepeated(page: Page, nodes: readonly Nodes[]): boolean {
  const words = folded(plainText(nodes));
  if (words === '') return false;
  const all = ` ${folded(plainText(page.explainer.tree.children))} `;
  return all.split(` ${words} `).length > 2;
}
