/** A project in memory, for tests and previews: the same behaviour as on disk, without a disk. */

import { compareCodePoints } from './code-point-order.js';
import { instantFrom } from './instant.js';
import { splitProjectPath } from './project-path.js';
import { type FileEntry, OutsideRootError, type System } from './system.js';

/** Environment and clock of a project in memory. */
export interface MemoryWorld {
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds since the epoch; 0 when absent. */
  readonly now?: number | undefined;
}

function within(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function entriesOf(files: ReadonlyMap<string, Uint8Array>, folder: string): readonly FileEntry[] | undefined {
  const found = new Map<string, FileEntry['kind']>();
  for (const path of files.keys()) {
    if (!within(folder, path)) continue;
    const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    found.set(name, rest.length > 0 ? 'folder' : (found.get(name) ?? 'file'));
  }
  if (found.size === 0 && folder !== '') return undefined;
  return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => compareCodePoints(a.name, b.name));
}

/** A System whose files are the given ones, by project-relative path; folders exist while they hold a file. */
export function memorySystem(
  files: Readonly<Record<string, string | Uint8Array>>,
  world: MemoryWorld = {},
): System {
  const pathOf = (path: string): string => splitProjectPath(path).join('/');
  const toBytes = (bytes: string | Uint8Array): Uint8Array =>
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes);
  const stored = new Map(Object.entries(files).map(([path, bytes]) => [pathOf(path), toBytes(bytes)]));

  const remove = (path: string): void => {
    for (const name of [...stored.keys()]) if (name === path || within(path, name)) stored.delete(name);
  };

  return {
    root: '/memory',
    runtime: 'v20.19.0',
    cores: 1,
    async readFile(path, most) {
      return stored.get(pathOf(path))?.slice(0, most);
    },
    async readFolder(path) {
      return entriesOf(stored, pathOf(path));
    },
    async writeFile(path, bytes) {
      stored.set(pathOf(path), toBytes(bytes));
    },
    async remove(path) {
      const target = pathOf(path);
      if (target === '') throw new OutsideRootError(path);
      remove(target);
    },
    async rename(from, to) {
      const [source, target] = [pathOf(from), pathOf(to)];
      if (source === '' || target === '' || within(source, target)) throw new OutsideRootError(to);
      const moved = [...stored].filter(([path]) => path === source || within(source, path));
      if (moved.length === 0) throw new Error(`There is no “${from}” to move.`);
      if (source === target) return;
      for (const [path] of moved) stored.delete(path);
      remove(target);
      for (const [path, bytes] of moved) stored.set(target + path.slice(source.length), bytes);
    },
    env: (name) => world.env?.[name],
    now: () => instantFrom(world.env?.['SOURCE_DATE_EPOCH'], () => world.now ?? 0),
    elapsed: () => 0,
  };
}
