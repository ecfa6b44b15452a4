/** Files of a new theme, and files of a parent that a theme takes over to change them. What is there is never overwritten. */

import type { ResolvedConfig } from '../config/config.js';
import { BuildError } from '../diagnostics/build-error.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { System } from '../system/system.js';
import { colourModes } from './contrast.js';
import { themeFileIsNew, themeIsOwn, themeNameIsFolder, themePartExists } from './findings.js';
import { findTheme, readThemeFile, readThemeFolder, type ThemeChain } from './theme-chain.js';
import { type FolderOpener, isThemeName } from './theme-shelves.js';

/** The folder of a project that holds its own themes. */
const ownThemes = 'templates';

/** What the commands need. */
export interface ThemeTools {
  readonly system: System;
  readonly config: ResolvedConfig;
  readonly open: FolderOpener;
}

/** The chain of a theme that can be worked with; throws a `BuildError` with the first error of one that cannot. */
async function usableChain({ system, config, open }: ThemeTools, name: string): Promise<ThemeChain> {
  const chain = await findTheme(system, config, name, open);
  const error = chain.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new BuildError('usage', error);
  return chain;
}

/** A colour of the chain as theme.yaml writes it, with every mode that a designer has to think of. */
function colourLine(chain: ThemeChain, token: string): string {
  const nearest = (names: readonly string[]): string | undefined => {
    for (const folder of chain.folders) {
      const setting = folder.settings.colours?.[token] as Readonly<Record<string, string>> | undefined;
      const name = names.find((key) => setting?.[key] !== undefined);
      if (name !== undefined) return setting?.[name];
    }
    return undefined;
  };
  const lines = Object.values(colourModes).flatMap((names) => {
    const value = nearest(names);
    return value === undefined ? [] : [`    ${names[0]}: ${JSON.stringify(value)}`];
  });
  return `  ${token}:\n${lines.join('\n')}`;
}

/** A title made of a folder's name. */
function titleOf(name: string): string {
  return name
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ');
}

function settingsOf(name: string, parent: string, chain: ThemeChain): string {
  return `# The theme ${name}. Write down only what differs from ${parent}; everything else comes from there.
name: ${titleOf(name)}
summary: What is special about this theme, in one sentence.
extends: ${parent}

# One colour in every mode in which pages are read. Change one, change all: galley theme tokens shows whether they can be read.
colours:
${colourLine(chain, 'accent')}

# Sizes and fonts by medium; templates/base/theme.yaml has all names.
# values:
#   screen:
#     measure: 38rem
#   print:
#     size-body: 10.5pt
`;
}

const styleSheet = `/* Styles on top of the parent's, for screens and paper. Take colours and sizes from tokens, as in var(--accent). */

.kicker { letter-spacing: 0.02em; }
`;

async function writeNew(system: System, path: string, text: Uint8Array | string): Promise<string> {
  if ((await system.readFile(path)) !== undefined) throw new BuildError('usage', themeFileIsNew(path));
  await system.writeFile(path, text);
  return path;
}

/**
 * Makes a theme in the project's `templates/` that stands on another and gives the paths written. Throws a `BuildError` when the name
 * cannot be a folder's, when there is such a folder, or when the parent cannot be used.
 */
export async function newTheme(tools: ThemeTools, name: string, parent: string): Promise<readonly string[]> {
  if (!isThemeName(name)) throw new BuildError('usage', themeNameIsFolder(name));
  const { system } = tools;
  const folder = `${ownThemes}/${name}`;
  if ((await system.readFolder(folder)) !== undefined) throw new BuildError('usage', themeFileIsNew(folder));
  const chain = await usableChain(tools, parent);
  return [
    await writeNew(system, `${folder}/theme.yaml`, settingsOf(name, parent, chain)),
    await writeNew(system, `${folder}/styles/theme.css`, styleSheet),
  ];
}

/** The kinds of file that can be taken over, with the ending of each. */
const kinds = [
  ['partials', '.hbs'],
  ['layouts', '.hbs'],
  ['blocks', '.hbs'],
  ['styles', '.css'],
] as const;

/** All files that a theme can take over, as `partials/byline.hbs`. */
async function partsOf(chain: ThemeChain): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [folder, ending] of kinds) {
    const files = await readThemeFolder(chain, folder, ending);
    found.push(...[...files.keys()].map((name) => `${folder}/${name}${ending}`));
  }
  return found;
}

/** The file that a person means by `byline`, `layouts/page` or `styles/print.css`. */
function partNamed(parts: readonly string[], asked: string): string | undefined {
  const named = asked.replaceAll('\\', '/').replace(/\.(hbs|css)$/, '');
  const bare = (part: string): string => part.replace(/\.(hbs|css)$/, '');
  return (
    parts.find((part) => part === asked || bare(part) === named) ??
    parts.find((part) => bare(part).split('/')[1] === named)
  );
}

/**
 * Copies a file of a theme's parent into the theme, to be changed there, and gives its path and the one it came from. Throws a
 * `BuildError` when the theme is not the project's own, when there is no such file, or when the theme has it.
 */
export async function ejectPart(
  tools: ThemeTools,
  theme: string,
  asked: string,
): Promise<{ readonly path: string; readonly from: string }> {
  const chain = await usableChain(tools, theme);
  const [own] = chain.folders;
  if (own === undefined || own.path !== `${ownThemes}/${theme}` || !own.own || chain.folders.length < 2)
    throw new BuildError('usage', themeIsOwn(theme));
  const parts = await partsOf(chain);
  const part = partNamed(parts, asked);
  if (part === undefined) {
    const names = parts.map((name) => name.replace(/\.hbs$/, '').replace(/^partials\//, ''));
    throw new BuildError('usage', themePartExists(asked, didYouMean(asked, names)));
  }
  const source = await readThemeFile(chain, part);
  if (source === undefined) throw new BuildError('usage', themePartExists(asked, ''));
  if (source.folder === own) throw new BuildError('usage', themeFileIsNew(source.file));
  return { path: await writeNew(tools.system, `${own.path}/${part}`, source.bytes), from: source.file };
}
