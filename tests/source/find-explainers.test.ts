import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, slugFrom } from '../../src/source/file-names.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { OutsideRootError } from '../../src/system/system.js';
import { told } from './project.js';

async function find(names: readonly string[], paths?: readonly string[]) {
  const files = Object.fromEntries(names.map((name) => [name, 'x']));
  const { value, diagnostics } = await findExplainers(memorySystem(files), paths);
  return { entries: value, paths: value.map(({ path }) => path), told: told(diagnostics), diagnostics };
}

describe('findExplainers', () => {
  it('finds folders, one-file explainers and translations', async () => {
    const { entries, told: findings } = await find([
      'content/sources.yaml',
      'content/figures.yaml',
      'content/alone.md',
      'content/alone.sources.bib',
      'content/alone.figures.yaml',
      'content/photo.jpg',
      'content/many/explainer.md',
      'content/many/explainer.kk.md',
      'content/many/explainer.pt-br.md',
      'content/many/sources.yaml',
      'content/many/overrides.yaml',
      'content/many/map.svg',
    ]);
    expect(findings).toEqual([]);
    const base = { sharedFolder: 'content' };
    const many = { ...base, slug: 'many', folder: 'content/many', form: 'folder' };
    const translates = 'content/many/explainer.md';
    expect(entries).toEqual([
      {
        ...base,
        path: 'content/alone.md',
        slug: 'alone',
        folder: 'content',
        form: 'file',
        fileLang: undefined,
        translates: undefined,
      },
      { ...many, path: 'content/many/explainer.md', fileLang: undefined, translates: undefined },
      { ...many, path: 'content/many/explainer.kk.md', fileLang: 'kk', translates },
      { ...many, path: 'content/many/explainer.pt-br.md', fileLang: 'pt-BR', translates },
    ]);
  });

  const good = 'content/good/explainer.md';

  it.each([
    [
      'skips a README and says so',
      ['content/README.md', 'content/good/README.md'],
      ['content/README.md', 'content/good/README.md'],
      'file-name-is-known',
      'info',
    ],
    [
      'warns of a misspelt document',
      ['content/good/explaner.md'],
      ['content/good/explaner.md'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of a document in capitals',
      ['content/good/Explainer.md'],
      ['content/good/Explainer.md'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of a misspelt data file',
      ['content/good/source.yml'],
      ['content/good/source.yml'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of another ending',
      ['content/good/sources.yml'],
      ['content/good/sources.yml'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of a bibliography of another name',
      ['content/good/refs.bib'],
      ['content/good/refs.bib'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of shared data with a slip',
      ['content/figure.yaml'],
      ['content/figure.yaml'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of other Markdown in a folder',
      ['content/good/draft-two.md'],
      ['content/good/draft-two.md'],
      'file-name-is-known',
      'warning',
    ],
    [
      'warns of data without its document',
      ['content/gone.sources.yaml'],
      ['content/gone.sources.yaml'],
      'file-name-is-known',
      'warning',
    ],
    [
      'tells a language that is none',
      ['content/good/explainer.russian.md'],
      ['content/good/explainer.russian.md'],
      'file-name-is-known',
      'error',
    ],
    [
      'tells a second translation',
      ['content/good/explainer.pt-BR.md', 'content/good/explainer.pt-br.md'],
      ['content/good/explainer.pt-br.md'],
      'file-name-is-known',
      'error',
    ],
    [
      'tells a name that is no slug',
      ['content/My Story.md'],
      ['content/My Story.md'],
      'slug-is-well-formed',
      'error',
    ],
    [
      'tells a folder that is no slug',
      ['content/My_Story/explainer.md'],
      ['content/My_Story'],
      'slug-is-well-formed',
      'error',
    ],
    [
      'tells a translation that stands alone',
      ['content/almaty.ru.md'],
      ['content/almaty.ru.md'],
      'slug-is-well-formed',
      'error',
    ],
    [
      'tells another ending of Markdown',
      ['content/story.markdown'],
      ['content/story.markdown'],
      'slug-is-well-formed',
      'error',
    ],
    [
      'tells translations without an original',
      ['content/other/explainer.ru.md'],
      ['content/other'],
      'explainer-has-content',
      'error',
    ],
    [
      'warns of a folder of pictures',
      ['content/pictures/a.jpg'],
      ['content/pictures'],
      'explainer-has-content',
      'warning',
    ],
    ['tells two explainers of one name', ['content/good.md'], [good], 'slug-is-unique', 'error'],
    ['says nothing of hidden files', ['content/.DS_Store', 'content/good/.explainer.md.swp'], [], '', ''],
    [
      'says nothing of other files',
      ['content/good/interview.docx', 'content/good/data.csv', 'content/good/photo.jpg'],
      [],
      '',
      '',
    ],
  ])('%s', async (_, files, places, code, severity) => {
    const { told: findings, diagnostics } = await find([good, ...files]);
    expect(findings).toEqual(places.map((place) => `${code} ${place}`));
    for (const found of diagnostics) expect(found.severity).toBe(severity);
  });

  it('tells a folder whose name no path may hold', async () => {
    const system = memorySystem({ 'content/good/explainer.md': 'x' });
    const odd = {
      ...system,
      readFolder: async (path: string) => {
        if (path === 'content') return [{ name: 'aux', kind: 'folder' as const }];
        throw new OutsideRootError(path);
      },
    };
    const { value, diagnostics } = await findExplainers(odd);
    expect(value).toEqual([]);
    expect(told(diagnostics)).toEqual(['slug-is-well-formed content/aux', 'explainer-has-content content']);
    expect(diagnostics[0]?.fix).toBe('Rename it to “aux-1”.');
  });

  it('gives the rename to make', async () => {
    const fix = async (name: string) => (await find([name])).diagnostics[0]?.fix;
    expect(await fix('content/My Story.md')).toBe('Rename it to “my-story.md”.');
    expect(await fix('content/Crème brûlée!.md')).toBe('Rename it to “creme-brulee.md”.');
    expect(await fix('content/Алматы.md')).toBe('Rename it to “my-explainer.md”.');
    expect(await fix('content/x/explaner.md')).toContain('“explainer.md”');
    expect(await fix('content/almaty.ru.md')).toContain('content/almaty/explainer.ru.md');
  });

  it('tells a project without explainers', async () => {
    expect((await find(['readme.txt'])).told).toEqual(['explainer-has-content content']);
    expect((await find(['content/sources.yaml'])).told).toEqual(['explainer-has-content content']);
  });

  it.each([
    [['a'], ['content/a/explainer.md', 'content/a/explainer.ru.md']],
    [['content/a'], ['content/a/explainer.md', 'content/a/explainer.ru.md']],
    [['./content/a/'], ['content/a/explainer.md', 'content/a/explainer.ru.md']],
    [['content/a/explainer.ru.md'], ['content/a/explainer.ru.md']],
    [['content/b.md', 'b'], ['content/b.md']],
    [['content/b'], ['content/b.md']],
    [['content'], ['content/b.md', 'content/a/explainer.md', 'content/a/explainer.ru.md']],
    [['drafts/c.md'], ['drafts/c.md']],
  ])('picks what %j names', async (paths, expected) => {
    const names = ['content/a/explainer.md', 'content/a/explainer.ru.md', 'content/b.md', 'drafts/c.md'];
    const found = await find(names, paths);
    expect(found.told).toEqual([]);
    expect(found.paths).toEqual(expected);
  });

  it('reads a folder outside content by its own name', async () => {
    const { entries } = await find(
      ['drafts/c/explainer.md', 'drafts/sources.yaml'],
      ['drafts/c/explainer.md'],
    );
    expect(entries).toMatchObject([
      { slug: 'c', folder: 'drafts/c', form: 'folder', sharedFolder: 'drafts' },
    ]);
  });

  it('tells a name that names nothing, with the nearest', async () => {
    const { told: findings, diagnostics } = await find(['content/almaty/explainer.md'], ['almati']);
    expect(findings).toEqual(['explainer-has-content']);
    expect(diagnostics[0]?.fix).toBe('Did you mean “almaty”?');
    expect((await find(['content/a.md'], ['../x.md'])).told).toEqual(['explainer-has-content']);
  });
});

describe('slugFrom', () => {
  it('always gives a slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(isSlug(slugFrom(name))).toBe(true);
      }),
    );
  });

  it('leaves slugs alone', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter(isSlug), (slug) => {
        expect(slugFrom(slug)).toBe(slug);
      }),
    );
  });
});
