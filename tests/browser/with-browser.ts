/** Opens the one Chromium of the tests. Without one they skip with a loud line, and fail where `CI` is set. */

import process from 'node:process';
import { describe } from 'vitest';
import type { Browser } from '../../src/browser/browser.js';
import { findBrowser } from '../../src/browser/find.js';
import { launchBrowser } from '../../src/browser/launch.js';

const system = { env: (name: string): string | undefined => process.env[name] };

const found = await findBrowser({ system, config: { browserPath: null }, flag: undefined }).catch(
  (error: unknown) => {
    if (process.env['CI'] !== undefined) throw error;
    process.stderr.write('\nNO BROWSER FOUND: every test that needs one is skipped.\n');
    return undefined;
  },
);

/** `describe` that needs a browser. */
export const describeWithBrowser: typeof describe = (
  found === undefined ? describe.skip : describe
) as typeof describe;

/** Starts a browser for a test file; the caller closes it. */
export async function openBrowser(
  options: { readonly untrusted?: boolean; readonly report?: (code: string) => void } = {},
): Promise<Browser> {
  if (found === undefined) throw new Error('There is no browser.');
  return await launchBrowser({
    path: found.path,
    config: { untrusted: options.untrusted ?? false },
    system,
    report: (diagnostic) => options.report?.(diagnostic.code),
  });
}
