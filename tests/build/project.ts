/** Throw-away projects on disk for tests of whole builds. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openGalley } from '../../src/build/galley.js';
import type { RunOptions, RunResult } from '../../src/build/options.js';
import { formatPlace } from '../../src/diagnostics/place.js';

/** A project folder that is removed after the test. */
export interface Project {
  readonly root: string;
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** Builds the web page only, so that no browser is needed. */
  build(options?: RunOptions): Promise<RunResult>;
  /** The text of an output file, or undefined. */
  output(path: string): Promise<string | undefined>;
  /** All files below output/, sorted. */
  outputs(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** A document without any fault. */
export const soundDocument = `---
headline: A sound document
standfirst: It has no fault at all.
status: published
published: 2026-03-01
byline: [Ada Prowse]
---

The wall broke at two places [@county].

## What happened?

Water came over the wall before midnight.
`;

/** The sources of the sound document. */
export const soundSources = `county:
  kind: official-statement
  title: Damage report
  author: County council
  published: 2026-02-28
`;

/** Makes a project from files by path. */
export async function makeProject(files: Readonly<Record<string, string | Uint8Array>>): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), 'galley-test-'));
  const galley = openGalley({ root });
  const project: Project = {
    root,
    async write(more) {
      for (const [path, content] of Object.entries(more)) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), content);
      }
    },
    build: (options = {}) => galley.build({ formats: ['html'], rendered: false, ...options }),
    output: (path) => readFile(join(root, 'output', path), 'utf8').catch(() => undefined),
    async outputs() {
      const entries = await readdir(join(root, 'output'), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'output').length + 1))
        .sort();
    },
    async remove() {
      await galley.close();
      await rm(root, { recursive: true, force: true });
    },
  };
  await project.write(files);
  return project;
}

/** Findings as `code severity place`, the way they are compared in tests. */
export function brief({ report }: RunResult): string[] {
  return report.findings.map(
    (finding) =>
      `${finding.severity} ${finding.code} ${finding.place === undefined ? '-' : formatPlace(finding.place)}`,
  );
}
