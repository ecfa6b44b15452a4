/** `:see[…]`: the target's title as a link, in print with its page. */

import type { ElementContent } from 'hast';
import type { Heading, Nodes, PhrasingContent } from 'mdast';
import type { Explainer, RichText } from '../document/explainer.js';
import type { BlockNode, CrossReference } from '../document/nodes.js';
import { dirOf } from '../language/direction.js';
import { brackets } from '../language/punctuation.js';
import { element, placed, text } from './elements.js';
import { label } from './labels.js';
import type { Page } from './page.js';
import type { RelatedExplainer } from './related.js';

/** Whether a node is one of the authoring blocks. */
function isBlock(node: Nodes | BlockNode): node is BlockNode {
  return 'headingDepth' in node && 'reference' in node;
}

/** Inline content without what may not stand inside a link or prints more than words. */
function wordsOnly(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'noteCall' || node.type === 'citation' || node.type === 'footnoteReference') return [];
    if (node.type === 'link' || node.type === 'linkReference') return wordsOnly(node.children);
    if (node.type === 'crossReference') return [];
    return [node];
  });
}

/** The words that a block is referred to by: its title with all its markup, else what the block itself says. */
function blockWords(node: BlockNode): readonly PhrasingContent[] {
  const title = node.heading ?? ('title' in node ? (node.title as RichText | undefined) : undefined);
  return title?.children ?? [{ type: 'text', value: node.reference }];
}

/** What a cross reference to each id of a document prints: the heading, the block's title, or its kind. */
export function targetsOf(explainer: Explainer): Map<string, readonly PhrasingContent[]> {
  const targets = new Map<string, readonly PhrasingContent[]>();
  const add = (id: string | undefined, words: readonly PhrasingContent[]): void => {
    if (id !== undefined && !targets.has(id)) targets.set(id, wordsOnly(words));
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') add((node as Heading).data?.id, node.children);
    else if (isBlock(node)) add(node.id, blockWords(node));
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(explainer.tree);
  return targets;
}

/** A cross reference cut at its first `#`: `slug#id`, `slug`, `id`, `/slug`. */
function parts(target: string): { readonly first: string; readonly id: string | undefined } {
  const hash = target.indexOf('#');
  return hash < 0
    ? { first: target, id: undefined }
    : { first: target.slice(0, hash), id: target.slice(hash + 1) };
}

/** The id in this document that a reference means, if it means one. An id here wins over a slug. */
function localId(page: Page, target: string): string | undefined {
  const { first, id } = parts(target);
  if (id === undefined) return page.targets.has(first) ? first : undefined;
  const here = first === '' || first === page.explainer.slug;
  return here && page.targets.has(id) ? id : undefined;
}

/** “ (on page N)”, with a slot for the number. */
export function pageReference(page: Page, id: string, words: 'on-page'): ElementContent {
  const slot = element('span', { dataPageOf: id });
  const [opening, closing] = brackets(page.language);
  const content = [opening, ...label(page, words, { number: [slot] }), closing];
  return element('span', { className: ['page-ref'] }, content);
}

function outsideReference(page: Page, other: RelatedExplainer, id: string | undefined): ElementContent {
  const target = id === undefined ? undefined : other.targets.get(id);
  const title =
    target === undefined
      ? [other.title]
      : target.kind === undefined
        ? [target.title]
        : label(page, target.kind);
  const fragment = id === undefined ? '' : `#${id}`;
  const base = page.medium === 'screen' ? other.href : other.url;
  const isForeign = other.lang !== page.languages.at(-1) && target?.kind === undefined;
  const foreign = isForeign ? { lang: other.lang, dir: dirOf(other.lang) } : {};
  if (base === null) return element('span', { className: ['see'], ...foreign }, title);
  return element('a', { className: ['see'], href: base + fragment, ...foreign }, title);
}

/** The link, and on paper its page. A target that is nowhere leaves the words as typed; the document stage tells. */
export function crossReference(
  page: Page,
  node: CrossReference,
  inline: (nodes: readonly PhrasingContent[]) => ElementContent[],
): ElementContent[] {
  const forced = node.target.startsWith('/');
  const target = forced ? node.target.slice(1) : node.target;
  const id = forced ? undefined : localId(page, target);
  if (id !== undefined) {
    const words = inline(page.targets.get(id) ?? []);
    const link = placed(node, element('a', { className: ['see'], href: `#${id}` }, words));
    return page.medium === 'print' ? [link, pageReference(page, id, 'on-page')] : [link];
  }
  const { first, id: inner } = parts(target);
  if (first === page.explainer.slug && inner === undefined) {
    const words = inline(wordsOnly(page.explainer.metadata.headline.children));
    return [placed(node, element('a', { className: ['see'], href: '#content' }, words))];
  }
  const other = page.related.get(first);
  return [other === undefined ? text(node.target) : outsideReference(page, other, inner)];
}
