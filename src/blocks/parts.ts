/** Small things that recognisers and renderers of several blocks share. */

import type { ElementContent } from 'hast';
import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { RichText } from '../document/explainer.js';
import type { RecogniseContext } from '../document/recognise-context.js';
import { addClass, isElement } from '../html/elements.js';
import type { RenderContext } from '../html/render-context.js';
import type { LabelName } from '../language/locale.js';
import { separator } from '../language/punctuation.js';

/** One of Galley's own words as a title. */
export function labelTitle(context: RecogniseContext, name: LabelName): RichText {
  const text = context.language.label(name);
  return { text, children: [{ type: 'text', value: text }] };
}

/** The first paragraph of an item, where the block's own parts stand. */
export function firstParagraph(item: ListItem): Paragraph | undefined {
  const first = item.children[0];
  return first?.type === 'paragraph' ? first : undefined;
}

/** A paragraph with other content and the place of the first. */
export function paragraphOf(from: Paragraph, children: readonly PhrasingContent[]): Paragraph {
  const position = from.position === undefined ? {} : { position: from.position };
  return { type: 'paragraph', children: [...children], ...position };
}

/** Inline content without white space, or one kind of sign, at its beginning. */
export function trimStart(children: readonly PhrasingContent[], sign = /^\s+/u): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(sign, '');
  return value === '' ? rest : [{ ...first, value } satisfies Text, ...rest];
}

function opensMore(words: string): boolean {
  return (words.match(/[(（]/gu)?.length ?? 0) > (words.match(/[)）]/gu)?.length ?? 0);
}

/** Splits inline content at its first colon that stands in no brackets, so that “(in Russian: …)” stays whole. */
export function splitAtColon(
  children: readonly PhrasingContent[],
  context: RecogniseContext,
): readonly [PhrasingContent[], PhrasingContent[]] | undefined {
  const parts = context.split(children, 'colon');
  if (parts === undefined || !opensMore(context.toText(parts[0]))) return parts;
  const rest = splitAtColon(parts[1], context);
  if (rest === undefined) return undefined;
  const colon: Text = { type: 'text', value: separator(context.language, 'colon') };
  return [[...parts[0], colon, ...rest[0]], rest[1]];
}

/** Content with its one list replaced. */
export function around<N extends RootContent>(
  found: { readonly before: readonly RootContent[]; readonly after: readonly RootContent[] },
  node: N,
): RootContent[] {
  return [...found.before, node, ...found.after];
}

/** The first list in a block's content. */
export function listOf(children: readonly RootContent[]): List | undefined {
  return children.find((child): child is List => child.type === 'list');
}

/** Content in order, the list drawn by `draw`. */
export function withList(
  children: readonly RootContent[],
  context: RenderContext,
  draw: (list: List) => ElementContent,
): ElementContent[] {
  const list = listOf(children);
  return children.flatMap((child) => (child === list ? [draw(list)] : context.all([child])));
}

/** A list as prose has it, with a class of its own. */
export function classedList(list: List, context: RenderContext, className: string): ElementContent {
  const [made] = context.all([list]);
  return isElement(made) ? addClass(made, className) : { type: 'text', value: '' };
}
