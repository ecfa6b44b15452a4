/** Finds the Chrome or Chromium to work with: the named one, our own, or the system's. Starts no download. */

import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import process from 'node:process';
import type { ResolvedConfig } from '../config/config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { System } from '../system/system.js';
import { namedBrowserUnusable, noBrowserFound } from './messages.js';
import { runTool } from './run-tool.js';
import { isTestedMajor, testedBuild } from './tested-builds.js';

/** Where a browser was found. */
export type BrowserOrigin =
  | 'flag'
  | 'config'
  | 'GALLEY_BROWSER'
  | 'PUPPETEER_EXECUTABLE_PATH'
  | 'own'
  | 'system';

/** A browser that runs. */
export interface FoundBrowser {
  readonly path: string;
  readonly from: BrowserOrigin;
  /** As it tells itself, such as `Chromium 156.0.8078.79`; undefined where it cannot be asked (Windows). */
  readonly version: string | undefined;
  readonly major: number | undefined;
  /** Whether Galley was tested with this major version. */
  readonly tested: boolean;
}

/** What `findBrowser` needs. */
export interface FindOptions {
  /** The value of `--browser`. */
  readonly flag: string | undefined;
  readonly config: Pick<ResolvedConfig, 'browserPath'>;
  readonly system: Pick<System, 'env'>;
}

const commandNames = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
];

const fixedPaths: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};

/** Folders that hold `Google\Chrome\Application\chrome.exe` on Windows. */
const windowsRoots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The folder of our own browsers. As root on Linux it is one that every user may read, since an unprivileged user
 * will run the browser.
 */
export async function browserFolder(): Promise<string> {
  if (process.platform === 'linux' && process.getuid?.() === 0) return '/var/cache/galley/browsers';
  const { default: envPaths } = await import('env-paths');
  return join(envPaths('galley', { suffix: '' }).cache, 'browsers');
}

/** The path of our own download of the tested build, when it is there. */
async function ownBrowser(): Promise<string | undefined> {
  const cacheDir = await browserFolder();
  const found = await access(join(cacheDir, 'chrome')).then(
    () => true,
    () => false,
  );
  if (!found) return undefined;
  const { Browser, computeExecutablePath, detectBrowserPlatform } = await import('@puppeteer/browsers');
  const platform = detectBrowserPlatform();
  if (platform === undefined) return undefined;
  const path = computeExecutablePath({ browser: Browser.CHROME, buildId: testedBuild, cacheDir, platform });
  return (await isExecutable(path)) ? path : undefined;
}

async function systemPaths(env: (name: string) => string | undefined): Promise<readonly string[]> {
  const paths = [...(fixedPaths[process.platform] ?? [])];
  if (process.platform === 'win32') {
    for (const root of windowsRoots) {
      const folder = env(root);
      if (folder !== undefined) paths.push(join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
    }
  } else {
    const folders = (env('PATH') ?? '/usr/local/bin:/usr/bin:/bin').split(delimiter).filter(isAbsolute);
    for (const name of commandNames) for (const folder of folders) paths.push(join(folder, name));
  }
  const found: string[] = [];
  for (const path of paths) if (await isExecutable(path)) found.push(path);
  return found;
}

/** Asks a browser for its version. Undefined when it does not run. Chrome on Windows answers nothing, so it is not asked. */
async function look(path: string, from: BrowserOrigin): Promise<FoundBrowser | undefined> {
  if (!(await isExecutable(path))) return undefined;
  if (process.platform === 'win32') {
    return { path, from, version: undefined, major: undefined, tested: from === 'own' };
  }
  const { code, output } = await runTool(path, ['--version'], { timeoutMs: 15_000 });
  const version =
    /\b(?:Chrom\w+|Google Chrome[\w ]*|Microsoft Edge[\w ]*|HeadlessChrome)[ /]+(\d+)(?:\.\d+)*/.exec(output);
  if (code !== 0 || version === null) return undefined;
  const major = Number(version[1]);
  return { path, from, version: version[0].trim(), major, tested: isTestedMajor(major) };
}

/** The system's browsers that run, tested majors first. */
export async function findSystemBrowser(system: Pick<System, 'env'>): Promise<FoundBrowser | undefined> {
  let untested: FoundBrowser | undefined;
  for (const path of await systemPaths((name) => system.env(name))) {
    const found = await look(path, 'system');
    if (found?.tested === true) return found;
    untested ??= found;
  }
  return untested;
}

/** Our own download of the tested build, when it is there and runs. */
export async function findOwnBrowser(): Promise<FoundBrowser | undefined> {
  const path = await ownBrowser();
  return path === undefined ? undefined : await look(path, 'own');
}

/**
 * The browser to use. A browser that was named and does not run is an error, not a reason to look on.
 * Throws a `BuildError` with code `browser-is-available`.
 */
export async function findBrowser(options: FindOptions): Promise<FoundBrowser> {
  const { flag, config, system } = options;
  const named: readonly (readonly [BrowserOrigin, string, string | null | undefined])[] = [
    ['flag', '--browser', flag],
    ['config', 'galley.config.yaml', config.browserPath],
    ['GALLEY_BROWSER', 'the variable GALLEY_BROWSER', system.env('GALLEY_BROWSER')],
    [
      'PUPPETEER_EXECUTABLE_PATH',
      'the variable PUPPETEER_EXECUTABLE_PATH',
      system.env('PUPPETEER_EXECUTABLE_PATH'),
    ],
  ];
  for (const [from, namedBy, path] of named) {
    if (path === null || path === undefined || path === '') continue;
    const found = await look(path, from);
    if (found === undefined) throw new BuildError('environment', namedBrowserUnusable(path, namedBy));
    return found;
  }
  const found = (await findOwnBrowser()) ?? (await findSystemBrowser(system));
  if (found === undefined) throw new BuildError('environment', noBrowserFound());
  return found;
}
