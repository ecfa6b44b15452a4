/** What is lost when readers make text larger or widen its spacing. */

import type { Measures, Named } from './types.js';

/** Whether an element holds words of its own. */
export function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
  );
}

/** The nearest box around an element that cuts what does not fit, and by how much its text sticks out of it, CSS px. */
export function cutBy(element: Element): { readonly box: Element; readonly by: number } | undefined {
  let text: DOMRect | undefined;
  for (
    let at: Element | null = element;
    at !== null && at !== document.documentElement;
    at = at.parentElement
  ) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    const cutsX = overflowX === 'hidden' || overflowX === 'clip';
    const cutsY = overflowY === 'hidden' || overflowY === 'clip';
    if (cutsX || cutsY) {
      text ??= growth.textBox(element);
      const box = at.getBoundingClientRect();
      const across = cutsX ? Math.max(text.right - box.right, box.left - text.left) : 0;
      const down = cutsY ? Math.max(text.bottom - box.bottom, box.top - text.top) : 0;
      if (Math.max(across, down) > 2) return { box: at, by: Math.max(across, down) };
    }
    if (position === 'fixed') break;
  }
  return undefined;
}

/** The box of what an element holds. */
export function textBox(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** Texts that are cut by a box around them. Texts only for screen readers are cut on purpose. */
export function cutTexts(): Measures {
  const texts = dom.all().filter((element) => growth.hasOwnText(element) && dom.isShown(element));
  const offences: Named[] = [];
  for (const element of texts) {
    const cut = growth.cutBy(element);
    if (cut !== undefined && !dom.isClippedAway(element))
      offences.push(dom.named(element, String(Math.round(cut.by))));
  }
  return dom.answer(texts.length, offences);
}

/** Whether the page lets readers zoom: `user-scalable=no` and a largest scale below 2 take that away. */
export function zoomForbidden(): Measures {
  const metas = [...document.querySelectorAll('meta[name="viewport" i]')];
  const offences = metas.flatMap((meta): Named[] => {
    const content = meta.getAttribute('content') ?? '';
    const scale = Number.parseFloat(/maximum-scale\s*=\s*([^,;\s]+)/i.exec(content)?.[1] ?? 'NaN');
    const forbids =
      /user-scalable\s*=\s*(?:no|0(?![.\d])|0\.0*(?!\d))/i.test(content) ||
      (scale >= 0 && scale < 2) ||
      /maximum-scale\s*=\s*yes/i.test(content);
    return forbids ? [dom.named(meta, content)] : [];
  });
  return dom.answer(metas.length, offences);
}

/** The nearest element that gives a property in its style attribute, itself or around. */
export function giverOf(element: Element, property: string): HTMLElement | undefined {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (at instanceof HTMLElement && at.style.getPropertyValue(property) !== '') return at;
  return undefined;
}

/** Whether an element is somewhere that readers can scroll to. */
export function isOnPage(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return dom.isShown(element) && box.bottom + scrollY > 0 && box.right + scrollX > 0;
}

/** How much spacing a text has, in its own font's size; lines that stay single need none. */
export function spacingOf(text: Element, property: string): number | undefined {
  const style = getComputedStyle(text);
  const size = Number.parseFloat(style.fontSize);
  const value = Number.parseFloat(style.getPropertyValue(property));
  if (property !== 'line-height') return (Number.isNaN(value) ? 0 : value) / size;
  const height = Number.isNaN(value) ? 1.2 * size : value;
  return Math.round(text.getBoundingClientRect().height / height) < 2 ? undefined : height / size;
}

/** Spacing fixed by `!important` in a style attribute below what readers may ask for (1.4.12). */
export function fixedSpacing(): Measures {
  const wanted = { 'letter-spacing': 0.12, 'word-spacing': 0.16, 'line-height': 1.5 } as const;
  const texts = dom.all().filter((each) => growth.hasOwnText(each) && growth.isOnPage(each));
  let instances = 0;
  const offences: Named[] = [];
  for (const text of texts) {
    for (const [property, least] of Object.entries(wanted)) {
      const giver = growth.giverOf(text, property);
      if (giver?.style.getPropertyPriority(property) !== 'important') continue;
      if (/^(?:inherit|unset|revert|revert-layer)$/.test(giver.style.getPropertyValue(property))) continue;
      instances += 1;
      const given = growth.spacingOf(text, property);
      if (given !== undefined && given + 0.001 < least)
        offences.push(dom.named(text, `${property} ${given.toFixed(2)}, needed ${least}`));
    }
  }
  return dom.answer(instances, offences);
}
