/** Whether a browser reads the page of a print as it was written. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { firstDifference } from '../../html/serialise.js';
import type { PrintDocument } from './print-document.js';

/**
 * A finding when the tree read back from the HTML differs from the tree that was written: a browser would build another page.
 * Reading takes long, so it is done while other work goes on, and before anything is published.
 */
export function readsOtherwise(
  document: Pick<PrintDocument, 'tree' | 'html' | 'source'>,
): Diagnostic | undefined {
  const difference = firstDifference(document.tree, document.html);
  if (difference === undefined) return undefined;
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The printed page does not read as it was written (${difference}).`,
    why: 'The browser would build another page than the one that was checked.',
    fix: 'Look in the layout for a paragraph that holds a block, or a link inside a link.',
    place: { kind: 'source', file: document.source },
  };
}
