/** What a block's `render` may ask of the `html` stage. */

import type { Element, ElementContent, Properties } from 'hast';
import type { Image, Nodes, Table } from 'mdast';
import type { BlockNode, SourceReference } from '../document/nodes.js';
import type { DateSpan, Language, PartialDate } from '../language/language.js';
import type { LabelName } from '../language/locale.js';
import type { FigureRecord } from '../source/figure-record.js';
import type { ImageFile } from '../source/source-file.js';
import type { Medium } from './html-document.js';

/** Values for a label's slots: words, or elements. */
export type LabelValues = Readonly<Record<string, string | readonly ElementContent[]>>;

/** How a table is drawn. */
export interface TableOptions {
  /** Content of the caption; without one the frame is named by number. */
  readonly caption?: readonly ElementContent[] | undefined;
  /** Id of the block, from which the caption's id is made. */
  readonly id?: string | undefined;
  /** The first column holds heads. */
  readonly rowHeads?: boolean | undefined;
}

/** Helpers and facts for rendering; made by `html` and passed in. */
export interface RenderContext {
  readonly medium: Medium;
  readonly language: Language;
  /** Whether charts are drawn, or their tables printed alone. */
  readonly charts: 'drawn' | 'table';
  /** Size of words in a drawing 640 units wide, on paper: larger in clear and large print. */
  readonly chartText: number;
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Turns any mdast content into hast, keeping positions. */
  all(nodes: readonly Nodes[]): ElementContent[];
  /** The same for words of someone else, in which no glossary term is marked. */
  quoted(nodes: readonly Nodes[]): ElementContent[];
  /** Plain words as the page prints them, without notes. */
  words(nodes: readonly Nodes[]): string;
  /** Whether the words stand in the document more than once. */
  isRepeated(nodes: readonly Nodes[]): boolean;
  /** What a cross reference to an id of this document prints; undefined when there is no such id. */
  titleOf(id: string): string | undefined;
  /** Galley's own words, marked with their language where it is not that of the surroundings. */
  label(name: LabelName, values?: LabelValues): ElementContent[];
  /** A registered number in words of the page: value and unit, the value, or the label. */
  figureText(figure: FigureRecord, form: 'full' | 'value' | 'label'): string;
  /** Whether a registered number has its value in words (“dozens”). */
  isInWords(figure: FigureRecord): boolean;
  /** The short form of a block's sources, linked to the list, without a word before it. */
  sources(value: string): ElementContent[];
  /** The source line `p.source-line`, as a list of one, or empty without sources. `label` has a slot `source`. */
  sourceLine(source: SourceReference | undefined, label?: LabelName): Element[];
  /** `<time datetime>` for a date, two of them for a range. */
  time(
    date: DateSpan | PartialDate,
    options?: { readonly zone?: boolean | undefined; readonly short?: boolean | undefined },
  ): ElementContent[];
  /** The line “as of 6 January 2022”. */
  asOf(date: DateSpan): Element;
  /** The picture with its address, size and alternative text; registers the file for the output. */
  image(node: Image, alt?: string): Element;
  /** Registers a text file for the output and gives its address relative to the page. */
  file(name: string, mediaType: string, content: string): string;
  /** A table in its frame. */
  table(node: Table, options: TableOptions): Element;
  /** Keeps a credit for the list at the end of the page. */
  creditAtEnd(credit: string): void;
  /** On paper: puts a table at the end of the text, under an id of its own; gives what leads there. */
  appendix(id: string, table: ElementContent, title: readonly ElementContent[]): ElementContent;
  /** Properties that every block's outer element carries: id, class names (`block block-<name>`), lang, dir. */
  blockProperties(node: BlockNode, name: string, ...classes: readonly string[]): Properties;
}
