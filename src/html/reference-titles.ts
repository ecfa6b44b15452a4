/** What other documents print when they refer to one of this document's ids. */

import type { Explainer } from '../document/explainer.js';
import { targetsOf } from './cross-references.js';
import { plainText } from './plain-text.js';

/** Plain titles by id: headings, titles of blocks, or a block's kind. */
export function referenceTitles(explainer: Explainer): ReadonlyMap<string, string> {
  const words = [...targetsOf(explainer)].map(([id, nodes]) => [id, plainText(nodes).trim()] as const);
  return new Map(words);
}
