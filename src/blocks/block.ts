/** What an authoring block is: how it is written, and what it becomes. One folder per block; the engine is known as types only. */

import type { Element, ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { BlockNode } from '../document/nodes.js';
import type { RecogniseContext } from '../document/recognise-context.js';
import type { RenderContext } from '../html/render-context.js';

/** A Markdown passage that shows the block, kept true by the tests. */
export interface BlockExample {
  readonly title: string;
  readonly markdown: string;
  /** Codes of the findings that this example gives, in order; none for a good one. */
  readonly findings?: readonly string[];
}

/** An authoring block such as `:::timeline`. */
export interface Block<N extends BlockNode = BlockNode> {
  /** As authors write it. */
  readonly name: string;
  /** One sentence for the authors' guide. */
  readonly summary: string;
  /** The mdast type of its node. */
  readonly type: N['type'];
  /** What it may hold: nothing (`::toc`), lists, tables, pictures and paragraphs, or any block but its own kind. */
  readonly holds: 'nothing' | 'prose' | 'blocks';
  /**
   * Reads the directive. Every complaint about the block is made here, through `context.report`; the value is the best node we have,
   * or undefined when nothing can be made of it (then the directive's content stays as plain blocks, so that no word is lost).
   */
  recognise(directive: ContainerDirective | LeafDirective, context: RecogniseContext): N | undefined;
  /** Total and silent: makes the element(s) for the screen or for paper (`context.medium`). */
  render(node: N, context: RenderContext): Element | readonly ElementContent[];
  readonly examples: readonly BlockExample[];
}
