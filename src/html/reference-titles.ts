/** What other documents print when they refer to one of this document's ids. */

import type { Explainer } from '../document/explainer.js';
import type { Language } from '../language/language.js';
import type { LabelName } from '../language/locale.js';
import { targetsOf } from './cross-references.js';
import { plainText } from './plain-text.js';
import type { RelatedTarget } from './related.js';

/** Kinds of blocks that are referred to by their kind where they have no title. */
const kinds: readonly LabelName[] = [
  ...(['key-points', 'known', 'claimed', 'unknown', 'timeline', 'qa', 'people', 'numbers', 'quote'] as const),
  ...(['figure', 'chart', 'map', 'table', 'glossary', 'next', 'steps', 'contact', 'claim'] as const),
  ...(['document', 'background', 'note', 'warning', 'related'] as const),
  ...(['kind-correction', 'kind-clarification', 'kind-retraction', 'kind-editors-note'] as const),
];

/** Plain titles by id: headings, titles of blocks, or a block's kind; `language` is the explainer's own. */
export function referenceTitles(
  explainer: Explainer,
  language: Language,
): ReadonlyMap<string, RelatedTarget> {
  const names = new Map(kinds.map((kind) => [language.label(kind), kind]));
  const words = [...targetsOf(explainer)].map(([id, nodes]): [string, RelatedTarget] => {
    const title = plainText(nodes).trim();
    return [id, { title, kind: names.get(title) }];
  });
  return new Map(words);
}
