/** Finds a theme and the themes behind it, and reads their files: the nearest folder that has a file gives it. */

import { fileURLToPath } from 'node:url';
import type { ResolvedConfig } from '../config/config.js';
import { decodeText } from '../config/decode-text.js';
import { readYaml } from '../config/read-yaml.js';
import { validate } from '../config/validate.js';
import type { YamlDocument } from '../config/yaml-document.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import { themeExists, themeExtendsAnother, type themePlace } from './findings.js';
import { type ThemeSettings, themeSchema } from './theme-schema.js';

/** Opens a folder outside the project, by absolute path or `file:` address: Galley's own templates, or a font package. */
export type FolderOpener = (folder: string) => System;

/** One theme folder of the chain. */
export interface ThemeFolder {
  readonly name: string;
  readonly system: System;
  /** Path of the folder inside its system. */
  readonly path: string;
  /** Whether its files are the project's own. */
  readonly own: boolean;
  readonly settings: ThemeSettings;
  readonly yaml: YamlDocument | undefined;
}

/** A file as the chain gives it. */
export interface ThemeSource {
  /** As messages name it: `templates/<theme>/…`. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly folder: ThemeFolder;
}

/** A theme with those behind it, nearest first, and what was noticed. */
export interface ThemeChain {
  readonly folders: readonly ThemeFolder[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Candidate {
  readonly system: System;
  readonly path: string;
  readonly own: boolean;
}

const defaultParent = 'base';

/** Galley's own folder, two levels above this file both in `src` and in `dist`. */
export function ownFolder(): string {
  return fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
}

/** Folders that may hold themes, nearest first; an entry of `themes` is a folder or a package with themes in it. */
function places(system: System, config: ResolvedConfig, open: FolderOpener): readonly Candidate[] {
  const further = config.themes.flatMap((path) => [
    path,
    `node_modules/${path}/templates`,
    `node_modules/${path}`,
  ]);
  const own = ['templates', ...further].map((path) => ({ system, path, own: true }));
  // A checkout of Galley is its own project: its templates are not a second place.
  if (system.root === ownFolder()) return own;
  return [...own, { system: open(ownFolder()), path: 'templates', own: false }];
}

/** Whether a theme may be called so: names are folder names, and none may lead elsewhere. */
export function isThemeName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name);
}

async function holdsTheme(candidate: Candidate, name: string): Promise<boolean> {
  if (!isThemeName(name)) return false;
  return (await candidate.system.readFolder(`${candidate.path}/${name}`)) !== undefined;
}

/** The names of all themes that a project can use. */
async function themeNames(candidates: readonly Candidate[]): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const { system, path } of candidates) {
    for (const entry of (await system.readFolder(path)) ?? [])
      if (entry.kind === 'folder') names.add(entry.name);
  }
  return [...names];
}

async function readFolder(
  candidate: Candidate,
  name: string,
): Promise<{ readonly folder: ThemeFolder; readonly diagnostics: readonly Diagnostic[] }> {
  const { system, own } = candidate;
  const path = `${candidate.path}/${name}`;
  const base = { name, system, path, own };
  const bytes = await system.readFile(`${path}/theme.yaml`);
  if (bytes === undefined) return { folder: { ...base, settings: {}, yaml: undefined }, diagnostics: [] };
  const text = decodeText(bytes, `${path}/theme.yaml`);
  const yaml = readYaml(text.value ?? '', `${path}/theme.yaml`);
  if (yaml.value.data === undefined) {
    return {
      folder: { ...base, settings: {}, yaml: yaml.value },
      diagnostics: [...text.diagnostics, ...yaml.diagnostics],
    };
  }
  const checked = validate(yaml.value, themeSchema, {
    subject: 'the theme',
    codeOf: () => 'theme-is-complete',
  });
  const folder = { ...base, settings: checked.value ?? {}, yaml: yaml.value };
  return { folder, diagnostics: [...text.diagnostics, ...yaml.diagnostics, ...checked.diagnostics] };
}

