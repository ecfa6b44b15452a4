/** Runs axe-core on a rendered page: once per state, for all checks that read its answers. */

import type { AxeResults } from 'axe-core';
import type { RenderedPage } from './rendered-page.js';
import type { AxePart } from './states.js';

/** One element that axe names. */
export interface AxeNode {
  readonly selector: string;
  /** Number of the element in document order, 0-based; -1 when it is not in the page's own tree. */
  readonly index: number;
  readonly html: string;
  readonly summary: string;
  /** Our own measure of the text's contrast where axe has none, else null. */
  readonly contrast: number | null;
}

/** One rule's answer. */
export interface AxeFinding {
  readonly rule: string;
  readonly help: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly nodes: readonly AxeNode[];
}

/** What axe said about a page in one state. */
export interface AxeRun {
  readonly page: RenderedPage;
  readonly violations: readonly AxeFinding[];
  readonly incomplete: readonly AxeFinding[];
  /** How many rules looked at something. */
  readonly rulesThatRan: number;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;
const further = ['label-content-name-mismatch', 'p-as-heading', 'table-fake-caption'] as const;
/** Rules that look at colours. */
const byColour = ['color-contrast', 'link-in-text-block'] as const;

/**
 * Runs in the page. axe gives up on the contrast of text near pictures, in frames that scroll and below outlines; where the text and the nearest
 * opaque ground are plain colours, their ratio (WCAG 2.2, 1.4.3) answers the question. Null where a picture, a gradient or an alpha is involved.
 */
const ownContrast = `(element) => {
  const channels = (colour) => (/^rgba?\\(([^)]+)\\)$/.exec(colour)?.[1] ?? '').split(/[ ,/]+/).map(Number);
  const isPlain = (colour) => colour.length >= 3 && colour.every(Number.isFinite) && (colour[3] ?? 1) === 1;
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((value) => value / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(element);
  const front = channels(element instanceof SVGElement ? style.fill : style.color);
  let ground = null;
  for (let at = element; at && ground === null; at = at.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
    if (backgroundImage !== 'none' || opacity !== '1') return null;
    const colour = channels(backgroundColor);
    if (colour.length >= 3 && colour[3] !== 0) ground = colour;
  }
  // Without any ground of the page's own there is paper, or the window's white.
  const isLight = matchMedia('print').matches || matchMedia('(prefers-color-scheme: light)').matches;
  if (ground === null && isLight) ground = [255, 255, 255];
  if (ground === null) return null;
  if (!isPlain(front) || !isPlain(ground)) return null;
  const [light, dark] = [luminance(front), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}`;

/** Runs in the page: element references become numbers in document order, since those lead back to the tree. */
const runnerOf = (part: AxePart): string => `(async () => {
  const part = '${part}';
  const rules = part === 'looks' ? {} : Object.fromEntries(${JSON.stringify(further)}.map((id) => [id, { enabled: true }]));
  if (part === 'structure') rules['color-contrast'] = { enabled: false };
  // Nothing is tapped on paper, and its structure is that of the page: how bold a line is says nothing there.
  if (matchMedia('print').matches) for (const id of ['p-as-heading', 'target-size']) rules[id] = { enabled: false };
  const results = await axe.run(document, {
    runOnly: part === 'looks' ? { type: 'rule', values: ${JSON.stringify(byColour)} } : { type: 'tag', values: ${JSON.stringify(tags)} },
    rules, elementRef: true, resultTypes: ['violations', 'incomplete'],
  });
  // A bold line of a page's head or foot (the publisher's name) begins no part of the text.
  const outsideText = (element) => document.querySelector('main') !== null && element?.closest('main') === null;
  const asked = (list) => list
    .map((rule) => rule.id === 'p-as-heading' ? { ...rule, nodes: rule.nodes.filter((node) => !outsideText(node.element)) } : rule)
    .filter((rule) => rule.nodes.length > 0);
  const all = new Map([...document.querySelectorAll('*')].map((element, index) => [element, index]));
  const contrast = ${ownContrast};
  const plain = (list) => list.map(({ id, help, description, tags, nodes }) => ({
    rule: id, help, description, tags,
    nodes: nodes.map((node) => ({
      selector: node.target.flat().join(' '), index: all.get(node.element) ?? -1, html: node.html, summary: node.failureSummary ?? '',
      contrast: id === 'color-contrast' && node.element ? contrast(node.element) : null,
    })),
  }));
  return {
    violations: plain(results.violations), incomplete: plain(asked(results.incomplete)),
    // A page without text gives rules of colours nothing to look at.
    rulesThatRan: results.passes.length + results.violations.length + results.incomplete.length
      + (part === 'looks' ? results.inapplicable.length : 0),
  };
})()`;

function isAxeAnswer(value: unknown): value is Omit<AxeRun, 'page'> & Pick<AxeResults, never> {
  return typeof value === 'object' && value !== null && 'violations' in value && 'rulesThatRan' in value;
}

/** Runs axe-core in the page; throws when it gives no answer or no rule looked at anything, so that silence is never a pass. */
export async function runAxe(page: RenderedPage, part: AxePart = 'all'): Promise<AxeRun> {
  // Half a megabyte of code: it is sent once to a page, not in each of its states.
  if ((await page.evaluate('typeof axe')) === 'undefined') {
    const { default: axe } = await import('axe-core');
    await page.evaluate(axe.source);
  }
  const answer = await page.evaluate(runnerOf(part));
  if (!isAxeAnswer(answer) || answer.rulesThatRan === 0) throw new Error('axe-core gave no answer.');
  return { page, ...answer };
}

/** A page with one known fault, to see that the engine is alive before its silence is believed. */
export const plantedFault: { readonly html: string; readonly rule: string } = {
  html: '<!doctype html><html lang="en"><head><title>Probe</title></head><body><main><h1>Probe</h1><img src="p.png"></main></body></html>',
  rule: 'image-alt',
};
