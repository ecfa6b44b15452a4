/** Looks whether the browser holds the document and nothing else, before anything is measured or printed. */

import type { Root, RootContent } from 'hast';
import type { LentPage } from '../../browser/browser.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PrintDocument } from '../print/print-document.js';
import { fileBroken, foreignAsked, otherPage } from './print-findings.js';

/** How many UTF-16 units of text a tree holds; signs that styles make are in no text of the browser's. */
function textLength(node: Root | RootContent): number {
  if (node.type === 'text') return node.value.length;
  if (node.type === 'element' && node.properties['dataGenerated'] !== undefined) return 0;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0;
}

/** Runs in the page. */
function bodyLength(): number {
  const page = globalThis as unknown as { document: { body: { textContent: string } } };
  return page.document.body.textContent.length;
}

function bodyOf(tree: Root): RootContent | undefined {
  const html = tree.children.find((node) => node.type === 'element' && node.tagName === 'html');
  if (html?.type !== 'element') return undefined;
  return html.children.find((node) => node.type === 'element' && node.tagName === 'body');
}

/** What is wrong with the loaded page; nothing, when it may be printed. */
export async function checkLoaded(lent: LentPage, document: PrintDocument): Promise<readonly Diagnostic[]> {
  const body = bodyOf(document.tree);
  const expected = body === undefined ? 0 : textLength(body);
  const diagnostics: Diagnostic[] = [];
  // The parser drops line ends after the body's last element; nothing else may differ.
  if (Math.abs((await lent.page.evaluate(bodyLength)) - expected) > 2) diagnostics.push(otherPage(document));
  for (const address of new Set(lent.refused)) diagnostics.push(foreignAsked(document, address));
  for (const name of new Set(lent.broken)) diagnostics.push(fileBroken(document, name));
  return diagnostics;
}
