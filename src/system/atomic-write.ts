/** Whole files or none: writing and moving so that a reader never sees half a result. */

import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, isAbsent } from './disk-root.js';

function besideName(name: string): string {
  return `.${name.slice(0, 100)}.${randomBytes(6).toString('hex')}.galley-tmp`;
}

/** Asks the disk to keep a folder's entries; systems that cannot open folders keep them on their own. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, constants.O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Writes a file: temporary file in the same folder, sync, rename, sync of the folder. On failure the old file stays. */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, besideName(name));
  try {
    const handle = await open(temporary, 'wx');
    try {
      // FileHandle.writeFile loops until every byte is taken; a single write may stop short.
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** Moves a file or folder over another. A folder in the way steps aside first and comes back when the move fails. */
export async function moveOver(
  from: { readonly folder: string; readonly name: string },
  to: { readonly folder: string; readonly name: string },
): Promise<void> {
  const source = join(from.folder, from.name);
  const target = join(to.folder, to.name);
  if (source === target) return;
  if (await isFolder(target)) {
    const aside = join(to.folder, besideName(to.name));
    await rename(target, aside);
    try {
      await rename(source, target);
    } catch (error) {
      await rename(aside, target);
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  } else {
    await rename(source, target);
  }
  await syncFolder(to.folder);
  if (from.folder !== to.folder) await syncFolder(from.folder);
}
