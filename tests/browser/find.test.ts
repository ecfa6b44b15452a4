/** Finding a browser: who names one first wins, and a name that leads nowhere is an error. */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FindOptions, findBrowser, findSystemBrowser } from '../../src/browser/find.js';
import { testedMajors } from '../../src/browser/tested-builds.js';
import { BuildError } from '../../src/diagnostics/build-error.js';

describe.skipIf(process.platform === 'win32')('findBrowser', () => {
  let folder: string;

  /** A program that says what a browser says when asked for its version. */
  function program(name: string, version: string, code = 0): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\necho "${version}"\nexit ${code}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  function options(
    variables: Readonly<Record<string, string>>,
    more: Partial<FindOptions> = {},
  ): FindOptions {
    return {
      flag: undefined,
      config: { browserPath: null },
      system: { env: (name) => ({ PATH: folder, ...variables })[name] },
      ...more,
    };
  }

  const tested = `Chromium ${testedMajors.to}.0.1.2 built on Debian`;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'galley-find-'));
    program('chromium', tested);
    program('google-chrome', 'Google Chrome 99.0.1.2');
    program('broken', 'Command “chromium” requires something else', 1);
    program('other', 'Firefox 140.0');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prefers the flag to the settings, and the settings to variables', async () => {
    const one = program('one', tested);
    const two = program('two', tested);
    const three = program('three', tested);
    const all = { GALLEY_BROWSER: three, PUPPETEER_EXECUTABLE_PATH: join(folder, 'broken') };
    expect(await findBrowser(options(all, { flag: one, config: { browserPath: two } }))).toMatchObject({
      path: one,
      from: 'flag',
    });
    expect(await findBrowser(options(all, { config: { browserPath: two } }))).toMatchObject({
      path: two,
      from: 'config',
    });
    expect(await findBrowser(options(all))).toMatchObject({ path: three, from: 'GALLEY_BROWSER' });
  });

  it('finds the system’s, a tested version before an untested one', async () => {
    expect(await findSystemBrowser({ env: (name) => ({ PATH: folder })[name] })).toMatchObject({
      path: join(folder, 'chromium'),
      version: `Chromium ${testedMajors.to}.0.1.2`,
      major: testedMajors.to,
      tested: true,
    });
  });

  it.each(['broken', 'other', 'absent'])('does not look on when the named one is %s', async (name) => {
    const path = join(folder, name);
    const failure = await findBrowser(options({ GALLEY_BROWSER: path })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildError);
    expect(failure).toMatchObject({
      kind: 'environment',
      diagnostic: { code: 'browser-is-available', excerpt: path },
    });
    expect((failure as BuildError).message).toContain('GALLEY_BROWSER');
  });

  it('names the three ways forward when there is none', async () => {
    const none = await findBrowser(options({ PATH: '/nowhere' })).catch((error: unknown) => error);
    // Another copy may lie in Galley's own folder on a developer's computer.
    if (!(none instanceof BuildError)) return expect(none).toMatchObject({ from: 'own' });
    expect(none.diagnostic.code).toBe('browser-is-available');
    expect(none.diagnostic.fix).toMatch(/galley setup.*install Chrome or Chromium.*GALLEY_BROWSER/);
  });
});
