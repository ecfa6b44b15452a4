/** The themes of a live preview: each read once, and again when one of its files changed. */

import type { ResolvedConfig } from '../../config/config.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import type { SourcePlace } from '../../diagnostics/place.js';
import { applyLevels } from '../../report/findings.js';
import type { System } from '../../system/system.js';
import { loadTheme, UnusableTheme } from '../../theme/load-theme.js';
import type { Theme } from '../../theme/theme.js';
import { type FileChange, type KeptFiles, Reads } from './kept-files.js';

/** A theme as it was last read. */
export interface LiveTheme {
  /** Undefined when an error keeps pages from being made with it. */
  readonly theme: Theme | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: Reads;
}

/** Keeps themes by name. */
export class LiveThemes {
  readonly #files: KeptFiles;
  readonly #open: (folder: string) => System;
  readonly #kept = new Map<string, Promise<LiveTheme>>();
  readonly #read = new Set<string>();

  /** `open` gives access to folders outside the project, such as Galley's own templates. */
  constructor(files: KeptFiles, open: (folder: string) => System) {
    this.#files = files;
    this.#open = open;
  }

  /** The theme that a document's settings name; `named` is where, for findings without a place of their own. */
  get(config: ResolvedConfig, named: SourcePlace | undefined): Promise<LiveTheme> {
    const known = this.#kept.get(config.theme);
    if (known !== undefined) return known;
    const read = this.#load(config, named);
    this.#kept.set(config.theme, read);
    return read;
  }

  /** Forgets the themes that changes touch, and gives their names. */
  async forget(changes: readonly FileChange[]): Promise<readonly string[]> {
    const names: string[] = [];
    for (const [name, kept] of [...this.#kept]) {
      const { reads } = await kept;
      if (changes.some((change) => reads.isTouchedBy(change))) names.push(name);
    }
    for (const name of names) this.#kept.delete(name);
    return names;
  }

  /** Files that themes were made from or looked for. */
  files(): Iterable<string> {
    return this.#read;
  }

  /** Forgets all themes, as when the settings changed. */
  clear(): void {
    this.#kept.clear();
  }

  async #load(config: ResolvedConfig, named: SourcePlace | undefined): Promise<LiveTheme> {
    const reads = new Reads();
    const note = (kept: LiveTheme): LiveTheme => {
      for (const path of reads.files) this.#read.add(path);
      return kept;
    };
    const placed = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
      diagnostics.map((diagnostic) => ({ ...diagnostic, place: diagnostic.place ?? named }));
    try {
      const { value, diagnostics } = await loadTheme(
        this.#files.reader(reads),
        config,
        config.theme,
        this.#open,
      );
      const isSound = !hasErrors(applyLevels(diagnostics, config.checks));
      return note({ theme: isSound ? value : undefined, diagnostics: placed(diagnostics), reads });
    } catch (error) {
      if (!(error instanceof UnusableTheme)) throw error;
      const all = error.diagnostics.length > 0 ? error.diagnostics : [error.diagnostic];
      return note({ theme: undefined, diagnostics: placed(all), reads });
    }
  }
}

/** Opens folders that do not change while Galley runs, and remembers what was read there. */
export function keptFolders(open: (folder: string) => System): (folder: string) => System {
  const opened = new Map<string, System>();
  return (folder) => {
    const known = opened.get(folder);
    if (known !== undefined) return known;
    const system = open(folder);
    const files = new Map<string, ReturnType<System['readFile']>>();
    const folders = new Map<string, ReturnType<System['readFolder']>>();
    const kept: System = {
      ...system,
      readFile(path) {
        const read = files.get(path) ?? system.readFile(path);
        files.set(path, read);
        return read;
      },
      readFolder(path) {
        const read = folders.get(path) ?? system.readFolder(path);
        folders.set(path, read);
        return read;
      },
    };
    opened.set(folder, kept);
    return kept;
  };
}
