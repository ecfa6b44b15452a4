/** Wraps a finished page into the flow that is paged, with the notes waiting behind it. */

import type { Element, ElementContent, Root } from 'hast';
import type { HtmlNote } from '../../html/html-document.js';
import type { Direction } from '../../language/language.js';
import { assignIdentities } from './identities.js';
import { noteStore } from './page-notes.js';
import type { Identity } from './print-document.js';
import { findElement, pageReferencesOf, printDom } from './print-dom.js';

/** What the wrapping needs to know. */
export interface PagedTreeOptions {
  readonly lang: string;
  readonly dir: Direction;
  /** Notes for the page foot; none when they stand at the end. */
  readonly notes: readonly HtmlNote[];
  readonly localDigits: (digits: string) => string;
  /** Addresses of the stylesheets, in order. */
  readonly stylesheets: readonly string[];
}

/** A tree ready to be written, with what was found in it. */
export interface PagedTree {
  readonly tree: Root;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly pageReferences: readonly string[];
}

function div(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties, children };
}

/** Replaces the stylesheets of the layout, which are those of the screen, by our own. */
function linkStylesheets(head: Element, stylesheets: readonly string[]): void {
  const kept = head.children.filter(
    (node) => node.type !== 'element' || (node.tagName !== 'link' && node.tagName !== 'style'),
  );
  const links = stylesheets.map(
    (href): Element => ({
      type: 'element',
      tagName: 'link',
      properties: { rel: ['stylesheet'], href },
      children: [],
    }),
  );
  head.children = [...kept, ...links];
}

/**
 * Makes the paged tree of a whole page (`html`, `head`, `body`). The outer box always runs left to right, since its columns
 * are pages; the text's direction sits inside it.
 */
export function pagedTree(page: Root, options: PagedTreeOptions): PagedTree {
  const tree = printDom(page);
  const body = findElement(tree, 'body');
  const head = findElement(tree, 'head');
  if (body === undefined || head === undefined) throw new Error('A page has to have a head and a body.');
  linkStylesheets(head, options.stylesheets);
  const content = div({ className: ['page-content'], dir: options.dir }, body.children);
  const store = noteStore(options.notes, options.localDigits);
  const notes = printDom({ type: 'root', children: [store] }).children as ElementContent[];
  body.children = [content, ...notes];
  const identities = assignIdentities(tree, options.lang);
  const areas = div({ className: ['note-areas'], dir: options.dir }, []);
  body.children = [div({ className: ['page-flow'], dir: 'ltr' }, [content, areas]), ...notes];
  return { tree, identities, pageReferences: pageReferencesOf(tree) };
}
