/** Every kind of bad input that a whole build may meet: a finding with its place, exit code 1 or 2, the earlier output untouched. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brief, makeProject, type Project, soundDocument, soundSources } from './project.js';

const document = 'content/flood/explainer.md';
let project: Project;

beforeEach(async () => {
  project = await makeProject({ [document]: soundDocument, 'content/flood/sources.yaml': soundSources });
});

afterEach(() => project.remove());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each case: what is written over the sound project, and the first finding it has to give. */
const cases: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>, RegExp])[] = [
  [
    'no front matter',
    { [document]: 'Only words.\n' },
    /^error front-matter-is-readable content\/flood\/explainer\.md:1:1$/,
  ],
  [
    'bad YAML',
    { [document]: soundDocument.replace('byline: [Ada Prowse]', 'byline: [Ada Prowse') },
    /^error front-matter-is-readable content\/flood\/explainer\.md:[67]:\d+$/,
  ],
  [
    'a missing headline',
    { [document]: soundDocument.replace(/^headline.*\n/m, '') },
    /^error headline-and-standfirst-are-present content\/flood\/explainer\.md:1:1$/,
  ],
  [
    'an unknown key',
    { [document]: soundDocument.replace('standfirst:', 'standfrist:') },
    /^error \S+ content\/flood\/explainer\.md:(1:1|3:1)$/,
  ],
  [
    'an unknown directive',
    { [document]: `${soundDocument}\n:::timelin\n- 2026-03-01: **Rain.** It rained.\n:::\n` },
    /^error keys-and-blocks-are-known content\/flood\/explainer\.md:15:1$/,
  ],
  [
    'an unclosed directive',
    { [document]: `${soundDocument}\n:::note\nWater.\n` },
    /^error \S+ content\/flood\/explainer\.md:15:1$/,
  ],
  [
    'an undefined source',
    { [document]: soundDocument.replace('[@county]', '[@conty]') },
    /^error source-id-is-defined content\/flood\/explainer\.md:9:\d+$/,
  ],
  [
    'an undefined footnote',
    { [document]: soundDocument.replace('midnight.', 'midnight.[^rain]') },
    /^error note-has-definition content\/flood\/explainer\.md:13:\d+$/,
  ],
  [
    'a missing image',
    { [document]: `${soundDocument}\n![The wall](wall.jpg)\n` },
    /^error image-file-is-usable content\/flood\/explainer\.md:15:1$/,
  ],
  [
    'an image without alternative text',
    {
      [document]: `${soundDocument}\n![](wall.svg)\n`,
      'content/flood/wall.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
    },
    /^error image-has-alt content\/flood\/explainer\.md:15:1$/,
  ],
  [
    'a heading that skips a level',
    { [document]: soundDocument.replace('## What', '#### What') },
    /^error heading-levels-do-not-skip content\/flood\/explainer\.md:11:1$/,
  ],
  [
    'text that is not UTF-8',
    { [document]: new Uint8Array([...bytes(soundDocument), 0x63, 0x61, 0x66, 0xe9, 0x0a]) },
    /^error text-is-utf-8 content\/flood\/explainer\.md:14:4$/,
  ],
  ['an empty file', { [document]: '' }, /^error \S+ content\/flood\/explainer\.md/],
  [
    'an unknown theme',
    { 'galley.config.yaml': 'theme: basse\n' },
    /^error theme-is-complete galley\.config\.yaml(:1:\d+)?$/,
  ],
  [
    'a template that does not compile',
    {
      'galley.config.yaml': 'theme: ours\n',
      'templates/ours/theme.yaml': 'name: ours\nparent: base\n',
      'templates/ours/layouts/page.hbs': '<!doctype html>\n<html>\n{{#if headline}}\n</html>\n',
    },
    /^error template-compiles templates\/ours\/layouts\/page\.hbs:\d+/,
  ],
];

describe('bad input', () => {
  it('has a sound document to begin with', async () => {
    const result = await project.build();
    expect(brief(result)).toEqual([]);
    expect(result.report.exitCode).toBe(0);
    expect(await project.output('flood/index.html')).toContain('Water came over the wall');
  });

  it.each(cases)(
    '%s: a finding with its place, and the earlier page stays',
    async (_name, files, expected) => {
      await project.build();
      const before = await project.output('flood/index.html');
      await project.write(files);
      const result = await project.build();
      expect(brief(result).filter((line) => line.startsWith('error'))[0]).toMatch(expected);
      expect([1, 2]).toContain(result.report.exitCode);
      expect(await project.output('flood/index.html')).toBe(before);
      for (const { what, why, fix } of result.report.findings) {
        expect(`${what} ${why} ${fix}`).not.toMatch(/undefined|\[object|TypeError| at .*\.ts/);
        expect(Math.min(what.length, why.length, fix.length)).toBeGreaterThan(10);
      }
    },
  );

  it('a folder without content is a finding', async () => {
    const empty = await makeProject({});
    const result = await empty.build();
    expect(brief(result)).toEqual(['error explainer-has-content content']);
    expect(result.report.exitCode).toBe(1);
    await empty.remove();
  });

  it.each(['/somewhere/else', '../beside', 'C:\\x'])(
    'an output folder outside the project is refused: %s',
    async (out) => {
      await expect(project.build({ out })).rejects.toThrow('is not inside this project');
    },
  );

  it('unknown settings stop the build with exit code 2', async () => {
    await project.write({ 'galley.config.yaml': 'them: base\n' });
    const result = await project.build();
    expect(brief(result)).toEqual(['error keys-and-blocks-are-known galley.config.yaml:1:1']);
    expect(result.report.exitCode).toBe(2);
    expect(await project.outputs()).toEqual([]);
  });

  it('one bad document does not keep the others from being built', async () => {
    await project.write({
      'content/other/explainer.md': soundDocument.replace('standfirst:', 'standfrist:'),
    });
    const result = await project.build();
    expect(result.report.exitCode).toBe(1);
    expect(await project.output('flood/index.html')).toBeDefined();
    expect(await project.output('other/index.html')).toBeUndefined();
  });
});
