/** Runs axe-core on a rendered page: once per state, for all checks that read its answers. */

import { inPageSource } from './in-page-code.js';
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

/** Normal text needs 4.5:1; large text would need less, so this never lets through too much. */
const enoughContrast = 4.5;

/** Whether our own measure answers what axe could not. */
export function isAnswered({ contrast }: AxeNode): boolean {
  return contrast !== null && contrast >= enoughContrast;
}

/** What axe-core is asked; which of it in a state is said by the state's `AxePart`. */
const question = {
  tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  further: ['label-content-name-mismatch', 'p-as-heading', 'table-fake-caption'],
  // Where the same is rendered as before, these alone may say something else.
  byLayout: ['target-size', 'scrollable-region-focusable', 'p-as-heading', 'skip-link'],
  byColour: ['color-contrast', 'link-in-text-block'],
  enoughContrast,
} as const;

function isAxeAnswer(value: unknown): value is Omit<AxeRun, 'page'> {
  return typeof value === 'object' && value !== null && 'violations' in value && 'rulesThatRan' in value;
}

/** Runs axe-core in the page; throws when it gives no answer or no rule looked at anything, so that silence is never a pass. */
export async function runAxe(page: RenderedPage, part: AxePart = 'all'): Promise<AxeRun> {
  // Half a megabyte of code: it is sent once to a page, not in each of its states.
  if ((await page.evaluate('typeof axe')) === 'undefined') {
    const { default: axe } = await import('axe-core');
    await page.evaluate(axe.source);
  }
  const answer = await page.evaluate(
    `(${inPageSource()}).asking.answers(${JSON.stringify({ part, ...question })})`,
  );
  if (!isAxeAnswer(answer) || answer.rulesThatRan === 0) throw new Error('axe-core gave no answer.');
  return { page, ...answer };
}

/** A page with one known fault, to see that the engine is alive before its silence is believed. */
export const plantedFault: { readonly html: string; readonly rule: string } = {
  html: '<!doctype html><html lang="en"><head><title>Probe</title></head><body><main><h1>Probe</h1><img src="p.png"></main></body></html>',
  rule: 'image-alt',
};
