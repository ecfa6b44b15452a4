/** Looks at a page in the browser, in every state, on one load. */

import type { CDPSession } from 'puppeteer';
import type { FileServer, LentPage } from '../../browser/browser.js';
import type { Check, CheckRun, CheckTarget } from '../check.js';
import { runCheck, untested } from '../check.js';
import { type AxeRun, plantedFault, runAxe } from './axe.js';
import { type Engine, engineDeadline } from './engine.js';
import type { RenderedCheck } from './measured-check.js';
import { alignTags, tagNames } from './page-from-text.js';
import { PlacePictures } from './place-pictures.js';
import { isForeign, type PublishedPage } from './published-page.js';
import { type RenderedPage, takeMeasures } from './rendered-page.js';
import { type PageState, pageStates } from './states.js';
import { StylePlaces } from './style-places.js';

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
  /** Further states, taken out one by one and shared with another page. */
  readonly queue?: PageState[] | undefined;
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
  /** Hears when the browser has all that belongs to the page. */
  readonly onLoaded?: (() => void) | undefined;
}

const openAll = "document.querySelectorAll('details').forEach((details) => { details.open = true; })";
const closeAll = "document.querySelectorAll('details').forEach((details) => { details.open = false; })";

/** A style sheet that is no element, so that no element changes its number. */
const lay = (style: string): string =>
  `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(style)}); document.adoptedStyleSheets = [sheet]; }`;

/** One page in the browser while it is looked at. */
interface Showing {
  readonly lent: LentPage;
  /** Stays open as long as the page is looked at: what it sets ends with it. Puppeteer's own functions refuse forced colours. */
  readonly session: CDPSession;
  readonly published: PublishedPage;
}

/** Sets what readers and their devices set. */
async function emulate({ lent: { page }, session }: Showing, state: PageState): Promise<void> {
  const { width, height, media, colours, features } = state;
  const viewport = page.viewport();
  const isLarge = viewport?.width === width && viewport.height === height;
  await Promise.all([
    isLarge ? undefined : page.setViewport({ width, height }),
    session.send('Emulation.setEmulatedMedia', {
      media: media === 'print' ? 'print' : '',
      features: [{ name: 'prefers-color-scheme', value: colours }, ...features],
    }),
  ]);
}

/** Lays what readers lay over the page, and opens or closes its disclosures. */
async function arrange({ lent }: Showing, state: PageState): Promise<void> {
  await lent.page.evaluate(`${lay(state.readerStyle ?? '')}; ${state.open ? openAll : closeAll}`);
}

/** Presses keys without waiting between them. Where no script can hear it, Tab is not let go of, which halves the messages. */
async function press({ lent, session, published }: Showing, keys: readonly string[]): Promise<void> {
  const { keyboard } = lent.page;
  if (isForeign(published) || keys.some((key) => key !== 'Tab')) {
    await Promise.all(keys.map((key) => keyboard.press(key as 'Tab')));
    return;
  }
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
  await Promise.all(keys.map(() => session.send('Input.dispatchKeyEvent', { ...tab, type: 'rawKeyDown' })));
  await session.send('Input.dispatchKeyEvent', { ...tab, type: 'keyUp' });
}

/** The page in one state, with the measures that its checks will ask for. */
function rendered(showing: Showing, state: string, names: readonly string[]): RenderedPage {
  const evaluate = (script: string): Promise<unknown> => showing.lent.page.evaluate(script);
  const taken = names.length === 0 ? undefined : takeMeasures({ evaluate }, names);
  // Each check that waits for it says what went wrong.
  taken?.catch(() => undefined);
  return { ...showing.published, state, evaluate, press: (keys) => press(showing, keys), taken };
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
  showing: Showing,
  state: PageState,
  target: CheckTarget,
  checks: RenderedChecks,
): Promise<CheckRun[]> {
  const measured = checks.measured.filter((check) => check.looksAt(state));
  const names = measured.flatMap(({ measureName }) => measureName ?? []);
  const page = rendered(showing, state.name, names);
  const runs: CheckRun[] = [];
  // One after the other: some press keys, and all share one page.
  for (const check of measured) runs.push(await runCheck(check, page, target));
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
  { published, files, path, document, onLoaded }: PageToRender,
  checks: RenderedChecks,
): Promise<CheckRun[]> {
  const session = await lent.page.createCDPSession();
  const showing = { lent, session, published };
  const states = checks.states ?? pageStates;
  try {
    // As the first state has it, so that nothing is laid out twice.
    if (states[0] !== undefined) await emulate(showing, states[0]);
    await lent.load(files, path);
    onLoaded?.();
    return await checkStates(showing, document, checks);
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** The states of a page: its own, then what is left of those that it shares. */
function* statesOf(checks: RenderedChecks): Generator<PageState> {
  yield* (checks.states ?? pageStates).filter((state) => isWanted(state, checks));
  for (let next = checks.queue?.shift(); next !== undefined; next = checks.queue?.shift())
    if (isWanted(next, checks)) yield next;
}

async function checkStates(showing: Showing, document: string, checks: RenderedChecks): Promise<CheckRun[]> {
  const { lent, published } = showing;
  const pictures = checks.pictures === true ? new PlacePictures(lent.page) : undefined;
  const styles = new StylePlaces(showing.session);
  const runs: CheckRun[] = [];
  for (const state of statesOf(checks)) {
    await emulate(showing, state);
    await arrange(showing, state);
    const numbered = { ...showing, published: await withNumbers(lent, published) };
    const target = { document, output: 'html', state: state.name };
    const noticed = await checkState(numbered, state, target, checks);
    const found = await styles.of(noticed, published);
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
  const page: RenderedPage = {
    ...published,
    state: 'probe',
    evaluate: (script) => lent.page.evaluate(script),
    press: () => Promise.resolve(),
  };
  const run = await runAxe(page);
  const dead = run.violations.some((finding) => finding.rule === plantedFault.rule) ? [] : ['axe-core'];
  for (const engine of engines) {
    const result = await engine.evaluate(page);
    if (result.diagnostics.length === 0) dead.push(engine.id);
  }
  return dead;
}
