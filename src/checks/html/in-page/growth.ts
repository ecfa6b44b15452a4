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
  const range = document.createRange();
  range.selectNodeContents(element);
  const text = range.getBoundingClientRect();
  for (
    let at: Element | null = element;
    at !== null && at !== document.documentElement;
    at = at.parentElement
  ) {
    const { overflowX, overflowY, position } = getComputedStyle(at);
    const cutsX = overflowX === 'hidden' || overflowX === 'clip';
    const cutsY = overflowY === 'hidden' || overflowY === 'clip';
    if (cutsX || cutsY) {
      const box = at.getBoundingClientRect();
      const across = cutsX ? Math.max(text.right - box.right, box.left - text.left) : 0;
      const down = cutsY ? Math.max(text.bottom - box.bottom, box.top - text.top) : 0;
      if (Math.max(across, down) > 2) return { box: at, by: Math.max(across, down) };
    }
    if (position === 'fixed') break;
  }
  return undefined;
}

/** Texts that are cut by a box around them. Texts only for screen readers are cut on purpose. */
export function cutTexts(): Measures {
  const texts = dom
    .all()
    .filter((element) => growth.hasOwnText(element) && dom.isShown(element) && !dom.isClippedAway(element));
  const offences: Named[] = [];
  for (const element of texts) {
    const cut = growth.cutBy(element);
    if (cut !== undefined) offences.push(dom.named(element, String(Math.round(cut.by))));
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

/** Spacing fixed by `!important` in a style attribute below what readers may ask for (1.4.12). */
export function fixedSpacing(): Measures {
  const wanted = { 'letter-spacing': 0.12, 'word-spacing': 0.16, 'line-height': 1.5 } as const;
  let instances = 0;
  const offences: Named[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('[style]')) {
    for (const [property, least] of Object.entries(wanted)) {
      if (element.style.getPropertyPriority(property) !== 'important') continue;
      const text = [element, ...element.querySelectorAll('*')].find(
        (each) => growth.hasOwnText(each) && dom.isShown(each),
      );
      if (text === undefined) continue;
      instances += 1;
      const { fontSize, lineHeight } = getComputedStyle(element);
      const size = Number.parseFloat(fontSize);
      const given = Number.parseFloat(getComputedStyle(element).getPropertyValue(property));
      const value = Number.isNaN(given) ? (property === 'line-height' ? 1.2 * size : 0) : given;
      const lines = Math.round(
        element.getBoundingClientRect().height / (Number.parseFloat(lineHeight) || 1.2 * size),
      );
      const single = property === 'line-height' && lines < 2;
      if (value + 0.01 < least * size && !single)
        offences.push(dom.named(element, `${property} ${(value / size).toFixed(2)}, needed ${least}`));
    }
  }
  return dom.answer(instances, offences);
}
