/** Starts the browser in the safest way that works here. */

import process from 'node:process';
import type { ResolvedConfig } from '../config/config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import type { Browser } from './browser.js';
import { browserDoesNotStart, printsWithoutSandbox, sandboxRequired } from './messages.js';
import { sweepProfiles } from './profile.js';
import { type StartedBrowser, startBrowser, startModes } from './start.js';
import { SupervisedBrowser } from './supervise.js';

/** What `launchBrowser` needs. */
export interface LaunchOptions {
  /** The executable, as `findBrowser` gave it. */
  readonly path: string;
  readonly config: Pick<ResolvedConfig, 'untrusted'>;
  readonly system: Pick<System, 'env'>;
  /** Receives the one warning when the sandbox cannot be used. */
  readonly report?: ((diagnostic: Diagnostic) => void) | undefined;
}

/**
 * Starts Chromium: sandboxed as the present user, or as `nobody` when we are root; without sandbox only for own content,
 * with one warning. Throws a `BuildError` (`browser-is-sandboxed`, `browser-is-available`) when none of these works.
 */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  const { path, config, system, report } = options;
  const env = (name: string): string | undefined => system.env(name);
  const isRoot = process.getuid?.() === 0;
  await sweepProfiles();
  let cause: unknown;
  for (const mode of await startModes(env)) {
    if (mode === 'no-sandbox' && config.untrusted) {
      throw new BuildError('environment', sandboxRequired(isRoot), cause);
    }
    try {
      const first: StartedBrowser = await startBrowser(path, mode, env);
      const version = await first.chromium.version();
      if (mode === 'no-sandbox') report?.(printsWithoutSandbox(isRoot));
      return new SupervisedBrowser(first, version, config.untrusted, () => startBrowser(path, mode, env));
    } catch (error) {
      cause = error;
    }
  }
  throw new BuildError('environment', browserDoesNotStart(path, undefined), cause);
}
