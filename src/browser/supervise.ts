/** Keeps one Chromium healthy: lends pages, races every job against crash and deadline, recycles, retries once. */

import type { Browser, LentPage, PagePurpose } from './browser.js';
import { type PreparedPage, preparePage } from './lend.js';
import { type PageLoss, PageLostError } from './page-lost-error.js';
import type { StartedBrowser } from './start.js';

/** How many pages are open at the same time. */
const pageLimit = 6;
/** After how many jobs a browser is replaced by a fresh one. */
const jobLimit = 100;
/** Deadline of a job in ms, unless told otherwise. */
const defaultDeadline = 30_000;

/** One browser process with what it is doing. */
interface Generation {
  readonly started: StartedBrowser;
  active: number;
  jobs: number;
  /** Takes no new job; ends when the last one is done. */
  draining: boolean;
  /** Pages that stand ready and were never used, one of a kind. */
  readonly spares: Map<PagePurpose, Promise<PreparedPage | undefined>>;
  /** Pages that showed content of our own and may show more; a page keeps nothing of a document, since none of its scripts ran. */
  readonly idle: Map<PagePurpose, PreparedPage[]>;
}

/** Errors of puppeteer that mean: the other side is gone. Its classes are not imported, since they load slowly. */
function isLoss(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'TargetCloseError' ||
      error.name === 'ConnectionClosedError' ||
      /Target closed|Session closed|detached Frame|Connection closed|Page crashed/i.test(error.message))
  );
}

/** Runs a job on a page and rejects with a `PageLostError` when the page is lost first. */
async function race<T>(
  generation: Generation,
  lent: LentPage,
  deadlineMs: number,
  job: (page: LentPage) => Promise<T>,
): Promise<T> {
  const { page } = lent;
  const { chromium } = generation.started;
  let lose: (loss: PageLoss, cause?: unknown) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = (loss, cause) => reject(new PageLostError(loss, cause));
  });
  const onError = (error: Error): void => lose('crash', error);
  const onDisconnect = (): void => lose('disconnect');
  const timer = setTimeout(() => lose('deadline'), deadlineMs);
  page.on('error', onError);
  chromium.on('disconnected', onDisconnect);
  if (!chromium.connected) lose('disconnect');
  try {
    return await Promise.race([job(lent), lost]);
  } catch (error) {
    throw isLoss(error) ? new PageLostError('disconnect', error) : error;
  } finally {
    clearTimeout(timer);
    page.off('error', onError);
    chromium.off('disconnected', onDisconnect);
    lost.catch(() => undefined);
  }
}

/** A `Browser` over processes that `start` makes, one after the other. */
export class SupervisedBrowser implements Browser {
  readonly version: string;
  readonly sandboxed: boolean;
  readonly #start: () => Promise<StartedBrowser>;
  readonly #untrusted: boolean;
  readonly #ending = new Set<Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #present: Promise<Generation> | undefined;
  #open = 0;
  #closed = false;

  constructor(
    first: StartedBrowser,
    version: string,
    untrusted: boolean,
    start: () => Promise<StartedBrowser>,
  ) {
    this.version = version;
    this.#untrusted = untrusted;
    this.sandboxed = first.mode !== 'no-sandbox';
    this.#start = start;
    this.#present = Promise.resolve(SupervisedBrowser.#generation(first));
  }

  static #generation(started: StartedBrowser): Generation {
    const generation: Generation = {
      started,
      active: 0,
      jobs: 0,
      draining: false,
      spares: new Map(),
      idle: new Map(),
    };
    SupervisedBrowser.#makeReady(generation, 'print');
    return generation;
  }

  async withPage<T>(
    purpose: PagePurpose,
    job: (page: LentPage) => Promise<T>,
    deadlineMs: number = defaultDeadline,
  ): Promise<T> {
    await this.#enter();
    try {
      try {
        return await this.#once(purpose, job, deadlineMs);
      } catch (error) {
        if (!(error instanceof PageLostError) || this.#closed) throw error;
        return await this.#once(purpose, job, deadlineMs);
      }
    } finally {
      this.#leave();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const present = this.#present;
    this.#present = undefined;
    if (present !== undefined) await present.then(({ started }) => started.end()).catch(() => undefined);
    await Promise.all(this.#ending);
  }

  /** Waits for one of the pages that may be open at a time. */
  async #enter(): Promise<void> {
    if (this.#open >= pageLimit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#open += 1;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#open -= 1;
    else next();
  }

  async #once<T>(purpose: PagePurpose, job: (page: LentPage) => Promise<T>, deadlineMs: number): Promise<T> {
    const generation = await this.#healthy();
    generation.active += 1;
    generation.jobs += 1;
    if (generation.jobs >= jobLimit) this.#drain(generation);
    try {
      const prepared = await this.#page(generation, purpose);
      let mayStay = false;
      try {
        const answer = await race(generation, prepared.lent, deadlineMs, job);
        mayStay = !this.#servesOnce(purpose) && !generation.draining;
        return answer;
      } finally {
        if (mayStay) generation.idle.set(purpose, [...(generation.idle.get(purpose) ?? []), prepared]);
        // A hung page never answers; its browser is drained below.
        else void prepared.context.close().catch(() => undefined);
      }
    } catch (error) {
      if (error instanceof PageLostError) this.#drain(generation);
      throw error;
    } finally {
      generation.active -= 1;
      if (generation.draining) this.#endWhenIdle(generation);
    }
  }

  /** The present browser, or a new one when it is draining or gone. */
  async #healthy(): Promise<Generation> {
    if (this.#closed) throw new Error('The browser was closed.');
    const present = await this.#present;
    if (present !== undefined && !present.draining && present.started.chromium.connected) return present;
    if (present !== undefined) this.#drain(present);
    this.#present ??= this.#start().then(SupervisedBrowser.#generation);
    return await this.#present;
  }

  /** Scripts of others may leave something behind, and so may content that is not trusted. */
  #servesOnce(purpose: PagePurpose): boolean {
    return this.#untrusted || purpose === 'visit';
  }

  /** A page that stands ready, or a new one; where pages serve once, the next is made ready while this one works. */
  async #page(generation: Generation, purpose: PagePurpose): Promise<PreparedPage> {
    const idle = generation.idle.get(purpose)?.pop();
    if (idle !== undefined) return idle;
    const spare = generation.spares.get(purpose);
    generation.spares.delete(purpose);
    try {
      const prepared = (await spare) ?? (await preparePage(generation.started.chromium, purpose));
      const makesNext = this.#servesOnce(purpose) && purpose !== 'visit';
      if (makesNext && !generation.draining) SupervisedBrowser.#makeReady(generation, purpose);
      return prepared;
    } catch (error) {
      throw isLoss(error) ? new PageLostError('disconnect', error) : error;
    }
  }

  static #makeReady({ started, spares }: Generation, purpose: PagePurpose): void {
    if (spares.has(purpose)) return;
    spares.set(
      purpose,
      preparePage(started.chromium, purpose).catch(() => undefined),
    );
  }

  #drain(generation: Generation): void {
    if (!generation.draining) {
      generation.draining = true;
      this.#present = undefined;
    }
    this.#endWhenIdle(generation);
  }

  #endWhenIdle(generation: Generation): void {
    if (generation.active > 0) return;
    const ended = generation.started.end();
    this.#ending.add(ended);
    void ended.finally(() => this.#ending.delete(ended));
  }
}
