/** An explainer whose notes are numbered and worded: every mark knows its note, every note its calls. */

import type { BlockContent, PhrasingContent } from 'mdast';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Explainer } from '../document/explainer.js';

/** One note: a citation set by CSL, or the author's own footnote. */
export interface Note {
  /** 1-based, in order of first calls in the source. Element ids are `note-3` and `call-3-1`. */
  readonly number: number;
  readonly kind: 'citation' | 'footnote';
  /** Paragraphs and lists of the note; citations inside it are already words. */
  readonly content: readonly BlockContent[];
  /** How many times it is called, and where each call stands. */
  readonly calls: readonly SourcePlace[];
  /** Ids of the sources it cites, in order. */
  readonly sources: readonly string[];
  /** The shortest name of the note (“Khabar 24”), for link descriptions. */
  readonly shortTitle: string;
  /** Called only where nothing is printed: no note on paper. */
  readonly webOnly: boolean;
  /** Where it is written: the bracket, or the definition of `[^x]`. */
  readonly place: SourcePlace;
}

/** An entry of the sources list, set by CSL. The element id is `source-<id>`. */
export interface BibliographyEntry {
  readonly id: string;
  readonly content: readonly PhrasingContent[];
}

/** Entries under one heading; `title` is null when the list is not grouped. */
export interface BibliographyGroup {
  readonly title: string | null;
  readonly entries: readonly BibliographyEntry[];
}

/** An explainer with numbered notes and a sources list. Citations in the tree are `noteCall` or `inTextCitation` nodes. */
export interface AnnotatedExplainer extends Explainer {
  readonly notes: readonly Note[];
  readonly bibliography: readonly BibliographyGroup[];
  /**
   * Source lines by the value of a block's `source=` attribute, and of registered numbers' `source`, set in short form without the
   * word “Source”. Each source stands in an `inTextCitation` of its own, so that it can be linked to the list.
   */
  readonly sourceLines: ReadonlyMap<string, readonly PhrasingContent[]>;
}
