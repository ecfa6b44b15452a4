/** Remembers what the shared data files said, so that a thousand explainers do not read one file a thousand times. */

import type { StageResult } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';

/** One file as it was last read. */
interface Remembered {
  readonly bytes: Uint8Array;
  readonly found: Promise<StageResult<readonly unknown[]>>;
}

const memory = new WeakMap<System, Map<string, Remembered>>();

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Parses a file, or gives what its parsing gave before when its bytes are still the same. Only for files shared by all. */
export function rememberShared<T>(
  system: System,
  path: string,
  bytes: Uint8Array,
  parse: (bytes: Uint8Array) => Promise<StageResult<readonly T[]>>,
): Promise<StageResult<readonly T[]>> {
  const files = memory.get(system) ?? new Map<string, Remembered>();
  memory.set(system, files);
  const before = files.get(path);
  // A path is always parsed by the same reader, so what it gave has the reader's type.
  if (before !== undefined && isSame(before.bytes, bytes))
    return before.found as Promise<StageResult<readonly T[]>>;
  const found = parse(bytes);
  files.set(path, { bytes, found });
  return found;
}
