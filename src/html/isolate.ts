/** In right-to-left text, runs of left-to-right words and numbers are isolated, so that their parts and the signs around them keep their order. */

import type { Element, ElementContent, Root, Text } from 'hast';
import { element, isElement, text } from './elements.js';

const letter = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';

/** Words, addresses and numbers with the signs and spaces inside them; begins and ends with a letter, a digit or a sign that belongs to one. */
const run = new RegExp(
  `[${letter}\\p{Nd}+@#][${letter}\\p{Nd}\\p{M}\\s.,:;!?/@_+\\-–’'&()%#=~]*[${letter}\\p{Nd}%/)]|[${letter}]`,
  'gu',
);

/** What would change its order or its sides: a letter, a per cent sign, a time, a phone number in groups. A number alone keeps its order. */
const needed = new RegExp(`[${letter}%@]|\\p{Nd}[:/.]\\p{Nd}|\\+\\p{Nd}|\\p{Nd}+(?:[\\s-]\\p{Nd}+){2}`, 'u');

/** The run without a closing bracket whose partner stands outside it. */
function balanced(found: string): string {
  const opened = found.split('(').length;
  const closed = found.split(')').length;
  if (closed <= opened) return found;
  return found.slice(0, found.lastIndexOf(')')).trimEnd();
}

function pieces(node: Text): ElementContent[] {
  const made: ElementContent[] = [];
  let at = 0;
  for (const match of node.value.matchAll(run)) {
    const found = balanced(match[0]);
    if (!needed.test(found)) continue;
    if (match.index > at) made.push(text(node.value.slice(at, match.index)));
    made.push(element('bdi', {}, [found]));
    at = match.index + found.length;
  }
  if (made.length === 0) return [node];
  if (at < node.value.length) made.push(text(node.value.slice(at)));
  return made;
}

/** Isolates runs in a tree whose surroundings read in `dir`. Drawings are left alone; code reads from the left as a whole. */
export function isolateRuns(parent: Root | Element, dir: 'ltr' | 'rtl'): void {
  const children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'doctype') return [];
    if (child.type === 'text') return dir === 'rtl' ? pieces(child) : [child];
    if (!isElement(child)) return [child];
    const own = child.properties['dir'];
    if (dir === 'rtl' && own === undefined && ['pre', 'code'].includes(child.tagName)) {
      child.properties['dir'] = 'ltr';
    }
    const alone = ['bdi', 'svg', 'pre', 'code'].includes(child.tagName);
    if (!alone) isolateRuns(child, own === 'ltr' || own === 'rtl' ? own : dir);
    return [child];
  });
  parent.children = children;
}
