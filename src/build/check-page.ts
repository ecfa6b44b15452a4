/** All checks of a web page: its bytes, and what the browser shows. */

import type { Browser, FileServer, PagePurpose, ServedFile } from '../browser/browser.js';
import { type CheckRun, runCheck } from '../checks/check.js';
import { type Engine, engineDeadline } from '../checks/html/engine.js';
import { isForeign, type PublishedPage } from '../checks/html/published-page.js';
import {
  checkRendered,
  deadEngines,
  type PageToRender,
  type RenderedChecks,
  renderedUntested,
} from '../checks/html/rendered.js';
import { type PageState, pageStates, placeOfState, shareOut } from '../checks/html/states.js';
import { axeChecks, foreignChecks, pageChecks, renderedChecks } from '../checks/registry.js';
import type { OutputFile } from '../outputs/output.js';
import { type Engines, noEngines } from './engines.js';
import { mediaTypeOf } from './media-types.js';

/** What is looked at. */
export interface PageToCheck extends Omit<PageToRender, 'onLoaded'> {
  /** Without one, rendered checks are not asked for. */
  readonly browser: (() => Promise<Browser>) | undefined;
  /** Second opinions that were asked for. */
  readonly engines?: Engines | undefined;
  /** The states to look at; all by default. */
  readonly states?: RenderedChecks['states'];
  /** Whether all states are looked at in one page, which costs less; in two, one document is done sooner. */
  readonly inOnePage?: boolean | undefined;
  /** Ends looking, as when the page is not what it was any more. */
  readonly gone?: AbortSignal | undefined;
}

/** The files of an output as the browser asks for them. */
export function served(files: readonly OutputFile[]): FileServer {
  return new Map(
    files.map(({ path, bytes }): [string, ServedFile] => [path, { mediaType: mediaTypeOf(path), bytes }]),
  );
}

const dead = new WeakMap<Browser, Map<string, Promise<string[]>>>();

/** Asks each browser once whether the engines find a planted fault. */
function findDead(browser: Browser, engines: readonly Engine[]): Promise<string[]> {
  const known = dead.get(browser) ?? new Map<string, Promise<string[]>>();
  dead.set(browser, known);
  const key = engines.map(({ id }) => id).join(' ');
  const asked = known.get(key) ?? browser.withPage('check', (lent) => deadEngines(lent, engines));
  known.set(key, asked);
  return asked;
}

/** What is asked of a page in the browser; more of one that somebody else made, since no text of it was checked before. */
function checksOf(
  page: PublishedPage,
  engines: readonly Engine[],
  states: RenderedChecks['states'],
): RenderedChecks {
  const measured = isForeign(page) ? [...renderedChecks, ...foreignChecks] : renderedChecks;
  // Who looks at a few states wants a quick answer, and no pictures for a report.
  return { measured, fromAxe: axeChecks, engines, states, pictures: states === undefined };
}

/** Longest time that one page may take, ms; second opinions each take their own. */
function deadlineOf({ rendered }: Engines): number {
  return 120_000 * (1 + rendered.length);
}

/** Checks of the page's bytes. */
async function checkBytes(
  { published, document }: PageToCheck,
  engines: Engines,
): Promise<readonly CheckRun[]> {
  const target = { document, output: 'html', state: '' };
  return await Promise.all([
    ...pageChecks.map((check) => runCheck(check, published, target)),
    ...engines.page.map((check) => runCheck(check, published, target, engineDeadline)),
  ]);
}

/** Waits for something, or until it is no longer wanted. */
async function whileWanted<T>(work: Promise<T>, gone: AbortSignal | undefined): Promise<T> {
  if (gone === undefined) return await work;
  const end = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new Error('The page is not what it was any more.'));
    if (gone.aborted) refuse();
    else gone.addEventListener('abort', refuse, { once: true });
  });
  return await Promise.race([work, end]);
}

/** Checks of what the browser shows. A browser that fails leaves untested rows, never passes. */
async function checkShown(
  { browser, states, inOnePage = false, gone, ...page }: PageToCheck,
  engines: Engines,
  onLoaded: () => void,
): Promise<readonly CheckRun[]> {
  if (browser === undefined) return [];
  const { published, document } = page;
  const checks = checksOf(published, engines.rendered, states);
  const purpose: PagePurpose = isForeign(published) ? 'visit' : 'check';
  try {
    const running = await browser();
    const silent = await findDead(running, engines.rendered);
    if (silent.length > 0)
      throw new Error(`${silent.join(', ')} did not find the fault that was planted for it.`);
    // Side by side, one document uses both cores of a small machine; scripts of others may not see themselves twice.
    const isWhole = inOnePage || isForeign(published);
    const states = checks.states ?? pageStates;
    const { parts, queue } = isWhole ? { parts: [states], queue: [] } : shareOut(states);
    let loading = parts.length;
    const countDown = (): void => {
      loading -= 1;
      if (loading === 0) onLoaded();
    };
    const look = (part: readonly PageState[]): Promise<CheckRun[]> =>
      running.withPage(
        purpose,
        (lent) =>
          whileWanted(
            checkRendered(lent, { ...page, onLoaded: countDown }, { ...checks, states: part, queue }),
            gone,
          ),
        deadlineOf(engines),
      );
    const runs = (await Promise.all(parts.map(look))).flat();
    return runs.sort((a, b) => placeOfState(a.state) - placeOfState(b.state));
  } catch (error) {
    return renderedUntested(document, error, checks);
  }
}

/** Runs every check on one page. Its bytes are read once the browser has loaded it, since until then this thread serves its files. */
export async function checkPage({ engines = noEngines, ...page }: PageToCheck): Promise<CheckRun[]> {
  let tell: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const shown = checkShown(page, engines, tell);
  await Promise.race([loaded, shown]);
  const [bytes, ofStates] = await Promise.all([checkBytes(page, engines), shown]);
  return [...bytes, ...ofStates];
}

/** A page that was made and may be looked at later. */
export type PageToLookAt = Pick<PageToCheck, 'published' | 'files' | 'document'>;

/** What the browser shows of a page in all its states, without pictures, in one page of the browser; for who goes on working meanwhile. */
export async function lookAtPage(
  page: PageToLookAt,
  browser: Browser,
  gone: AbortSignal,
): Promise<readonly CheckRun[]> {
  const asked = { ...page, browser: async () => browser, states: pageStates, inOnePage: true, gone };
  return await checkShown(asked, noEngines, () => undefined);
}
