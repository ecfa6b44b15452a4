/** Facts that a page states in its head: its public address and its date. */

import type { Root } from 'hast';
import { headOf } from './clean.js';
import { textProperty, wordsOfProperty } from './tree.js';

/** What the head says; undefined where it says nothing. */
export interface HeadFacts {
  /** Address to which relative links belong. */
  readonly canonical: string | undefined;
  /** Newest date that the page gives itself, ms since 1970 (UTC). */
  readonly date: number | undefined;
}

/** Names under which pages give their dates, the newest kind first. */
const dateNames = [
  'article:modified_time',
  'dcterms.modified',
  'article:published_time',
  'dcterms.date',
  'date',
];

/** Reads the head of a page before it is cleaned. */
export function readHead(tree: Root): HeadFacts {
  const dates = new Map<string, number>();
  let canonical: string | undefined;
  for (const element of headOf(tree)?.children ?? []) {
    if (element.type !== 'element') continue;
    if (element.tagName === 'link' && wordsOfProperty(element, 'rel').includes('canonical')) {
      const href = textProperty(element, 'href');
      if (href !== undefined && /^https?:/i.test(href) && URL.canParse(href)) canonical = href;
    }
    if (element.tagName !== 'meta') continue;
    const name = (textProperty(element, 'name') ?? textProperty(element, 'property') ?? '').toLowerCase();
    const time = Date.parse(textProperty(element, 'content') ?? '');
    if (dateNames.includes(name) && !Number.isNaN(time)) dates.set(name, time);
  }
  const date = dateNames.map((name) => dates.get(name)).find((time) => time !== undefined);
  return { canonical, date };
}
