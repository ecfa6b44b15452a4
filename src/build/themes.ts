/** What designers ask for: a theme checked on the specimen with pictures, its colours measured, its reference written, files begun. */

import type { Browser } from '../browser/browser.js';
import { loadConfig } from '../config/load-config.js';
import { BuildError } from '../diagnostics/build-error.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { OutputFile } from '../outputs/output.js';
import { measureContrast, type PairContrast } from '../theme/contrast.js';
import { themeNameIsFolder } from '../theme/findings.js';
import { loadTheme } from '../theme/load-theme.js';
import { ejectPart, newTheme, type ThemeTools } from '../theme/new-theme.js';
import type { Theme } from '../theme/theme.js';
import { isThemeName, ownFolder } from '../theme/theme-shelves.js';
import { openFolder, openProject } from './open-project.js';
import type { GalleyOptions, RunResult } from './options.js';
import { run } from './run.js';
import { specimenDay, withSpecimen } from './specimen.js';
import { picturePage } from './theme-pages.js';
import { takePictures } from './theme-pictures.js';
import { drawPrints } from './theme-prints.js';
import { referencePage } from './theme-reference.js';

/** What a command about themes may be told. */
export interface ThemeWishes {
  /** Name of the theme; the one that the settings name without it. */
  readonly theme?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What was found and where the pictures lie. */
export interface CheckedTheme extends RunResult {
  readonly theme: string;
  /** Folder with the specimen's pages, PDFs, pictures and report. */
  readonly folder: string;
  /** The page with all pictures; undefined when none could be taken. */
  readonly pictures: string | undefined;
}

/** All PDFs that a theme sets. */
const formats = ['html', 'pdf', 'pdf-clear', 'pdf-large'] as const;

type Project = ReturnType<typeof openProject>;

/** The project's own settings; throws a `BuildError` when they have an error, since nobody knows then which theme is meant. */
async function toolsOf(project: Project): Promise<ThemeTools> {
  const { value: config, diagnostics } = await loadConfig(project.system, {
    browser: project.options.browser,
  });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new BuildError('usage', error);
  return { system: project.system, config, open: openFolder };
}

async function writePictures(
  browser: Browser,
  pages: ReadonlyMap<string, readonly OutputFile[]>,
  { system, config }: ThemeTools,
  target: { readonly theme: string; readonly folder: string; readonly made: ReadonlySet<string> },
): Promise<string> {
  const { theme, folder, made } = target;
  const screens = await takePictures(browser, pages);
  const prints = await drawPrints(browser, openFolder(ownFolder()), async (path) =>
    made.has(path) ? await system.readFile(`${folder}/${path}`) : undefined,
  );
  const base = await loadTheme(system, config, 'base', openFolder);
  const page = await picturePage(theme, { screens, pages: prints, made }, config, base.value);
  for (const { path, bytes } of [...[...screens, ...prints].map(({ file }) => file), ...page])
    await system.writeFile(`${folder}/${path}`, bytes);
  return `${folder}/pictures.html`;
}

/** Files of a run, relative to its folder. */
function madeIn({ report }: RunResult, folder: string): ReadonlySet<string> {
  return new Set(
    report.explainers.flatMap(({ files }) => files.map(({ path }) => path.slice(folder.length + 1))),
  );
}

/**
 * Builds the specimen in a theme, in all PDFs, runs every check on it, and takes its pictures. Everything is written below
 * `<out>/theme-check/<theme>`. Throws a `BuildError` when the set-up is broken.
 */
export async function checkTheme(options: GalleyOptions, wishes: ThemeWishes = {}): Promise<CheckedTheme> {
  const real = openProject(options);
  const tools = await toolsOf(real);
  const theme = wishes.theme ?? tools.config.theme;
  // The name becomes a folder below the output.
  if (!isThemeName(theme)) throw new BuildError('usage', themeNameIsFolder(theme));
  const folder = `${tools.config.out}/theme-check/${theme}`;
  const project = openProject(options, withSpecimen(real.system, tools.config, openFolder));
  const pages = new Map<string, readonly OutputFile[]>();
  try {
    const made = await run(
      project,
      {
        ...{ theme, formats, out: folder, now: specimenDay, signal: wishes.signal },
        onPage: (document, files) => void pages.set(document, files),
      },
      true,
    );
    const pictures =
      pages.size === 0
        ? undefined
        : await writePictures(await project.desk.browser(tools.config), pages, tools, {
            ...{ theme, folder },
            made: madeIn(made, folder),
          });
    return { ...made, theme, folder, pictures };
  } finally {
    await project.desk.close();
  }
}

/** A theme with its own findings. */
export interface MeasuredTheme {
  readonly theme: Theme;
  readonly pairs: readonly PairContrast[];
  readonly diagnostics: readonly Diagnostic[];
  readonly isSound: boolean;
}

/** Loads a theme and measures every pair of its colours. Throws a `BuildError` when no page can be made with it. */
export async function measureTheme(options: GalleyOptions, wishes: ThemeWishes = {}): Promise<MeasuredTheme> {
  const { system, config } = await toolsOf(openProject(options));
  const { value, diagnostics } = await loadTheme(system, config, wishes.theme ?? config.theme, openFolder);
  return { theme: value, pairs: measureContrast(value), diagnostics, isSound: !hasErrors(diagnostics) };
}

/** Begins a theme and gives the paths written; see `newTheme`. */
export async function makeTheme(
  options: GalleyOptions,
  name: string,
  parent: string,
): Promise<readonly string[]> {
  return newTheme(await toolsOf(openProject(options)), name, parent);
}

/** Takes over a file of the parent; see `ejectPart`. */
export async function ejectFile(
  options: GalleyOptions,
  part: string,
  wishes: ThemeWishes = {},
): Promise<{ readonly path: string; readonly from: string }> {
  const tools = await toolsOf(openProject(options));
  return ejectPart(tools, wishes.theme ?? tools.config.theme, part);
}

/** Writes the reference of all that templates may name, with examples from the project or the specimen; gives its path. */
export async function writeReference(options: GalleyOptions): Promise<string> {
  const real = openProject(options);
  const tools = await toolsOf(real);
  const base = await loadTheme(tools.system, tools.config, 'base', openFolder);
  const files = await referencePage(tools, real, base.value);
  const folder = `${tools.config.out}/theme-docs`;
  for (const { path, bytes } of files) await tools.system.writeFile(`${folder}/${path}`, bytes);
  return `${folder}/index.html`;
}
