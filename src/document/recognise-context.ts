/** What a block's recogniser may ask of the `document` stage. */

import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { DateSpan, Language } from '../language/language.js';
import type { FigureRecord } from '../source/figure-record.js';
import type { ImageFile } from '../source/source-file.js';
import type { SourceRecord } from '../source/source-record.js';
import type { RichText } from './explainer.js';
import type { BlockNode } from './nodes.js';

/** How one attribute of a block is written. */
export interface AttributeRule {
  readonly form: 'text' | 'rich' | 'date' | 'flag' | 'id' | 'sources' | readonly string[];
  readonly required?: boolean | undefined;
}

/** Attribute values after checking; absent ones are undefined, flags are true or false. */
export interface AttributeValues {
  text(name: string): string | undefined;
  rich(name: string): RichText | undefined;
  date(name: string): DateSpan | undefined;
  flag(name: string): boolean;
}

/** Helpers and facts for recognisers; the object is made by `document` and passed in, so no block imports the engine. */
export interface RecogniseContext {
  readonly language: Language;
  readonly timezone: string;
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly images: ReadonlyMap<string, ImageFile>;
  /** The parts that every block has (id, classes, lang, dir, print, heading level), from attributes and surroundings. */
  common(directive: ContainerDirective | LeafDirective): Omit<BlockNode, 'type' | 'data'>;
  /** Reads and checks the block's own attributes; unknown, malformed and missing ones are reported with their place. */
  attributes(
    directive: ContainerDirective | LeafDirective,
    rules: Readonly<Record<string, AttributeRule>>,
  ): AttributeValues;
  /** Content in which inner directives, citations and numbers are already recognised. */
  children(directive: ContainerDirective): readonly (BlockContent | DefinitionContent | RootContent)[];
  /** The block's one list, or undefined after reporting at the opening line that it is missing or doubled. */
  onlyList(directive: ContainerDirective): List | undefined;
  /** Parses a date of any precision, `~`, time, zone, or a range; undefined when the text is no date. */
  parseDate(text: string): DateSpan | undefined;
  /** Plain words of inline content. */
  toText(children: readonly PhrasingContent[]): string;
  /** Whether the content holds a citation or a footnote call, at any depth. */
  holdsCitation(children: readonly RootContent[]): boolean;
  report(diagnostic: Diagnostic): void;
  /** A place in the document's file. */
  place(position: Position | undefined): SourcePlace;
}
