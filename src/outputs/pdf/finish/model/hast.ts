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

/** What `dir` says: true for right to left, undefined where it says nothing. */
export function directionOf(element: Element): boolean | undefined {
  const dir = property(element, 'dir');
  return dir === 'rtl' || dir === 'ltr' ? dir === 'rtl' : undefined;
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

/** Whether a `nav` is the contents list. */
export function isContentsList(node: Element): boolean {
  return hasClass(node, 'block-toc', 'toc') || node.properties['role'] === 'doc-toc';
}

/** Whether a figure shows a picture, apart from its caption. */
export function holdsPicture(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' &&
      !isHidden(child) &&
      (child.tagName === 'img' ||
        child.tagName === 'svg' ||
        (child.tagName !== 'figcaption' && holdsPicture(child))),
  );
}

/** A paragraph that only carries pictures is no paragraph. */
export function onlyPictures(node: Element): boolean {
  const elements = node.children.filter((child) => child.type === 'element');
  return (
    elements.length > 0 &&
    elements.every((child) => child.tagName === 'img') &&
    folded(node.children.map(plainText).join('')) === ''
  );
}

/** The name that a drawing gives itself. */
export function titleOf(node: Element): string | undefined {
  const title = node.children.find((child) => child.type === 'element' && child.tagName === 'title');
  return title === undefined ? undefined : folded(plainText(title));
}
