/** In right-to-left text, runs of Latin words and numbers are isolated, so that their parts and the signs around them keep their order. */

import type { Element, ElementContent, Root, Text } from 'hast';
import { element, isElement, text } from './elements.js';

/** A run that begins and ends with a left-to-right letter or a digit and holds a letter, or digits joined by signs. */
const run =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}+@][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}\s.,:;/@_+\-–’'&()%#=?]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}%)]/gu;
const needed = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]|[0-9][^0-9\s]+[0-9]|%/u;

function pieces(node: Text): ElementContent[] {
  const made: ElementContent[] = [];
  let at = 0;
  for (const found of node.value.matchAll(run)) {
    if (!needed.test(found[0])) continue;
    if (found.index > at) made.push(text(node.value.slice(at, found.index)));
    made.push(element('bdi', {}, [found[0]]));
    at = found.index + found[0].length;
  }
  if (made.length === 0) return [node];
  if (at < node.value.length) made.push(text(node.value.slice(at)));
  return made;
}

/** Isolates runs in a tree whose surroundings read in `dir`. Drawings and code are left alone. */
export function isolateRuns(parent: Root | Element, dir: 'ltr' | 'rtl'): void {
  const children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'doctype') return [];
    if (child.type === 'text') return dir === 'rtl' ? pieces(child) : [child];
    if (!isElement(child)) return [child];
    const own = child.properties['dir'];
    const alone = child.tagName === 'bdi' || child.tagName === 'svg' || child.tagName === 'pre';
    if (!alone) isolateRuns(child, own === 'ltr' || own === 'rtl' ? own : dir);
    return [child];
  });
  parent.children = children;
}
