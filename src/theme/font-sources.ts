/** Font stacks of a theme: where each file comes from, which characters it covers, and how paper cuts it. */

import { createRequire } from 'node:module';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import { fontPackageExists, themeFileExists, themePlace } from './findings.js';
import { readThemeFile, type ThemeChain, themePlaceOf } from './theme-chain.js';
import type { FontSetting } from './theme-schema.js';
import type { FolderOpener } from './theme-shelves.js';

/** One font file before it is cut down. */
export interface FontSource {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** File name without ending, unique in the theme: `source-serif-4-latin-normal`. */
  readonly name: string;
  /** As messages name it. */
  readonly file: string;
  readonly unicodeRange: string;
  /** Fixed weight, or the range that the file can show. */
  readonly weight: number | readonly [number, number];
  /** Axes with the range that screens use; empty for fixed fonts. */
  readonly axes: Readonly<Record<string, readonly [number, number]>>;
  /** How much larger its letters are set than asked for. */
  readonly scale: number | undefined;
  readonly read: () => Promise<Uint8Array | undefined>;
}

/** A fixed cut for paper. */
export interface PrintCut {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly axes: Readonly<Record<string, number>>;
  readonly box?: readonly [number, number] | undefined;
}

/** A font stack with its files. */
export interface FontStack {
  readonly token: string;
  readonly family: string;
  readonly fallback: string;
  readonly sources: readonly FontSource[];
  readonly cuts: readonly PrintCut[];
}

const everything = 'U+0-10FFFF';

function isPackageOpen(system: System | undefined): system is System {
  return system !== undefined;
}

/** The folder of an installed package, as the module resolution of this file finds it. */
function openPackage(name: string, open: FolderOpener): System | undefined {
  try {
    const path = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return open(path.slice(0, -'/package.json'.length));
  } catch {
    return undefined;
  }
}

