/** A System that remembers what was read through it: for build.json, for code frames, for the watcher. */

import type { System } from '../system/system.js';
import { sha256 } from './manifest.js';

/** What was read. */
export interface Recorder {
  readonly system: System;
  /** SHA-256 by project-relative path. */
  readonly inputs: Map<string, string>;
  /** The text of a file that was read; undefined for others. */
  textOf(file: string): string | undefined;
}

/** Wraps a System. Bytes are kept as long as the recorder is, texts decoded when asked for. */
export function recordReads(system: System): Recorder {
  const inputs = new Map<string, string>();
  const bytesOf = new Map<string, Uint8Array>();
  return {
    inputs,
    textOf(file) {
      const bytes = bytesOf.get(file);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
    },
    system: {
      ...system,
      async readFile(path) {
        const bytes = await system.readFile(path);
        if (bytes !== undefined) {
          inputs.set(path, sha256(bytes));
          bytesOf.set(path, bytes);
        }
        return bytes;
      },
    },
  };
}
