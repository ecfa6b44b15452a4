/** Remembers what data files said, so that a thousand explainers do not read one shared file a thousand times, nor a preview the same bytes again. */

import type { StageResult } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';

/** One file as it was last read. */
interface Remembered {
  readonly bytes: Uint8Array;
  readonly found: Promise<StageResult<readonly unknown[]>>;
}

const memory = new WeakMap<System, Map<string, Remembered>>();
/** By the bytes themselves, and then by path and scope: a System that keeps its files hands out the same object until they change. */
const memoryOfBytes = new WeakMap<Uint8Array, Map<string, Promise<StageResult<readonly unknown[]>>>>();

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A data file to parse: whose it is decides what its records say. */
export interface DataFile {
  readonly path: string;
  readonly scope: 'document' | 'shared';
  readonly bytes: Uint8Array;
}

function parseBytes<T>(
  { path, scope, bytes }: DataFile,
  parse: (bytes: Uint8Array) => Promise<StageResult<readonly T[]>>,
): Promise<StageResult<readonly T[]>> {
  const known = memoryOfBytes.get(bytes) ?? new Map<string, Promise<StageResult<readonly unknown[]>>>();
  memoryOfBytes.set(bytes, known);
  const key = `${scope} ${path}`;
  const found = known.get(key) ?? parse(bytes);
  known.set(key, found);
  // A path is always parsed by the same reader, so what it gave has the reader's type.
  return found as Promise<StageResult<readonly T[]>>;
}

/** Parses a file, or gives what its parsing gave before: for the same bytes as an object, and for shared files for equal ones. */
export function remember<T>(
  system: System,
  file: DataFile,
  parse: (bytes: Uint8Array) => Promise<StageResult<readonly T[]>>,
): Promise<StageResult<readonly T[]>> {
  const { path, scope, bytes } = file;
  if (scope === 'document') return parseBytes(file, parse);
  const files = memory.get(system) ?? new Map<string, Remembered>();
  memory.set(system, files);
  const before = files.get(path);
  if (before !== undefined && isSame(before.bytes, bytes))
    return before.found as Promise<StageResult<readonly T[]>>;
  const found = parseBytes(file, parse);
  files.set(path, { bytes, found });
  return found;
}
