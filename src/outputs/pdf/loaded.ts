/** Looks whether the browser holds the document and nothing else, before anything is measured or printed. */

import type { Element, Root, RootContent } from 'hast';
import type { LentPage } from '../../browser/browser.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { differenceOf } from '../../html/serialise.js';
import type { PrintDocument } from '../print/print-document.js';
import { fileBroken, foreignAsked, otherPage, readOtherwise } from './print-findings.js';

/** A page's elements by tag name in document order, and how many UTF-16 units of text its body holds. */
interface Content {
  readonly names: readonly string[];
  readonly length: number;
}

/** Runs in the page. */
function contentInPage(): Content {
  interface Page {
    readonly body: { readonly textContent: string };
    getElementsByTagName(name: '*'): Iterable<{ readonly localName: string }>;
  }
  const { document } = globalThis as unknown as { readonly document: Page };
  const names = Array.from(document.getElementsByTagName('*'), ({ localName }) => localName);
  return { names, length: document.body.textContent.length };
}

/** The same of the tree that was written. Signs that styles make are in it, but in no page. */
function contentOf(tree: Root): Content {
  const names: string[] = [];
  let length = 0;
  const walk = (parent: Root | Element, inBody: boolean): void => {
    for (const node of parent.children as readonly RootContent[]) {
      if (node.type === 'text' && inBody) length += node.value.length;
      if (node.type !== 'element' || node.properties['dataGenerated'] !== undefined) continue;
      names.push(node.tagName);
      walk(node, inBody || node.tagName === 'body');
    }
  };
  walk(tree, false);
  return { names, length };
}

/** What is wrong with the loaded page; nothing, when it may be printed. */
export async function checkLoaded(lent: LentPage, document: PrintDocument): Promise<readonly Diagnostic[]> {
  const written = contentOf(document.tree);
  const read = await lent.page.evaluate(contentInPage);
  const diagnostics: Diagnostic[] = [];
  const difference = differenceOf(written.names, read.names);
  if (difference !== undefined) diagnostics.push(readOtherwise(document, difference));
  // The parser drops line ends after the body's last element; nothing else may differ.
  else if (Math.abs(read.length - written.length) > 2) diagnostics.push(otherPage(document));
  for (const address of new Set(lent.refused)) diagnostics.push(foreignAsked(document, address));
  for (const name of new Set(lent.broken)) diagnostics.push(fileBroken(document, name));
  return diagnostics;
}
