/** One browser for an open project: found and started once, when it is first needed, kept warm, closed at the end. */

import type { Browser } from '../browser/browser.js';
import { findBrowser } from '../browser/find.js';
import { launchBrowser } from '../browser/launch.js';
import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import type { BuildProgress } from './progress.js';

/** Lends the browser of an open project. */
export class BrowserDesk {
  readonly #system: System;
  readonly #flag: string | undefined;
  readonly #progress: BuildProgress;
  #started: Promise<Browser> | undefined;
  #closed = false;
  #ended: Promise<void> | undefined;
  /** What was noticed while starting, such as a missing sandbox. */
  readonly noticed: Diagnostic[] = [];
  path: string | undefined;

  constructor(system: System, flag: string | undefined, progress: BuildProgress) {
    this.#system = system;
    this.#flag = flag;
    this.#progress = progress;
  }

  /** The running browser; throws a `BuildError` when there is none or it does not start. */
  browser(config: ResolvedConfig): Promise<Browser> {
    // Documents still on their way when a run fails must not start another one.
    if (this.#closed && this.#started === undefined)
      return Promise.reject(new Error('The project is closed.'));
    this.#started ??= this.#start(config);
    return this.#started;
  }

  async #start(config: ResolvedConfig): Promise<Browser> {
    const found = await findBrowser({ flag: this.#flag, config, system: this.#system });
    this.path = found.path;
    this.#progress.line(`Printing with ${found.version ?? found.path}.`);
    return await launchBrowser({
      path: found.path,
      config,
      system: this.#system,
      report: (diagnostic) => this.noticed.push(diagnostic),
    });
  }

  /** Ends the browser, if it ever started. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#ended ??= this.#end();
    await this.#ended;
  }

  async #end(): Promise<void> {
    const browser = await this.#started?.catch(() => undefined);
    await browser?.close();
  }
}
