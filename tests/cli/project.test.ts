/** A person may stand anywhere in the project, and may drop a file on the terminal, which types its whole path. */

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainersInProject, findProject, pathInProject } from '../../src/cli/project.js';

let root = '';
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'galley-project-')));
  await mkdir(join(root, 'paper/content/flood/pictures'), { recursive: true });
  await mkdir(join(root, 'bare/content/flood'), { recursive: true });
  await writeFile(join(root, 'paper/galley.config.yaml'), '');
  await writeFile(join(root, 'paper/content/flood/explainer.md'), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the project', () => {
  it('is the nearest folder upwards with settings', () => {
    expect(findProject(join(root, 'paper'))).toBe(join(root, 'paper'));
    expect(findProject(join(root, 'paper/content/flood/pictures'))).toBe(join(root, 'paper'));
  });

  it('holds content/ where there are no settings', () => {
    expect(findProject(join(root, 'bare/content/flood'))).toBe(join(root, 'bare'));
    expect(findProject(join(root, 'bare'))).toBe(join(root, 'bare'));
  });
});

describe('a path', () => {
  const from = (folder: string, path: string) => {
    const project = join(root, 'paper');
    return pathInProject(project, join(project, folder), path);
  };

  it('is named from the project’s root, wherever it was typed', () => {
    expect(from('', './content/flood/explainer.md')).toBe('content/flood/explainer.md');
    expect(from('', 'content/flood/')).toBe('content/flood');
    expect(from('', join(root, 'paper/content/flood'))).toBe('content/flood');
    expect(from('content', 'flood')).toBe('content/flood');
    expect(from('content/flood', 'explainer.md')).toBe('content/flood/explainer.md');
    expect(from('content/flood', '..')).toBe('content');
    expect(from('content', '../output/flood')).toBe('output/flood');
  });

  it('stays as typed when it is an address or the name of an explainer', () => {
    expect(from('content', 'http://localhost:8080/x')).toBe('http://localhost:8080/x');
    expect(from('', 'flood')).toBe('flood');
    expect(from('', '')).toBe('');
  });

  it('is whole when it leads out of the project', () => {
    expect(from('', '../bare/content/flood')).toBe(join(root, 'bare/content/flood'));
  });

  it('of the project or of all of content/ names every explainer', () => {
    const project = join(root, 'paper');
    expect(explainersInProject(project, project, ['.'])).toEqual([]);
    expect(explainersInProject(project, join(project, 'content'), ['.'])).toEqual([]);
    expect(explainersInProject(project, project, ['content/', 'flood'])).toEqual([]);
    expect(explainersInProject(project, project, ['flood'])).toEqual(['flood']);
  });
});
