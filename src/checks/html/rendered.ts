/** Looks at a page in the browser, in every state, on one load. */

import type { CDPSession, Page } from 'puppeteer';
import type { FileServer, LentPage } from '../../browser/browser.js';
import type { Check, CheckRun, CheckTarget } from '../check.js';
import { runCheck, untested } from '../check.js';
import { type AxeRun, plantedFault, runAxe } from './axe.js';
import { type Engine, engineDeadline } from './engine.js';
import type { RenderedCheck } from './measured-check.js';
import { alignTags, tagNames } from './page-from-text.js';
import { PlacePictures } from './place-pictures.js';
import { isForeign, type PublishedPage } from './published-page.js';
import type { RenderedPage } from './rendered-page.js';
import { type PageState, pageStates } from './states.js';

/** What is asked of a page in the browser. */
export interface RenderedChecks {
  /** Our own measures. */
  readonly measured: readonly RenderedCheck[];
  /** Checks that read what axe-core said. */
  readonly fromAxe: readonly Check<AxeRun>[];
  /** Second opinions. */
  readonly engines: readonly Engine[];
  /** The states to look at; all by default. */
  readonly states?: readonly PageState[] | undefined;
  /** Whether places of findings are pictured. */
  readonly pictures?: boolean | undefined;
}

/** Where a page is, and how it is called in the report. */
export interface PageToRender {
  readonly published: PublishedPage;
  readonly files: FileServer;
  /** Path of the page among its files; `index.html` by default. */
  readonly path?: string | undefined;
  readonly document: string;
}

const openAll = "document.querySelectorAll('details').forEach((details) => { details.open = true; })";
const closeAll = "document.querySelectorAll('details').forEach((details) => { details.open = false; })";

/** A style sheet that is no element, so that no element changes its number. */
const lay = (style: string): string =>
  `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(style)}); document.adoptedStyleSheets = [sheet]; }`;

/** `session` stays open as long as the page is looked at: what it sets ends with it. Puppeteer's own functions refuse forced colours. */
async function show(page: Page, session: CDPSession, state: PageState): Promise<void> {
  const features = [{ name: 'prefers-color-scheme', value: state.colours }, ...state.features];
  await Promise.all([
    page.setViewport({ width: state.width, height: state.height }),
    session.send('Emulation.setEmulatedMedia', { media: state.media === 'print' ? 'print' : '', features }),
  ]);
  await page.evaluate(
    `${lay(state.readerStyle ?? '')}; ${state.open ? openAll : closeAll}; document.documentElement.getBoundingClientRect()`,
  );
}

function rendered(lent: LentPage, published: PublishedPage, state: string): RenderedPage {
  return {
    ...published,
    state,
    evaluate: (script) => lent.page.evaluate(script),
    press: async (keys) => {
      await Promise.all(keys.map((key) => lent.page.keyboard.press(key as 'Tab')));
    },
  };
}

/** Scripts may have added and taken away elements: says which of those shown stands where in the page's own text. */
async function withNumbers(lent: LentPage, published: PublishedPage): Promise<PublishedPage> {
  if (!isForeign(published)) return published;
  const shown = await lent.page.evaluate("[...document.querySelectorAll('*')].map((each) => each.localName)");
  const numbers = alignTags(shown as string[], tagNames(published.tree));
  return { ...published, numberInTree: (index) => numbers[index] ?? -1 };
}

function enginesIn(state: PageState, engines: readonly Engine[]): readonly Engine[] {
  return engines.filter(({ looksAt }) => looksAt === undefined || looksAt(state));
}

async function runEngines(
  page: RenderedPage,
  state: PageState,
  target: CheckTarget,
  checks: RenderedChecks,
): Promise<CheckRun[]> {
  const runs: CheckRun[] = [];
  if (checks.fromAxe.length > 0) {
    try {
      const run = await runAxe(page, state.axe);
      runs.push(...(await Promise.all(checks.fromAxe.map((check) => runCheck(check, run, target)))));
    } catch (error) {
      runs.push(...checks.fromAxe.map((check) => untested(check.id, target, error)));
    }
  }
  for (const engine of enginesIn(state, checks.engines))
    runs.push(await runCheck(engine, page, target, engine.deadline ?? engineDeadline));
  return runs;
}

async function checkState(
  page: RenderedPage,
  state: PageState,
  target: CheckTarget,
  checks: RenderedChecks,
): Promise<CheckRun[]> {
  const runs: CheckRun[] = [];
  // One after the other: some press keys, and all share one page.
  for (const check of checks.measured)
    if (check.looksAt(state)) runs.push(await runCheck(check, page, target));
  return state.engines ? [...runs, ...(await runEngines(page, state, target, checks))] : runs;
}

/** Whether any check asks for a state. */
function isWanted(state: PageState, { measured, fromAxe, engines }: RenderedChecks): boolean {
  return (
    (state.engines && fromAxe.length + engines.length > 0) || measured.some((check) => check.looksAt(state))
  );
}

/** Runs all rendered checks on a page that is served from memory. */
export async function checkRendered(
  lent: LentPage,
  { published, files, path, document }: PageToRender,
  checks: RenderedChecks,
): Promise<CheckRun[]> {
  await lent.load(files, path);
  const session = await lent.page.createCDPSession();
  const pictures = checks.pictures === true ? new PlacePictures(lent.page) : undefined;
  const runs: CheckRun[] = [];
  for (const state of checks.states ?? pageStates) {
    if (!isWanted(state, checks)) continue;
    await show(lent.page, session, state);
    const page = rendered(lent, await withNumbers(lent, published), state.name);
    const target = { document, output: 'html', state: state.name };
    const found = await checkState(page, state, target, checks);
    runs.push(...((await pictures?.of(found, state.name)) ?? found));
  }
  return runs;
}

/** The rows of all rendered checks when the page could not be looked at. */
export function renderedUntested(document: string, reason: unknown, checks: RenderedChecks): CheckRun[] {
  return (checks.states ?? pageStates).flatMap((state) => {
    const engines = state.engines ? [...checks.fromAxe, ...enginesIn(state, checks.engines)] : [];
    const asked = [...checks.measured.filter((check) => check.looksAt(state)), ...engines];
    return asked.map(({ id }) => untested(id, { document, output: 'html', state: state.name }, reason));
  });
}

/** Whether the engines find a fault that is known to be there; a dead engine must not look like a clean page. Gives the dead ones. */
export async function deadEngines(lent: LentPage, engines: readonly Engine[]): Promise<string[]> {
  const bytes = new TextEncoder().encode(plantedFault.html);
  await lent.load(new Map([['index.html', { mediaType: 'text/html', bytes }]]));
  const published = {
    file: 'index.html',
    html: plantedFault.html,
    source: '',
    tree: { type: 'root' as const, children: [] },
  };
  const page = rendered(lent, published, 'probe');
  const run = await runAxe(page);
  const dead = run.violations.some((finding) => finding.rule === plantedFault.rule) ? [] : ['axe-core'];
  for (const engine of engines) {
    const result = await engine.evaluate(page);
    if (result.diagnostics.length === 0) dead.push(engine.id);
  }
  return dead;
}
