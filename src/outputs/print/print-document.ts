/** A paged document, ready for the browser: its own DOM, page boxes, and the identity of every block. */

import type { Root } from 'hast';
import type { Position } from 'unist';
import type { Direction } from '../../language/language.js';

/** The three settings of one theme on paper (accessibility, section 2). */
export type PrintKind = 'standard' | 'clear' | 'large';

/** Page boxes in whole CSS px (1/96 inch); right and bottom margins take what rounding leaves. */
export interface PageGeometry {
  readonly paper: 'a4' | 'letter' | 'a5';
  /** Sheet, in mm as CSS gets it. */
  readonly sheetWidth: string;
  readonly sheetHeight: string;
  readonly marginTop: number;
  readonly marginLeft: number;
  readonly areaWidth: number;
  readonly areaHeight: number;
  /** Share of the page area that notes may take, 0–1. */
  readonly noteShare: number;
}

/** What the structure element of an identity has to be in the PDF. */
export interface Identity {
  /** 1–8 ASCII letters and digits: the private-use subtag (`x-p12`). */
  readonly id: string;
  /** Tag name of the print DOM's element. */
  readonly tagName: string;
  /** Real language of the element. */
  readonly lang: string;
  readonly position: Position | undefined;
}

/** A note waiting for its page. */
export interface PrintNote {
  readonly number: number;
  /** Element id of the note in the print DOM. */
  readonly id: string;
  /** Element ids of its calls in document order. */
  readonly calls: readonly string[];
  readonly shortTitle: string;
  readonly position: Position | undefined;
}

/** A file served to the print page from memory, by its address relative to the page. */
export interface PrintAsset {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** All that the browser and the PDF stages need; no file is read after this. */
export interface PrintDocument {
  readonly slug: string;
  readonly source: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
  readonly kind: PrintKind;
  readonly html: string;
  readonly tree: Root;
  readonly geometry: PageGeometry;
  /** Where notes stand: at the foot of the page, or at the end. */
  readonly notesAt: 'page' | 'end';
  readonly notes: readonly PrintNote[];
  readonly identities: ReadonlyMap<string, Identity>;
  /** Ids of elements whose page number is printed somewhere (`data-page-of` slots). */
  readonly pageReferences: readonly string[];
  readonly assets: readonly PrintAsset[];
}
