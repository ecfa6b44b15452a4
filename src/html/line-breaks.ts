/** A line end between blocks, so that the HTML can be read and words of neighbouring blocks stand apart. */

import type { Element, ElementContent, Root } from 'hast';
import { isBlank, isElement, text } from './elements.js';

const blocks = new Set(
  (
    'address article aside blockquote body caption details div dl dd dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p ' +
    'pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

function isBlock(node: ElementContent | { readonly type: 'doctype' }): boolean {
  return isElement(node as ElementContent) && blocks.has((node as Element).tagName);
}

/** Puts line ends into every element that holds nothing but blocks, and takes other white space out of it. */
export function breakLines(parent: Root | Element): void {
  for (const child of parent.children) {
    if (isElement(child) && child.tagName !== 'pre' && child.tagName !== 'svg') breakLines(child);
  }
  const solid = parent.children.filter((child) => child.type === 'doctype' || !isBlank(child));
  if (solid.length === 0 || !solid.some(isBlock)) return;
  if (!solid.every((child) => isBlock(child) || isElement(child as ElementContent, 'svg', 'img'))) return;
  const broken = solid.flatMap((child) => [child as ElementContent, text('\n')]);
  parent.children = parent.type === 'root' ? broken.slice(0, -1) : [text('\n'), ...broken];
}
