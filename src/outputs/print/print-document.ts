/** A paged document, ready for the browser: its own DOM, page boxes, and the identity of every block. */

import type { Root } from 'hast';
import type { Position } from 'unist';
import type { Digits, Direction } from '../../language/language.js';
import { languageOf } from '../../language/language-of.js';

/** The three settings of one theme on paper (accessibility, section 2). */
export type PrintKind = 'standard' | 'clear' | 'large';

/** Sheets that Galley prints on. */
export type Paper = 'a4' | 'letter' | 'a5';

/**
 * Page boxes in whole CSS px (1/96 inch). Chromium 156 rounds sheet and margins to whole px before it lays a page out
 * (measured), so that whole margins give a page area that is exactly as large as said here.
 */
export interface PageGeometry {
  readonly paper: Paper;
  /** Sheet, in mm as CSS gets it. */
  readonly sheetWidth: string;
  readonly sheetHeight: string;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly areaWidth: number;
  readonly areaHeight: number;
  /** Share of the page area that notes may take, 0–1. */
  readonly noteShare: number;
}

/** What the structure element of an identity has to be in the PDF. */
export interface Identity {
  /** 1–8 ASCII letters and digits: the private-use subtag (`x-p12`). The rest of a split note adds a part: `x-f3c2`. */
  readonly id: string;
  /** Tag name of the print DOM's element. */
  readonly tagName: string;
  /** Real language of the element. */
  readonly lang: string;
  /** Where it comes from in the author's file. */
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

/** What the PDF stages know of a document once it is printed. Without `marginLines` it is data alone, for another thread to work with. */
export interface PrintedDocument {
  readonly slug: string;
  /** Project-relative Markdown file to which all positions belong. */
  readonly source: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: Direction;
  /** Digits of page and note numbers. */
  readonly digits: Digits;
  readonly kind: PrintKind;
  readonly tree: Root;
  readonly geometry: PageGeometry;
  /** Where notes stand: at the foot of the page, or at the end. */
  readonly notesAt: 'page' | 'end';
  readonly notes: readonly PrintNote[];
  readonly identities: ReadonlyMap<string, Identity>;
  /** Ids of elements whose page number is printed somewhere (`data-page-of` slots). */
  readonly pageReferences: readonly string[];
  /** Opens the rest of a note on its next page, with `{number}` in it. */
  readonly continuedWords: string;
  /** Numbers that the page writes in a way of its own, such as note 2 as “b”. */
  readonly ownNumbers?: ReadonlyMap<string, string> | undefined;
  /** Words of the margin boxes, for telling them from the text when the file is read back. */
  readonly runningWords: readonly string[];
  /** Further words of the margin boxes of a page, where they are not those of a theme. */
  readonly marginLines?: ((page: number, pages: number) => readonly string[]) | undefined;
}

/** All that the browser and the PDF stages need; no file is read after this. */
export interface PrintDocument extends PrintedDocument {
  readonly html: string;
  /** Where the page stands among its assets; `index.html` without it. */
  readonly path?: string | undefined;
  /** Whether a stylesheet begins pages by itself. */
  readonly hasForcedBreaks: boolean;
  readonly assets: readonly PrintAsset[];
  /** The same document with its notes at the end, for when they cannot stand at the foot; itself when they do already. */
  readonly withEndNotes: () => Promise<PrintDocument>;
}

/** The part of a print document that is still needed when it is printed. */
export function printedPart(document: PrintDocument): PrintedDocument {
  const {
    html: _html,
    path: _path,
    hasForcedBreaks: _breaks,
    assets: _assets,
    withEndNotes: _again,
    ...printed
  } = document;
  return printed;
}

/** A number as the document writes it. */
export function localDigits({ lang, digits, ownNumbers }: PrintedDocument, number: number | string): string {
  return ownNumbers?.get(String(number)) ?? languageOf(lang, { digits }).localDigits(String(number));
}
