/** Looks at a published page in the browser, in every state, on one load. */

import type { Page } from 'puppeteer';
import type { LentPage, ServedFile } from '../../browser/browser.js';
import type { Check, CheckRun, CheckTarget } from '../check.js';
import { runCheck, untested } from '../check.js';
import { type AxeRun, plantedFault, type RenderedPage, runAxe } from './axe.js';
import { axeFindsNothing } from './axe-finds-nothing/check.js';
import { engineQuestionsAreAnswered } from './engine-questions-are-answered/check.js';
import type { PublishedPage } from './published-page.js';
import { reflowAt320 } from './reflow-at-320/check.js';
import { type PageState, pageStates } from './states.js';

const fromAxe: readonly Check<AxeRun>[] = [axeFindsNothing, engineQuestionsAreAnswered];

/** Width at which WCAG 1.4.10 asks for reflow, CSS px. */
const narrow = 320;

const openAll = "document.querySelectorAll('details').forEach((details) => { details.open = true; })";
const closeAll = "document.querySelectorAll('details').forEach((details) => { details.open = false; })";

async function show(page: Page, state: PageState): Promise<void> {
  await page.setViewport({ width: state.width, height: state.height });
  await page.emulateMediaType(state.media);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: state.colours }]);
  await page.evaluate(state.open ? openAll : closeAll);
}

async function checkState(rendered: RenderedPage, width: number, target: CheckTarget): Promise<CheckRun[]> {
  const reflow = width === narrow ? [await runCheck(reflowAt320, rendered, target)] : [];
  try {
    const run = await runAxe(rendered);
    return [...reflow, ...(await Promise.all(fromAxe.map((check) => runCheck(check, run, target))))];
  } catch (error) {
    return [...reflow, ...fromAxe.map((check) => untested(check.id, target, error))];
  }
}

/** Runs all rendered checks on a page that is served from memory; `files` by path relative to the page. */
export async function checkRendered(
  lent: LentPage,
  published: PublishedPage,
  files: ReadonlyMap<string, ServedFile>,
  document: string,
): Promise<CheckRun[]> {
  await lent.load(files);
  const runs: CheckRun[] = [];
  for (const state of pageStates) {
    await show(lent.page, state);
    const rendered = {
      ...published,
      state: state.name,
      evaluate: (script: string) => lent.page.evaluate(script),
    };
    runs.push(...(await checkState(rendered, state.width, { document, output: 'html', state: state.name })));
  }
  return runs;
}

/** The rows of all rendered checks when the page could not be looked at. */
export function renderedUntested(document: string, reason: unknown): CheckRun[] {
  return pageStates.flatMap((state) => {
    const checks = [...fromAxe, ...(state.width === narrow ? [reflowAt320] : [])];
    return checks.map(({ id }) => untested(id, { document, output: 'html', state: state.name }, reason));
  });
}

/** Whether the engine finds a fault that is known to be there; a dead engine must not look like a clean page. */
export async function engineIsAlive(lent: LentPage): Promise<boolean> {
  const bytes = new TextEncoder().encode(plantedFault.html);
  await lent.load(new Map([['index.html', { mediaType: 'text/html', bytes }]]));
  const run = await runAxe({
    file: 'index.html',
    html: plantedFault.html,
    source: '',
    tree: { type: 'root', children: [] },
    state: 'probe',
    evaluate: (script) => lent.page.evaluate(script),
  });
  return run.violations.some((finding) => finding.rule === plantedFault.rule);
}
