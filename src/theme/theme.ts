/** What a theme offers: compiled layouts, tokens, stylesheets, fonts. Data, and functions that only read it. */

import type { BlockTemplate } from '../html/block-templates.js';
import type { HtmlDocument } from '../html/html-document.js';
import type { StyleLines } from './style-lines.js';

/** The parts of a document that a layout may see: its view, and which slots hold something. */
export type LayoutInput = Pick<HtmlDocument, 'view' | 'slots'>;

/** A compiled layout: document in, HTML frame out, with a `galley-slot` element for every tree to be spliced in. */
export type Layout = (document: LayoutInput) => string;

/** A font file that the stylesheets name. */
export interface ThemeFont {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** Path under the page's folder, such as `fonts/source-serif-4-latin.woff2`. */
  readonly path: string;
  readonly mediaType: 'font/woff2' | 'font/ttf';
  /** One weight (`700`) or a range (`400 700`), as CSS writes it. */
  readonly weight: string;
  /** The range of code points, as CSS writes it. */
  readonly unicodeRange: string;
  /** Height of its box above and below the line, in em, where it is not the font’s own. */
  readonly box?: readonly [number, number] | undefined;
  /** How much larger its letters are set than asked for. */
  readonly scale?: number | undefined;
  readonly bytes: Uint8Array;
}

/** Font files with the `@font-face` rules that name them. */
export interface FontSet {
  readonly css: string;
  readonly fonts: readonly ThemeFont[];
}

/** A colour token in every mode that has colours of its own, as CSS writes colours. */
export interface ColourToken {
  readonly light: string;
  readonly dark: string;
  /** For readers who ask for more contrast. */
  readonly moreLight: string;
  readonly moreDark: string;
  readonly print: string;
  /** Clear and large print. */
  readonly printClear: string;
}

/** Two colour tokens that may meet: `text` needs 4.5:1 (WCAG 1.4.3), `mark` 3:1 (1.4.11); 7:1 for text in print and more contrast, 10:1 in clear print. */
export interface ColourPair {
  readonly kind: 'text' | 'mark';
  readonly front: string;
  readonly ground: string;
}

/** A picture or logo of the theme, written beside the page. */
export interface ThemeFile {
  /** Path under the page's folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A theme ready for use. */
export interface Theme {
  readonly name: string;
  readonly layouts: { readonly page: Layout; readonly print: Layout };
  /** Templates of blocks by the block's name. */
  readonly blocks: ReadonlyMap<string, BlockTemplate>;
  /** The theme's own words in a language, by name; those that Galley has too replace Galley's. */
  readonly words: (lang: string) => Readonly<Record<string, string>>;
  readonly colours: Readonly<Record<string, ColourToken>>;
  /** Every meeting of two colours that the styles make. */
  readonly pairs: readonly ColourPair[];
  /** One finished sheet per medium, in the cascade layers `base, blocks, theme, print`; without `@font-face` rules. */
  readonly stylesheets: { readonly screen: string; readonly print: string };
  /** From a place in the sheet for the screen to the line of the theme's file. */
  readonly screenLines: StyleLines;
  /** The variable fonts for the screen, reduced to these characters; same characters, same bytes. */
  readonly screenFonts: (characters: ReadonlySet<string>) => Promise<FontSet>;
  /** Fonts of fixed weights for paper: Chromium 156 writes variable ones as Type 3 (measured). */
  readonly printFonts: (characters: ReadonlySet<string>) => Promise<FontSet>;
  /** Whether a font that comes with the theme holds a character. */
  readonly covers: (character: string) => boolean;
  /** Pictures that the stylesheets name, and the publisher's logo. */
  readonly assets: readonly ThemeFile[];
  /** Page margins, mm. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Margins by paper size, mm: those above, but for what the theme sets otherwise. */
  readonly papers: Readonly<Record<'a4' | 'letter', Theme['margins']>>;
  /** The paper it is made for, where the settings name none; null for either. */
  readonly paper: 'a4' | 'letter' | null;
  /** Project-relative files it was made from, for the cache and the watcher. */
  readonly files: readonly string[];
}
