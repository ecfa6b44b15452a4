/** `galley dev`: a project kept made, watched and served until somebody ends it. */

import { type LiveOptions, LiveProject } from '../../build/live/live-project.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diskSystem } from '../../system/disk-system.js';
import { clientFolder } from '../own-files.js';
import { type Serving, serve } from './serve.js';
import { type Watcher, watchProject } from './watch.js';

/** How a preview is opened. */
export interface DevOptions extends LiveOptions {
  readonly root: string;
  /** 127.0.0.1 by default. */
  readonly host?: string | undefined;
  /** 4321 by default; 0 takes any. */
  readonly port?: number | undefined;
}

/** A preview that runs. */
export interface Preview {
  /** The address to open. */
  readonly address: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly live: LiveProject;
  close(): Promise<void>;
}

const usualPort = 4321;
const ownHost = '127.0.0.1';

/** Watches what the project is made from; what that is may change with the settings. */
async function watchAll(root: string, live: LiveProject): Promise<Watcher> {
  const watcher = await watchProject(root, live.watched(), (changes) => live.change(changes));
  let followed = JSON.stringify(live.watched());
  live.listen((document) => {
    if (document !== null) return;
    const watched = live.watched();
    const words = JSON.stringify(watched);
    if (words === followed) return;
    followed = words;
    void watcher.follow(watched);
  });
  return watcher;
}

/** Opens a preview. Throws a `BuildError` when it cannot be served; faults of texts, themes and settings are shown in it instead. */
export async function openPreview(options: DevOptions): Promise<Preview> {
  const { root, host = ownHost, port = usualPort } = options;
  const live = new LiveProject(options);
  const client = diskSystem(clientFolder());
  let serving: Serving | undefined;
  let watcher: Watcher | undefined;
  const close = async (): Promise<void> => {
    watcher?.close();
    await Promise.all([serving?.close(), live.close()]);
  };
  try {
    serving = await serve({ host, port, live, client });
    await live.open();
    watcher = await watchAll(root, live);
    return { address: serving.address, diagnostics: serving.diagnostics, live, close };
  } catch (error) {
    await close();
    throw error;
  }
}
