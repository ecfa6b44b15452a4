/** The words of mdast content, without notes and markup. */

import type { Nodes } from 'mdast';
import type { CrossReference } from '../document/nodes.js';
import type { Page } from './page.js';

const separate = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote', 'code', 'break']);

type Special = (node: CrossReference) => string;

function wordsWith(nodes: readonly Nodes[], special: Special): string {
  const words = nodes.map((node): string => {
    if (node.type === 'image') return node.alt ?? '';
    if (node.type === 'break') return ' ';
    if (node.type === 'crossReference') return special(node);
    if ('value' in node && node.type !== 'citation') return node.value;
    if (!('children' in node)) return '';
    const inner = wordsWith(node.children as readonly Nodes[], special);
    return separate.has(node.type) ? `${inner} ` : inner;
  });
  return words.join('').replace(/[ \t\n\r]+/g, ' ');
}

/** Plain words; blocks are set apart by a space, pictures give their alternative text, cross references nothing. */
export function plainText(nodes: readonly Nodes[]): string {
  return wordsWith(nodes, () => '');
}

/** Plain words as the page prints them, cross references among them. */
export function wordsOf(page: Page, nodes: readonly Nodes[]): string {
  return wordsWith(nodes, (node) => {
    const words = page.targets.get(node.target);
    return words === undefined ? node.target : wordsOf(page, words);
  });
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
