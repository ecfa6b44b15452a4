/** What a block's recogniser may ask of the `document` stage. */

import type { Image, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { DateSpan, Language } from '../language/language.js';
import type { FigureRecord } from '../source/figure-record.js';
import type { ImageFile } from '../source/source-file.js';
import type { SourceRecord } from '../source/source-record.js';
import type { RichText } from './explainer.js';
import type { BlockNode, SourceReference } from './nodes.js';

/** A directive that stands for a block. */
export type BlockDirective = ContainerDirective | LeafDirective;

/**
 * How an attribute's value is written: plain text; text with inline Markdown; a date of any precision; a word alone
 * (`pull`); the id of something in this document (checked); sources to name (checked); a language tag; or one of a list of words.
 */
export type AttributeForm =
  | 'text'
  | 'rich'
  | 'date'
  | 'flag'
  | 'id'
  | 'sources'
  | 'language'
  | readonly string[];

/** How one attribute of a block is written, and what is said when it is missing. */
export interface AttributeRule {
  readonly form: AttributeForm;
  readonly required?: boolean | undefined;
  /** Code of the finding when it is required and missing; `keys-and-blocks-are-known` unless told. */
  readonly code?: string | undefined;
  /** Why a reader needs it, one sentence, for the finding when it is missing. */
  readonly why?: string | undefined;
  /** An example value for the finding when it is missing. */
  readonly example?: string | undefined;
}

/** Attribute values after checking. Absent and refused ones are undefined, flags are true or false. */
export interface AttributeValues {
  /** The value of a `text`, `id` or `language` attribute, or of one that takes words of a list. Never empty. */
  text(name: string): string | undefined;
  rich(name: string): RichText | undefined;
  date(name: string): DateSpan | undefined;
  flag(name: string): boolean;
  sources(name: string): SourceReference | undefined;
  /** Where the attribute stands; the opening line when it is absent. */
  place(name: string): SourcePlace;
}

/** What is said when a block's one list, table or picture is missing. */
export interface MissingPart {
  /** Code of the finding; `keys-and-blocks-are-known` unless told. */
  readonly code?: string | undefined;
  /** Why a reader needs it, one sentence. */
  readonly why?: string | undefined;
}

/** The block's one list, table or picture, and what stands around it, in order. */
export interface OnlyOne<N> {
  readonly node: N;
  readonly before: readonly RootContent[];
  readonly after: readonly RootContent[];
}

/** The parts that every block has, ready to be spread into its node. */
export type BlockCommon = Omit<BlockNode, 'type' | 'children' | 'data' | 'heading' | 'reference' | 'source'>;

/** Helpers and facts for recognisers; the object is made by `document` and passed in, so no block imports the engine. */
export interface RecogniseContext {
  readonly language: Language;
  /** IANA name, for dates without a zone. */
  readonly timezone: string;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly figures: ReadonlyMap<string, FigureRecord>;
  /** Usable pictures by the name that the document uses. */
  readonly images: ReadonlyMap<string, ImageFile>;

  /** Id, classes, language, direction, print mode, heading level and position, from attributes and surroundings. */
  common(directive: BlockDirective): BlockCommon;
  /**
   * Reads and checks the block's own attributes (those of every block are read by `common`). Unknown, malformed and
   * missing ones are reported with their place. Call it once for each directive.
   */
  attributes(directive: BlockDirective, rules: Readonly<Record<string, AttributeRule>>): AttributeValues;
  /**
   * Reads `{date=… certainty=…}` at the end of a list item, as `attributes` does, and takes it out of the item.
   * Without braces all values are absent.
   */
  itemAttributes(item: ListItem, rules: Readonly<Record<string, AttributeRule>>): AttributeValues;

  /** Content in which inner blocks, citations and numbers are already recognised. */
  children(directive: BlockDirective): readonly RootContent[];
  /** The block's one list; undefined after reporting at the opening line that it is missing. A second one stays in `after`, reported. */
  onlyList(directive: BlockDirective, missing?: MissingPart): OnlyOne<List> | undefined;
  /** The block's one table, as `onlyList`. */
  onlyTable(directive: BlockDirective, missing?: MissingPart): OnlyOne<Table> | undefined;
  /** The block's one picture, as `onlyList`; words in the picture's own paragraph come first in `after`. */
  onlyImage(directive: BlockDirective, missing?: MissingPart): OnlyOne<Image> | undefined;

  /**
   * Splits inline content at the first comma, colon or semicolon that stands in its text (not inside emphasis or a
   * link), in the page's own signs too, and drops the sign and the space around it. A colon counts where space, the
   * end or other markup follows, so that `10:30` and addresses stay whole. Undefined when there is none.
   */
  split(
    children: readonly PhrasingContent[],
    sign: 'comma' | 'colon' | 'semicolon',
  ): readonly [before: PhrasingContent[], after: PhrasingContent[]] | undefined;
  /** Parses a date of any precision, `~`, time, zone, or a range; undefined when the text is no date. */
  parseDate(text: string): DateSpan | undefined;
  /** Plain words of inline or block content; citations and note calls give none. */
  toText(nodes: readonly RootContent[]): string;
  /** Whether the content holds a citation or a footnote call, at any depth. */
  holdsCitation(nodes: readonly RootContent[]): boolean;

  /** Adds a finding, beside those that the recogniser returns. */
  report(diagnostic: Diagnostic): void;
  /** A place in the document's file. */
  place(position: Position | undefined): SourcePlace;
  /** The directive's opening line, where missing parts are told. */
  openingPlace(directive: BlockDirective): SourcePlace;
}
