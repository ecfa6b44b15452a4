/** An explainer as a tree: what the author meant, before any note is numbered and any HTML exists. */

import type { PhrasingContent, Root } from 'mdast';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Digits, Direction, PartialDate } from '../language/language.js';
import type { FigureRecord } from '../source/figure-record.js';
import type { ImageFile } from '../source/source-file.js';
import type { SourceRecord } from '../source/source-record.js';

/** Text with inline Markdown: its tree and its plain words. */
export interface RichText {
  readonly text: string;
  readonly children: readonly PhrasingContent[];
}

/** A heading or a titled block in the document's outline. */
export interface OutlineEntry {
  readonly depth: number;
  readonly title: string;
  readonly id: string;
  readonly children: readonly OutlineEntry[];
}

/** A person of the byline or the credits. */
export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly location: string | null;
  readonly expertise: string | null;
  readonly contact: string | null;
}

/** A correction from the front matter. */
export interface Correction {
  readonly at: PartialDate;
  readonly kind: 'correction' | 'clarification' | 'retraction' | 'editors-note';
  readonly text: RichText;
  readonly block: string | null;
  readonly place: SourcePlace;
}

/** An entry of the update log. */
export interface Update {
  readonly at: PartialDate;
  readonly text: RichText;
  readonly blocks: readonly string[];
  readonly minor: boolean;
  /** Its place in the front matter, from 0; a translation's entries answer to those of the same place. */
  readonly index: number;
}

/** The genre label. */
export type ExplainerType = 'explainer' | 'analysis' | 'live-explainer' | 'fact-check' | 'service-guide';

/** Where an explainer stands on its way to readers. */
export type Status = 'draft' | 'review' | 'approved' | 'published' | 'withdrawn';

/** The front matter, read and typed (content model, section 2). Absent texts are null, absent lists empty. */
export interface Metadata {
  readonly headline: RichText;
  readonly standfirst: RichText;
  readonly type: ExplainerType;
  readonly status: Status;
  /** An instant in ms, `true` until removed, or null. */
  readonly embargo: number | true | null;
  readonly published: PartialDate | null;
  readonly updated: PartialDate | null;
  readonly reviewed: PartialDate | null;
  readonly expires: PartialDate | null;
  readonly dateline: {
    readonly text: string | null;
    readonly place: string | null;
    readonly country: string | null;
    readonly date: PartialDate | null;
  } | null;
  readonly byline: readonly Person[];
  readonly bylineReason: string | null;
  readonly contributors: readonly Person[];
  readonly approval: readonly {
    readonly role: string;
    readonly name: string;
    readonly at: string;
    readonly version: string;
  }[];
  readonly shortHeadline: string | null;
  readonly seoTitle: string | null;
  readonly printHeadline: string | null;
  readonly topics: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly image:
    | { readonly block: string }
    | { readonly src: string; readonly alt: string; readonly credit: string | null }
    | null;
  readonly theme: string | null;
  readonly citationStyle: string | null;
  readonly formats: readonly string[] | null;
  readonly translationOf: string | null;
  readonly translator: string | null;
  readonly corrections: readonly Correction[];
  readonly updates: readonly Update[];
  readonly backstory: RichText | null;
  readonly aiUse: string | null;
  readonly notesInternal: string | null;
  readonly sensitive: readonly ('violence' | 'minors' | 'named-suspect' | 'graphic-image')[];
  readonly rights: {
    readonly holder: string | null;
    readonly notice: RichText | null;
    readonly licence: string | null;
  } | null;
}

/** Words that were cut by a rule, for the proof that nothing else was lost. */
export interface CutWords {
  readonly rule: 'comment' | 'internal-notes' | 'raw-html';
  readonly text: string;
  readonly place: SourcePlace;
}

/** A link or cross reference that leaves the document; whoever knows the whole project can check it. */
export interface ProjectLink {
  /** The target as typed: `other-slug`, `other-slug#id`, `../other/explainer.md`. */
  readonly target: string;
  readonly kind: 'cross-reference' | 'link';
  readonly place: SourcePlace;
}

/** The structured explainer that `notes` and `html` work on. */
export interface Explainer {
  /** Project-relative path of the Markdown file. */
  readonly path: string;
  readonly slug: string;
  /** BCP 47. */
  readonly lang: string;
  readonly dir: Direction;
  readonly digits: Digits;
  /** Plain words of the headline. */
  readonly title: string;
  readonly metadata: Metadata;
  /** Body as mdast with Galley's nodes; every node keeps its position in the author's file. */
  readonly tree: Root;
  readonly outline: readonly OutlineEntry[];
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly figures: ReadonlyMap<string, FigureRecord>;
  /** Usable pictures by the name that the document uses. */
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Where a front-matter key stands (the opening `---` when it is absent). */
  placeOf(key: string): SourcePlace;
  /** Comments and other words that were cut by rule. */
  readonly cut: readonly CutWords[];
  /** What points to other documents, in order; not yet checked. */
  readonly projectLinks: readonly ProjectLink[];
  /** The ids that the author gave, with their places; those that Galley made are not among them. */
  readonly ownIds: ReadonlyMap<string, SourcePlace>;
}
