/** What a build leaves in output/: all of it, nothing half-made, nothing of what is held back, the same bytes each time. */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project;

beforeEach(async () => {
  project = await makeProject({
    'content/flood/explainer.md': soundDocument,
    'content/flood/sources.yaml': soundSources,
  });
});

afterEach(() => project.remove());

const draft = soundDocument
  .replace('headline: A sound document', 'headline: Canaryheadline')
  .replace('status: published', 'status: draft')
  .replace('Water came', 'Canarywords came');

describe('output', () => {
  it('holds the page, the list, the report and the manifest', async () => {
    await project.build();
    const files = await project.outputs();
    for (const path of ['flood/index.html', 'index.html', 'report.html', 'report.json', 'build.json']) {
      expect(files).toContain(path);
    }
    expect(files.filter((path) => path.includes('.staging') || path.includes('galley-tmp'))).toEqual([]);
    expect(await project.output('index.html')).toContain('href="flood/index.html"');
  });

  it('says in build.json what went in and what came out', async () => {
    await project.build();
    const manifest = JSON.parse((await project.output('build.json')) ?? '');
    expect(Object.keys(manifest.documents.flood.inputs)).toEqual(
      expect.arrayContaining(['content/flood/explainer.md', 'content/flood/sources.yaml']),
    );
    expect(Object.keys(manifest.documents.flood.outputs)).toContain('index.html');
    expect(JSON.stringify(manifest)).not.toContain(project.root);
  });

  it('is the same to the byte when nothing changed', async () => {
    const now = Date.parse('2026-03-02T00:00:00Z');
    // The first build has no earlier version to compare the text with, and says so in its report.
    await project.build({ now });
    await project.build({ now });
    const files = await project.outputs();
    const read = () => Promise.all(files.map((path) => readFile(join(project.root, 'output', path))));
    const before = await read();
    await project.build({ now });
    expect(await project.outputs()).toEqual(files);
    expect((await read()).map((bytes, index) => bytes.equals(before[index] ?? Buffer.alloc(0)))).toEqual(
      files.map(() => true),
    );
  });

  it('names nothing of a draft, in no byte, and counts it', async () => {
    await project.write({
      'content/secretslug/explainer.md': draft,
      'content/secretslug/sources.yaml': soundSources,
    });
    const { report } = await project.build();
    expect(report.exitCode).toBe(0);
    expect(report.explainers.filter(({ state }) => state === 'held-back')).toHaveLength(1);
    for (const path of await project.outputs()) {
      const text = (await readFile(join(project.root, 'output', path))).toString('latin1');
      expect(`${path} ${text}`).not.toMatch(/canary|secretslug/i);
    }
  });

  it('removes what a draft had published before', async () => {
    await project.write({
      'content/other/explainer.md': soundDocument,
      'content/other/sources.yaml': soundSources,
    });
    await project.build();
    expect(await project.outputs()).toContain('other/index.html');
    await project.write({ 'content/other/explainer.md': draft });
    await project.build();
    expect((await project.outputs()).filter((path) => path.startsWith('other/'))).toEqual([]);
    expect(await project.output('index.html')).not.toContain('other/');
  });

  it('shows drafts with a mark when asked', async () => {
    await project.write({ 'content/other/explainer.md': draft, 'content/other/sources.yaml': soundSources });
    await project.build({ drafts: true, out: 'preview' });
    const page = await readFile(join(project.root, 'preview/other/index.html'), 'utf8');
    expect(page).toContain('Canaryheadline');
    expect(page).toMatch(/draft/i);
  });

  it('stays as it was when content/ is gone or empty, and the build says so', async () => {
    await project.build();
    const before = await project.outputs();
    for (const leave of ['nothing', 'an empty folder']) {
      await rm(join(project.root, 'content'), { recursive: true, force: true });
      if (leave === 'an empty folder') await mkdir(join(project.root, 'content'));
      const { report } = await project.build();
      expect(report.exitCode, leave).toBe(1);
      expect(await project.outputs(), leave).toEqual(before);
      expect(await project.output('index.html'), leave).toContain('href="flood/index.html"');
    }
  });

  it('keeps the other documents when only some are built', async () => {
    await project.write({
      'content/other/explainer.md': soundDocument,
      'content/other/sources.yaml': soundSources,
    });
    await project.build();
    await project.build({ paths: ['content/flood'] });
    expect(await project.outputs()).toContain('other/index.html');
    expect(await project.output('index.html')).toContain('other/index.html');
  });
});
