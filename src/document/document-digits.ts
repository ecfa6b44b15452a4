/** The digits that a document itself uses most: those of its words, not those that its syntax asks for. */

import type { Nodes, Root } from 'mdast';
import { countDigits } from '../language/digits.js';
import type { Digits } from '../language/language.js';
import { plainText } from './plain-text.js';
import { isBlockDirective } from './structure.js';
import type { Work } from './work.js';

/** Dates as authors type them, whatever the digits of the page. */
const typedDate = /\d{4}-\d{2}\S*/gu;

/** What stands before the colon of an item of a timeline: a date and a time, typed in Latin digits. */
const itemDate = /^.*?[:：](?=\s|$)/u;

/** All words, without the dates that items of timelines begin with. */
function wordsOf(node: Nodes, inTimeline: boolean): string {
  if (node.type === 'listItem' && inTimeline) return plainText([node]).replace(itemDate, '');
  if (!('children' in node)) return plainText([node]);
  const inside = inTimeline || (isBlockDirective(node) && node.name === 'timeline');
  return (node.children as readonly Nodes[]).map((child) => wordsOf(child, inside)).join(' ');
}

/** The digits of the document, unless config says. Read before anything is printed in them. */
export function digitsOf(tree: Root, work: Work): Digits {
  if (work.config.digits !== undefined) return work.config.digits;
  const { frontmatter } = work.source;
  const titles = ['headline', 'standfirst'].map((key) => frontmatter.textOf([key]) ?? '');
  const { latin, native } = countDigits([...titles, wordsOf(tree, false)].join(' ').replace(typedDate, ''));
  return native > latin ? 'native' : 'latin';
}
