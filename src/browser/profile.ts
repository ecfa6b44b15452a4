/** Browser profiles: one fresh folder per browser, removed with it, swept later when its owner died first. */

import { rmSync } from 'node:fs';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const marker = 'galley-browser';
const pattern = /^galley-browser-(\d+)-(\d+)-/;

/** Start time of a process in clock ticks where the system tells it, else 0. A process id alone may be reused. */
async function startTimeOf(pid: number): Promise<number> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
    // The command name in parentheses may hold spaces; field 22 counts from behind it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
  } catch {
    return 0;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A profile folder of one browser. */
export interface Profile {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes a fresh profile folder, owned by `user` when one is given; it goes with the process at the latest. */
export async function makeProfile(user?: { readonly uid: number; readonly gid: number }): Promise<Profile> {
  const own = await startTimeOf(process.pid);
  const path = await mkdtemp(join(tmpdir(), `${marker}-${process.pid}-${own}-`));
  if (user !== undefined) await chown(path, user.uid, user.gid);
  const atExit = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 2 });
  process.once('exit', atExit);
  return {
    path,
    async remove() {
      process.off('exit', atExit);
      // Helper processes may still be writing their last files.
      await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

/** Removes profiles whose owner is gone, such as after `kill -9`. Folders of others are left alone. */
export async function sweepProfiles(): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const [, pid, started] = pattern.exec(name) ?? [];
    if (pid === undefined) continue;
    const now = isAlive(Number(pid)) ? await startTimeOf(Number(pid)) : undefined;
    if (now !== undefined && (now === 0 || now === Number(started))) continue;
    try {
      await rm(join(tmpdir(), name), { recursive: true, force: true });
      swept.push(name);
    } catch {
      // Somebody else's folder, or one that is in use: not ours to judge.
    }
  }
  return swept;
}
