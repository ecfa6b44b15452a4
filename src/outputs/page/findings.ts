/** Gathers what there is to say about a page that an author wrote as HTML. */

import type { Position } from 'unist';
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';

/** The three parts of a message, and the words it is about. */
export interface Words {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly excerpt?: string | undefined;
}

/** Anything with a place in the page. */
export interface Placed {
  readonly position?: Position | undefined;
}

/** Findings of one page in the order in which they were made. */
export class PageFindings {
  /** Name of the page's file, as messages show it. */
  readonly file: string;
  readonly list: Diagnostic[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** Adds a finding at a node of the page. */
  tell(code: string, severity: Severity, node: Placed | undefined, words: Words): void {
    this.list.push({ code, severity, ...words, place: this.placeOf(node) });
  }

  /** The place of a node; the file alone for one that the parser added. */
  placeOf(node: Placed | undefined): Diagnostic['place'] {
    return { kind: 'source', file: this.file, position: node?.position };
  }
}

/** Words short enough for a message. */
export function short(words: string): string {
  const one = words.replace(/\s+/g, ' ').trim();
  return one.length > 60 ? `${one.slice(0, 57)}…` : one;
}
