/** What is where on the page: what is wider than the screen, what is too small to hit. */

import type { Measures, Named } from './types.js';

/** Whether an element scrolls or cuts what is wider than itself. */
export function holdsOverflow(element: Element): boolean {
  return ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
}

/** Whether a box around an element scrolls or cuts what is wider than itself. */
export function inFrame(element: Element): boolean {
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
    if (layout.holdsOverflow(at)) return true;
  return false;
}

/** The box of an element, or of its text where that sticks out of it. */
export function reachOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  if (!growth.hasOwnText(element) || layout.holdsOverflow(element)) return box;
  const text = growth.textBox(element);
  return text.right > box.right || text.left < box.left ? text : box;
}

/** The innermost elements that reach past the right (or, right to left, left) edge, outside of frames that scroll. */
export function tooWide(): Measures {
  const width = document.documentElement.clientWidth;
  const scrolled = document.scrollingElement?.scrollWidth ?? 0;
  if (scrolled <= width) return dom.answer(1, []);
  const wide = dom.all().filter((element) => {
    if (element === document.documentElement || element === document.body || layout.inFrame(element))
      return false;
    const box = layout.reachOf(element);
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  });
  const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  const shown = inner.length > 0 ? inner.slice(0, 5) : [document.body];
  return dom.answer(
    1,
    shown.map((element) => dom.named(element, String(Math.round(layout.reachOf(element).right)))),
  );
}

/** Whether a link stands in a line of text, where its line height is not its own (WCAG 2.2, 2.5.8, inline). */
export function isInline(element: Element): boolean {
  const parent = element.parentElement;
  if (parent === null || !getComputedStyle(element).display.startsWith('inline')) return false;
  const around = dom.oneLine(parent.textContent ?? '');
  return around.length > dom.oneLine(element.textContent ?? '').length || layout.isInline(parent);
}

interface Target {
  readonly element: HTMLElement;
  readonly box: DOMRect;
}

/** Whether a 24 px circle on the target's centre meets another target, or the circle of another small one. */
export function isCrowded({ element, box }: Target, others: readonly Target[]): boolean {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  return others.some((other) => {
    if (other.element === element || other.element.contains(element) || element.contains(other.element))
      return false;
    const small = other.box.width < 24 || other.box.height < 24;
    if (small) {
      const away = Math.hypot(
        x - other.box.left - other.box.width / 2,
        y - other.box.top - other.box.height / 2,
      );
      return away < 24;
    }
    const dx = Math.max(other.box.left - x, 0, x - other.box.right);
    const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
    return Math.hypot(dx, dy) < 12;
  });
}

/** Targets below 24 by 24 CSS px that have no room around them and stand in no line of text. */
export function smallTargets(): Measures {
  const targets = dom
    .tabStops()
    .filter((element) => dom.isShown(element) && !dom.isClippedAway(element))
    .map((element): Target => ({ element, box: element.getBoundingClientRect() }));
  const small = targets.filter(
    ({ element, box }) =>
      (box.width < 23.5 || box.height < 23.5) && !layout.isInline(element) && !layout.hasOwnSize(element),
  );
  const offences = small
    .filter((target) => layout.isCrowded(target, targets))
    .map(
      ({ element, box }): Named =>
        dom.named(element, `${Math.round(box.width)} by ${Math.round(box.height)}`),
    );
  return dom.answer(targets.length, offences);
}

/** Sizes that the browser gives and no author changed are exempt (2.5.8, user agent control); so is the area of a label. */
export function hasOwnSize(element: Element): boolean {
  if (!(element instanceof HTMLInputElement)) return false;
  if (element.type !== 'checkbox' && element.type !== 'radio') return false;
  return getComputedStyle(element).appearance !== 'none';
}

/** Pieces of content that turn or lock with the way the screen is held (1.3.4). */
export function turnedByOrientation(): Measures {
  let rules = 0;
  const offences: Named[] = [];
  const visit = (list: CSSRuleList, orientation: boolean): void => {
    for (const rule of list) {
      if (rule instanceof CSSMediaRule)
        visit(rule.cssRules, orientation || /orientation/.test(rule.conditionText));
      else if (rule instanceof CSSStyleRule && orientation) {
        rules += 1;
        const turn = layout.turnOf(rule.style);
        const element = turn === undefined ? null : document.querySelector(rule.selectorText);
        if (element !== null && turn !== undefined)
          offences.push(dom.named(element, `${Math.round(turn)} degrees`));
      }
    }
  };
  for (const sheet of document.styleSheets) {
    try {
      visit(sheet.cssRules, false);
    } catch {
      // Styles of another host cannot be read; they are not loaded either.
    }
  }
  return dom.answer(rules, offences);
}

/** A turn by about a quarter, in degrees; undefined for any other or none. */
export function turnOf(style: CSSStyleDeclaration): number | undefined {
  const probe = document.createElement('div');
  probe.style.transform = style.transform;
  probe.style.rotate = style.rotate;
  document.documentElement.append(probe);
  const { transform, rotate } = getComputedStyle(probe);
  probe.remove();
  const matrix = new DOMMatrix(transform === 'none' ? undefined : transform);
  const own = rotate === 'none' ? 0 : Number.parseFloat(rotate);
  const turn = Math.abs((Math.atan2(matrix.b, matrix.a) * 180) / Math.PI + own) % 360;
  const quarter = Math.min(Math.abs(turn - 90), Math.abs(turn - 270));
  return quarter < 5 ? turn : undefined;
}
