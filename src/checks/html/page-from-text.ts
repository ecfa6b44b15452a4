/** A page that somebody else made, with the way from what the browser shows back to its own lines. */

import type { Element, Root } from 'hast';
import type { PublishedPage } from './published-page.js';

/** Makes the page from its text and its tree; positions of the tree are those of the text. */
export function pageFromText(file: string, html: string, tree: Root): PublishedPage {
  return { file, html, tree, source: file };
}

/** The elements of a tree in document order, as the browser names them. */
export function tagNames(tree: Root): string[] {
  const found: string[] = [];
  const walk = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push(child.tagName.toLowerCase());
      walk(child);
    }
  };
  walk(tree);
  return found;
}

/** How far ahead a missing element is looked for; scripts add whole lists. */
const farthest = 400;

/**
 * For each element of the page as it is shown, its number in the tree, or -1 for one that a script made. Both lists are read in step;
 * where they differ, the nearest place where three tags in a row agree again decides whether something came or went.
 */
export function alignTags(shown: readonly string[], written: readonly string[]): number[] {
  const numbers: number[] = [];
  let at = 0;
  const agrees = (first: number, second: number): boolean =>
    [0, 1, 2].every((step) => shown[first + step] === written[second + step]);
  for (let index = 0; index < shown.length; index += 1) {
    if (shown[index] === written[at]) {
      numbers.push(at);
      at += 1;
      continue;
    }
    let gone = 1;
    while (gone < farthest && !agrees(index, at + gone)) gone += 1;
    let come = 1;
    while (come < farthest && !agrees(index + come, at)) come += 1;
    if (gone < farthest && gone < come) {
      numbers.push(at + gone);
      at += gone + 1;
    } else numbers.push(-1);
  }
  return numbers;
}
