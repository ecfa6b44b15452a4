/** Where themes lie: in the project, in further folders and packages that the settings name, and in Galley itself. The nearest comes first. */

import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import { themeShelfExists } from './findings.js';

/** Opens a folder outside the project, by absolute path or `file:` address: Galley's own templates, or a package. */
export type FolderOpener = (folder: string) => System;

/** One theme's folder. */
export interface ThemePlace {
  readonly system: System;
  /** Path of the folder inside its system. */
  readonly path: string;
  /** Whether its files are the project's own. */
  readonly own: boolean;
}

/** Something that holds themes. */
export interface ThemeShelf {
  readonly find: (name: string) => Promise<ThemePlace | undefined>;
  readonly names: () => Promise<readonly string[]>;
}

/** Galley's own folder, two levels above this file both in `src` and in `dist`. */
export function ownFolder(): string {
  return fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
}

/** Whether a theme may be called so: names are folder names, and none may lead elsewhere. */
export function isThemeName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name);
}

/** A folder whose folders are themes. */
function folderShelf(system: System, path: string, own: boolean): ThemeShelf {
  return {
    async find(name) {
      if (!isThemeName(name)) return undefined;
      const place = { system, path: `${path}/${name}`, own };
      return (await system.readFolder(place.path)) === undefined ? undefined : place;
    },
    async names() {
      const entries = (await system.readFolder(path)) ?? [];
      return entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
    },
  };
}

/** A folder that is one theme itself, known by each of these names. */
function singleShelf(place: ThemePlace, names: readonly string[]): ThemeShelf {
  return {
    find: async (name) => (names.includes(name) ? place : undefined),
    names: async () => names.slice(0, 1),
  };
}

/** A package's folder as if it lay at `node_modules/<name>` of the project, so that messages name it so. */
function mounted(folder: System, at: string): System {
  const inside = (path: string): string | undefined =>
    path === at ? '' : path.startsWith(`${at}/`) ? path.slice(at.length + 1) : undefined;
  return {
    ...folder,
    async readFile(path) {
      const below = inside(path);
      return below === undefined ? undefined : folder.readFile(below);
    },
    async readFolder(path) {
      const below = inside(path);
      return below === undefined ? undefined : folder.readFolder(below);
    },
  };
}

/** The names by which the theme of a one-theme package is known: `@paper/galley-theme-courier` is `courier` too. */
function namesOf(packageName: string): readonly string[] {
  const last = packageName.split('/').at(-1) ?? packageName;
  return [...new Set([last.replace(/^galley-theme-/, ''), last])];
}

async function isPackage(system: System, path: string): Promise<boolean> {
  try {
    return (await system.readFile(path === '' ? 'package.json' : `${path}/package.json`)) !== undefined;
  } catch {
    // A linked package lies outside the project; it is found by its own folder below.
    return false;
  }
}

/** An installed package, looked for as Node does: in the project's `node_modules`, then in those of the folders above. */
async function findPackage(system: System, name: string, open: FolderOpener): Promise<System | undefined> {
  const at = `node_modules/${name}`;
  if (await isPackage(system, at)) return system;
  const from = createRequire(pathToFileURL(`${system.root}/package.json`));
  for (const folder of from.resolve.paths(name) ?? []) {
    const opened = open(`${folder}/${name}`);
    if (await isPackage(opened, '')) return mounted(opened, at);
  }
  return undefined;
}

/** Package names as npm allows them; nothing that could lead to another folder. */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

async function shelvesOf(system: System, entry: string, open: FolderOpener): Promise<readonly ThemeShelf[]> {
  const folder = entry.replace(/\/+$/, '');
  if ((await system.readFolder(folder)) !== undefined) return [folderShelf(system, folder, true)];
  if (!packageName.test(entry)) return [];
  const found = await findPackage(system, entry, open);
  if (found === undefined) return [];
  const at = `node_modules/${entry}`;
  const own = found === system;
  const isTheme = (await found.readFile(`${at}/theme.yaml`)) !== undefined;
  return [
    ...(isTheme ? [singleShelf({ system: found, path: at, own }, namesOf(entry))] : []),
    folderShelf(found, `${at}/templates`, own),
    folderShelf(found, at, own),
  ];
}

/** Everything that may hold themes, nearest first: the project, what `themes` names in its order, Galley. */
export async function themeShelves(
  system: System,
  config: ResolvedConfig,
  open: FolderOpener,
): Promise<{ readonly shelves: readonly ThemeShelf[]; readonly diagnostics: Diagnostic[] }> {
  const shelves: ThemeShelf[] = [folderShelf(system, 'templates', true)];
  const diagnostics: Diagnostic[] = [];
  for (const entry of config.themes) {
    const found = await shelvesOf(system, entry, open);
    shelves.push(...found);
    if (found.length === 0) diagnostics.push(themeShelfExists(entry));
  }
  // A checkout of Galley is its own project: its templates are not a second place.
  if (system.root !== ownFolder()) shelves.push(folderShelf(open(ownFolder()), 'templates', false));
  return { shelves, diagnostics };
}
