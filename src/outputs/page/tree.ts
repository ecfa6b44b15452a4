/** Small readings of an author's HTML tree. */

import type { Element, ElementContent, Root, RootContent } from 'hast';

/** A property as text; undefined when it is absent or no text. */
export function textProperty(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.join(' ') : undefined;
}

/** Words of a property that holds several (`class`, `role`, `rel`). */
export function wordsOfProperty(element: Element, name: string): readonly string[] {
  return (textProperty(element, name) ?? '').split(/\s+/).filter((word) => word !== '');
}

/** Whether an element has one of the roles. */
export function hasRole(element: Element, ...roles: readonly string[]): boolean {
  return wordsOfProperty(element, 'role').some((role) => roles.includes(role));
}

/** Whether an element has one of the classes. */
export function hasClass(element: Element, ...names: readonly string[]): boolean {
  return wordsOfProperty(element, 'className').some((name) => names.includes(name));
}

/** Whether an element is kept from assistive technology. */
export function isAriaHidden(element: Element): boolean {
  return textProperty(element, 'ariaHidden') === 'true';
}

/** Elements below a node in document order; those that `enter` refuses are left out with all they hold. */
export function* elementsBelow(
  node: Root | Element,
  enter: (element: Element) => boolean = () => true,
): Generator<Element> {
  for (const child of node.children) {
    if (child.type !== 'element' || !enter(child)) continue;
    yield child;
    yield* elementsBelow(child, enter);
  }
}

/** Elements that readers get, in document order. */
export function elementsRead(node: Root | Element): Generator<Element> {
  return elementsBelow(node, (element) => !isAriaHidden(element));
}

/** White space folded to single spaces, none at the ends. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What an element says to a reader who hears it: its words and the descriptions of its pictures. */
export function spokenWords(node: Element | ElementContent | RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isAriaHidden(node)) return '';
  const label = textProperty(node, 'ariaLabel');
  if (label !== undefined && folded(label) !== '') return label;
  if (node.tagName === 'img') return textProperty(node, 'alt') ?? '';
  if (node.tagName === 'svg') {
    const title = node.children.find((child) => child.type === 'element' && child.tagName === 'title');
    return title === undefined ? '' : spokenWords(title);
  }
  return node.children.map(spokenWords).join('');
}

/** Whether an element holds words or pictures at all, for the eye or the ear. */
export function isEmpty(node: ElementContent | RootContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type !== 'element') return true;
  return !['img', 'svg', 'math', 'table'].includes(node.tagName) && node.children.every(isEmpty);
}

/** Replaces each element by what `change` makes of it, innermost first; `undefined` takes it out. */
export function rebuild(
  parent: Root | Element,
  change: (element: Element) => readonly ElementContent[] | undefined,
): void {
  const made: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    if (child.type !== 'element') {
      made.push(child);
      continue;
    }
    rebuild(child, change);
    made.push(...(change(child) ?? []));
  }
  parent.children = made as typeof parent.children;
}
