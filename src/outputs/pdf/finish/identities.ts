/** The identities that really arrived in the file; those of elements that Chromium drops fall back to the element around them. */

import type { ChromiumElement } from './chromium-tree.js';

/** Identities of all elements of Chromium's tree. */
export function identitiesIn(root: ChromiumElement): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (element: ChromiumElement): void => {
    if (element.identity !== undefined) found.add(element.identity);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return found;
}
