/** Runs `galley doctor`: says what Galley needs on this machine, what was found, and what is missing. */

import { browserFolder, findBrowser } from '../browser/find.js';
import { launchBrowser } from '../browser/launch.js';
import { testedMajors } from '../browser/tested-builds.js';
import { loadConfig } from '../config/load-config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { ExitCode } from '../report/report.js';
import { diskSystem } from '../system/disk-system.js';
import type { System } from '../system/system.js';
import type { BrowserArguments } from './browser.parser.js';
import type { Terminal } from './terminal.js';

/** One line of the doctor's list. */
interface Sign {
  readonly state: 'ok' | 'note' | 'missing';
  readonly text: string;
  readonly advice?: string | undefined;
}

const words: Readonly<Record<Sign['state'], string>> = {
  ok: 'ok      ',
  note: 'note    ',
  missing: 'MISSING ',
};

function nodeSign(runtime: string): Sign {
  const [major = 0, minor = 0] = runtime.replace(/^v/, '').split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough
    ? { state: 'ok', text: `Node.js ${runtime}` }
    : { state: 'missing', text: `Node.js ${runtime} is too old`, advice: 'Install Node.js 20.19 or newer.' };
}

async function browserSigns(system: System, flag: string | undefined): Promise<Sign[]> {
  const { value: config } = await loadConfig(system, { browser: flag });
  try {
    const found = await findBrowser({ flag, config, system });
    const { from, to } = testedMajors;
    const tested = from === to ? String(from) : `${from} to ${to}`;
    const notes: Sign[] = [
      { state: 'ok', text: `Browser ${found.version ?? ''} at ${found.path} (${found.from})` },
      found.tested
        ? { state: 'ok', text: 'Galley was tested with this version' }
        : {
            state: 'note',
            text: `Galley was tested with version ${tested}, not with this one`,
            advice: 'Look at the first PDFs page by page.',
          },
    ];
    const sandbox: Sign[] = [];
    const browser = await launchBrowser({
      ...{ path: found.path, config, system },
      report: ({ what, fix }) => sandbox.push({ state: 'note', text: what, advice: fix }),
    });
    await browser.close();
    return [
      ...notes,
      { state: 'ok', text: 'The browser starts' },
      ...(sandbox.length > 0 ? sandbox : [{ state: 'ok', text: 'Its sandbox is on' } as const]),
    ];
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return [{ state: 'missing', text: error.diagnostic.what, advice: error.diagnostic.fix }];
  }
}

async function outputSign(system: System): Promise<Sign> {
  const probe = 'output/.doctor';
  try {
    await system.writeFile(probe, '');
    await system.remove(probe);
    return { state: 'ok', text: 'The folder output/ can be written' };
  } catch {
    return {
      state: 'missing',
      text: 'The folder output/ cannot be written',
      advice: 'Check who owns the project folder, and whether the disk is full.',
    };
  }
}

async function contentSign(system: System): Promise<Sign> {
  const content = await system.readFolder('content');
  return content === undefined
    ? {
        state: 'note',
        text: `There is no folder content/ here (${system.root})`,
        advice: 'Run Galley in the folder that holds content/.',
      }
    : { state: 'ok', text: 'The folder content/ is here' };
}

/** Looks at everything, prints one line each, and gives 0, or 3 when something is missing. */
export async function runDoctor(args: BrowserArguments, terminal: Terminal, root: string): Promise<ExitCode> {
  const system = diskSystem(root);
  const signs = [
    nodeSign(system.runtime),
    ...(await browserSigns(system, args.browser)),
    { state: 'ok', text: `Own browsers are kept in ${await browserFolder()}` } as const,
    await contentSign(system),
    await outputSign(system),
  ];
  for (const { state, text, advice } of signs) {
    terminal.out(`${words[state]}${text}${advice === undefined ? '' : `\n        ${advice}`}`);
  }
  return signs.some(({ state }) => state === 'missing') ? 3 : 0;
}
