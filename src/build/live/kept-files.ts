/** The project's files as a live preview keeps them: read once, remembered until they change, with a note of who read what. */

import { posix } from 'node:path';
import type { FileEntry, System } from '../../system/system.js';

/** One file or folder that is not as it was. */
export interface FileChange {
  /** Project-relative, with `/`. */
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
}

/** What one reader asked for: files, also those that were not there, and folders that it listed. */
export class Reads {
  readonly files: Set<string> = new Set();
  readonly folders: Set<string> = new Set();

  /** Whether a change touches what was read. */
  isTouchedBy({ path, kind }: FileChange): boolean {
    if (this.files.has(path)) return true;
    if (kind === 'changed') return false;
    // A file that came or went changes the listing of its folder; so does a folder that came or went with it.
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      if (this.folders.has(folder)) return true;
      if (folder === '') return false;
    }
  }
}

function parentOf(path: string): string {
  const parent = posix.dirname(path);
  return parent === '.' ? '' : parent;
}

function plainPath(path: string): string {
  const normal = posix.normalize(path).replace(/\/+$/, '');
  return normal === '.' ? '' : normal;
}

/** Keeps what was read from a System, until it is told that it changed. Writes go through. */
export class KeptFiles {
  readonly #system: System;
  readonly #files = new Map<string, Promise<Uint8Array | undefined>>();
  readonly #folders = new Map<string, Promise<readonly FileEntry[] | undefined>>();
  readonly #texts = new Map<string, string>();

  constructor(system: System) {
    this.#system = system;
  }

  /** The project for one reader, whose reads are written down. The same file gives the same bytes, as an object, until it changes. */
  reader(reads: Reads): System {
    return {
      ...this.#system,
      readFile: (path) => {
        reads.files.add(plainPath(path));
        return this.#readFile(path);
      },
      readFolder: (path) => {
        reads.folders.add(plainPath(path));
        return this.#readFolder(path);
      },
    };
  }

  /** The text of a file that was read; undefined for others. */
  textOf(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** Drops what changed. */
  forget(changes: readonly FileChange[]): void {
    for (const { path } of changes) {
      this.#files.delete(path);
      this.#texts.delete(path);
    }
    if (changes.some(({ kind }) => kind !== 'changed')) this.#folders.clear();
  }

  #readFile(path: string): Promise<Uint8Array | undefined> {
    const key = plainPath(path);
    const kept = this.#files.get(key);
    if (kept !== undefined) return kept;
    const read = this.#system.readFile(path).then((bytes) => {
      if (bytes !== undefined && this.#files.get(key) === read) this.#keepText(key, bytes);
      return bytes;
    });
    this.#files.set(key, read);
    // What could not be read is asked again next time.
    read.catch(() => this.#files.delete(key));
    return read;
  }

  #readFolder(path: string): Promise<readonly FileEntry[] | undefined> {
    const key = plainPath(path);
    const kept = this.#folders.get(key);
    if (kept !== undefined) return kept;
    const read = this.#system.readFolder(path);
    this.#folders.set(key, read);
    read.catch(() => this.#folders.delete(key));
    return read;
  }

  #keepText(path: string, bytes: Uint8Array): void {
    if (!/\.(?:md|ya?ml|json|bib|ris|hbs|css|csl)$/i.test(path)) return;
    this.#texts.set(path, new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n'));
  }
}
