/** Dates of a tree stay whole at the ends of lines, whoever wrote them. */

import type { Element, Root } from 'hast';
import type { Language } from '../language/language.js';
import { isElement } from './elements.js';

const asTyped: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style', 'svg']);

/** Sets no-break spaces inside the dates of all text that is in the page's language or says no other. */
export function keepDatesWhole(parent: Root | Element, language: Language): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = language.keepDates(child.value);
    else if (child.type !== 'doctype' && isElement(child) && !asTyped.has(child.tagName)) {
      keepDatesWhole(child, language);
    }
  }
}
