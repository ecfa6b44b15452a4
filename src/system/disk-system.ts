/** A project on disk: reads and writes inside its root only, whole files or none. */

import type { Dirent } from 'node:fs';
import { type FileHandle, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { moveOver, writeWhole } from './atomic-write.js';
import { compareCodePoints } from './code-point-order.js';
import { DiskRoot, isAbsent } from './disk-root.js';
import { instantFrom } from './instant.js';
import { type FileEntry, OutsideRootError, type System } from './system.js';

/** Turns “nothing there” into undefined and lets every other error through. */
async function orAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** The first bytes of a file; fewer where it became shorter meanwhile. */
async function firstOf(handle: FileHandle, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  let filled = 0;
  while (filled < count) {
    const { bytesRead } = await handle.read(bytes, filled, count - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function readFileInside(
  root: DiskRoot,
  path: string,
  most: number | undefined,
): Promise<Uint8Array | undefined> {
  const real = await root.resolve(path);
  const handle = await root.open(path, real);
  try {
    const found = await handle.stat();
    if (!found.isFile()) return undefined;
    if (most !== undefined && found.size > most) return await firstOf(handle, most);
    const buffer = await handle.readFile();
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } finally {
    await handle.close();
  }
}

/** What an entry is; a link counts as what it leads to inside the root, and as `other` when it leads out or nowhere. */
async function kindOf(root: DiskRoot, folder: string, entry: Dirent): Promise<FileEntry['kind']> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const target = await stat(await root.resolve(`${folder}/${entry.name}`.replace(/^\//, '')));
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (error instanceof OutsideRootError || isAbsent(error)) return 'other';
    throw error;
  }
}

async function readFolderInside(root: DiskRoot, path: string): Promise<readonly FileEntry[]> {
  const entries = await readdir(await root.resolve(path), { withFileTypes: true });
  const named = await Promise.all(
    entries.map(async (entry) => ({ name: entry.name, kind: await kindOf(root, path, entry) })),
  );
  return named.sort((a, b) => compareCodePoints(a.name, b.name));
}

/** The System of a project folder on disk. The folder has to exist; nothing is read before it is asked for. */
export function diskSystem(folder: string): System {
  const root = new DiskRoot(resolve(folder));
  return {
    root: root.path,
    runtime: process.version,
    cores: availableParallelism(),
    readFile: (path, most) => orAbsent(() => readFileInside(root, path, most)),
    readFolder: (path) => orAbsent(() => readFolderInside(root, path)),
    async writeFile(path, bytes) {
      const { folder: parent, name } = await root.resolveParent(path, true);
      await writeWhole(parent, name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    },
    async remove(path) {
      await orAbsent(async () => {
        const target = await root.resolveParent(path);
        await rm(join(target.folder, target.name), { recursive: true, force: true });
      });
    },
    async rename(from, to) {
      const source = await root.resolveParent(from);
      await moveOver(source, await root.resolveParent(to, true));
    },
    env: (name) => process.env[name],
    now: () => instantFrom(process.env['SOURCE_DATE_EPOCH'], () => Date.now()),
    elapsed: () => performance.now(),
  };
}
