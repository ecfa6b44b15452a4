/** What the words of a document's citations depend on. */

import type { PhrasingContent } from 'mdast';
import type { Explainer } from '../document/explainer.js';
import type { Language } from '../language/language.js';
import type { CiteEngine, CiteSession } from './cite-engine.js';

/** One document on its way through this stage. */
export interface Setting {
  readonly explainer: Explainer;
  readonly language: Language;
  readonly engine: CiteEngine;
  readonly session: CiteSession;
}

/** A text node. */
export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Makes a letter the first of a sentence, in the first text that holds one; words in another language stay as they are. */
export function capitalised(nodes: readonly PhrasingContent[], tag: string): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.replace(/^(\P{L}*)(\p{Ll})/u, (_, before: string, letter: string) => {
    return before + letter.toLocaleUpperCase(tag);
  });
  return [{ ...first, value }, ...rest];
}
