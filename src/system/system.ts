/** The world outside, behind one interface: files, clock, environment. Only this folder, `cli` and `studio/server` touch it. */

/** What a path holds. */
export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * Files, clock and environment. Paths are relative to the project root and use `/`; a path that leaves the root,
 * by `..`, by an absolute path or through a link, is refused with a thrown `OutsideRootError`.
 */
export interface System {
  /** Absolute path of the project root, for processes that need one (never printed in outputs). */
  readonly root: string;
  /** The program that runs Galley, such as `v20.20.2`. */
  readonly runtime: string;
  /** How many threads this machine runs at a time. */
  readonly cores: number;
  /** The bytes of a file, or undefined when there is none; of one that is longer than `most` bytes the first of them. */
  readFile(path: string, most?: number): Promise<Uint8Array | undefined>;
  /** The entries of a folder sorted by name in code-point order, or undefined when there is no such folder. */
  readFolder(path: string): Promise<readonly FileEntry[] | undefined>;
  /** Writes a file whole or not at all (temporary file beside it, sync, rename); makes folders on the way. */
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>;
  /** Removes a file or a folder with all it holds; nothing happens when it is absent. */
  remove(path: string): Promise<void>;
  /** Moves a file or folder over another in one step. */
  rename(from: string, to: string): Promise<void>;
  /** An environment variable. */
  env(name: string): string | undefined;
  /** The present instant in milliseconds since the epoch: SOURCE_DATE_EPOCH where set, else the clock. */
  now(): number;
  /** Milliseconds on a clock that only runs forward, for timings in reports to people; never in outputs. */
  elapsed(): number;
}

/** A path that would leave the project root. */
export class OutsideRootError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`The path “${path}” leads outside the project folder.`);
    this.name = 'OutsideRootError';
    this.path = path;
  }
}
