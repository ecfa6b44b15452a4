/** Where the links of a page lead on paper: to the page's own parts, or to public addresses. */

import type { Element } from 'hast';
import { type PageFindings, short } from './findings.js';
import { isCall } from './notes.js';
import { elementsBelow, spokenWords, textProperty } from './tree.js';

const isPublic = /^(?:https?|mailto|tel|sms|ftp):/i;

/** Settles every link: addresses beside the page become whole ones, those that lead nowhere are findings. Changes the tree. */
export function settleLinks(body: Element, baseUrl: string | undefined, findings: PageFindings): void {
  const ids = new Set<string>();
  for (const element of elementsBelow(body)) {
    const id = textProperty(element, 'id');
    if (id === undefined) continue;
    if (ids.has(id)) {
      tellTwice(element, id, findings);
      delete element.properties['id'];
    }
    ids.add(id);
  }
  for (const [element, parent] of linksBelow(body)) {
    const href = textProperty(element, 'href') ?? '';
    // A call of a note that is not there is told as such.
    if (isCall(element, parent) && !ids.has(decoded(href.slice(1)))) continue;
    if (href.startsWith('#')) checkInner(element, href, ids, findings);
    else if (!isPublic.test(href.trim())) completeAddress(element, href.trim(), baseUrl, findings);
  }
}

function* linksBelow(parent: Element): Generator<readonly [Element, Element]> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a' && child.properties['href'] !== undefined) yield [child, parent];
    yield* linksBelow(child);
  }
}

function tellTwice(element: Element, id: string, findings: PageFindings): void {
  findings.tell('id-is-unique', 'warning', element, {
    what: `The id “${id}” stands on more than one element; the first one keeps it.`,
    why: 'A link to it may lead to the wrong place.',
    fix: 'Give each element an id of its own.',
    excerpt: id,
  });
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function checkInner(element: Element, href: string, ids: ReadonlySet<string>, findings: PageFindings): void {
  const id = href.slice(1);
  if (ids.has(id)) {
    element.properties['href'] = `#${encodeURIComponent(id)}`;
    return;
  }
  if (ids.has(decoded(id))) return;
  findings.tell('link-target-exists', 'error', element, {
    what: `“${short(spokenWords(element))}” leads to “${href}”, and nothing on this page has that id.`,
    why: 'A reader who follows it stays where they are.',
    fix: 'Check how the id is written, or take the link out; what print leaves out cannot be led to.',
    excerpt: href,
  });
}

function completeAddress(
  element: Element,
  href: string,
  baseUrl: string | undefined,
  findings: PageFindings,
): void {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(href) && baseUrl !== undefined && URL.canParse(href, baseUrl)) {
    element.properties['href'] = new URL(href, baseUrl).href;
    return;
  }
  const isScheme = /^[a-z][a-z0-9+.-]*:/i.test(href);
  findings.tell('link-target-exists', 'error', element, {
    what: `“${short(spokenWords(element))}” leads to “${short(href)}”, which readers of a PDF cannot reach.`,
    why: isScheme
      ? 'Nothing in a PDF for readers may run or open files.'
      : 'A PDF travels without the files that stood beside the page.',
    fix: isScheme
      ? 'Lead to a public address, or take the link out.'
      : 'Write a whole address (https://…), name the page’s own with <link rel="canonical" href="https://…">, or give --base-url.',
    excerpt: href,
  });
}
