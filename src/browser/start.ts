/** Starts one Chromium process behind the egress wall, and ends it without leaving anything behind. */

import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser as Chromium } from 'puppeteer';
import { makeProfile, type Profile } from './profile.js';

/** As whom Chromium runs: sandboxed as the present user, sandboxed as `nobody` (when we are root), or without sandbox. */
export type StartMode = 'own-user' | 'other-user' | 'no-sandbox';

/** A Chromium that answered. */
export interface StartedBrowser {
  readonly chromium: Chromium;
  readonly mode: StartMode;
  /** Ends it politely, then by force; removes the profile. Never rejects. */
  end(): Promise<void>;
}

/** The user and group `nobody`, by their customary numbers; names differ between systems. */
const nobody = { uid: 65_534, gid: 65_534 };

/** How long a start may take, in ms. */
const startTimeout = 20_000;

/** Variables that the child may see; everything else, secrets above all, stays with us. */
const allowedVariables = [
  'PATH',
  'TMPDIR',
  'FONTCONFIG_FILE',
  'FONTCONFIG_PATH',
  // Windows does not start programs without these.
  'SystemRoot',
  'windir',
  'TEMP',
  'TMP',
  'LOCALAPPDATA',
  'ProgramFiles',
  'ProgramFiles(x86)',
];

/**
 * What costs half of a page and serves nobody here (measured): the address bar's own pages, drawn for each window, and a
 * renderer held ready for a next site. A name that a version does not know is passed over.
 */
const unusedFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
];

/** Few flags: long copied lists have cost people their tags. The proxy leads nowhere, for loopback addresses too. */
function flags(profile: string): string[] {
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-dev-shm-usage',
    '--disable-breakpad',
    `--disable-features=${unusedFeatures.join(',')}`,
    // Pages for print are hidden, and no less urgent for it.
    '--disable-renderer-backgrounding',
    '--hide-scrollbars',
    '--mute-audio',
    '--no-first-run',
    '--no-default-browser-check',
    'about:blank',
  ];
}

function environment(profile: string, env: (name: string) => string | undefined): Record<string, string> {
  const own: Record<string, string> = {
    HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
  };
  for (const name of allowedVariables) {
    const value = env(name);
    if (value !== undefined) own[name] = value;
  }
  return own;
}

/** The path of `setpriv` (util-linux), with which root gives up its rights before Chromium starts. */
async function findSetpriv(env: (name: string) => string | undefined): Promise<string | undefined> {
  for (const folder of (env('PATH') ?? '/usr/bin:/bin').split(delimiter)) {
    const path = join(folder, 'setpriv');
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return path;
  }
  return undefined;
}

/** The ways to start here, best first. As root Chromium refuses its sandbox, so another user has to run it. */
export async function startModes(env: (name: string) => string | undefined): Promise<readonly StartMode[]> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot) return ['own-user', 'no-sandbox'];
  return (await findSetpriv(env)) === undefined ? ['no-sandbox'] : ['other-user', 'no-sandbox'];
}

async function endBrowser(chromium: Chromium, profile: Profile): Promise<void> {
  const child = chromium.process();
  const closed = chromium.close().then(
    () => true,
    () => true,
  );
  if (!(await Promise.race([closed, wait(5_000, false, { ref: false })])) && child?.pid !== undefined) {
    try {
      // Chromium leads a process group of its own; its helpers go with it.
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
    await Promise.race([closed, wait(2_000, undefined, { ref: false })]);
  }
  await profile.remove().catch(() => undefined);
}

/** Starts Chromium at `path` in one way. Rejects when it ends or stays silent for 20 s. */
export async function startBrowser(
  path: string,
  mode: StartMode,
  env: (name: string) => string | undefined,
): Promise<StartedBrowser> {
  const { default: puppeteer } = await import('puppeteer');
  const profile = await makeProfile(mode === 'other-user' ? nobody : undefined);
  let executablePath = path;
  let args = flags(profile.path);
  if (mode === 'no-sandbox') args = ['--no-sandbox', ...args];
  if (mode === 'other-user') {
    executablePath = (await findSetpriv(env)) ?? 'setpriv';
    args = [`--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups', '--', path, ...args];
  }
  try {
    const chromium = await puppeteer.launch({
      executablePath,
      // With our own list whole, puppeteer adds no flag and nothing before `setpriv`'s own arguments.
      ignoreDefaultArgs: true,
      args,
      pipe: true,
      env: environment(profile.path, env),
      timeout: startTimeout,
      protocolTimeout: 120_000,
      waitForInitialPage: false,
      defaultViewport: { width: 1_280, height: 900, deviceScaleFactor: 1 },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return { chromium, mode, end: () => endBrowser(chromium, profile) };
  } catch (error) {
    await profile.remove().catch(() => undefined);
    throw error;
  }
}
