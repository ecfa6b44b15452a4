/** What a theme offers: compiled layouts, tokens, stylesheets, fonts. Data only. */

import type { PageView } from '../html/page-view.js';

/** A compiled layout: view in, HTML frame out, with `galley-slot` elements where trees will be spliced in. */
export type Layout = (view: PageView) => string;

/** A font file that the stylesheets name. */
export interface ThemeFont {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** Path under the page's folder, such as `fonts/source-serif-4-latin.woff2`. */
  readonly path: string;
  readonly weight: string;
  /** The range of code points, as CSS writes it. */
  readonly unicodeRange: string;
  readonly bytes: Uint8Array;
}

/** A colour token in both modes, as CSS writes colours. */
export interface ColourToken {
  readonly light: string;
  readonly dark: string;
}

/** A theme ready for use. */
export interface Theme {
  readonly name: string;
  readonly layouts: { readonly page: Layout; readonly print: Layout };
  readonly colours: Readonly<Record<string, ColourToken>>;
  /** One finished sheet per medium, in cascade layers. */
  readonly stylesheets: { readonly screen: string; readonly print: string };
  readonly fonts: readonly ThemeFont[];
  /** Page margins by print kind, mm. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Project-relative files it was made from, for the cache and the watcher. */
  readonly files: readonly string[];
}