interface PackageFacts {
  readonly id: string;
  readonly ranges: Readonly<Record<string, string>>;
  readonly variable: Readonly<Record<string, { readonly min: string; readonly max: string }>>;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function packageFacts(system: System): Promise<PackageFacts | undefined> {
  const [metadata, unicode] = [await system.readFile('metadata.json'), await system.readFile('unicode.json')];
  if (metadata === undefined || unicode === undefined) return undefined;
  const { id, variable = {} } = JSON.parse(text(metadata)) as Pick<PackageFacts, 'id'> &
    Partial<PackageFacts>;
  return { id, variable, ranges: JSON.parse(text(unicode)) as PackageFacts['ranges'] };
}

/** Limits an axis of the font to the range that the theme asks for. */
function axesOf(
  facts: PackageFacts,
  setting: FontSetting,
): Readonly<Record<string, readonly [number, number]>> {
  const axes: Record<string, readonly [number, number]> = {};
  const names = setting.axes === 'wght' || setting.axes === undefined ? ['wght'] : ['wght', setting.axes];
  for (const name of names) {
    const limits = facts.variable[name];
    if (limits === undefined) continue;
    const [least, most] = setting.ranges?.[name] ?? [0, Number.MAX_SAFE_INTEGER];
    axes[name] = [Math.max(least, Number(limits.min)), Math.min(most, Number(limits.max))];
  }
  return axes;
}

async function fromPackage(setting: FontSetting, system: System): Promise<readonly FontSource[] | undefined> {
  const facts = await packageFacts(system);
  if (facts === undefined) return undefined;
  const axes = axesOf(facts, setting);
  const set = setting.axes ?? 'wght';
  const files = new Set((await system.readFolder('files'))?.map((entry) => entry.name));
  return (['normal', 'italic'] as const).flatMap((style) =>
    Object.entries(facts.ranges).flatMap(([subset, unicodeRange]): FontSource[] => {
      const file = `${facts.id}-${subset}-${set}-${style}.woff2`;
      if (!files.has(file) || setting.subsets?.includes(subset) === false) return [];
      return [
        {
          family: setting.family ?? facts.id,
          style,
          name: `${facts.id}-${subset}${style === 'italic' ? '-italic' : ''}`,
          file: `${setting.package}/files/${file}`,
          unicodeRange,
          weight: axes['wght'] ?? 400,
          axes,
          scale: setting.scale,
          read: () => system.readFile(`files/${file}`),
        },
      ];
    }),
  );
}

async function fromTheme(
  token: string,
  setting: FontSetting,
  chain: ThemeChain,
  report: (diagnostic: Diagnostic) => void,
): Promise<readonly FontSource[]> {
  const sources: FontSource[] = [];
  const holder = chain.folders.find((folder) => folder.settings.fonts?.[token]?.files !== undefined);
  for (const [index, { file, weight, style = 'normal' }] of (setting.files ?? []).entries()) {
    const source = await readThemeFile(chain, file);
    if (source === undefined) {
      const place =
        holder === undefined
          ? themePlace('theme.yaml')
          : themePlaceOf(holder, ['fonts', token, 'files', index, 'file']);
      report(themeFileExists(place, file, `${holder?.path}/${file}`));
      continue;
    }
    const axes: FontSource['axes'] = typeof weight === 'number' ? {} : { wght: weight };
    const name = file.replace(/^.*\//, '').replace(/\.\w+$/, '');
    const family = setting.family ?? token;
    const read = (): Promise<Uint8Array> => Promise.resolve(source.bytes);
    const facts = { file: source.file, unicodeRange: everything, weight, axes, scale: setting.scale };
    sources.push({ family, style, name, ...facts, read });
  }
  return sources;
}

/** A file of one fixed weight is its own cut on paper. */
function cutsOf(setting: FontSetting, sources: readonly FontSource[]): readonly PrintCut[] {
  const family = setting.family ?? '';
  if (setting.print !== undefined) {
    return setting.print.map((cut) => ({
      family: cut.family ?? family,
      weight: cut.weight,
      style: cut.style ?? 'normal',
      axes: cut.axes ?? {},
      box: cut.box,
    }));
  }
  return sources.map(({ weight, style }) => ({
    family,
    weight: typeof weight === 'number' ? weight : weight[0],
    style,
    axes: {},
  }));
}

/** Gathers the font stacks of all themes in the chain; what cannot be found is reported and left out. */
export async function gatherFonts(
  chain: ThemeChain,
  open: FolderOpener,
): Promise<{ readonly stacks: readonly FontStack[]; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const settings = new Map<string, FontSetting>();
  for (const folder of [...chain.folders].reverse()) {
    for (const [token, font] of Object.entries(folder.settings.fonts ?? {})) {
      // Another family is another font: nothing of the parent's files fits it.
      const parent = font.family === undefined ? settings.get(token) : undefined;
      settings.set(token, { ...parent, ...font });
    }
  }
  const stacks: FontStack[] = [];
  for (const [token, setting] of settings) {
    const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
    const sources = await sourcesOf(token, setting, chain, open, report);
    const { family = token, fallback = 'serif' } = setting;
    stacks.push({ token, family, fallback, sources, cuts: cutsOf(setting, sources) });
  }
  return { stacks, diagnostics };
}

async function sourcesOf(
  token: string,
  setting: FontSetting,
  chain: ThemeChain,
  open: FolderOpener,
  report: (diagnostic: Diagnostic) => void,
): Promise<readonly FontSource[]> {
  if (setting.package === undefined) return fromTheme(token, setting, chain, report);
  const system = openPackage(setting.package, open);
  const found = isPackageOpen(system) ? await fromPackage(setting, system) : undefined;
  if (found !== undefined) return found;
  const holder = chain.folders.find((folder) => folder.settings.fonts?.[token]?.package !== undefined);
  const path = ['fonts', token, 'package'];
  report(
    fontPackageExists(
      holder === undefined ? themePlace('theme.yaml') : themePlaceOf(holder, path),
      setting.package,
    ),
  );
  return [];
}

/** The stacks as custom properties, such as `--font-serif`. */
export function fontProperties(stacks: readonly FontStack[]): string {
  const properties = stacks.map(({ token, family, fallback }) => `--font-${token}:"${family}",${fallback}`);
  return properties.length === 0 ? '' : `:root{${properties.join(';')}}`;
}
