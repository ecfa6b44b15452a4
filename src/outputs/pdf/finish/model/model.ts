/** The structure model: what the tag tree has to be, made from our own print DOM and never guessed from Chromium's tags. */

import type { Element } from 'hast';
import type { Position } from 'unist';

/** Structure types of the model. Profiles write some of them under another name (`Note` is FENote in PDF 2.0). */
export type Role =
  | 'Document'
  | 'Sect'
  | 'Aside'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Formula'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'Em'
  | 'Strong'
  | 'Code'
  | 'Ruby'
  | 'RB'
  | 'RT';

/** A piece of marked content of the new file, by the index of its surface and its new mark id there. */
export interface OwnedMark {
  readonly surface: number;
  readonly id: number;
}

/** What texts and pictures know about where they stand in the print DOM. */
export interface Standing {
  /** Identities of the elements around it, the nearest first. */
  readonly identities: readonly string[];
  /** List items around it, the outermost first. */
  readonly items: readonly ModelElement[];
  readonly link: ModelElement | undefined;
  /** Whether it is drawn again on each page that its table reaches. */
  readonly repeats: boolean;
  /** Whether the line runs from right to left, so that even Latin words may be drawn in another order. */
  readonly rightToLeft: boolean;
  readonly position: Position | undefined;
}

/** A text node of the print DOM. */
export interface ModelText extends Standing {
  readonly kind: 'text';
  /** As it stands in the DOM. */
  readonly source: string;
  /** With white space folded as layout does; pieces of one run join to its words. Final once the printed words are compared. */
  words: string;
  readonly preformatted: boolean;
  /** Id of the element whose page number is printed here. */
  readonly pageOf: string | undefined;
  /** Words for readers where the glyphs alone would mislead (right-to-left order, another shape). */
  actualText: string | undefined;
  marks: OwnedMark[];
}

/** A picture with its description. */
export interface ModelImage extends Standing {
  readonly kind: 'image';
  readonly alt: string | undefined;
  marks: OwnedMark[];
}

/** A list marker, drawn by the browser. */
export interface ModelMarker {
  readonly kind: 'marker';
  /** Its words, `•` for a drawn bullet. */
  readonly words: string;
  /** Whether readers have to be given the words, since the glyphs show none or show them from right to left. */
  readonly needsWords: boolean;
  marks: OwnedMark[];
}

/** What an element may hold. */
export type ModelNode = ModelElement | ModelText | ModelImage | ModelMarker;

/** Texts and pictures that stand in one line of text, with `br` between; white space is folded along it. */
export interface InlineRun {
  readonly pieces: (ModelText | ModelImage | 'break')[];
}

/** An element of the model while it is made. */
export class ModelElement {
  readonly kind = 'element' as const;
  readonly role: Role;
  readonly lang: string;
  readonly node: Element | undefined;
  readonly origin: Position | undefined;
  children: ModelNode[] = [];
  parent: ModelElement | undefined;
  /** `id` of the DOM element, a target for links. */
  id: string | undefined;
  alt: string | undefined;
  /** What an abbreviation stands for. */
  expansion: string | undefined;
  /** Address of a link as the DOM has it. */
  href: string | undefined;
  /** Number of the note that this is, or that this link calls. */
  noteNumber: number | undefined;
  /** Whether a note stands at the end of the text and not at the foot of a page. */
  isEndNote = false;
  /** Ids of the header cells of a cell, and facts of a cell. */
  headers: readonly ModelElement[] = [];
  scope: 'Row' | 'Column' | 'Both' | undefined;
  colSpan = 1;
  rowSpan = 1;
  /** For lists: whether the order matters, and the look of its markers once known. */
  ordered = false;
  numbering: string | undefined;
  /** Elements this one refers to (ISO 32000-2, `Ref`). */
  refs: ModelElement[] = [];
  /** Object numbers of Chromium's annotations of a link, in order. */
  annotations: number[] = [];

  constructor(role: Role, lang: string, node: Element | undefined) {
    this.role = role;
    this.lang = lang;
    this.node = node;
    this.origin = node?.position;
  }

  /** Adds a child and tells it so. */
  append(child: ModelNode): void {
    if (child.kind === 'element') child.parent = this;
    this.children.push(child);
  }
}

/** The whole model with the lists that the later steps walk. */
export interface StructureModel {
  readonly root: ModelElement;
  /** Texts and pictures in DOM order. */
  readonly leaves: readonly (ModelText | ModelImage)[];
  readonly runs: readonly InlineRun[];
  /** Elements by DOM id. */
  readonly byId: ReadonlyMap<string, ModelElement>;
  /** Notes by number. */
  readonly notes: ReadonlyMap<number, ModelElement>;
  readonly links: readonly ModelElement[];
  /** Words that stand in the DOM for the eye only (`aria-hidden`), folded. */
  readonly decorations: readonly string[];
}

/** All elements below and at a node, in reading order, added to those that were found before. */
export function elementsOf(element: ModelElement, found: ModelElement[] = []): ModelElement[] {
  found.push(element);
  for (const child of element.children) if (child.kind === 'element') elementsOf(child, found);
  return found;
}

/** The plain words of an element in reading order. */
export function wordsOf(element: ModelElement): string {
  return element.children
    .map((child) => {
      if (child.kind === 'text') return child.words;
      if (child.kind === 'image') return child.alt ?? '';
      return child.kind === 'marker' ? child.words : wordsOf(child);
    })
    .join('');
}
