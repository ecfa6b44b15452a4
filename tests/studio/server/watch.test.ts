/** The watcher on a real disk: every kind of save is told once it is whole, and the last state is always told. */

import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FileChange } from '../../../src/build/live/kept-files.js';
import { type Watcher, watchProject } from '../../../src/studio/server/watch.js';

let root: string;
let watcher: Watcher;
let told: FileChange[];

const at = (path: string): string => join(root, path);
const changes = (): string[] => told.map(({ path, kind }) => `${kind} ${path}`);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'galley-watch-'));
  await mkdir(at('content/first'), { recursive: true });
  await mkdir(at('output'));
  await writeFile(at('content/first/explainer.md'), 'one');
  await writeFile(at('galley.config.yaml'), 'lang: en');
  told = [];
  watcher = await watchProject(
    root,
    { folders: ['content', 'templates'], files: ['galley.config.yaml', 'brand/logo.svg'] },
    (more) => told.push(...more),
  );
});

afterEach(async () => {
  watcher.close();
  await rm(root, { recursive: true, force: true });
});

const soon = { timeout: 8_000, interval: 10 };

it('tells nothing of what was there', () => expect(told).toEqual([]));

it('tells a save in place and one by replacement', async () => {
  await writeFile(at('content/first/explainer.md'), 'two, and longer');
  await vi.waitFor(() => expect(changes()).toEqual(['changed content/first/explainer.md']), soon);
  await writeFile(at('content/first/.explainer.md.swp'), 'x');
  await writeFile(at('content/first/new.tmp'), 'three, replaced');
  await rename(at('content/first/new.tmp'), at('content/first/explainer.md'));
  await vi.waitFor(
    () =>
      expect(changes()).toEqual(['changed content/first/explainer.md', 'changed content/first/explainer.md']),
    soon,
  );
});

it('gives an editor time that takes the file away, or empties it, before it writes', async () => {
  await rename(at('content/first/explainer.md'), at('content/first/explainer.md~'));
  await new Promise((resolve) => setTimeout(resolve, 15));
  await writeFile(at('content/first/explainer.md'), 'written anew');
  await vi.waitFor(() => expect(changes()).toEqual(['changed content/first/explainer.md']), soon);
});

it('tells a file that is gone, and one that stays empty', async () => {
  await writeFile(at('content/first/sources.yaml'), 'a: b');
  await vi.waitFor(() => expect(changes()).toEqual(['added content/first/sources.yaml']), soon);
  await rm(at('content/first/sources.yaml'));
  await writeFile(at('content/first/explainer.md'), '');
  await vi.waitFor(
    () =>
      expect(changes().sort()).toEqual([
        'added content/first/sources.yaml',
        'changed content/first/explainer.md',
        'removed content/first/sources.yaml',
      ]),
    soon,
  );
});

it('follows folders that come, get another name and go', async () => {
  await mkdir(at('templates/courier/styles'), { recursive: true });
  await writeFile(at('templates/courier/styles/theme.css'), 'a{}');
  await vi.waitFor(() => expect(changes()).toEqual(['added templates/courier/styles/theme.css']), soon);
  told.length = 0;
  await rename(at('content/first'), at('content/second'));
  await vi.waitFor(
    () =>
      expect(changes().sort()).toEqual([
        'added content/second/explainer.md',
        'removed content/first/explainer.md',
      ]),
    soon,
  );
  told.length = 0;
  await writeFile(at('content/second/explainer.md'), 'later');
  await vi.waitFor(() => expect(changes()).toEqual(['changed content/second/explainer.md']), soon);
  await rm(at('content'), { recursive: true });
  await vi.waitFor(() => expect(changes()).toContain('removed content/second/explainer.md'), soon);
});

it('watches single files, and nothing beside them', async () => {
  await writeFile(at('notes.txt'), 'x');
  await writeFile(at('output/page.html'), 'x');
  await writeFile(at('galley.config.yaml'), 'lang: de');
  await mkdir(at('brand'));
  await writeFile(at('brand/logo.svg'), '<svg/>');
  await writeFile(at('brand/other.svg'), '<svg/>');
  await vi.waitFor(
    () => expect(changes().sort()).toEqual(['added brand/logo.svg', 'changed galley.config.yaml']),
    soon,
  );
});

it('tells the last of many saves', async () => {
  for (let turn = 0; turn < 60; turn += 1) {
    await appendFile(at('content/first/explainer.md'), `${turn} `);
    if (turn % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 12));
  }
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), soon);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const many = told.length;
  expect(many).toBeLessThan(30);
  await writeFile(at('content/first/explainer.md'), 'the end');
  await vi.waitFor(() => expect(told.length).toBe(many + 1), soon);
});

it('follows what links lead to', async () => {
  await mkdir(at('shared'));
  await writeFile(at('shared/explainer.md'), 'x');
  await symlink(at('shared/explainer.md'), at('content/first/linked.md'));
  await vi.waitFor(() => expect(changes()).toEqual(['added content/first/linked.md']), soon);
});

it('follows more when it is told to', async () => {
  await mkdir(at('house/styles'), { recursive: true });
  await writeFile(at('house/styles/theme.css'), 'a{}');
  await watcher.follow({ folders: ['content', 'house'], files: [] });
  await writeFile(at('house/styles/theme.css'), 'a{color:red}');
  await vi.waitFor(() => expect(changes()).toContain('changed house/styles/theme.css'), soon);
});
