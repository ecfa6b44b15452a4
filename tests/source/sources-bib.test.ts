import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/place.js';
import { readSourcesBib } from '../../src/source/sources-bib.js';

async function read(text: string) {
  const { value, diagnostics } = await readSourcesBib(text, 's.bib');
  return {
    drafts: value,
    first: value[0],
    told: diagnostics.map(({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`),
    diagnostics,
  };
}

describe('readSourcesBib', () => {
  it('reads BibTeX with its places', async () => {
    const { first, told } = await read(String.raw`% a comment with an @ and mail@example.org
@article{smith2020,
  author = {Smith, John and {Ministry of Health} and others},
  title = {The {DNA} of M{\"u}nchen},
  journal = {Nature},
  year = 2020, month = mar, pages = {1--10}, volume = {3}, number = {2}, doi = {10.1/x},
}
`);
    expect(told).toEqual([]);
    expect(first?.type).toBe('article-journal');
    expect(first?.csl).toEqual({
      author: [{ family: 'Smith', given: 'John' }, { literal: 'Ministry of Health' }, { literal: 'others' }],
      title: 'The DNA of München',
      'container-title': 'Nature',
      issued: { 'date-parts': [[2020, 3]] },
      page: '1-10',
      volume: '3',
      issue: '2',
      DOI: '10.1/x',
    });
    expect(first?.place.position?.start).toMatchObject({ line: 2, column: 10 });
    expect(first?.fieldPlaces['journal']?.position?.start).toMatchObject({ line: 5, column: 13 });
  });

  it('reads BibLaTeX beside it: date, journaltitle, urldate, @online, langid, and our fields', async () => {
    const { drafts, told } = await read(String.raw`
@online{cnn, author = {{CNN}}, title = {Title}, date = {2022-01-05/2022-01-06}, url = {https://e.example/a\_b\%20c},
  urldate = {2022-01-06}, langid = {russian}, tier = {secondary}, interest = {a party},
  archiveurl = {https://web.archive.org/x}, archivedate = {2022-01-07}}
@article{times, author = {Doe, Ann}, title = {T}, journaltitle = {The Times}, entrysubtype = {newspaper},
  date = {2022-01~}, language = {english}}
`);
    expect(told).toEqual([]);
    expect(drafts[0]).toMatchObject({
      type: 'webpage',
      tier: 'secondary',
      interest: 'a party',
      archive: { url: 'https://web.archive.org/x', at: { 'date-parts': [[2022, 1, 7]] } },
      csl: {
        author: [{ literal: 'CNN' }],
        issued: {
          'date-parts': [
            [2022, 1, 5],
            [2022, 1, 6],
          ],
        },
        accessed: { 'date-parts': [[2022, 1, 6]] },
        URL: 'https://e.example/a_b%20c',
        language: 'ru',
      },
    });
    expect(drafts[1]).toMatchObject({
      type: 'article-newspaper',
      csl: {
        'container-title': 'The Times',
        issued: { 'date-parts': [[2022, 1]], circa: true },
        language: 'en',
      },
    });
    expect(drafts[1]?.csl).not.toHaveProperty('genre');
  });

  it('fills in abbreviations and what an entry takes from another', async () => {
    const { drafts, told } = await read(`@string{oup = {Oxford University Press}}
@incollection{part, author = {Doe, Ann}, title = {Part}, crossref = {whole}}
@book{whole, editor = {Roe, Bo}, title = {Whole}, publisher = oup # { (UK)}, year = {2001}}
`);
    expect(told).toEqual([]);
    expect(drafts[0]?.csl).toMatchObject({
      title: 'Part',
      'container-title': 'Whole',
      publisher: 'Oxford University Press (UK)',
    });
    expect(drafts[1]?.csl['publisher']).toBe('Oxford University Press (UK)');
  });

  const good = '@book{good, author = {A, B}, title = {T}, publisher = {P}, year = {2001}}\n';

  it.each([
    [
      'a missing brace',
      '@book{bad,\n  title = {T,\n  year = {2001}\n}\n\n',
      'data-file-is-readable s.bib:1:7',
    ],
    ['a missing comma', '@book{bad,\n  title = {T}\n  year = {2001}\n}\n', 'data-file-is-readable s.bib:3:3'],
    ['no key', '@book{title = {T}}\n', 'data-file-is-readable s.bib:1:7'],
    ['no equals sign', '@book{bad,\n  title {T}}\n', 'data-file-is-readable s.bib:2:3'],
    ['no brace', '@book bad, title = {T}\n', 'data-file-is-readable s.bib:1:1'],
    ['an unknown type', '@bok{bad, author = {A}, title = {T}}\n', 'values-are-known s.bib:1:1'],
    ['an unknown abbreviation', '@book{bad, title = {T}, publisher = oup}\n', 'values-are-known s.bib:1:37'],
    ['a wrong date', '@book{bad, title = {T}, date = {2020-13-45}}\n', 'date-is-valid s.bib:1:32'],
    ['a wrong year', '@book{bad, title = {T}, year = {20201}}\n', 'date-is-valid s.bib:1:32'],
    ['a wrong day of access', '@book{bad, title = {T}, urldate = {yesterday}}\n', 'date-is-valid s.bib:1:35'],
    [
      'a script address',
      '@online{bad, title = {T}, url = {javascript:alert(1)}}\n',
      'values-are-known s.bib:1:33',
    ],
    ['an unknown tier', '@book{bad, title = {T}, tier = {primry}}\n', 'values-are-known s.bib:1:32'],
    [
      'an unknown language',
      '@book{bad, title = {T}, langid = {elvish tongue}}\n',
      'values-are-known s.bib:1:34',
    ],
    [
      'an archived copy without a date',
      '@book{bad, title = {T}, archiveurl = {https://a.example}}\n',
      'source-has-access-date-or-archive s.bib:1:38',
    ],
    ['an unknown TeX command', '@book{bad, title = {The \\foo bar}}\n', 'values-are-known s.bib:1:20'],
    [
      'many braces',
      `@book{bad, title = ${'{'.repeat(5000)}x${'}'.repeat(5000)}}\n`,
      'nesting-is-within-limit s.bib:1:71',
    ],
  ])('tells %s at its place and keeps the next entry', async (_, text, ...places) => {
    const { told, drafts } = await read(text + good);
    expect(told).toEqual(places);
    expect(drafts.at(-1)?.id).toBe('good');
  });

  it('stops abbreviations that grow without end', async () => {
    const doubling = Array.from({ length: 30 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`).join('\n');
    const { told, drafts } = await read(`@string{s0 = {xxxxxxxxxx}}\n${doubling}\n${good}`);
    expect(told[0]).toBe('size-is-within-limit s.bib:15:15');
    expect(drafts.at(-1)?.id).toBe('good');
  });

  it('ignores comments, preambles and entries that were commented out', async () => {
    const { told, drafts } = await read(
      `@comment{ @book{x, title={T}} }\n@preamble{"\\x"}\n% @book{y,\n%  title={T}}\n${good}`,
    );
    expect(told).toEqual([]);
    expect(drafts.map(({ id }) => id)).toEqual(['good']);
  });

  it('keeps the names of an unnamed source to itself', async () => {
    const { first, told, diagnostics } = await read(
      '@misc{who, tier = {anonymous}, author = {Secret, Person}, title = {T}, description = {an official}, reason = {not authorised}}\n',
    );
    expect(told).toEqual(['anonymous-source-is-complete s.bib:1:7']);
    expect(first?.csl).not.toHaveProperty('author');
    expect(first).toMatchObject({ description: 'an official', reason: 'not authorised' });
    expect(JSON.stringify(diagnostics)).not.toContain('Secret');
    expect(diagnostics.every(({ confidential }) => confidential)).toBe(true);
  });
});
