/** What is known, claimed and not known stands in one row where the blocks are neighbours. */

import type { Element, ElementContent, Root } from 'hast';
import { element, isBlank, isElement } from './elements.js';

const sides = ['block-known', 'block-claimed', 'block-unknown'];

function isSide(node: ElementContent): boolean {
  if (!isElement(node)) return false;
  const classes = node.properties['className'];
  return Array.isArray(classes) && sides.some((name) => classes.includes(name));
}

/** Wraps runs of neighbours; blank text between them goes into the row. */
function wrapRuns(children: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  let blanks: ElementContent[] = [];
  const close = (): void => {
    if (run.length > 0) made.push(element('div', { className: ['block-row'] }, run));
    made.push(...blanks);
    run = [];
    blanks = [];
  };
  for (const child of children) {
    if (isSide(child)) {
      run.push(...(run.length > 0 ? blanks : []), child);
      if (run.length === 1) made.push(...blanks);
      blanks = [];
    } else if (isBlank(child)) blanks.push(child);
    else {
      close();
      made.push(child);
    }
  }
  close();
  return made;
}

/** Puts rows into a tree, at every level. */
export function makeBlockRows(parent: Root | Element): void {
  for (const child of parent.children) if (isElement(child)) makeBlockRows(child);
  if (parent.children.some((child) => child.type !== 'doctype' && isSide(child))) {
    parent.children = wrapRuns(parent.children as ElementContent[]);
  }
}
