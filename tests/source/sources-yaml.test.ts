import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/source/csl-variables.js';
import { document, readX } from './project.js';

async function read(yaml: string, shared?: string) {
  const files = {
    'sources.yaml': yaml,
    ...(shared === undefined ? {} : { '/content/sources.yaml': shared }),
  };
  const { value, told, diagnostics } = await readX(files);
  return {
    sources: value?.sources ?? new Map(),
    told: told.map((each) => each.replace('content/x/', '')),
    diagnostics,
  };
}

/** A source that lacks nothing, with one more or another field. */
function entry(fields: string, id = 'a'): string {
  return `${id}:\n  title: T\n  author: A\n${fields.replace(/^/gm, '  ')}\n`;
}

describe('sources.yaml', () => {
  it('reads the example of the contract', async () => {
    const { sources, told } = await read(`# sources.yaml
health-ministry-0106:
  kind: official-statement      # table below; or type: with a CSL type
  tier: primary
  author: Ministry of Health of Kazakhstan        # plain text is one name
  title: Statement on the injured
  publisher: Khabar 24
  published: 2022-01-06
  url: https://example.org/statement
  accessed: 2022-01-06
  archive: { url: https://example.org/archived, at: 2022-01-07 }
  lang: ru
  interest: government, a party to the events
  derived-from: other-id
other-id: {kind: report, title: R, author: B}
unnamed-official:
  tier: anonymous
  description: an official briefed on the operation
  reason: not authorised to speak to the press
  approved-by: duty editor
  corroboration: [health-ministry-0106]
`);
    expect(told).toEqual([]);
    expect(sources.get('health-ministry-0106')).toMatchObject({
      kind: 'official-statement',
      tier: 'primary',
      csl: {
        id: 'health-ministry-0106',
        type: 'document',
        author: [{ literal: 'Ministry of Health of Kazakhstan' }],
        title: 'Statement on the injured',
        publisher: 'Khabar 24',
        issued: { 'date-parts': [[2022, 1, 6]] },
        accessed: { 'date-parts': [[2022, 1, 6]] },
        URL: 'https://example.org/statement',
        language: 'ru',
      },
      archive: { url: 'https://example.org/archived', at: { 'date-parts': [[2022, 1, 7]] } },
      interest: 'government, a party to the events',
      derivedFrom: 'other-id',
      scope: 'document',
    });
    const unnamed = sources.get('unnamed-official');
    expect(unnamed).toMatchObject({
      tier: 'anonymous',
      description: 'an official briefed on the operation',
      reason: 'not authorised to speak to the press',
      corroboration: ['health-ministry-0106'],
    });
    // Printed nowhere, so it does not travel.
    expect(JSON.stringify(unnamed?.csl)).not.toContain('duty editor');
  });

  it.each(Object.entries(kinds))('gives the kind %s the type %s', async (kind, type) => {
    const { sources, told } = await read(entry(`kind: ${kind}\nurl: https://e.example\naccessed: 2022`));
    expect(told).toEqual([]);
    expect(sources.get('a')?.csl.type).toBe(type);
  });

  it.each([
    ['author: CNN', [{ literal: 'CNN' }]],
    ['author: Ministry of Health of Kazakhstan', [{ literal: 'Ministry of Health of Kazakhstan' }]],
    ['author: Azirbek, Saltanat', [{ family: 'Azirbek', given: 'Saltanat' }]],
    ['author: "King, Martin Luther, Jr."', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
    ['author: Trade, Industry, and Energy Ministry', [{ literal: 'Trade, Industry, and Energy Ministry' }]],
    ['author: {family: Zola, given: Émile}', [{ family: 'Zola', given: 'Émile' }]],
    ['author: {literal: "Ministry of Health, Kazakhstan"}', [{ literal: 'Ministry of Health, Kazakhstan' }]],
    ['author: [CNN, "Doe, Ann"]', [{ literal: 'CNN' }, { family: 'Doe', given: 'Ann' }]],
    ['author: 2022', [{ literal: '2022' }]],
    ['author: NO', [{ literal: 'NO' }]],
  ])('reads the name in %j', async (line, names) => {
    const { sources, told } = await read(`a:\n  kind: report\n  title: T\n  ${line}\n`);
    expect(told).toEqual([]);
    expect(sources.get('a')?.csl['author']).toEqual(names);
  });

  it.each([
    ['2022', { 'date-parts': [[2022]] }],
    ['2022-01', { 'date-parts': [[2022, 1]] }],
    ['2022-01-06', { 'date-parts': [[2022, 1, 6]] }],
    ['2022-01-06T08:51:00+06:00', { 'date-parts': [[2022, 1, 6]] }],
    ['2022-01-06 16:30 +06', { 'date-parts': [[2022, 1, 6]] }],
    [
      '2022-01-02/2022-01-05',
      {
        'date-parts': [
          [2022, 1, 2],
          [2022, 1, 5],
        ],
      },
    ],
    ['~1931', { 'date-parts': [[1931]], circa: true }],
  ])('reads the date %s', async (typed, date) => {
    const { sources, told } = await read(entry(`kind: report\npublished: ${typed}`));
    expect(told).toEqual([]);
    expect(sources.get('a')?.csl['issued']).toEqual(date);
  });

  it('takes CSL’s own variable names, and text as typed', async () => {
    const { sources, told } = await read(
      entry(
        'type: article-journal\ncontainer-title: 1984\nvolume: 012\nDOI: 10.1000/182\nissued: 2020\npage: 1-9\neditor: Roe, Bo',
      ),
    );
    expect(told).toEqual([]);
    expect(sources.get('a')?.csl).toMatchObject({
      'container-title': '1984',
      volume: '012',
      DOI: '10.1000/182',
      issued: { 'date-parts': [[2020]] },
      editor: [{ family: 'Roe', given: 'Bo' }],
    });
  });

  it('takes texts per language', async () => {
    const { sources, told } = await read(entry('kind: report\ninterest: {kk: үкімет, ru: правительство}'));
    expect(told).toEqual([]);
    expect(sources.get('a')?.interest).toEqual({ kk: 'үкімет', ru: 'правительство' });
  });

  it.each([
    ['an unknown kind', entry('kind: artikel'), 'values-are-known sources.yaml:4:9'],
    ['an unknown type', entry('type: article-newspapr'), 'values-are-known sources.yaml:4:9'],
    ['an unknown field', entry('kind: report\nautor: B'), 'keys-and-blocks-are-known sources.yaml:5:3'],
    ['an unknown tier', entry('kind: report\ntier: first'), 'values-are-known sources.yaml:5:9'],
    ['kind and type', entry('kind: report\ntype: book'), 'values-are-known sources.yaml:5:3'],
    [
      'url and URL',
      entry('kind: report\naccessed: 2022\nurl: https://a.example\nURL: https://a.example'),
      'values-are-known sources.yaml:7:3',
    ],
    ['a wrong date', entry('kind: report\npublished: 2022-02-30'), 'date-is-valid sources.yaml:5:14'],
    [
      'a time without zone',
      entry('kind: report\npublished: 2022-01-06 10:30'),
      'date-is-valid sources.yaml:5:14',
    ],
    [
      'a range that runs backwards',
      entry('kind: report\npublished: 2022-01-06/2022-01-02'),
      'date-is-valid sources.yaml:5:14',
    ],
    [
      'a wrong day of the copy',
      entry('kind: report\narchive: {url: https://a.example, at: soon}'),
      'date-is-valid sources.yaml:5:41',
    ],
    [
      'a copy without a day',
      entry('kind: report\narchive: {url: https://a.example}'),
      'source-has-access-date-or-archive sources.yaml:5:12',
    ],
    [
      'a script address',
      entry('kind: report\nurl: javascript:alert(1)'),
      'values-are-known sources.yaml:5:8',
    ],
    [
      'an address with an invisible letter',
      entry('kind: report\naccessed: 2022\nurl: https://e\u200b.example'),
      'values-are-known sources.yaml:6:8',
    ],
    [
      'a direction that is not closed',
      entry('kind: report\nedition: a \u202eb'),
      'bidi-controls-are-closed sources.yaml:5:14',
    ],
    ['no kind', entry('volume: 2'), 'source-has-what-its-kind-needs sources.yaml:1:1'],
    ['no title', 'a:\n  kind: report\n  author: A\n', 'source-has-what-its-kind-needs sources.yaml:1:1'],
    [
      'neither author nor publisher',
      'a:\n  kind: report\n  title: T\n',
      'source-has-what-its-kind-needs sources.yaml:1:1',
    ],
    ['no address', entry('kind: webpage'), 'source-has-what-its-kind-needs sources.yaml:1:1'],
    [
      'no day of access',
      entry('kind: webpage\nurl: https://a.example'),
      'source-has-access-date-or-archive sources.yaml:5:8',
    ],
    ['an empty entry', 'a:\n', 'values-are-known sources.yaml:1:1'],
    ['an entry that is text', 'a: CNN\n', 'values-are-known sources.yaml:1:1'],
    ['fields in the first column', 'title: T\n', 'values-are-known sources.yaml:1:1'],
    ['an id twice', entry('kind: report') + entry('kind: book'), 'source-id-is-unique sources.yaml:5:1'],
    [
      'an origin that is no source',
      entry('kind: report\nderived-from: b'),
      'source-id-is-defined sources.yaml:5:17',
    ],
    [
      'an origin that is itself',
      entry('kind: report\nderived-from: a'),
      'source-id-is-defined sources.yaml:5:17',
    ],
    [
      'an empty name',
      entry('kind: report').replace('author: A', 'author: []'),
      'values-are-known sources.yaml:3:11',
    ],
    [
      'a language that is none',
      entry('kind: report\nlang: русский'),
      'language-tag-is-valid sources.yaml:5:9',
    ],
  ])('tells %s at its place', async (_, yaml, place) => {
    const { told, diagnostics } = await read(yaml);
    expect(told).toEqual([place]);
    for (const { what, why, fix } of diagnostics) {
      expect([what, why, fix].every((part) => part.length > 10)).toBe(true);
      expect([what, why, fix].join(' ')).not.toContain('undefined');
    }
  });

  it('offers the nearest kind and field', async () => {
    const fix = async (fields: string) => (await read(entry(fields))).diagnostics[0]?.fix;
    expect(await fix('kind: artcle')).toBe('Did you mean “article”?');
    expect(await fix('kind: report\npublishd: 2022')).toBe('Did you mean “published”?');
  });

  it('warns of one address under two ids, whatever counts the visits', async () => {
    const page = (id: string, url: string) => entry(`kind: webpage\naccessed: 2022\nurl: ${url}`, id);
    const { told, diagnostics } = await read(
      page('a', 'https://www.e.example/p/?utm_source=x') +
        page('b', 'https://e.example/p') +
        page('c', 'https://e.example/p?id=2'),
    );
    expect(told).toEqual(['source-id-is-unique sources.yaml:12:8']);
    expect(diagnostics[0]?.severity).toBe('warning');
  });

  it('lets the nearer of two sources win and shows both', async () => {
    const { sources, told, diagnostics } = await read(entry('kind: report'), entry('kind: book'));
    expect(told).toEqual(['source-id-is-unique sources.yaml:1:1']);
    expect(diagnostics[0]).toMatchObject({
      severity: 'warning',
      related: [{ place: { file: 'content/sources.yaml', position: { start: { line: 1, column: 1 } } } }],
    });
    expect(sources.get('a')).toMatchObject({ kind: 'report', scope: 'document' });
  });

  it('tells an id in two files of one folder at the second', async () => {
    const { told, diagnostics } = await readX({
      'sources.yaml': entry('kind: report'),
      'sources.bib': '@book{a, title = {T}, author = {A}}\n',
    });
    expect(told).toEqual(['source-id-is-unique content/x/sources.bib:1:7']);
    expect(diagnostics[0]?.severity).toBe('error');
  });

  it('reads the shared sources, and for a one-file explainer those of its name', async () => {
    const { value, told } = await readX({
      '/content/x.md': document,
      '/content/sources.yaml': entry('kind: report', 'shared'),
      '/content/x.sources.yaml': entry('kind: report', 'own'),
      'explainer.md': '',
    });
    expect(told).toEqual([]);
    expect([...(value?.sources.values() ?? [])].map(({ id, scope }) => [id, scope])).toEqual([
      ['own', 'document'],
      ['shared', 'shared'],
    ]);
  });

  it('keeps the other sources when one cannot be read', async () => {
    const { sources, told } = await read(`a:\n  title: Almaty: what\n${entry('kind: report', 'b')}`);
    expect(told).toEqual(['data-file-is-readable sources.yaml:2:10']);
    expect([...sources.keys()]).toEqual(['b']);
  });
});

describe('unnamed sources', () => {
  const unnamed = 'who:\n  tier: anonymous\n  description: an official\n  reason: not authorised\n';

  it.each(['author', 'editor', 'publisher', 'url', 'URL', 'archive', 'DOI'])(
    'refuse %s without repeating it',
    async (key) => {
      const { sources, told, diagnostics } = await read(
        `${unnamed}  ${key}: https://secret.example/Person\n`,
      );
      expect(told).toEqual(['anonymous-source-is-complete sources.yaml:1:1']);
      expect(JSON.stringify([diagnostics, [...sources.values()]])).not.toContain('secret.example');
    },
  );

  it.each([
    ['an unknown key', `${unnamed}  autor: Secret Person\n`, 'keys-and-blocks-are-known'],
    ['a wrong value', `${unnamed}  published: Secret Person\n`, 'date-is-valid'],
    ['a name with a colon', `${unnamed}  author: Secret: Person\n`, 'data-file-is-readable'],
    ['a name after a quote', `${unnamed}  author: "Secret" Person\n`, 'data-file-is-readable'],
    [
      'corroboration that is no source',
      `${unnamed}  corroboration: [secret-person]\n`,
      'anonymous-source-is-complete',
    ],
    ['a list of support in text', `${unnamed}  corroboration: Secret Person\n`, 'values-are-known'],
  ])('keep quiet about %s', async (_, yaml, code) => {
    const { diagnostics } = await read(yaml);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(JSON.stringify(diagnostics)).not.toMatch(/secret/i);
    expect(diagnostics.every(({ confidential }) => confidential)).toBe(true);
  });

  it('need a description and a reason', async () => {
    const { told } = await read('who:\n  tier: anonymous\n');
    expect(told).toEqual([
      'anonymous-source-is-complete sources.yaml:1:1',
      'anonymous-source-is-complete sources.yaml:1:1',
    ]);
  });

  it('may have a kind, a title, an interest and a date', async () => {
    const { sources, told } = await read(
      `${unnamed}  kind: briefing\n  title: Briefing\n  interest: x\n  published: 2022-01\n`,
    );
    expect(told).toEqual([]);
    expect(sources.get('who')?.csl).toMatchObject({ type: 'speech', title: 'Briefing' });
  });
});
