/** The specimen: invented texts that hold every block in every state, laid over a project in place of its own, to look at a theme. */

import type { ResolvedConfig } from '../config/config.js';
import type { System } from '../system/system.js';
import { ownFolder } from '../theme/theme-shelves.js';

/** Where the specimen lies in Galley's own folder. */
const folder = 'specimen';

/** The day on which the specimen is looked at, ms: it is published then, and looks the same on any day. */
export const specimenDay: number = Date.UTC(2026, 2, 5);

/** An address that belongs to nobody, so that the line with the newest version can be seen. */
const exampleAddress = 'https://example.org/explainers';

function present<Value>(values: Readonly<Record<string, Value | null>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== null),
  );
}

/** The settings of the specimen: who publishes and which themes there are, and nothing that is about the project's texts. */
function settings(config: ResolvedConfig): string {
  const publisher = { ...present(config.publisher), name: config.publisher.name ?? 'The Estuary Post' };
  const browser = config.browserPath === null ? {} : { browser: { path: config.browserPath } };
  // JSON is YAML.
  return JSON.stringify({
    publisher,
    url: config.url ?? exampleAddress,
    policies: config.policies,
    themes: config.themes,
    // One text shows the notice of a text that is out of date.
    checks: { 'explainer-is-in-date': 'info' },
    ...(config.paperIsGiven ? { paper: config.paper } : {}),
    ...browser,
  });
}

/** The part of a path below `content`, or undefined for other paths. */
function belowContent(path: string): string | undefined {
  if (path === 'content') return '';
  return path.startsWith('content/') ? path.slice('content'.length) : undefined;
}

/** The project with the specimen in place of its texts and settings; `open` gives access to Galley's own folder. Writes go to the project. */
export function withSpecimen(
  project: System,
  config: ResolvedConfig,
  open: (folder: string) => System,
): System {
  const own = open(ownFolder());
  const text = new TextEncoder().encode(settings(config));
  return {
    ...project,
    readFile(path) {
      if (path === 'galley.config.yaml') return Promise.resolve(text);
      const below = belowContent(path);
      return below === undefined ? project.readFile(path) : own.readFile(folder + below);
    },
    readFolder(path) {
      const below = belowContent(path);
      return below === undefined ? project.readFolder(path) : own.readFolder(folder + below);
    },
  };
}
