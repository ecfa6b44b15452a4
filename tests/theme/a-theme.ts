/** Loads themes for tests: Galley's own from disk, or one in memory that stands on it. */

import { fileURLToPath } from 'node:url';
import type { Config, ResolvedConfig } from '../../src/config/config.js';
import { resolve } from '../../src/config/defaults.js';
import type { Diagnostic, StageResult } from '../../src/diagnostics/diagnostic.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { loadTheme, UnusableTheme } from '../../src/theme/load-theme.js';
import type { Theme } from '../../src/theme/theme.js';

/** The checkout's root, whose `templates/` are Galley's own. */
export const packageRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** Settings with everything filled in. */
export function aConfig(config: Config = {}): ResolvedConfig {
  return resolve(config);
}

/** A theme as it ships. */
export function ownTheme(name: string): Promise<StageResult<Theme>> {
  return loadTheme(diskSystem(packageRoot), aConfig(), name, diskSystem);
}

/** The base theme as it ships. */
export function baseTheme(): Promise<StageResult<Theme>> {
  return ownTheme('base');
}

/** A theme.yaml with a name, at its end so that places stay. */
function named(path: string, text: string): string {
  return path === 'theme.yaml' && !/^name:/m.test(text) ? `${text}\nname: House\n` : text;
}

/** A theme `house` in a project in memory, by its files' paths inside the theme; it gets a name where none is given. */
export function houseTheme(
  files: Readonly<Record<string, string>>,
  config: Config = {},
  others: Readonly<Record<string, string>> = {},
): Promise<StageResult<Theme>> {
  const inTheme = Object.entries(files).map(([path, text]) => [`templates/house/${path}`, named(path, text)]);
  const system = memorySystem({ ...Object.fromEntries(inTheme), ...others });
  return loadTheme(system, aConfig(config), 'house', diskSystem);
}

/** What is found in a theme, usable or not. */
export async function findingsOf(theme: Promise<StageResult<Theme>>): Promise<readonly Diagnostic[]> {
  try {
    return (await theme).diagnostics;
  } catch (error) {
    if (error instanceof UnusableTheme) return error.diagnostics;
    throw error;
  }
}

/** Findings as `code file:line:column`. */
export function brief(findings: readonly Diagnostic[]): readonly string[] {
  return findings.map(({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`.trim());
}
