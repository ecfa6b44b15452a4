import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/config/config.js';
import { defaultConfig } from '../../src/config/defaults.js';
import {
  type ConfigFlags,
  configFor,
  configJsonSchema,
  explainConfig,
  loadConfig,
} from '../../src/config/load-config.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { memorySystem } from '../../src/system/memory-system.js';

async function load(text?: string, flags: ConfigFlags = {}, env: Readonly<Record<string, string>> = {}) {
  const system = memorySystem(text === undefined ? {} : { 'galley.config.yaml': text }, { env, now: 1000 });
  const { value, diagnostics } = await loadConfig(system, flags);
  return {
    config: value,
    told: diagnostics.map(({ code, place }) =>
      `${code} ${place === undefined ? '' : formatPlace(place)}`.trim(),
    ),
    diagnostics,
  };
}

describe('loadConfig', () => {
  it('gives the defaults of the contract without a file', async () => {
    const { config, told } = await load();
    expect(told).toEqual([]);
    expect(config).toEqual({ ...defaultConfig, now: 1000 });
    expect(config).toMatchObject({
      lang: 'en',
      formats: ['html', 'pdf'],
      citationStyle: 'chicago-notes',
      sourcesList: 'by-kind',
      notes: 'page',
      corrections: 'bottom',
      paper: 'a4',
      timezone: 'UTC',
      failOn: 'error',
      limits: {
        documentBytes: 2_000_000,
        nestingLevels: 100,
        frontMatterBytes: 64_000,
        imageMegapixels: 50,
        pdfPages: 500,
        documentSeconds: 60,
      },
    });
  });

  it('reads every key', async () => {
    const { config, told } = await load(`
publisher: {name: 2022 Herald, url: https://h.example, logo: logo.svg, contact: desk@h.example}
url: https://h.example/news
policies: {ethics: https://h.example/e, unnamed-sources: https://h.example/u}
lang: kk
languages: [kk, ru, en]
theme: newsprint
themes: [../themes]
formats: [html, pdf, pdf-large]
citation-style: apa
sources-list: alphabetical
notes: end
corrections: top
approval: [legal, editor]
paper: letter
timezone: Asia/Almaty
digits: native
charts: table
checks: {image-has-alt: error}
fail-on: warning
limits: {pdf-pages: 600}
browser: {path: /usr/bin/chromium}
untrusted: true
`);
    expect(told).toEqual([]);
    expect(config).toMatchObject({
      publisher: {
        name: '2022 Herald',
        url: 'https://h.example',
        logo: 'logo.svg',
        contact: 'desk@h.example',
      },
      policies: { ethics: 'https://h.example/e', 'unnamed-sources': 'https://h.example/u' },
      languages: ['kk', 'ru', 'en'],
      citationStyle: 'apa',
      approval: ['legal', 'editor'],
      limits: { pdfPages: 600, documentBytes: 2_000_000 },
      browserPath: '/usr/bin/chromium',
      untrusted: true,
    });
  });

  it('is frozen all the way down', async () => {
    const { config } = await load('publisher: {name: A}\nformats: [html]\n');
    expect(() => Object.assign(config, { theme: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(config.publisher, { name: 'x' })).toThrow(TypeError);
    expect(() => (config.formats as string[]).push('pdf')).toThrow(TypeError);
  });

  it.each([
    ['an unknown key', 'themme: x\n', 'keys-and-blocks-are-known galley.config.yaml:1:1'],
    [
      'an unknown key further in',
      'publisher:\n  nam: x\n',
      'keys-and-blocks-are-known galley.config.yaml:2:3',
    ],
    ['an unknown value', 'paper: a5\n', 'values-are-known galley.config.yaml:1:8'],
    ['an unknown format', 'formats: [html, pdff]\n', 'values-are-known galley.config.yaml:1:17'],
    ['a text where a list belongs', 'formats: html\n', 'values-are-known galley.config.yaml:1:10'],
    ['an empty list', 'formats: []\n', 'values-are-known galley.config.yaml:1:10'],
    ['a zone that is none', 'timezone: Almaty\n', 'values-are-known galley.config.yaml:1:11'],
    ['a language that is none', 'lang: russian\n', 'values-are-known galley.config.yaml:1:7'],
    ['an address that is none', 'url: h.example\n', 'values-are-known galley.config.yaml:1:6'],
    ['a script address', 'url: javascript:alert(1)\n', 'values-are-known galley.config.yaml:1:6'],
    ['a limit of nothing', 'limits: {pdf-pages: 0}\n', 'values-are-known galley.config.yaml:1:21'],
    ['a truth value in words', 'untrusted: yes\n', 'values-are-known galley.config.yaml:1:12'],
    ['a key without a value', 'theme:\n', 'values-are-known galley.config.yaml:1:1'],
    ['text that is no YAML', 'theme: a: b\n', 'data-file-is-readable galley.config.yaml:1:8'],
    ['code', 'theme: !!js/function x\n', 'data-file-is-readable galley.config.yaml:1:8'],
  ])('tells %s at its place and keeps the rest', async (_, text, place) => {
    const { config, told, diagnostics } = await load(`${text}notes: end\n`);
    expect(told).toEqual([place]);
    expect(config.notes).toBe('end');
    expect(diagnostics[0]?.severity).toBe('error');
  });

  it('offers the nearest key and value', async () => {
    expect((await load('themme: x\n')).diagnostics[0]?.fix).toBe('Did you mean “theme”?');
    expect((await load('formats: [pdf-clera]\n')).diagnostics[0]?.fix).toBe('Did you mean “pdf-clear”?');
  });

  it('is data: a file of another name or kind is not read, and said so', async () => {
    const names = ['galley.config.yml', 'galley.config.ts', 'galley.config.json', '.galleyrc.json'];
    const system = memorySystem(Object.fromEntries(names.map((name) => [name, 'theme: x'])));
    const { value, diagnostics } = await loadConfig(system, {});
    expect(value.theme).toBe('base');
    expect(
      diagnostics.map(({ code, severity, place }) => [
        code,
        severity,
        place?.kind === 'source' && place.file,
      ]),
    ).toEqual([...names].sort().map((name) => ['file-name-is-known', 'warning', name]));
  });

  it('lets the environment win over the file, and flags over both', async () => {
    const file = 'theme: file\npaper: letter\ncitation-style: apa\nbrowser: {path: /file}\n';
    const env = { GALLEY_THEME: 'env', GALLEY_FORMATS: 'html, pdf-ua2', GALLEY_BROWSER: '/env' };
    const { config, told } = await load(file, { theme: 'flag', drafts: true, out: 'drafts', now: 7 }, env);
    expect(told).toEqual([]);
    expect(config).toMatchObject({
      theme: 'flag',
      paper: 'letter',
      citationStyle: 'apa',
      formats: ['html', 'pdf-ua2'],
      browserPath: '/file',
      drafts: true,
      out: 'drafts',
      now: 7,
    });
    expect((await load(undefined, {}, env)).config.browserPath).toBe('/env');
    expect((await load(undefined, {}, { PUPPETEER_EXECUTABLE_PATH: '/p' })).config.browserPath).toBe('/p');
    expect((await load(file, { browser: '/flag' }, env)).config.browserPath).toBe('/flag');
  });

  it('tells wrong wishes of the environment and the command line', async () => {
    const { told, diagnostics, config } = await load(
      undefined,
      { paper: 'a5', formats: ['pfd'] },
      { GALLEY_FAIL_ON: 'warn' },
    );
    expect(told).toEqual(['values-are-known', 'values-are-known', 'values-are-known']);
    expect(diagnostics.map(({ what }) => what)).toEqual([
      '“warn” cannot be used for GALLEY_FAIL_ON.',
      '“pfd” cannot be used for --formats.',
      '“a5” cannot be used for --paper.',
    ]);
    expect(config.paper).toBe('a4');
  });

  it('remembers where each setting came from', async () => {
    const system = memorySystem(
      { 'galley.config.yaml': '# x\ntheme: a\npaper: letter\n' },
      { env: { GALLEY_PAPER: 'a4' } },
    );
    const { value } = await explainConfig(system, { formats: ['html'] });
    expect(value.origins['theme']).toMatchObject({
      layer: 'file',
      place: { position: { start: { line: 2, column: 1 } } },
    });
    expect(value.origins['paper']).toEqual({ layer: 'environment', variable: 'GALLEY_PAPER' });
    expect(value.origins['formats']).toEqual({ layer: 'flag' });
    expect(value.origins['notes']).toEqual({ layer: 'default' });
    expect(Object.keys(value.origins).sort()).toEqual(Object.keys(configSchema.shape).sort());
  });
});

describe('configFor', () => {
  const wishes = { theme: 'own', citationStyle: 'mla', formats: ['pdf'] };

  it('gives a document its own theme, style and formats', async () => {
    const { config } = await load('theme: file\n');
    expect(configFor(config, wishes)).toMatchObject({ theme: 'own', citationStyle: 'mla', formats: ['pdf'] });
    expect(configFor(config, { theme: null, citationStyle: null, formats: null })).toEqual(config);
  });

  it('leaves alone what the command line or the environment set', async () => {
    const { config } = await load('theme: file\n', { formats: ['html'] }, { GALLEY_THEME: 'env' });
    expect(configFor(config, wishes)).toMatchObject({
      theme: 'env',
      citationStyle: 'mla',
      formats: ['html'],
    });
  });

  it('leaves out formats that nobody knows', async () => {
    const { config } = await load();
    expect(configFor(config, { ...wishes, formats: ['epub', 'pdf'] }).formats).toEqual(['pdf']);
    expect(configFor(config, { ...wishes, formats: ['epub'] }).formats).toEqual(['html', 'pdf']);
  });
});

describe('configJsonSchema', () => {
  it('is a schema that editors can use, and agrees with the reader', () => {
    const check = new Ajv2020({ strict: false, validateFormats: false }).compile(configJsonSchema());
    expect(check({ theme: 'x', formats: ['html'], limits: { 'pdf-pages': 3 } })).toBe(true);
    expect(check({ themme: 'x' })).toBe(false);
    expect(check({ formats: ['epub'] })).toBe(false);
    expect(JSON.stringify(configJsonSchema())).toContain('Paper size of the PDF.');
  });
});
