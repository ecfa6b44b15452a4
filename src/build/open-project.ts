/** What is kept warm between runs: the files, the browser, the citation engines. */

import { fileURLToPath } from 'node:url';
import type { ResolvedConfig } from '../config/config.js';
import type { StageResult } from '../diagnostics/diagnostic.js';
import { diskSystem } from '../system/disk-system.js';
import type { System } from '../system/system.js';
import { loadTheme } from '../theme/load-theme.js';
import type { Theme } from '../theme/theme.js';
import { type Annotator, makeAnnotator } from './annotator.js';
import { BrowserDesk } from './browser-desk.js';
import type { GalleyOptions } from './options.js';
import { type BuildProgress, silent } from './progress.js';
import { WorkerDesk } from './worker-desk.js';

/** A project that is open. */
export interface OpenProject {
  readonly options: GalleyOptions;
  readonly system: System;
  readonly progress: BuildProgress;
  readonly desk: BrowserDesk;
  readonly workers: WorkerDesk;
  readonly nodeVersion: string;
  readonly annotate: Annotator['annotate'];
  /** Starts the citation engine for what config names, without waiting. */
  readonly warm: (config: ResolvedConfig) => void;
  readonly loadTheme: (system: System, config: ResolvedConfig) => Promise<StageResult<Theme>>;
}

/** Opens a folder outside the project: Galley's own templates, or a font package. */
export function openFolder(folder: string): System {
  return diskSystem(folder.startsWith('file:') ? fileURLToPath(folder) : folder);
}

/** Opens a project; nothing is read yet. `system` stands in for its folder, as when the specimen is laid over it. */
export function openProject(
  options: GalleyOptions,
  system: System = diskSystem(options.root ?? '.'),
): OpenProject {
  const progress = options.progress ?? silent;
  const annotator = makeAnnotator(system, openFolder);
  return {
    options,
    system,
    progress,
    desk: new BrowserDesk(system, options.browser, progress),
    workers: new WorkerDesk(system.cores),
    nodeVersion: system.runtime,
    annotate: annotator.annotate,
    warm: annotator.warm,
    loadTheme: (through, config) => loadTheme(through, config, config.theme, openFolder),
  };
}
