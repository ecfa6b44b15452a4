/** What a block's `render` may ask of the `html` stage. */

import type { ElementContent } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import type { BlockNode } from '../document/nodes.js';
import type { DateSpan, Language } from '../language/language.js';
import type { FigureRecord } from '../source/figure-record.js';
import type { ImageFile } from '../source/source-file.js';
import type { Medium } from './html-document.js';

/** Helpers and facts for rendering; made by `html` and passed in. */
export interface RenderContext {
  readonly medium: Medium;
  readonly language: Language;
  readonly figures: ReadonlyMap<string, FigureRecord>;
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Turns any mdast content into hast, keeping positions. */
  all(nodes: readonly Nodes[]): ElementContent[];
  /** The value and unit of a registered number as text. */
  figureText(figure: FigureRecord, form: 'full' | 'value' | 'unit' | 'label'): string;
  /** The source line of a block's `source=`: “Source: Khabar 24”, with links to the list. */
  sourceLine(source: string): ElementContent[];
  /** `<time datetime>` for a date or range. */
  time(span: DateSpan, options?: { readonly zone?: boolean; readonly short?: boolean }): ElementContent;
  /** Registers a picture for the output and gives its address relative to the page. */
  imageAddress(image: ImageFile): string;
  /** Properties that every block's outer element carries: id, class names (`block block-<name>`), lang, dir. */
  blockProperties(node: BlockNode, name: string): Record<string, string | string[] | undefined>;
  /** Inline content of a title or label. */
  inline(children: readonly PhrasingContent[]): ElementContent[];
}
