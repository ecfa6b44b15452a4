/** A finished web page: the bytes that are published and the tree they were made from. */

import type { Root } from 'hast';
import type { SourcePlace } from '../../diagnostics/place.js';
import type { OutputFile } from '../output.js';

/** Element *n* of the parsed `html` is element *n* of `tree`, so that a selector leads back to the author's line. */
export interface WebPage {
  readonly html: string;
  readonly tree: Root;
  /** Project-relative Markdown file to which positions in the tree belong. */
  readonly source: string;
  readonly assets: readonly OutputFile[];
  /** From a place in the page's own sheet, both 0-based, to the line of the theme that it came from. */
  readonly styleAt: (line: number, column: number) => SourcePlace | undefined;
}
