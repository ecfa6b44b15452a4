/** Small readings of hast properties. */

import type { Element, ElementContent, RootContent } from 'hast';
import { identityOf } from '../chromium-tree.js';

/** A property as text; undefined when it is absent or no text. */
export function property(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.join(' ') : undefined;
}

/** A whole number from a property, at least 1. */
export function spanOf(element: Element, name: string): number {
  const value = Number(property(element, name) ?? 1);
  return Number.isInteger(value) && value > 0 && value <= 1000 ? value : 1;
}

/** Whether the element has one of the class names. */
export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const list = element.properties['className'];
  return Array.isArray(list) && list.some((item) => names.includes(String(item)));
}

/** Whether an element is for the eye only. */
export function isHidden(element: Element): boolean {
  const value = element.properties['ariaHidden'];
  return value === 'true' || element.properties['hidden'] === true;
}

/** The identity in a `lang` attribute, and the real language before it. */
export function languageOf(element: Element): {
  readonly identity: string | undefined;
  readonly lang: string | undefined;
} {
  const tag = property(element, 'lang');
  if (tag === undefined || tag === '') return { identity: undefined, lang: undefined };
  const real = tag.replace(/(?:^|-)x-.*$/i, '');
  return { identity: identityOf(tag), lang: real === '' ? undefined : real };
}

/** All text below a node, as it stands. */
export function plainText(node: ElementContent | RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(plainText).join('') : '';
}

/** Folds white space to single spaces and trims. */
export function folded(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim();
}
