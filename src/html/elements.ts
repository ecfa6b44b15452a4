/** Making and reading hast: a typed constructor, text, and the few changes that handlers and blocks need. */

import type { Element, ElementContent, Properties, Root, Text } from 'hast';
import type { Node, Position } from 'unist';

/** What `element` takes as content: nodes, plain text, or nothing. */
export type Content = ElementContent | string | undefined;

/** A text node. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** An element; undefined properties and contents are left out. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, Properties[string] | readonly string[]>> = {},
  children: readonly Content[] = [],
): Element {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (!Array.isArray(value)) kept[name] = value as string | number | true;
    else if (value.length > 0) kept[name] = [...value];
  }
  const content = children.filter((child) => child !== undefined && child !== '');
  return {
    type: 'element',
    tagName,
    properties: kept,
    children: content.map((child) => (typeof child === 'string' ? text(child) : (child as ElementContent))),
  };
}

/** Gives an element the place of the node it was made from. */
export function placed<N extends Element>(from: { readonly position?: Position | undefined }, made: N): N {
  if (from.position !== undefined) made.position = structuredClone(from.position);
  return made;
}

/** Adds class names in front of those that are there. */
export function addClass(to: Element, ...names: readonly string[]): Element {
  const present = to.properties['className'];
  to.properties['className'] = [...names, ...(Array.isArray(present) ? present : [])];
  return to;
}

/** Whether a node is an element, of one of the tag names when they are given. */
export function isElement(node: Node | undefined, ...tagNames: readonly string[]): node is Element {
  if (node?.type !== 'element') return false;
  return tagNames.length === 0 || tagNames.includes((node as Element).tagName);
}

/** Whether a node is text of nothing but white space. */
export function isBlank(node: Node): boolean {
  return node.type === 'text' && /^[ \t\n\r]*$/.test((node as Text).value);
}

/** The words of a tree, as they stand. */
export function textOf(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children.map((child) => (child.type === 'doctype' ? '' : textOf(child))).join('')
    : '';
}

/** A root around content, or null when there is none. */
export function rootOf(children: readonly ElementContent[]): Root {
  return { type: 'root', children: [...children] };
}
