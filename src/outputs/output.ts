/** What every output format is: a name, a medium, and a function from a themed document to an artifact. */

import type { HtmlDocument } from '../html/html-document.js';
import type { Theme } from '../theme/theme.js';

/** What every output receives. */
export interface ThemedDocument {
  readonly document: HtmlDocument;
  readonly theme: Theme;
}

/** A finished file, relative to the document's output folder. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
