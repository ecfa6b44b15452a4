/**
 * Elements as measures name them.
 *
 * Code in this folder runs inside the page. It is sent there function by function, so nothing but functions may stand at the
 * top of a file; other files are reached through one namespace each, named like the file.
 */

import type { Measures, Named } from './types.js';

/** All elements in document order: the order in which they lead back to the author's lines. */
export function all(): Element[] {
  return [...document.querySelectorAll('*')];
}

/** The shortest selector that a person would look for. */
export function selectorOf(element: Element): string {
  if (element.id !== '') return `${element.localName}#${element.id}`;
  const name = element.classList.item(0);
  return name === null ? element.localName : `${element.localName}.${name}`;
}

/** Names an element with what was found on it. */
export function named(element: Element, found: string, unsure = false): Named {
  const html = element.outerHTML.replace(/\s+/g, ' ').slice(0, 160);
  return { index: dom.all().indexOf(element), selector: dom.selectorOf(element), html, unsure, found };
}

/** A measure's answer; at most twenty offences, since one cause often shows in many places. */
export function answer(instances: number, offences: readonly Named[]): Measures {
  return { instances, offences: offences.slice(0, 20) };
}

/** Whether an element is drawn. */
export function isShown(element: Element): boolean {
  if (
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  )
    return false;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}

/** Whether assistive software meets an element: drawn or only clipped, and not hidden from it. */
export function isExposed(element: Element): boolean {
  if (element.closest('[aria-hidden="true"], [hidden]:not([hidden="until-found"]), [inert]') !== null)
    return false;
  return element.checkVisibility({ visibilityProperty: true });
}

/** Whether an element hides what it holds from the eye alone. */
export function clips(element: Element, { clip, clipPath, overflow }: CSSStyleDeclaration): boolean {
  if (clipPath !== 'none' && /inset\((?:50|100)%/.test(clipPath)) return true;
  if (/rect\(0(?:px)?,? 0(?:px)?,? 0(?:px)?,? 0(?:px)?\)|rect\(1px,? 1px,? 1px,? 1px\)/.test(clip))
    return true;
  if (overflow === 'visible') return false;
  const box = element.getBoundingClientRect();
  return box.width <= 1 && box.height <= 1;
}

/** Whether an element is hidden from the eye alone, as skip links and labels for screen readers are. */
export function isClippedAway(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (dom.clips(at, getComputedStyle(at))) return true;
  return false;
}

/** Text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Visible words of an element, without those of its children that are no text. */
export function wordsOf(element: Element): string {
  return dom.oneLine(element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''));
}

/** Everything that can be reached by Tab. */
export function tabStops(): HTMLElement[] {
  const selector =
    'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable]:not([contenteditable="false"]), [tabindex]';
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !(element as HTMLInputElement).disabled &&
      element.closest('[inert]') === null &&
      element.checkVisibility({ visibilityProperty: true }),
  );
}

/** The root that holds an element's ids. */
export function byId(element: Element, id: string): Element | null {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null;
}
