/** Runs `galley setup`: looks for a browser, and gets one when there is none. */

import { findBrowser } from '../browser/find.js';
import { loadConfig } from '../config/load-config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { ExitCode } from '../report/report.js';
import { diskSystem } from '../system/disk-system.js';
import type { BrowserArguments } from './browser.parser.js';
import { makeProgress } from './progress.js';
import type { Terminal } from './terminal.js';

const question = 'No Chrome or Chromium was found. May Galley fetch one (about 170 MB)?';

/** Finds or gets a browser; gives 0 when there is one. Throws a `BuildError` when there is none and none can be had. */
export async function runSetup(args: BrowserArguments, terminal: Terminal, root: string): Promise<ExitCode> {
  const system = diskSystem(root);
  const { value: config } = await loadConfig(system, { browser: args.browser });
  const progress = makeProgress(terminal);
  progress.step('Looking for Chrome or Chromium.');
  try {
    const found = await findBrowser({ flag: args.browser, config, system });
    terminal.out(`Found ${found.version ?? 'a browser'} at ${found.path}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const consents = args.yes || (terminal.interactive && (await terminal.confirm(question)));
    if (args.browser !== undefined || !consents) throw error;
  }
  const { installBrowser } = await import('../browser/install.js');
  const got = await installBrowser({ system, progress });
  progress.clear();
  terminal.out(`Got ${got.version ?? 'a browser'} at ${got.path}.`);
  return 0;
}
