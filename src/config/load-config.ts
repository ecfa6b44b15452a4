/** The settings of a build: defaults, then `galley.config.yaml`, then the environment, then the command line. */

import { z } from 'zod';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { System } from '../system/system.js';
import { type Config, configSchema, type FormatName, formatNames, type ResolvedConfig } from './config.js';
import { decodeText } from './decode-text.js';
import { freeze, resolve } from './defaults.js';
import { readYaml } from './read-yaml.js';
import { formAt, knownValues } from './schema-forms.js';
import { validate } from './validate.js';

/** What a person asked for on the command line, as typed. Absent means not asked. */
export interface ConfigFlags {
  readonly theme?: string | undefined;
  readonly formats?: readonly string[] | undefined;
  readonly 'citation-style'?: string | undefined;
  readonly lang?: string | undefined;
  readonly paper?: string | undefined;
  readonly 'pdf-profile'?: string | undefined;
  readonly 'fail-on'?: string | undefined;
  readonly browser?: string | undefined;
  readonly untrusted?: boolean | undefined;
  readonly drafts?: boolean | undefined;
  readonly out?: string | undefined;
  /** Milliseconds since the epoch (`--now`). */
  readonly now?: number | undefined;
}

/** Where a setting came from. */
export type ConfigOrigin =
  | { readonly layer: 'default' }
  | { readonly layer: 'file'; readonly place: SourcePlace }
  | { readonly layer: 'environment'; readonly variable: string }
  | { readonly layer: 'flag' };

/** The settings and where each came from, by the key's name in `galley.config.yaml`. */
export interface ExplainedConfig {
  readonly config: ResolvedConfig;
  readonly origins: Readonly<Record<string, ConfigOrigin>>;
}

const configFile = 'galley.config.yaml';

/** Environment variables in falling order of rank, and the key that each sets. */
const variables: readonly (readonly [variable: string, key: string])[] = [
  ['GALLEY_THEME', 'theme'],
  ['GALLEY_FORMATS', 'formats'],
  ['GALLEY_CITATION_STYLE', 'citation-style'],
  ['GALLEY_LANG', 'lang'],
  ['GALLEY_PAPER', 'paper'],
  ['GALLEY_PDF_PROFILE', 'pdf-profile'],
  ['GALLEY_FAIL_ON', 'fail-on'],
];

/** Variables that name a program; they rank below the file's own path (nearest wish first). */
const programVariables = [
  ['browser', ['GALLEY_BROWSER', 'PUPPETEER_EXECUTABLE_PATH']],
  ['verapdf', ['GALLEY_VERAPDF']],
] as const;

async function readConfigFile(system: System): Promise<{ layer: Layer; diagnostics: Diagnostic[] }> {
  const bytes = await system.readFile(configFile);
  const diagnostics = await misnamedFiles(system);
  if (bytes === undefined) return { layer: { values: {}, origins: {} }, diagnostics };
  const decoded = decodeText(bytes, configFile);
  const read = readYaml(decoded.value ?? '', configFile, { maxKeys: 1000 });
  const checked = validate(read.value, configSchema, { subject: 'the settings' });
  diagnostics.push(...decoded.diagnostics, ...read.diagnostics, ...checked.diagnostics);
  const values = checked.value ?? {};
  const origins = Object.fromEntries(
    Object.keys(values).map((key): [string, ConfigOrigin] => {
      const position = read.value.positionOf([key], 'key');
      return [key, { layer: 'file', place: { kind: 'source', file: configFile, position } }];
    }),
  );
  return { layer: { values, origins }, diagnostics };
}

/** Files that look like settings and are not read. */
async function misnamedFiles(system: System): Promise<Diagnostic[]> {
  const entries = (await system.readFolder('')) ?? [];
  const strays = entries.filter(({ name }) =>
    /^\.?galley[.-]?(config|rc)?\.(ya?ml|json|m?[jt]s)$/i.test(name),
  );
  return strays
    .filter(({ name }) => name !== configFile)
    .map(({ name }) => ({
      code: 'file-name-is-known',
      severity: 'warning',
      what: `The file “${name}” looks like settings, but it is not read.`,
      why: `Galley reads its settings from “${configFile}” alone, and as data, never as a program.`,
      fix: `Rename it to “${configFile}”, or remove it.`,
      place: { kind: 'source', file: name },
    }));
}

/** One layer of wishes. */
interface Layer {
  readonly values: Config;
  readonly origins: Readonly<Record<string, ConfigOrigin>>;
}

