/** The real-path half of the root jail: where on the disk a project path truly leads. */

import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { splitProjectPath } from './project-path.js';
import { OutsideRootError } from './system.js';

/** The code of a file-system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether an error says that nothing is there. */
export function isAbsent(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
}

/** A project root on disk that resolves project paths to real ones and refuses those that lead out. */
export class DiskRoot {
  readonly path: string;
  #real: Promise<string> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** The real path of an existing file or folder; rejects with the system's error when there is none. */
  async resolve(path: string): Promise<string> {
    return this.#checked(path, await realpath(join(this.path, ...splitProjectPath(path))));
  }

  /** The real folder of a path and its last part, which is not followed when it is a link. The root has no such parts. */
  async resolveParent(
    path: string,
    create = false,
  ): Promise<{ readonly folder: string; readonly name: string }> {
    const segments = splitProjectPath(path);
    const name = segments.at(-1);
    if (name === undefined) throw new OutsideRootError(path);
    if (create) await this.#makeFolders(path, segments.slice(0, -1));
    const folder = await realpath(join(this.path, ...segments.slice(0, -1)));
    return { folder: await this.#checked(path, folder), name };
  }

  /** Opens a real path for reading without following a link that took its place, and proves that it stayed inside. */
  async open(path: string, real: string): Promise<FileHandle> {
    // O_NONBLOCK: a named pipe must not hold the build.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const handle = await open(real, flags);
    try {
      await this.#checked(path, await openedPath(handle, real));
    } catch (error) {
      await handle.close();
      throw error;
    }
    return handle;
  }

  /** Makes missing folders one by one, each inside the root, so that no link on the way is written through to outside. */
  async #makeFolders(path: string, segments: readonly string[]): Promise<void> {
    let folder = await this.#realRoot();
    for (const segment of segments) {
      const next = join(folder, segment);
      await mkdir(next).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error;
      });
      folder = await this.#checked(path, await realpath(next));
    }
  }

  async #checked(path: string, real: string): Promise<string> {
    const root = await this.#realRoot();
    const prefix = root.endsWith(sep) ? root : root + sep;
    if (real !== root && !real.startsWith(prefix)) throw new OutsideRootError(path);
    return real;
  }

  #realRoot(): Promise<string> {
    this.#real ??= realpath(this.path);
    return this.#real;
  }
}

/** Where an open file truly is: from the system's table of open files where there is one, else resolved again. */
async function openedPath(handle: FileHandle, real: string): Promise<string> {
  try {
    return await readlink(`/proc/self/fd/${handle.fd}`);
  } catch {
    return join(await realpath(dirname(real)), basename(real));
  }
}
