/** A theme with a fault: it is told with its place, and everything that was built before stays as it was, byte for byte. */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brief, makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project;
const good = { 'templates/courier/theme.yaml': 'name: Courier\n', 'galley.config.yaml': 'theme: courier\n' };

beforeAll(async () => {
  project = await makeProject({
    ...good,
    'content/flood/explainer.md': soundDocument,
    'content/flood/sources.yaml': soundSources,
  });
  await project.build();
});

afterAll(() => project.remove());

const faults: readonly (readonly [name: string, files: Readonly<Record<string, string>>, place: string])[] = [
  [
    'a missing parent',
    { 'theme.yaml': 'name: C\nextends: gone\n' },
    'error theme-is-complete templates/weekend/theme.yaml:2',
  ],
  [
    'a colour that is none',
    { 'theme.yaml': 'name: C\ncolours:\n  ink: { light: blakc }\n' },
    'error theme-is-complete templates/weekend/theme.yaml:3',
  ],
  [
    'too little contrast',
    { 'theme.yaml': 'name: C\ncolours:\n  ink: { light: "#cccccc" }\n' },
    'error colours-have-contrast templates/weekend/theme.yaml:3',
  ],
  [
    'a missing logo',
    { 'theme.yaml': 'name: C\nlogo: logo.svg\n' },
    'error theme-is-complete templates/weekend/theme.yaml:2',
  ],
  [
    'CSS that cannot be read',
    { 'styles/theme.css': 'a { color: red; }\nb { color: ; }\n}}' },
    'error theme-is-complete templates/weekend/styles/theme.css:3',
  ],
  [
    'an unknown token',
    { 'styles/theme.css': 'a { color: var(--inkk); }' },
    'error theme-is-complete templates/weekend/styles/theme.css:1',
  ],
  [
    'a partial that calls itself',
    { 'partials/footer.hbs': '<footer>{{> footer}}</footer>' },
    'error template-compiles templates/weekend/partials/footer.hbs:1',
  ],
  [
    'a layout without its notes',
    { 'partials/after-text.hbs': '<p>x</p>' },
    'error theme-is-complete templates/base/layouts/page.hbs:1',
  ],
  [
    'two main parts',
    { 'partials/footer.hbs': '<main></main>' },
    'error template-has-landmarks templates/weekend/partials/footer.hbs:1',
  ],
  [
    'a block that drops its words',
    { 'blocks/timeline.hbs': '<div></div>' },
    'error theme-is-complete templates/weekend/blocks/timeline.hbs:1',
  ],
];

const kept = ['flood/index.html', 'flood/style.css', 'index.html', 'list.css'];

describe('a theme with', () => {
  it.each(faults)('%s leaves what was built', async (_, files, place) => {
    const read = (): Promise<readonly (string | undefined)[]> =>
      Promise.all(kept.map((path) => project.output(path)));
    const before = await read();
    expect(before).not.toContain(undefined);
    await rm(join(project.root, 'templates/weekend'), { recursive: true, force: true });
    await project.write(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`templates/weekend/${path}`, text])),
    );
    const result = await project.build({ theme: 'weekend' });
    expect(result.report.exitCode).toBe(1);
    expect(brief(result).map((finding) => finding.slice(0, place.length))).toContain(place);
    expect(await read()).toEqual(before);
    // The report is of this run, in the base theme.
    expect(await project.output('report.html')).toContain(place.split(' ')[1]);
  });
});
