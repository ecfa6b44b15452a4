/** The reference of templates: an example for every name, from the project's own pages where they have one. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeReference } from '../../src/build/themes.js';
import { templateViewShape } from '../../src/theme/view-shape.js';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project;
let html: string;

beforeAll(async () => {
  project = await makeProject({
    'content/flood/explainer.md': soundDocument,
    'content/flood/sources.yaml': soundSources,
  });
  expect(await writeReference({ root: project.root })).toBe('output/theme-docs/index.html');
  html = (await project.output('theme-docs/index.html')) ?? '';
});

afterAll(() => project.remove());

it('has an example for every name', () => {
  for (const name of Object.keys(templateViewShape.fields)) {
    if (name === 'labels' || name === 'slots') continue;
    expect(html).toContain(`{{${name}}}`);
  }
  expect(html).not.toContain('nothing in these pages');
});

it('takes examples from the project first, and from the specimen where it has none', () => {
  expect(html).toContain('A sound document');
  expect(html).toContain('Ada Prowse');
  expect(html).toContain('has covered the coast since 2011');
});

it('names slots, helpers and labels', () => {
  for (const words of ['{{slot "notes"}}', '{{#each a}}', '(eq a b)', '{{labels.sources}}'])
    expect(html).toContain(words);
});
