/** Styles by name, by id, by file; warm engines; faults told to the author. */

import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error: a build script in plain JavaScript.
import { writeCsl } from '../../scripts/csl.mjs';
import { BuildError } from '../../src/diagnostics/build-error.js';
import { languageOf } from '../../src/language/language-of.js';
import { createCiteEngines } from '../../src/notes/cite-engines.js';
import { cslLibrary, styleNames } from '../../src/notes/csl-library.js';
import { childNodes } from '../../src/notes/csl-node.js';
import { cslLocaleOf } from '../../src/notes/page-locale.js';
import { engines, readOwn, show } from './real-chain.js';

const place = { kind: 'source' as const, file: 'galley.config.yaml' };
const english = languageOf('en');
const book = {
  id: 'b',
  type: 'book',
  title: 'Title',
  author: [{ family: 'Doe', given: 'Jane' }],
  issued: { 'date-parts': [[2020]] },
};

const house = (citation: string): string => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>House</title><id>house</id><updated>2022-01-01T00:00:00+00:00</updated>
<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>${citation}</style>`;
const layout =
  '<citation><layout suffix="."><names variable="author"/><text variable="title" prefix=", "/></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography>';

describe('a style', () => {
  it.each([
    ['chicago-notes', 'note'],
    ['chicago-notes-short', 'note'],
    ['chicago-author-date', 'author-date'],
    ['apa', 'author-date'],
    ['mla', 'author-date'],
    ['ieee', 'numeric'],
    ['vancouver', 'numeric'],
    ['oscola', 'note'],
    ['nature', 'numeric'],
    // Known to the CSL project, not carried by the package.
    ['council-of-science-editors', 'numeric'],
    ['https://www.zotero.org/styles/apa', 'author-date'],
  ])('%s is of the form %s', async (style, form) => {
    const { value, diagnostics } = await engines.engineFor({ style, language: english, place });
    expect([diagnostics, value.form]).toEqual([[], form]);
  });

  it('that is carried has a locale for every page language, and sets a book', async () => {
    for (const tag of ['en', 'ru', 'ar', 'kk', 'de', 'es', 'fr', 'pt', 'tr', 'uk', 'zh-Hans', 'fi', 'xx']) {
      const language = languageOf(tag);
      const { value } = await engines.engineFor({ style: 'chicago-notes', language, place });
      const session = value.start([book]);
      expect([tag, show(session.cite([{ id: 'b' }]))]).toEqual([tag, 'Jane Doe, _Title_, 2020.']);
    }
  });

  it.each([
    ['el', '3 Μαΐου 2024', 'Μάιος 2024'],
    ['pl', '3 maja 2024', 'maj 2024'],
    ['cs', '3. května 2024', 'květen 2024'],
    ['hr', '3. svibnja 2024.', 'svibanj 2024.'],
    ['ca', '3 de maig 2024', 'maig 2024'],
    ['fi', '3. toukokuuta 2024', 'toukokuu 2024'],
  ])(
    'of a page in %s writes the month beside a day as the language bends it: %s',
    async (tag, day, month) => {
      const language = languageOf(tag);
      const { value } = await engines.engineFor({ style: 'chicago-notes', language, place });
      const news = { id: 'n', type: 'article-newspaper', title: 'Title' };
      const session = value.start([
        { ...news, issued: { 'date-parts': [[2024, 5, 3]] } },
        { ...news, id: 'm', issued: { 'date-parts': [[2024, 5]] } },
      ]);
      const set = ['n', 'm'].map((id) => show(session.cite([{ id }])));
      expect([set[0], set[1], value.formatDate([2024, 5, 3]), value.formatDate([2024, 5])]).toEqual([
        expect.stringContaining(day),
        expect.stringContaining(month),
        day,
        month,
      ]);
      expect(language.formatDate({ year: 2024, month: 5 })).toContain(month.split(' ')[0]);
    },
  );

  it('that nobody knows gives the default and the nearest name', async () => {
    const { value, diagnostics } = await engines.engineFor({
      style: 'chicago-note',
      language: english,
      place,
    });
    expect(value.form).toBe('note');
    expect(diagnostics[0]).toMatchObject({ code: 'values-are-known', severity: 'error', place });
    expect(diagnostics[0]?.fix).toContain('chicago-notes');
  });

  it('cannot be reached by a path', async () => {
    for (const style of ['../../package', 'a/b', '.', '']) {
      const { diagnostics } = await engines.engineFor({ style, language: english, place });
      expect([style, diagnostics.length]).toEqual([style, 1]);
    }
  });

  it('is made once for a language and again for another', async () => {
    const ask = async (tag: string) =>
      (await engines.engineFor({ style: 'apa', language: languageOf(tag), place })).value;
    engines.warm('apa', english);
    expect(await ask('en')).toBe(await ask('en'));
    expect(await ask('ru')).not.toBe(await ask('en'));
  });
});

describe('a local style file', () => {
  const ask = (styleFile: string | undefined) =>
    engines.engineFor({ style: 'house.csl', styleFile, language: english, place });

  it('is used', async () => {
    const { value, diagnostics } = await ask(`\ufeff${house(layout)}`);
    expect(diagnostics).toEqual([]);
    expect(show(value.start([book]).cite([{ id: 'b' }]))).toBe('Jane Doe, Title.');
  });

  it.each([
    ['is missing', undefined, 'there is no such file'],
    ['only points to another', house(''), 'it only points to another style'],
    ['is no CSL', '<html><body/></html>', 'it does not end'],
    ['is no XML', 'citation: nice', 'it'],
    ['is broken XML', house(layout).slice(0, -20), 'it does not end'],
    ['is empty', '', 'it'],
    ['is endless', 'x'.repeat(1_000_001), 'it is too long'],
    [
      'calls a macro that is not there',
      house('<citation><layout><text macro="none"/></layout></citation>'),
      'macro “none”',
    ],
  ])('that %s gives the default and says why', async (_, text, problem) => {
    const { value, diagnostics } = await ask(text);
    expect(value.form).toBe('note');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.what).toContain(problem);
    expect(diagnostics[0]?.code).toBe('values-are-known');
  });
});

describe('an installation without its styles', () => {
  it('is a broken set-up', async () => {
    const none = createCiteEngines(async () => undefined);
    none.warm('apa', english);
    await expect(none.engineFor({ style: 'apa', language: english, place })).rejects.toBeInstanceOf(
      BuildError,
    );
  });
});

describe('the build step', () => {
  it('writes the named styles, all locales and an index of the rest', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-csl-'));
    const written = await writeCsl(folder);
    expect(written.others).toBeGreaterThan(2000);
    expect(await readdir(join(folder, 'styles'))).toHaveLength(written.styles);
    const library = cslLibrary(async (path) => readOwn(path));
    for (const name of styleNames) {
      const style = await library.style(name);
      expect([name, style && childNodes(style, 'citation').length]).toEqual([name, 1]);
    }
  });

  it('holds every locale that a page may ask for', async () => {
    const library = cslLibrary(async (path) => readOwn(path));
    for (const tag of [
      'en',
      'en-GB',
      'de-CH',
      'es-AR',
      'fr-CA',
      'pt-PT',
      'zh-TW',
      'no',
      'it',
      'ja',
      'vi',
      'fa',
    ]) {
      const locale = await library.locale(cslLocaleOf(tag));
      expect([tag, locale?.name]).toEqual([tag, 'locale']);
    }
  });
});
