/** A small project in memory for the tests of this folder. */

import type { ResolvedConfig } from '../../src/config/config.js';
import { defaultConfig } from '../../src/config/defaults.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { readSource } from '../../src/source/read-source.js';
import type { SourceFile } from '../../src/source/source-file.js';
import { memorySystem } from '../../src/system/memory-system.js';

/** A document that is in order. */
export const document = '---\nheadline: H\n---\nText.\n';

/** Findings as `code file:line:column`, in their order. */
export function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place }) =>
    `${code} ${place === undefined ? '' : formatPlace(place)}`.trim(),
  );
}

/** Reads the first explainer of a project whose files are given relative to `content/x/`. */
export async function readX(
  files: Readonly<Record<string, string | Uint8Array>>,
  config: ResolvedConfig = defaultConfig,
): Promise<{ value: SourceFile | undefined; told: string[]; diagnostics: readonly Diagnostic[] }> {
  const all = { 'explainer.md': document, ...files };
  const placed = Object.entries(all).map(([name, bytes]) => [
    name.startsWith('/') ? name.slice(1) : `content/x/${name}`,
    bytes,
  ]);
  const system = memorySystem(Object.fromEntries(placed) as Record<string, string | Uint8Array>);
  const { value: entries } = await findExplainers(system);
  const entry = entries.find(({ slug }) => slug === 'x');
  if (entry === undefined) throw new Error('The project has no explainer x.');
  const { value, diagnostics } = await readSource(system, config, entry);
  return { value, told: told(diagnostics), diagnostics };
}
