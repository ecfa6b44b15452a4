/** The tag tree as it was written, for golden files and for leading findings back to the author's line. */

import type { Position } from 'unist';

/** Words that an element owns. */
export interface StructureText {
  readonly kind: 'text';
  readonly text: string;
  /** Page of its first mark, 1-based. */
  readonly page: number;
}

/** A drawing that an element owns. */
export interface StructurePicture {
  readonly kind: 'picture';
  readonly page: number;
}

/** The active area of a link, with the words that describe it. */
export interface StructureAnnotation {
  readonly kind: 'annotation';
  readonly name: string;
}

/** What an element holds. */
export type StructureNode = StructureElement | StructureText | StructurePicture | StructureAnnotation;

/** A structure element as written; `lang` only where it differs from the element around it. */
export interface StructureElement {
  readonly kind: 'element';
  readonly role: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  readonly expansion?: string;
  readonly id?: string;
  /** Address or `#id` of a link. */
  readonly target?: string;
  readonly children: readonly StructureNode[];
  readonly origin: Position | undefined;
}
