/** What the passes over one document share: the author's files, the language, and where findings go. */

import type { Text } from 'mdast';
import type { Point, Position } from 'unist';
import type { Block } from '../blocks/block.js';
import type { ResolvedConfig } from '../config/config.js';
import type { TextPositions } from '../config/text-positions.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Language } from '../language/language.js';
import type { SourceFile } from '../source/source-file.js';
import type { CutWords, ProjectLink } from './explainer.js';
import type { MarkdownParser } from './markdown.js';

/** What this stage needs of a block: its reader, and what it may hold. */
export type BlockReader = Pick<Block, 'holds' | 'recognise'>;

/** The source behind a piece of text, escapes and all. */
export interface RawText {
  readonly text: string;
  /** The point in the file of an index of `text`. */
  point(index: number): Point;
}

/** The ids that a document has. */
export interface KnownIds {
  has(id: string): boolean;
  all(): Iterable<string>;
}

/** One document on the bench. */
export interface Work {
  readonly source: SourceFile;
  readonly config: ResolvedConfig;
  /** The page's language, with the digits that the document itself uses most. */
  language: Language;
  readonly languageOf: (tag: string) => Language;
  readonly blocks: ReadonlyMap<string, BlockReader>;
  /** Points of the whole file. */
  readonly positions: TextPositions;
  readonly parseInline: MarkdownParser;
  /** File offsets of directives whose braces could not be read; nothing is missed there. */
  readonly unreadable: Set<number>;
  /** The known source nearest to an unknown id, null when none is near. */
  readonly nearestSources: Map<string, string | null>;
  /** Numbers whose missing words are told already. */
  readonly toldFigures: Set<string>;
  /** Text nodes as typed, with their escapes; nodes that a pass made are absent. */
  readonly raw: Map<Text, RawText>;
  readonly cut: CutWords[];
  /** What points to other documents, in the order of reading. */
  readonly projectLinks: ProjectLink[];
  /** Ids of the body; undefined until its structure is read. */
  ids: KnownIds | undefined;
  report(finding: Diagnostic): void;
  place(position: Position | undefined): SourcePlace;
}
