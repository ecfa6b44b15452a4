/** An explainer as HTML trees, before any theme or page size: one for the screen, one for paper. */

import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import type { OutlineEntry } from '../document/explainer.js';
import type { Digits, Direction } from '../language/language.js';
import type { PageView } from './page-view.js';

/** What the tree is for. Both hold the same words, but for pieces declared as web-only or print-only. */
export type Medium = 'screen' | 'print';

/** A file that the page needs beside it. */
export interface Asset {
  /** Path relative to the page. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A note ready to be placed: on the web in the Notes section, on paper at the foot of its page. */
export interface HtmlNote {
  readonly number: number;
  readonly id: string;
  /** Element ids of its calls in document order. */
  readonly calls: readonly string[];
  readonly shortTitle: string;
  readonly content: readonly ElementContent[];
  readonly position: Position | undefined;
}

/** Trees that a layout places by name with the `slot` helper; null where the document has nothing for it. */
export interface Slots {
  readonly headline: Root;
  /** Null in the notice of a withdrawn text. */
  readonly standfirst: Root | null;
  /** What a reader should know before the first paragraph: content note, out of date, corrected. */
  readonly notice: Root | null;
  readonly body: Root;
  /** Contents list, when the document asks for one or is long. */
  readonly toc: Root | null;
  /** The Notes section (web), or end notes (paper, when asked for). */
  readonly notes: Root | null;
  readonly sources: Root | null;
  /** Print only: addresses of links that no note and no source prints. */
  readonly links: Root | null;
  /** Print only: the public address as a QR code; null without one. A layout may leave it out. */
  readonly qr: Root | null;
  readonly corrections: Root | null;
  readonly updates: Root | null;
  readonly backstory: Root | null;
  readonly rights: Root | null;
}

/** A correction as machines and feeds are told of it: one event once, whether it stands in the front matter, in the text, or in both. */
export interface CorrectionFact {
  /** ISO date. */
  readonly at: string;
  readonly kind: 'correction' | 'clarification' | 'retraction' | 'editors-note';
  readonly text: string;
}

/** Facts for machines, which the web output puts into the head. */
export interface PageMetadata {
  /** A schema.org object of the NewsArticle family, plain JSON data. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
  readonly corrections: readonly CorrectionFact[];
  /** OpenGraph properties in order. */
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
}

/** The medium's trees with all a theme may know. */
export interface HtmlDocument {
  /** Project-relative path of the Markdown file, to which all positions belong. */
  readonly path: string;
  readonly slug: string;
  readonly lang: string;
  readonly dir: Direction;
  readonly digits: Digits;
  readonly medium: Medium;
  readonly title: string;
  readonly view: PageView;
  readonly slots: Slots;
  readonly metadata: PageMetadata;
  readonly notes: readonly HtmlNote[];
  readonly outline: readonly OutlineEntry[];
  readonly assets: readonly Asset[];
}
