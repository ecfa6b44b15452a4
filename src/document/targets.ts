/** Where links and cross references lead: ids of this document are checked here, the rest is handed on. */

import type { Link, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.js';
import type { ProjectLink } from './explainer.js';
import { finding } from './finding.js';
import type { CrossReference } from './nodes.js';
import { plainText } from './plain-text.js';
import type { KnownIds, Work } from './work.js';

const slug = /^\/?[a-z0-9][a-z0-9-]*(?:#[^\s#]+)?$/u;
const safeSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Ids of parts that Galley makes on every page that has them. */
const madeIds: ReadonlySet<string> = new Set(['content', 'notes', 'sources', 'toc']);

function reportMissing(target: string, node: Nodes, ids: KnownIds, work: Work): void {
  const near = nearest(target, ids.all());
  work.report(
    finding('link-target-exists', 'error', work.place(node.position), {
      what: `Nothing in this document has the id “${target}”.`,
      why: 'The link would lead nowhere.',
      fix:
        near === undefined
          ? `Give the block or heading that is meant the id: {#${target}}.`
          : `Did you mean “${near}”?`,
      excerpt: target,
    }),
  );
}

function checkReference(node: CrossReference, ids: KnownIds, work: Work): ProjectLink | undefined {
  const { target } = node;
  if (ids.has(target)) return undefined;
  const hash = target.startsWith('#') ? target.slice(1) : undefined;
  if (hash !== undefined && ids.has(hash)) {
    node.target = hash;
    return undefined;
  }
  if (slug.test(target)) return { target, kind: 'cross-reference', place: work.place(node.position) };
  reportMissing(hash ?? target, node, ids, work);
  return undefined;
}

function schemeOf(url: string): string | undefined {
  // Browsers skip spaces and control characters in a scheme, so we do too.
  const bare = url.replace(/[\u0000-\u0020\u007f\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
  return /^[A-Za-z][A-Za-z0-9+.-]*:/u.exec(bare)?.[0].toLowerCase();
}

function reportScheme(node: Link, scheme: string, work: Work): void {
  work.report(
    finding('link-target-exists', 'error', work.place(node.position), {
      what: `This link leads to “${node.url}”, which begins with “${scheme}”.`,
      why: 'Only web, mail and phone addresses are safe for readers and work on paper.',
      fix: 'Write an address that begins with https:, http:, mailto: or tel:.',
      excerpt: node.url,
    }),
  );
  node.url = '';
}

/** A link that shows nothing cannot be followed, and screen readers read its address out letter by letter. */
function checkLinkWords(node: Link, work: Work): void {
  if (plainText(node.children).trim() !== '' || node.children.some(({ type }) => type === 'image')) return;
  work.report(
    finding('link-has-name', 'error', work.place(node.position), {
      what: 'This link has no words.',
      why: 'There is nothing to click on, and screen readers cannot say where it leads.',
      fix: 'Write its words between the square brackets: [words](address).',
      excerpt: node.url,
    }),
  );
}

/** Reports a web address that no browser can open. */
function checkAddress(node: Link, work: Work): void {
  if (URL.canParse(node.url)) return;
  work.report(
    finding('link-target-exists', 'error', work.place(node.position), {
      what: `“${node.url}” is no whole address.`,
      why: 'The link would lead nowhere.',
      fix: 'Copy the address from the browser: https://example.org/page.',
      excerpt: node.url,
    }),
  );
}

function checkLink(node: Link, ids: KnownIds, work: Work): ProjectLink | undefined {
  const scheme = schemeOf(node.url);
  if (scheme !== undefined) {
    if (!safeSchemes.has(scheme)) reportScheme(node, scheme, work);
    else if (scheme.startsWith('http')) checkAddress(node, work);
    return undefined;
  }
  if (node.url.startsWith('//')) return undefined;
  if (node.url.startsWith('#')) {
    const id = decode(node.url.slice(1));
    if (!ids.has(id) && !madeIds.has(id)) reportMissing(id, node, ids, work);
    return undefined;
  }
  if (node.url === '') {
    work.report(
      finding('link-target-exists', 'error', work.place(node.position), {
        what: 'This link has no address.',
        why: 'It would lead nowhere.',
        fix: 'Write the address between the round brackets.',
      }),
    );
    return undefined;
  }
  return { target: node.url, kind: 'link', place: work.place(node.position) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Checks targets inside the document, when its ids are known, and schemes of addresses. What leads to other documents is put
 * down in the work, unchecked.
 */
export function checkTargets(tree: Root, work: Work): void {
  const { ids } = work;
  if (ids === undefined) return;
  visit(tree, (node: Nodes) => {
    let link: ProjectLink | undefined;
    if (node.type === 'crossReference') link = checkReference(node, ids, work);
    else if (node.type === 'link') {
      checkLinkWords(node, work);
      link = checkLink(node, ids, work);
    }
    if (link !== undefined) work.projectLinks.push(link);
  });
}
