/** At 320 CSS px nothing makes the page scroll sideways; only table and chart frames may scroll on their own. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, failedOrPassed } from '../../check.js';
import type { RenderedPage } from '../axe.js';
import { elementPlace } from '../published-page.js';

const id = 'reflow-at-320';

/** Names the innermost elements that reach past the right (or, right to left, left) edge, outside of frames that scroll. */
const finder = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const scrolls = (element) => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
  const inFrame = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) if (scrolls(at)) return true;
    return false;
  };
  const all = [...document.querySelectorAll('*')];
  const wide = all.filter((element) => {
    if (element === document.documentElement || element === document.body || inFrame(element)) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  });
  const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  const named = inner.length > 0 ? inner : [document.body];
  return named.slice(0, 5).map((element) => ({
    index: all.indexOf(element), html: element.outerHTML.slice(0, 120), tag: element.localName,
    right: Math.round(element.getBoundingClientRect().right), width,
  }));
})()`;

interface Wide {
  readonly index: number;
  readonly html: string;
  readonly tag: string;
  readonly right: number;
  readonly width: number;
}

/** No sideways scrolling at 320 px (WCAG 2.2, 1.4.10). */
export const reflowAt320: Check<RenderedPage> = {
  id,
  subject: 'html',
  severity: 'error',
  criteria: ['1.4.10'],
  evaluate: async (page) => {
    const found = await page.evaluate(finder);
    if (!Array.isArray(found)) throw new Error('The page gave no measurements.');
    const diagnostics = found.map(
      (wide: Wide): Diagnostic => ({
        code: id,
        severity: 'error',
        what: `On a screen 320 pixels wide this reaches to ${wide.right} pixels: ${wide.html.replace(/\s+/g, ' ')}`,
        why: 'Readers with a small screen or with 400 % zoom have to scroll sideways for every line.',
        fix: 'Let it wrap or shrink, or put it in a frame that scrolls alone.',
        place: elementPlace(page, wide.tag, wide.index),
        excerpt: wide.html,
      }),
    );
    return failedOrPassed(id, diagnostics);
  },
};
