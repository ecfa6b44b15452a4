/** Opens second opinions: engines that the project has installed beside Galley. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Check } from '../checks/check.js';
import { type Engine, type EngineName, engineNames } from '../checks/html/engine.js';
import type { PublishedPage } from '../checks/html/published-page.js';
import { engineMakers } from '../checks/registry.js';
import { BuildError } from '../diagnostics/build-error.js';
import { diskSystem } from '../system/disk-system.js';
import { runProgram } from '../system/run-program.js';
import { openAlfa } from './alfa.js';

/** One second opinion by name. */
export type EngineChoice = EngineName;

/** All second opinions, in the order in which help shows them. */
export const engineChoices: readonly EngineChoice[] = engineNames;

/** Engines that are ready: those that look at the rendered page, and those that read its bytes. */
export interface Engines {
  readonly rendered: readonly Engine[];
  readonly page: readonly Check<PublishedPage>[];
}

/** No second opinion. */
export const noEngines: Engines = { rendered: [], page: [] };

/** The versions that Galley was tried with. */
const packages = {
  'equal-access': { name: 'accessibility-checker-engine', version: '4.0.34', file: 'ace.js' },
  htmlcs: { name: 'html_codesniffer', version: '2.5.1', file: 'build/HTMLCS.js' },
  nu: { name: 'vnu-jar', version: '26.9.27', file: 'build/dist/vnu.jar' },
  alfa: { name: '@siteimprove/alfa-rules', version: '0.114.0', file: 'dist/index.js' },
} as const;

function missing(engine: EngineName): BuildError {
  const { name, version } = packages[engine];
  return new BuildError('environment', {
    code: 'engine-is-installed',
    severity: 'error',
    what: `The engine “${engine}” was asked for and is not installed.`,
    why: 'Second opinions are packages of their own, so that nobody has to have them.',
    fix: `Run \`npm install --save-dev ${name}@${version}\`, or leave it out of --engines.`,
  });
}

/** The folder of a package, as the project finds it, or as Galley itself does. */
function folderOf(engine: EngineName, root: string): string {
  for (const from of [join(root, 'package.json'), import.meta.url]) {
    try {
      return dirname(createRequire(from).resolve(`${packages[engine].name}/package.json`));
    } catch {
      // Looked for in the next place.
    }
  }
  throw missing(engine);
}

async function codeOf(engine: EngineName, root: string): Promise<string> {
  const bytes = await diskSystem(folderOf(engine, root)).readFile(packages[engine].file);
  if (bytes === undefined) throw missing(engine);
  return new TextDecoder().decode(bytes);
}

/** Longest time for one page, ms. */
const nuDeadline = 60_000;

function openNu(root: string): Check<PublishedPage> {
  const jar = join(folderOf('nu', root), packages.nu.file);
  return engineMakers.nu(async (html) => {
    const args = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--stdout', '-'];
    const { code, output } = await runProgram('java', args, html, nuDeadline);
    if (code === undefined)
      throw new Error('Java did not start; the Nu Html Checker needs it (version 11 or newer).');
    return output;
  });
}

/** Whether an engine is there. */
function isInstalled(engine: EngineName, root: string): boolean {
  try {
    folderOf(engine, root);
    return true;
  } catch {
    return false;
  }
}

/** What “all” means in a project, and what is left out: Alfa is many packages, so only those who install it have it. */
export function allEngines(root: string): { readonly names: readonly EngineChoice[]; readonly note: string } {
  if (isInstalled('alfa', root)) return { names: engineChoices, note: '' };
  const { name, version } = packages.alfa;
  return {
    names: engineChoices.filter((engine) => engine !== 'alfa'),
    note: `Alfa is not asked, since it is not installed. To ask it too: npm install --save-dev ${name}@${version}`,
  };
}

/** Opens the engines that were asked for. Throws a `BuildError` that says how to install one that is missing. */
export async function openEngines(names: readonly EngineChoice[], root: string): Promise<Engines> {
  const rendered: Engine[] = [];
  if (names.includes('equal-access'))
    rendered.push(engineMakers.equalAccess(await codeOf('equal-access', root)));
  if (names.includes('htmlcs')) rendered.push(engineMakers.htmlCodeSniffer(await codeOf('htmlcs', root)));
  if (names.includes('alfa'))
    rendered.push(engineMakers.alfa(await openAlfa(join(folderOf('alfa', root), packages.alfa.file))));
  return { rendered, page: names.includes('nu') ? [openNu(root)] : [] };
}
