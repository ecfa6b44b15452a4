/** Calls that follow one another directly are set apart by a comma, so that notes 7 and 8 do not read as note 78. */

import type { Element, ElementContent, Root } from 'hast';
import { element, isElement } from './elements.js';

function isCall(node: ElementContent | undefined): boolean {
  if (!isElement(node, 'sup')) return false;
  const classes = node.properties['className'];
  return Array.isArray(classes) && classes.includes('note-call');
}

/** Puts separators into a tree, at every level. */
export function separateCalls(parent: Root | Element, comma: string): void {
  const children = parent.children as ElementContent[];
  parent.children = children.flatMap((child, index): ElementContent[] => {
    if (isElement(child)) separateCalls(child, comma);
    const touches = isCall(child) && isCall(children[index - 1]);
    return touches ? [element('sup', { className: ['note-separator'] }, [comma]), child] : [child];
  });
}
