/** The working state of one medium: what handlers share while one document becomes HTML. Made and dropped within the stage. */

import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Language } from '../language/language.js';
import type { AnnotatedExplainer } from '../notes/annotated-explainer.js';
import type { BlockRenderer } from './block-renderer.js';
import type { BlockTemplate, BlockView } from './block-templates.js';
import type { Term } from './glossary-terms.js';
import type { Asset, Medium } from './html-document.js';
import type { RelatedExplainers } from './related.js';

/** A link out of the page, for the list of addresses on paper. */
export interface OutsideLink {
  readonly href: string;
  readonly content: readonly ElementContent[];
}

/** What one conversion knows and collects. */
export interface Page {
  readonly explainer: AnnotatedExplainer;
  readonly medium: Medium;
  /** The print profile; it decides the size of words in drawings. */
  readonly printKind: 'standard' | 'clear' | 'large';
  readonly config: ResolvedConfig;
  readonly language: Language;
  readonly blocks: ReadonlyMap<string, BlockRenderer>;
  /** Templates of the theme by the block's name; a block without one stays as it was made. */
  readonly blockTemplates: ReadonlyMap<string, BlockTemplate>;
  /** What all block templates of this page know. */
  readonly blockView: Omit<BlockView, 'block' | 'slots'>;
  readonly related: RelatedExplainers;
  /** What a cross reference to an id prints. */
  readonly targets: ReadonlyMap<string, readonly PhrasingContent[]>;
  /** Picture files by address relative to the page. */
  readonly assets: Map<string, Asset>;
  /** Element ids of the calls of each note, as far as they are on this page. */
  readonly calls: Map<number, string[]>;
  /** Credits of decorative pictures, for the list at the end. */
  readonly credits: string[];
  /** Long tables of charts, for the end of the text on paper. */
  readonly appendix: ElementContent[];
  readonly links: OutsideLink[];
  /** Languages of the elements around the present place, the page's own first. */
  readonly languages: string[];
  /** Glossary terms whose first use has not come yet, longest first. */
  readonly terms: Term[];
  /** Depth of headings, quotes and links around the present place, where no term is marked. */
  quiet: number;
  /** Tables without a title so far. */
  namelessTables: number;
  /** Parts that the author placed inside the text. */
  readonly placedParts: Set<'toc' | 'notes' | 'sources'>;
  readonly diagnostics: Diagnostic[];
}

/** Runs something as content of an element in another language. */
export function inLanguage<T>(page: Page, lang: string | undefined, run: () => T): T {
  if (lang === undefined) return run();
  page.languages.push(lang);
  try {
    return run();
  } finally {
    page.languages.pop();
  }
}

/** Runs something where glossary terms stay as they are. */
export function quietly<T>(page: Page, run: () => T): T {
  page.quiet += 1;
  try {
    return run();
  } finally {
    page.quiet -= 1;
  }
}