/** The text of a theme's file; undefined after reporting why it cannot be read. */
export function readText(source: ThemeSource, report: (diagnostic: Diagnostic) => void): string | undefined {
  const text = decodeText(source.bytes, source.file);
  for (const diagnostic of text.diagnostics) report(diagnostic);
  return text.value;
}

/** Finds a theme by name and follows `extends`; a theme that names none stands on `base`. */
export async function findTheme(
  system: System,
  config: ResolvedConfig,
  name: string,
  open: FolderOpener,
): Promise<ThemeChain> {
  const candidates = places(system, config, open);
  const folders: ThemeFolder[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  let wanted: string | undefined = name;
  while (wanted !== undefined) {
    const found: Candidate | undefined = await firstWith(candidates, wanted, seen);
    const from: ThemeFolder | undefined = folders.at(-1);
    if (found === undefined) {
      diagnostics.push(await notFound(candidates, wanted, from, folders));
      break;
    }
    seen.add(`${found.own} ${found.path}/${wanted}`);
    const read = await readFolder(found, wanted);
    folders.push(read.folder);
    diagnostics.push(...read.diagnostics);
    wanted = parentOf(read.folder, await firstWith(candidates, defaultParent, seen));
  }
  return { folders, diagnostics };
}

async function firstWith(
  candidates: readonly Candidate[],
  name: string,
  seen: ReadonlySet<string>,
): Promise<Candidate | undefined> {
  for (const candidate of candidates) {
    if (!seen.has(`${candidate.own} ${candidate.path}/${name}`) && (await holdsTheme(candidate, name)))
      return candidate;
  }
  return undefined;
}

function parentOf(folder: ThemeFolder, base: Candidate | undefined): string | undefined {
  if (folder.settings.extends !== undefined) return folder.settings.extends;
  return base === undefined ? undefined : defaultParent;
}

async function notFound(
  candidates: readonly Candidate[],
  wanted: string,
  from: ThemeFolder | undefined,
  folders: readonly ThemeFolder[],
): Promise<Diagnostic> {
  const place = from === undefined ? undefined : themePlaceOf(from, ['extends']);
  const chain = folders.map((folder) => folder.name);
  if (place !== undefined && chain.includes(wanted)) return themeExtendsAnother(place, [...chain, wanted]);
  return { ...themeExists(wanted, await themeNames(candidates)), place };
}

/** Where a value of theme.yaml stands. */
export function themePlaceOf(
  folder: ThemeFolder,
  path: readonly (string | number)[],
): ReturnType<typeof themePlace> {
  const file = `${folder.path}/theme.yaml`;
  return { kind: 'source', file, position: folder.yaml?.positionOf(path) };
}

/** The nearest version of a file in the chain. */
export async function readThemeFile(chain: ThemeChain, path: string): Promise<ThemeSource | undefined> {
  for (const folder of chain.folders) {
    const bytes = await folder.system.readFile(`${folder.path}/${path}`);
    if (bytes !== undefined) return { file: `${folder.path}/${path}`, bytes, folder };
  }
  return undefined;
}

/** All files with an ending in a folder of the chain, nearest version of each, by name. */
export async function readThemeFolder(
  chain: ThemeChain,
  path: string,
  ending: string,
): Promise<ReadonlyMap<string, ThemeSource>> {
  const names = new Set<string>();
  for (const folder of chain.folders) {
    for (const entry of (await folder.system.readFolder(`${folder.path}/${path}`)) ?? []) {
      if (entry.kind === 'file' && entry.name.endsWith(ending)) names.add(entry.name);
    }
  }
  const files = new Map<string, ThemeSource>();
  for (const name of [...names].sort()) {
    const source = await readThemeFile(chain, `${path}/${name}`);
    if (source !== undefined) files.set(name.slice(0, -ending.length), source);
  }
  return files;
}
