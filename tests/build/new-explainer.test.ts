/** `galley new` and `galley schema`: what they write builds, says what to fill in, and never takes the place of something. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { newExplainer } from '../../src/build/new-explainer.js';
import { writeSchemas } from '../../src/build/schemas.js';
import { slugOf } from '../../src/build/slug.js';
import { isSlug } from '../../src/source/file-names.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { brief, makeProject, type Project } from './project.js';

let project: Project;

beforeEach(async () => {
  project = await makeProject({ 'galley.config.yaml': 'lang: en\nlanguages: [en, kk, ru]\n' });
});

afterEach(() => project.remove());

const begin = (wish: Partial<Parameters<typeof newExplainer>[1]> = {}) =>
  newExplainer(diskSystem(project.root), {
    headline: 'The bridge: what is known',
    type: 'explainer',
    ...wish,
  });

const textOf = (path: string) => readFile(join(project.root, path), 'utf8');

const types = ['explainer', 'analysis', 'live-explainer', 'fact-check', 'service-guide'] as const;

describe('galley new', () => {
  it.each(types)('%s: names every place to fill in, and nothing else is wrong', async (type) => {
    const { folder, files } = await begin({ type });
    expect(folder).toBe('content/the-bridge-what-is-known');
    const result = await project.build({ drafts: true });
    const codes = brief(result).filter((line) => !line.startsWith('info'));
    expect(new Set(codes.map((line) => line.split(' ')[1]))).toEqual(new Set(['placeholder-text-is-absent']));
    for (const { path, linesToFill } of files) {
      const found = result.report.findings.flatMap(({ place, severity }) =>
        severity === 'error' && place?.kind === 'source' && place.file === path
          ? [place.position?.start.line]
          : [],
      );
      expect([...new Set(found)].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(linesToFill);
    }
  });

  it.each(types.flatMap((type) => [[type, 'en'] as const, [type, 'ru'] as const]))(
    '%s in %s: builds with advice at most once each TK is words',
    async (type, lang) => {
      const { files } = await begin({ type, lang });
      const word = (_: string, at: number): string => `Word${at}`;
      for (const { path } of files) {
        const text = await textOf(path);
        await project.write({ [path]: text.replace(/\bTK\b/g, word) });
      }
      const found = brief(await project.build({ drafts: true }));
      expect(found.filter((line) => !line.startsWith('info'))).toEqual([]);
    },
  );

  it('writes titles in the language of the text', async () => {
    const { folder } = await begin({ lang: 'kk', slug: 'kopir' });
    const text = await textOf(`${folder}/explainer.md`);
    expect(text).toContain('lang: kk');
    expect(text).toMatch(/^## Контекст|^## \p{Script=Cyrillic}/mu);
  });

  it.each([
    ['The bridge: what is known', 'the-bridge-what-is-known'],
    ['Что произошло в Алма-Ате?', 'chto-proizoshlo-v-alma-ate'],
    ['Алматыда не болды? Ұлы өң', 'almatyda-ne-boldy-uly-on'],
    ['¿Qué pasó en el año 2026?', 'que-paso-en-el-ano-2026'],
    ['Was heißt das für Köln', 'was-heisst-das-fur-koln'],
  ])('makes a name of %s', (headline, slug) => expect(slugOf(headline)).toBe(slug));

  it('makes names that are names, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (headline) => {
        const slug = slugOf(headline);
        return slug === undefined || (isSlug(slug) && slug.length <= 60);
      }),
    );
  });

  it('writes over nothing', async () => {
    const { folder } = await begin();
    await project.write({ [`${folder}/explainer.md`]: 'mine' });
    await expect(begin()).rejects.toThrow('--slug the-bridge-what-is-known-2');
    await project.write({ 'content/single.md': 'mine' });
    await expect(begin({ slug: 'single' })).rejects.toThrow('already');
    expect(await textOf(`${folder}/explainer.md`)).toBe('mine');
  });

  it('says what is missing in a call that it cannot follow', async () => {
    await expect(begin({ headline: '水安全吗' })).rejects.toThrow('--slug');
    await expect(begin({ slug: '../up' })).rejects.toThrow('../up');
    await expect(begin({ lang: 'english' })).rejects.toThrow('english');
    await expect(begin({ headline: ' ' })).rejects.toThrow('empty');
  });

  it('keeps a headline as it was given, whatever stands in it', async () => {
    const headline = 'He said: "no" – #1 \\ & \'more\'';
    const { folder } = await begin({ headline });
    const text = await textOf(`${folder}/explainer.md`);
    expect(parse(text.split('---')[1] ?? '').headline).toBe(headline);
  });
});

describe('galley schema', () => {
  it('writes schemas that take what is right and refuse what is not', async () => {
    await writeSchemas(diskSystem(project.root), 'schemas');
    const validatorOf = async (name: string) =>
      new Ajv2020({ strict: false, formats: { uri: true } }).compile(
        JSON.parse(await textOf(`schemas/${name}`)),
      );
    const config = await validatorOf('galley.config.schema.json');
    expect(config({ lang: 'en', paper: 'a4' })).toBe(true);
    expect(config({ lang: 'en', papers: 'a4' })).toBe(false);
    const head = await validatorOf('front-matter.schema.json');
    expect(head({ headline: 'A', standfirst: 'B', status: 'draft', byline: ['C'] })).toBe(true);
    expect(head({ headline: 'A', standfirst: 'B', status: 'drafty' })).toBe(false);
    const sources = await validatorOf('sources.schema.json');
    expect(sources({ one: { kind: 'report', title: 'A', author: 'B' } })).toBe(true);
    expect(sources({ one: { knd: 'report', title: 'A' } })).toBe(false);
    const figures = await validatorOf('figures.schema.json');
    const figure = { label: 'dead', value: 13, unit: 'people', 'as-of': '2022-01-06', source: 'one' };
    expect(figures({ deaths: figure })).toBe(true);
    expect(figures({ deaths: { ...figure, valu: 1 } })).toBe(false);
  });

  it('takes the samples of this project', async () => {
    await writeSchemas(diskSystem(project.root), 'schemas');
    const root = new URL('../../', import.meta.url);
    const check = async (name: string, file: string) => {
      const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(
        JSON.parse(await textOf(`schemas/${name}`)),
      );
      validate(parse(await readFile(new URL(file, root), 'utf8')));
      return validate.errors ?? [];
    };
    expect(await check('galley.config.schema.json', 'galley.config.yaml')).toEqual([]);
    expect(await check('sources.schema.json', 'content/kazakhstan-unrest-2022/sources.yaml')).toEqual([]);
    expect(await check('figures.schema.json', 'content/kazakhstan-unrest-2022/figures.yaml')).toEqual([]);
  });

  it('adds to the settings of VS Code, and leaves those with comments alone', async () => {
    await project.write({
      '.vscode/settings.json': '{"editor.tabSize": 2, "yaml.schemas": {"./mine.json": "a.yaml"}}',
    });
    const first = await writeSchemas(diskSystem(project.root), 'schemas');
    expect(first.toPaste).toBeUndefined();
    const settings = JSON.parse(await textOf('.vscode/settings.json'));
    expect(settings['editor.tabSize']).toBe(2);
    expect(settings['yaml.schemas']['./mine.json']).toBe('a.yaml');
    expect(settings['yaml.schemas']['./schemas/sources.schema.json']).toContain('content/**/sources.yaml');
    await project.write({ '.vscode/settings.json': '{\n  // mine\n  "editor.tabSize": 2\n}' });
    const second = await writeSchemas(diskSystem(project.root), 'schemas');
    expect(second.toPaste).toContain('sources.schema.json');
    expect(await textOf('.vscode/settings.json')).toContain('// mine');
  });
});
