/** Takes out of a page what has no place in a print: programs, frames' addresses, what only screens use. Changes the tree. */

import type { Element, ElementContent, Root } from 'hast';
import { addClass } from '../../html/elements.js';
import type { PageFindings } from './findings.js';
import {
  hasRole,
  isAriaHidden,
  isEmpty,
  rebuild,
  spokenWords,
  textProperty,
  wordsOfProperty,
} from './tree.js';

/** Attributes that load, run or wait for something, or serve the screen alone. */
const screenOnly = new Set([
  ...[
    'srcDoc',
    'ping',
    'nonce',
    'integrity',
    'crossOrigin',
    'loading',
    'decoding',
    'fetchPriority',
    'autoFocus',
  ],
  ...['contentEditable', 'tabIndex', 'accessKey', 'popover', 'download', 'target'],
]);

/** What a frame or a player would load; it stays empty, and is told of where it is seen. */
const loaded = new Set(['iframe', 'frame', 'object', 'embed', 'audio', 'video', 'input', 'track']);

const dataScript = /^(?:application\/(?:[\w.-]+\+)?json|importmap|speculationrules)$/i;

/** The attribute by which elements are known in the browser. */
export const numberAttribute = 'dataGalleyElement';

/** Cleans a parsed page and numbers the elements of its body. Gives the elements by number. */
export function cleanPage(tree: Root, findings: PageFindings): readonly Element[] {
  const scripts: Element[] = [];
  rebuild(tree, (element) => {
    if (element.tagName === 'script') {
      if (!dataScript.test(textProperty(element, 'type') ?? '')) scripts.push(element);
      return undefined;
    }
    return cleanElement(element, findings);
  });
  tree.children = tree.children.filter((child) => child.type === 'element' || child.type === 'doctype');
  tellScripts(scripts, findings);
  return numberElements(tree);
}

function cleanElement(element: Element, findings: PageFindings): readonly ElementContent[] | undefined {
  if (element.properties['hidden'] !== undefined && element.properties['hidden'] !== false) return undefined;
  element.children = element.children.filter((child) => child.type !== 'comment');
  for (const name of Object.keys(element.properties)) {
    const isLoad = loaded.has(element.tagName) && ['src', 'data', 'poster', 'srcSet'].includes(name);
    // Chromium hides what says aria-hidden="yes", which means nothing by WAI-ARIA.
    const isVain = name === 'ariaHidden' && !isAriaHidden(element);
    if (isVain || /^on/i.test(name) || screenOnly.has(name) || isLoad) delete element.properties[name];
  }
  switch (element.tagName) {
    case 'template':
    case 'meta':
      return undefined;
    case 'base':
      tellBase(element, findings);
      return undefined;
    case 'link':
      return isPrintSheet(element) ? [element] : undefined;
    case 'style':
      return isForPrint(element) ? [element] : undefined;
    // Without scripts a browser shows it; in the head it holds sheets.
    case 'noscript':
      return element.children.every(isHeadPart) ? element.children : [{ ...element, tagName: 'div' }];
    case 'menu':
      return [{ ...element, tagName: 'ul' }];
    case 'a':
      readAnchor(element);
      return [element];
    default:
      if (element.tagName !== 'ul' && element.tagName !== 'ol') strayItems(element);
      return [element];
  }
}

function isHeadPart(node: ElementContent): boolean {
  return node.type === 'element' ? ['link', 'style', 'meta'].includes(node.tagName) : isEmpty(node);
}

/** Whether a stylesheet's `media` lets it count in print, as far as its first word says. */
function isForPrint(element: Element): boolean {
  const media = (textProperty(element, 'media') ?? 'all').toLowerCase();
  return media.split(',').some((query) => !/^\s*(?:only\s+)?(?:screen|speech)\b/.test(query));
}

function isPrintSheet(element: Element): boolean {
  const relations = wordsOfProperty(element, 'rel').map((word) => word.toLowerCase());
  return relations.includes('stylesheet') && !relations.includes('alternate') && isForPrint(element);
}

/** `name` was once how a place was marked; a link that nobody hears leads nowhere on paper. */
function readAnchor(element: Element): void {
  const name = textProperty(element, 'name');
  if (name !== undefined && element.properties['id'] === undefined) element.properties['id'] = name;
  const href = textProperty(element, 'href');
  if (href === '#' || href === '#top' || isAriaHidden(element)) delete element.properties['href'];
}

/** An item outside a list is a plain block. */
function strayItems(element: Element): void {
  for (const child of element.children) {
    if (child.type === 'element' && child.tagName === 'li') child.tagName = 'div';
  }
}

function tellScripts(scripts: readonly Element[], findings: PageFindings): void {
  const [first] = scripts;
  if (first === undefined) return;
  findings.tell('page-needs-no-script', 'warning', first, {
    what: `This page has ${scripts.length === 1 ? 'a script' : `${scripts.length} scripts`}, and none of them runs.`,
    why: 'What a script would draw or write is missing in the PDF.',
    fix: 'If the page is whole without scripts, leave it so; else save it as it looks when they have run, and print that.',
  });
}

function tellBase(element: Element, findings: PageFindings): void {
  if (element.properties['href'] === undefined) return;
  findings.tell('print-loads-nothing-foreign', 'error', element, {
    what: `<base> moves all addresses of this page to “${textProperty(element, 'href') ?? ''}”.`,
    why: 'Files are only taken from the page’s own folder, so they would not be found.',
    fix: 'Take it out and write addresses as seen from the page.',
  });
}

function numberElements(tree: Root): readonly Element[] {
  const found: Element[] = [];
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      child.properties[numberAttribute] = String(found.length);
      found.push(child);
      // The inside of a drawing is taken as it is.
      if (child.tagName !== 'svg' && child.tagName !== 'math') visit(child);
    }
  };
  const body = bodyOf(tree);
  if (body !== undefined) visit(body);
  return found;
}

/** The `html` element. */
export function htmlOf(tree: Root): Element | undefined {
  return tree.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'html',
  );
}

/** A child of the `html` element by name. */
function partOf(tree: Root, tagName: 'head' | 'body'): Element | undefined {
  return htmlOf(tree)?.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === tagName,
  );
}

/** The `head` element. */
export function headOf(tree: Root): Element | undefined {
  return partOf(tree, 'head');
}

/** The `body` element. */
export function bodyOf(tree: Root): Element | undefined {
  return partOf(tree, 'body');
}

/** Takes out roles by which Chromium would tag otherwise, or not at all; our own model says what things are. */
export function dropRoles(tree: Root): void {
  rebuild(tree, (element) => {
    const isPicture = element.tagName === 'img' || element.tagName === 'svg';
    // Chromium takes a drawing for a picture by this role alone, not by a name or by the roles of WAI-ARIA Graphics.
    const isNamed = element.tagName === 'svg' && !isAriaHidden(element) && spokenWords(element).trim() !== '';
    if (isNamed) element.properties['role'] = 'img';
    const stays =
      hasRole(element, 'heading', 'emphasis') ||
      (isPicture && hasRole(element, 'img', 'presentation', 'none'));
    if (element.tagName === 'nav' && hasRole(element, 'doc-toc')) addClass(element, 'block-toc');
    if (!stays) delete element.properties['role'];
    delete element.properties[numberAttribute];
    return [element];
  });
}
