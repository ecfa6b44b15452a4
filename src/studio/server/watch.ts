/**
 * Watches folders of a project. The system's events only say where to look; what changed is found by listing the folder again, so that
 * a missed or doubled event, an editor that replaces files, or a slow disk makes no difference, and the last state always wins.
 */

import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { FileChange } from '../../build/live/kept-files.js';

/** What is watched: folders with all they hold, and single files. Project-relative, with `/`. */
export interface Watched {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** A watch that goes on until it is closed. */
export interface Watcher {
  /** Watches other folders and files from now on. What is new among them is told as added. */
  follow(watched: Watched): Promise<void>;
  close(): void;
}

/** How long a folder has to be quiet before it is listed, ms: enough for the events of one save to come together. */
const settleTime = 2;
/** How long a file that is gone or empty is given to come back, ms: editors replace files, or empty them before they write. */
const returnTime = 60;
/** How often everything is listed again, ms, for disks that send no events. */
const patrolTime = 5_000;
/** Up to this many files are listed again all the time. */
const patrolLimit = 5_000;

/** Files that editors and systems leave beside those that are meant. */
const leftovers = /^(?:\.|#.*#$|4913$|___jb_|Thumbs\.db$)|(?:~|\.swp|\.swx|\.tmp|\.part|\.crdownload)$/;

function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

class FolderWatcher implements Watcher {
  readonly #root: string;
  readonly #tell: (changes: readonly FileChange[]) => void;
  /** Folders that are there, with their watchers; undefined where the system gave none. */
  readonly #folders = new Map<string, FSWatcher | undefined>();
  /** Size and times of each file, by path. */
  readonly #stamps = new Map<string, string>();
  /** Files that were gone or empty at the last look, with the time until which they may come back. */
  readonly #absent = new Map<string, number>();
  readonly #dirty = new Set<string>();
  readonly #patrol: NodeJS.Timeout;
  #watched: Watched = { folders: [], files: [] };
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(root: string, tell: (changes: readonly FileChange[]) => void) {
    this.#root = root;
    this.#tell = tell;
    this.#patrol = setInterval(() => {
      if (this.#stamps.size > patrolLimit) return;
      for (const folder of this.#folders.keys()) this.#dirty.add(folder);
      this.#soon(0);
    }, patrolTime);
    this.#patrol.unref();
  }

  async follow(watched: Watched): Promise<void> {
    this.#watched = watched;
    const alone = watched.files
      .map((file) => posix.dirname(file))
      .map((folder) => (folder === '.' ? '' : folder));
    for (const folder of new Set([...alone, ...watched.folders, ...watched.folders.map(parentOf)])) {
      if (!this.#folders.has(folder)) this.#dirty.add(folder);
    }
    this.#look();
    await this.#looking;
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#patrol);
    clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher?.close();
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#look();
    }, ms);
  }

  #look(): void {
    this.#looking = this.#looking.then(() => this.#lookNow());
  }

  async #lookNow(): Promise<void> {
    const changes: FileChange[] = [];
    while (this.#dirty.size > 0 && !this.#isClosed) {
      const folders = [...this.#dirty];
      this.#dirty.clear();
      for (const folder of folders) changes.push(...(await this.#lookAt(folder)));
    }
    if (this.#isClosed) return;
    if (this.#absent.size > 0) {
      for (const path of this.#absent.keys()) this.#dirty.add(parentOf(path));
      // What was seen meanwhile is looked at sooner.
      if (this.#timer === undefined) this.#soon(returnTime);
    }
    if (changes.length > 0) this.#tell(changes);
  }

  /** Lists one folder and compares it with what was there. */
  async #lookAt(folder: string): Promise<FileChange[]> {
    const entries = await readdir(join(this.#root, folder), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) this.#leave(folder);
    else this.#watch(folder);
    const there = new Map<string, string>();
    for (const { name } of entries ?? []) {
      const path = pathIn(folder, name);
      if (leftovers.test(name) || !this.#concerns(path)) continue;
      // Links count as what they lead to.
      const found = await stat(join(this.#root, path)).catch(() => undefined);
      if (found?.isFile() === true) there.set(path, `${found.mtimeMs} ${found.size} ${found.ino}`);
      const isOurs = found?.isDirectory() === true && (this.#holds(path) || this.#leadsOn(path));
      if (isOurs && !this.#folders.has(path)) this.#dirty.add(path);
    }
    return [...this.#present(there), ...this.#gone(folder, there)];
  }

  /** Files that are there: new ones, and those that are not as they were. */
  #present(there: ReadonlyMap<string, string>): FileChange[] {
    const changes: FileChange[] = [];
    for (const [path, stamp] of there) {
      const before = this.#stamps.get(path);
      if (before === stamp) {
        this.#absent.delete(path);
        continue;
      }
      const isEmpty = stamp.split(' ')[1] === '0';
      if (isEmpty && before !== undefined && this.#mayReturn(path)) continue;
      this.#absent.delete(path);
      this.#stamps.set(path, stamp);
      changes.push({ path, kind: before === undefined ? 'added' : 'changed' });
    }
    return changes;
  }

  /** Files of a folder, and of folders below it that are gone too, that did not come back in time. */
  #gone(folder: string, there: ReadonlyMap<string, string>): FileChange[] {
    const changes: FileChange[] = [];
    for (const path of [...this.#stamps.keys()]) {
      const isHere = parentOf(path) === folder;
      const isBelowGone = path.startsWith(`${pathIn(folder, '')}`) && !this.#folders.has(parentOf(path));
      if (there.has(path) || !(isHere || isBelowGone) || this.#mayReturn(path)) continue;
      this.#absent.delete(path);
      this.#stamps.delete(path);
      changes.push({ path, kind: 'removed' });
    }
    return changes;
  }

  /** Whether a file that is gone or empty may still come back; the first look at it starts its time. */
  #mayReturn(path: string): boolean {
    const until = this.#absent.get(path) ?? performance.now() + returnTime;
    this.#absent.set(path, until);
    return performance.now() < until;
  }

  /** Whether a path is watched, or leads to something that is. */
  #concerns(path: string): boolean {
    return this.#holds(path) || this.#watched.files.includes(path) || this.#leadsOn(path);
  }

  /** Whether something that is watched lies below a folder. */
  #leadsOn(path: string): boolean {
    const { folders, files } = this.#watched;
    return [...folders, ...files].some((wanted) => wanted.startsWith(`${path}/`));
  }

  /** Whether a folder is watched with all it holds. */
  #holds(path: string): boolean {
    return this.#watched.folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
  }

  #leave(folder: string): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
  }

  #watch(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.set(folder, undefined);
    try {
      const watcher = watch(join(this.#root, folder), { persistent: false }, () => {
        this.#dirty.add(folder);
        this.#soon(settleTime);
      });
      // A folder that went away; the one above it tells.
      watcher.on('error', () => {
        watcher.close();
        if (this.#folders.get(folder) === watcher) this.#folders.set(folder, undefined);
      });
      this.#folders.set(folder, watcher);
    } catch {
      // Where the system has no watch to give, the patrol finds what changes.
    }
  }
}

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === '.' ? '' : parent;
}

/** Watches a project folder; `tell` hears of every change. Nothing is told of what was there when `follow` was first called. */
export async function watchProject(
  root: string,
  watched: Watched,
  tell: (changes: readonly FileChange[]) => void,
): Promise<Watcher> {
  let isReady = false;
  const watcher = new FolderWatcher(root, (changes) => {
    if (isReady) tell(changes);
  });
  await watcher.follow(watched);
  isReady = true;
  return watcher;
}
