/** Galley's own mdast nodes: citations, numbers, cross references, languages of parts, and what all blocks share. */

import type { Data, Node, Parent, PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Direction } from '../language/language.js';
import type { RichText } from './explainer.js';

/** CSL's locator labels that Galley reads. */
export type LocatorLabel = 'page' | 'paragraph' | 'chapter' | 'section' | 'article' | 'line' | 'time';

/** One source inside a bracket: `see @a, ch. 2` has id `a`, prefix `see`, label `chapter`, locator `2`. */
export interface CiteItem {
  readonly id: string;
  readonly prefix: string;
  readonly label: LocatorLabel | undefined;
  readonly locator: string | undefined;
  /** Words after the locator, kept as written. */
  readonly suffix: string;
  /** `[-@id]`. */
  readonly suppressAuthor: boolean;
}

/** `[@id, p. 3; @b]` (bracket) or `@id [p. 3]` in the sentence (text). */
export interface Citation extends Node {
  type: 'citation';
  mode: 'bracket' | 'text';
  items: CiteItem[];
  /** The mark as typed, without the prefixes of quoted lines. */
  value: string;
  data?: Data;
}

/** The mark in the text that leads to a note; replaces citations and footnote references in the `notes` stage. */
export interface NoteCall extends Node {
  type: 'noteCall';
  /** Number of the note, 1-based, in order of first calls. */
  number: number;
  /** Which call of this note this is, 1-based. */
  call: number;
  data?: Data;
}

/** What a style prints in the sentence, linked to the sources list: `(Tokayev, 2022)`, `[3]`, `Khabar 24`. */
export interface InTextCitation extends Parent {
  type: 'inTextCitation';
  /** Ids of the sources, in order. */
  sources: string[];
  children: PhrasingContent[];
  data?: Data;
}

/** `:num[id]`, or `:num[id]{value}` without its unit. */
export interface FigureNumber extends Node {
  type: 'figureNumber';
  figure: string;
  form: 'full' | 'value';
  /** The number in words of the page, as it is printed. */
  value: string;
  data?: Data;
}

/** `:see[id]`, `:see[slug]`, `:see[slug#id]`. */
export interface CrossReference extends Node {
  type: 'crossReference';
  target: string;
  data?: Data;
}

/** `:lang[…]{kk}`. */
export interface LanguageSpan extends Parent {
  type: 'languageSpan';
  lang: string;
  dir: Direction;
  children: PhrasingContent[];
  data?: Data;
}

/** Whether a block is on paper: as on the web, not at all, or unfolded. */
export type PrintMode = 'show' | 'hide' | 'expand';

/** The value of a block's `source=`: `a b`, `a, p. 3` or `own`. */
export interface SourceReference {
  /** As typed; the key of the source line that `notes` words. */
  value: string;
  /** `own`: the newsroom's own work. */
  own: boolean;
  /** The sources named, in order; unknown ones are reported and left out. */
  items: CiteItem[];
  position: Position | undefined;
}

/**
 * What every authoring block has, whatever its name. All content that a reader sees stands in `children`, in reading order, so
 * that a walk over the tree meets every citation without knowing any block; what a block read out of an item
 * (a date, a role) stands in that item's `data`.
 */
export interface BlockNode extends Parent {
  children: RootContent[];
  /** The author's id, or one made from the title or the block's name; unique in the document. */
  id: string;
  classes: string[];
  /** `lang=kk` on the block. */
  lang?: string | undefined;
  dir?: Direction | undefined;
  print: PrintMode;
  /** Level of the heading that the block's title would be, 2–6: one below the section that holds it. */
  headingDepth: 2 | 3 | 4 | 5 | 6;
  /** The title that the block shows as a heading; it stands in the outline under the block's id. */
  heading?: RichText | undefined;
  /** What a cross reference to the block prints: its title, else the first words of its caption, else its kind in the page's language. */
  reference: string;
  /** `source=`, for the source line. */
  source?: SourceReference | undefined;
  data?: Data;
}

/** `:::lang{ar}`: a passage in another language. Made by `document` itself, not by a block folder. */
export interface LanguageBlock extends BlockNode {
  type: 'languageBlock';
  lang: string;
  dir: Direction;
}

/** `::toc`, `::notes`, `::sources`: where a part that Galley makes shall stand. Made by `document` itself, not by a block folder. */
export interface GeneratedPart extends BlockNode {
  type: 'generatedPart';
  part: 'toc' | 'notes' | 'sources';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation;
    noteCall: NoteCall;
    inTextCitation: InTextCitation;
    figureNumber: FigureNumber;
    crossReference: CrossReference;
    languageSpan: LanguageSpan;
  }
  interface BlockContentMap {
    languageBlock: LanguageBlock;
    generatedPart: GeneratedPart;
  }
  interface RootContentMap {
    languageBlock: LanguageBlock;
    generatedPart: GeneratedPart;
    citation: Citation;
    noteCall: NoteCall;
    inTextCitation: InTextCitation;
    figureNumber: FigureNumber;
    crossReference: CrossReference;
    languageSpan: LanguageSpan;
  }
  interface HeadingData {
    /** The heading's id, from `{#id}` or its words. */
    id?: string | undefined;
  }
}
