/** The library's front door: open a project once and run it many times, or build or check in one call. */

import { checkFiles, type FilesOptions, type NamedFiles } from './check-files.js';
import { openProject } from './open-project.js';
import type { GalleyOptions, RunOptions, RunResult } from './options.js';
import { run } from './run.js';

/** An open project: its browser and citation engines stay warm until `close`. */
export interface Galley {
  /** Makes what was asked for, checks it, and writes what has no error. Throws a `BuildError` when the set-up is broken. */
  build(options?: RunOptions): Promise<RunResult>;
  /** Makes and checks everything, drafts too, and writes nothing. */
  check(options?: RunOptions): Promise<RunResult>;
  /** Checks files that are no explainers. */
  checkFiles(files: NamedFiles, options: FilesOptions): Promise<RunResult>;
  /** The browser's path, once it has been started. */
  browserPath(): string | undefined;
  close(): Promise<void>;
}

/** Opens a project folder. */
export function openGalley(options: GalleyOptions = {}): Galley {
  const project = openProject(options);
  return {
    build: (wishes = {}) => run(project, wishes, true),
    check: (wishes = {}) => run(project, { drafts: true, ...wishes }, false),
    checkFiles: (files, wishes) => checkFiles(project, files, wishes),
    browserPath: () => project.desk.path,
    close: async () => {
      await Promise.all([project.desk.close(), project.workers.close()]);
    },
  };
}

async function once(
  options: GalleyOptions,
  work: (galley: Galley) => Promise<RunResult>,
): Promise<RunResult> {
  const galley = openGalley({ ...options, forOneRun: true });
  try {
    return await work(galley);
  } finally {
    await galley.close();
  }
}

/** Builds a project and closes it again. */
export function build(options: GalleyOptions & RunOptions = {}): Promise<RunResult> {
  return once(options, (galley) => galley.build(options));
}

/** Checks a project, drafts too, without writing, and closes it again. */
export function check(options: GalleyOptions & RunOptions = {}): Promise<RunResult> {
  return once(options, (galley) => galley.check(options));
}
