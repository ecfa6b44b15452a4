/** Finds a theme and the themes behind it, and reads their files: the nearest folder that has a file gives it. */

import type { ResolvedConfig } from '../config/config.js';
import { decodeText } from '../config/decode-text.js';
import { readYaml } from '../config/read-yaml.js';
import { validate } from '../config/validate.js';
import type { YamlDocument } from '../config/yaml-document.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import { themeExists, themeExtendsAnother, type themePlace } from './findings.js';
import { type ThemeSettings, themeSchema } from './theme-schema.js';
import { type FolderOpener, type ThemePlace, type ThemeShelf, themeShelves } from './theme-shelves.js';

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

const defaultParent = 'base';

async function readFolder(
  { system, path, own }: ThemePlace,
  name: string,
): Promise<{ readonly folder: ThemeFolder; readonly diagnostics: readonly Diagnostic[] }> {
  const base = { name, system, path, own };
  const bytes = await system.readFile(`${path}/theme.yaml`);
  if (bytes === undefined) return { folder: { ...base, settings: {}, yaml: undefined }, diagnostics: [] };
  const read = readSettings(bytes, `${path}/theme.yaml`);
  return { folder: { ...base, settings: read.settings, yaml: read.yaml }, diagnostics: read.diagnostics };
}

/** A theme.yaml as read. */
interface ReadSettings {
  readonly settings: ThemeSettings;
  readonly yaml: YamlDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** By the bytes themselves, and then by file: a System that keeps its files hands out the same object until they change. */
const memory = new WeakMap<Uint8Array, Map<string, ReadSettings>>();

function readSettings(bytes: Uint8Array, file: string): ReadSettings {
  const known = memory.get(bytes) ?? new Map<string, ReadSettings>();
  memory.set(bytes, known);
  const read = known.get(file) ?? parseSettings(bytes, file);
  known.set(file, read);
  return read;
}

function parseSettings(bytes: Uint8Array, file: string): ReadSettings {
  const text = decodeText(bytes, file);
  const { value: yaml, diagnostics } = readYaml(text.value ?? '', file);
  const first = [...text.diagnostics, ...diagnostics];
  if (yaml.data === undefined) return { settings: {}, yaml, diagnostics: first };
  const checked = validate(yaml, themeSchema, {
    subject: 'the theme',
    codeOf: () => 'theme-is-complete',
  });
  return { settings: checked.value ?? {}, yaml, diagnostics: [...first, ...checked.diagnostics] };
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
  const { shelves, diagnostics } = await themeShelves(system, config, open);
  const folders: ThemeFolder[] = [];
  const seen = new Set<string>();
  let wanted: string | undefined = name;
  while (wanted !== undefined) {
    const found: ThemePlace | undefined = await firstWith(shelves, wanted, seen);
    const from: ThemeFolder | undefined = folders.at(-1);
    if (found === undefined) {
      diagnostics.push(await notFound(shelves, wanted, from, folders));
      break;
    }
    seen.add(keyOf(found));
    const read = await readFolder(found, wanted);
    folders.push(read.folder);
    diagnostics.push(...read.diagnostics);
    wanted = await parentOf(read.folder, shelves, seen);
  }
  return { folders, diagnostics };
}

function keyOf({ system, path }: ThemePlace): string {
  return `${system.root} ${path}`;
}

async function firstWith(
  shelves: readonly ThemeShelf[],
  name: string,
  seen: ReadonlySet<string>,
): Promise<ThemePlace | undefined> {
  for (const shelf of shelves) {
    const place = await shelf.find(name);
    if (place !== undefined && !seen.has(keyOf(place))) return place;
  }
  return undefined;
}

/** What a folder stands on: what it names; the theme of the same name that it lies over; or `base`. */
async function parentOf(
  { name, settings }: ThemeFolder,
  shelves: readonly ThemeShelf[],
  seen: ReadonlySet<string>,
): Promise<string | undefined> {
  if (settings.extends !== undefined) return settings.extends;
  for (const parent of [name, defaultParent]) {
    if ((await firstWith(shelves, parent, seen)) !== undefined) return parent;
  }
  return undefined;
}

async function notFound(
  shelves: readonly ThemeShelf[],
  wanted: string,
  from: ThemeFolder | undefined,
  folders: readonly ThemeFolder[],
): Promise<Diagnostic> {
  const place = from === undefined ? undefined : themePlaceOf(from, ['extends']);
  const chain = folders.map((folder) => folder.name);
  if (place !== undefined && chain.includes(wanted)) return themeExtendsAnother(place, [...chain, wanted]);
  const known = await Promise.all(shelves.map((shelf) => shelf.names()));
  return { ...themeExists(wanted, [...new Set(known.flat())]), place };
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