/** Checks wishes from the environment or the command line by the same schema as the file. */
function checkWishes(
  wishes: readonly { key: string; value: unknown; origin: ConfigOrigin; name: string }[],
): { layer: Layer; diagnostics: Diagnostic[] } {
  const values: Record<string, unknown> = {};
  const origins: Record<string, ConfigOrigin> = {};
  const diagnostics: Diagnostic[] = [];
  for (const { key, value, origin, name } of wishes) {
    if (configSchema.safeParse({ [key]: value }).success) {
      values[key] = value;
      origins[key] = origin;
    } else {
      const typed = Array.isArray(value) ? value.join(', ') : String(value);
      const words = key === 'formats' ? formatNames : knownValues(configSchema, [key]);
      diagnostics.push({
        code: 'values-are-known',
        severity: 'error',
        what: `“${typed}” cannot be used for ${name}.`,
        why: 'Galley does not know what it means.',
        fix: words.length > 0 ? didYouMean(typed, words) : `Give ${formAt(configSchema, [key])}.`,
      });
    }
  }
  return { layer: { values: values as Config, origins }, diagnostics };
}

function environmentLayer(system: System): { layer: Layer; diagnostics: Diagnostic[] } {
  const wishes = variables.flatMap(([variable, key]) => {
    const typed = system.env(variable);
    if (typed === undefined || typed === '') return [];
    const value = key === 'formats' ? typed.split(/[\s,]+/).filter((name) => name !== '') : typed;
    return [{ key, value, origin: { layer: 'environment', variable } as const, name: variable }];
  });
  return checkWishes(wishes);
}

function flagLayer(flags: ConfigFlags): { layer: Layer; diagnostics: Diagnostic[] } {
  const { theme, formats, lang, paper, untrusted } = flags;
  const path = flags.browser;
  const asked = {
    theme,
    formats,
    lang,
    paper,
    untrusted,
    'citation-style': flags['citation-style'],
    'pdf-profile': flags['pdf-profile'],
    'fail-on': flags['fail-on'],
    browser: path === undefined ? undefined : { path },
  };
  const origin: ConfigOrigin = { layer: 'flag' };
  const wishes = Object.entries(asked)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ key, value, origin, name: `--${key}` }));
  return checkWishes(wishes);
}

/** Reads and joins all layers; every key remembers the one it came from. */
export async function explainConfig(
  system: System,
  flags: ConfigFlags,
): Promise<StageResult<ExplainedConfig>> {
  const file = await readConfigFile(system);
  const environment = environmentLayer(system);
  const flag = flagLayer(flags);
  const layers = [file.layer, environment.layer, flag.layer];
  const values: Config = Object.assign({}, ...layers.map((layer) => layer.values));
  const origins: Record<string, ConfigOrigin> = Object.assign({}, ...layers.map((layer) => layer.origins));
  for (const [key, names] of programVariables) {
    const variable = names.find((name) => (system.env(name) ?? '') !== '');
    if (variable === undefined || values[key]?.path !== undefined) continue;
    values[key] = { path: system.env(variable) };
    origins[key] = { layer: 'environment', variable };
  }
  for (const key of Object.keys(configSchema.shape)) origins[key] ??= { layer: 'default' };
  const config: ResolvedConfig = {
    ...resolve(values),
    drafts: flags.drafts ?? false,
    out: flags.out ?? 'output',
    now: flags.now ?? system.now(),
    fixed: [environment.layer, flag.layer].flatMap((layer) => Object.keys(layer.values)),
  };
  const diagnostics = [...file.diagnostics, ...environment.diagnostics, ...flag.diagnostics];
  return result(freeze({ config, origins }), diagnostics);
}

/** The settings of a build, complete and frozen. Faults of the file are findings at their key; the rest still holds. */
export async function loadConfig(system: System, flags: ConfigFlags): Promise<StageResult<ResolvedConfig>> {
  const { value, diagnostics } = await explainConfig(system, flags);
  return { value: value.config, diagnostics };
}

/** What a document may ask for in its front matter. */
export interface DocumentWishes {
  readonly theme: string | null;
  readonly citationStyle: string | null;
  readonly formats: readonly string[] | null;
}

function isFormatName(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name);
}

/** The settings for one document: its own theme, citation style and formats, unless the environment or a flag set them. */
export function configFor(config: ResolvedConfig, wishes: DocumentWishes): ResolvedConfig {
  const free = (key: string): boolean => config.fixed?.includes(key) !== true;
  const formats = wishes.formats?.filter(isFormatName) ?? [];
  return freeze({
    ...config,
    theme: free('theme') ? (wishes.theme ?? config.theme) : config.theme,
    citationStyle: free('citation-style')
      ? (wishes.citationStyle ?? config.citationStyle)
      : config.citationStyle,
    formats: free('formats') && formats.length > 0 ? formats : config.formats,
  });
}

/** The JSON Schema of `galley.config.yaml`, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}
