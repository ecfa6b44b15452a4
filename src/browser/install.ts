/** Gets a browser where there is none: the tested build, else the distribution's own package. Only ever called with consent. */

import { mkdir, readFile, rm } from 'node:fs/promises';
import process from 'node:process';
import { BuildError } from '../diagnostics/build-error.js';
import type { System } from '../system/system.js';
import { browserFolder, type FoundBrowser, findOwnBrowser, findSystemBrowser } from './find.js';
import { noBrowserObtained } from './messages.js';
import type { Progress } from './progress.js';
import { runTool } from './run-tool.js';
import { testedBuild } from './tested-builds.js';

/** What `installBrowser` needs. */
export interface InstallOptions {
  readonly system: Pick<System, 'env'>;
  readonly progress: Progress;
}

/** How long a download may show no sign of life, ms. */
const silence = 20_000;
const minute = 60_000;

/** Ends a download that hangs: rejects when `beat` was not called for `silence` ms. */
function whileAlive<T>(work: (beat: () => void) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const beat = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error('no answer')), silence);
    };
    beat();
    work(beat)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

/**
 * Downloads the tested build into our own folder, over TLS from the makers of Chrome, who publish no fingerprint to compare it with. Throws
 * when it cannot be had or its archive is not whole.
 */
async function downloadTested(progress: Progress): Promise<void> {
  const { Browser, detectBrowserPlatform, install } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error('there is no build for this computer');
  const cacheDir = await browserFolder();
  await mkdir(cacheDir, { recursive: true, mode: 0o755 });
  const wanted = { browser: Browser.CHROME, buildId: testedBuild, cacheDir, platform };
  const archive = await whileAlive((beat) =>
    install({
      ...wanted,
      unpack: false,
      downloadProgressCallback: (done, total) => {
        beat();
        progress.bytes(done, total);
      },
    }),
  );
  try {
    await install(wanted);
  } catch (error) {
    // A cut archive would be used again at the next try, so it goes.
    await rm(archive, { force: true });
    throw error;
  }
}

/** Whether this is a system with Debian's package tool, and we may use it. */
async function mayUseApt(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

async function installFromDistribution(progress: Progress): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = async (args: readonly string[], timeoutMs: number): Promise<boolean> => {
    const run = await runTool('apt-get', args, {
      env,
      timeoutMs,
      onLine: (line) => progress.line(`  ${line}`),
    });
    return run.code === 0;
  };
  progress.step('Asking the system for its package lists (apt-get update).');
  await apt(['update', '-q'], 5 * minute);
  progress.step('Installing the system’s Chromium (apt-get install -y chromium).');
  await apt(['install', '-y', '-q', '--no-install-recommends', 'chromium'], 15 * minute);
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // Its first line may lead over to a list that says no more.
  return (text.split('\n')[0] ?? text).replace(/[\s:]+$/, '');
}

/**
 * Gets a browser: the build that Galley was tested with, else, as root on Debian or Ubuntu, the distribution's chromium. Throws a `BuildError`
 * (`browser-is-available`) that names the ways left when neither can be had.
 */
export async function installBrowser({ system, progress }: InstallOptions): Promise<FoundBrowser> {
  progress.step(`Downloading Chrome ${testedBuild}, the build that Galley was tested with.`);
  try {
    await downloadTested(progress);
    const own = await findOwnBrowser();
    if (own !== undefined) return own;
    progress.line('It was downloaded but does not run on this computer; a system library is missing.');
  } catch (error) {
    progress.line(`It cannot be downloaded here (${reasonOf(error)}).`);
  }
  if (await mayUseApt()) {
    await installFromDistribution(progress);
    const found = await findSystemBrowser(system);
    if (found !== undefined) return found;
  }
  throw new BuildError('environment', noBrowserObtained());
}
