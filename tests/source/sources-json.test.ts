import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonFault, JsonReader } from '../../src/config/json-values.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { readSourcesJson } from '../../src/source/sources-json.js';

function read(text: string) {
  const { value, diagnostics } = readSourcesJson(text, 's.json');
  const told = diagnostics.map(
    ({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`,
  );
  return { drafts: value, first: value[0], told, diagnostics };
}

const good = '{"id": "good", "type": "book", "title": "T"}';

describe('readSourcesJson', () => {
  it('reads CSL-JSON with our fields under custom', () => {
    const { first, told } = read(
      JSON.stringify([
        {
          id: 'a',
          type: 'article-newspaper',
          title: 'T',
          author: [{ family: 'Smith', given: 'Ann', 'parse-names': true }, { literal: 'CNN' }],
          issued: { 'date-parts': [['2022', 1, 6]], circa: true },
          accessed: { raw: '2022-01-06' },
          URL: 'https://e.example',
          custom: {
            tier: 'secondary',
            kind: 'wire',
            interest: { ru: 'x' },
            archive: { url: 'https://a.example', at: '2022-01-07' },
          },
        },
      ]),
    );
    expect(told).toEqual([]);
    expect(first).toMatchObject({
      id: 'a',
      kind: 'wire',
      tier: 'secondary',
      type: 'article-newspaper',
      interest: { ru: 'x' },
      archive: { url: 'https://a.example', at: { 'date-parts': [[2022, 1, 7]] } },
      csl: {
        author: [{ family: 'Smith', given: 'Ann' }, { literal: 'CNN' }],
        issued: { 'date-parts': [[2022, 1, 6]], circa: true },
        accessed: { 'date-parts': [[2022, 1, 6]] },
      },
    });
  });

  it.each([
    [
      'no comma inside',
      `[\n  {"id": "bad" "title": "T"},\n  ${good}\n]`,
      'data-file-is-readable s.json:2:16',
    ],
    [
      'a comma too many',
      `[\n  {"id": "bad", "title": "T",},\n  ${good}\n]`,
      'data-file-is-readable s.json:2:30',
    ],
    [
      'an unclosed text',
      `[\n  {"id": "bad", "title": "T},\n  ${good}\n]`,
      'data-file-is-readable s.json:2:26',
    ],
    [
      'no comma between',
      `[\n  {"id": "b1", "type": "book"}\n  ${good}\n]`,
      'data-file-is-readable s.json:3:3',
    ],
    ['no id', `[\n  {"title": "T"},\n  ${good}\n]`, 'source-has-what-its-kind-needs s.json:2:3'],
    ['something else', `[\n  3,\n  ${good}\n]`, 'source-has-what-its-kind-needs s.json:2:3'],
    [
      'an unknown variable',
      `[\n  {"id": "b", "titel": "T"},\n  ${good}\n]`,
      'keys-and-blocks-are-known s.json:2:15',
    ],
    ['an unknown type', `[\n  {"id": "b", "type": "boook"},\n  ${good}\n]`, 'values-are-known s.json:2:23'],
    [
      'an unknown field of ours',
      `[\n  {"id": "b", "custom": {"teir": "primary"}},\n  ${good}\n]`,
      'keys-and-blocks-are-known s.json:2:26',
    ],
    [
      'a wrong date',
      `[\n  {"id": "b", "issued": {"date-parts": [[2022, 2, 30]]}},\n  ${good}\n]`,
      'date-is-valid s.json:2:25',
    ],
    ['names as text', `[\n  {"id": "b", "author": "Smith"},\n  ${good}\n]`, 'values-are-known s.json:2:25'],
    [
      'a script address',
      `[\n  {"id": "b", "URL": "javascript:x"},\n  ${good}\n]`,
      'values-are-known s.json:2:22',
    ],
    [
      'a key of JavaScript',
      `[\n  {"id": "b", "__proto__": {}},\n  ${good}\n]`,
      'data-file-is-readable s.json:2:15',
    ],
    [
      'a doubled key',
      `[\n  {"id": "b", "title": "a", "title": "c"},\n  ${good}\n]`,
      'data-file-is-readable s.json:2:29',
    ],
    [
      'many levels',
      `[\n  {"id": "b", "title": ${'['.repeat(9000)}${']'.repeat(9000)}},\n  ${good}\n]`,
      'data-file-is-readable s.json:2:56',
    ],
  ])('tells %s at its place and keeps the next entry', (_, text, place) => {
    const { told, drafts } = read(text);
    expect(told).toEqual([place]);
    expect(drafts.at(-1)?.id).toBe('good');
  });

  it('tells a list without an end', () => {
    expect(read(`[${good}`).told).toEqual(['data-file-is-readable s.json:1:46']);
  });

  it('keeps the names of an unnamed source to itself', () => {
    const { first, told, diagnostics } = read(
      '[{"id": "who", "author": [{"literal": "Secret"}], "titel": "x", "custom": {"tier": "anonymous", "description": "an official", "reason": "r"}}]',
    );
    expect(told).toEqual(['keys-and-blocks-are-known s.json:1:9', 'anonymous-source-is-complete s.json:1:9']);
    expect(first?.csl).toEqual({});
    expect(JSON.stringify(diagnostics)).not.toContain('Secret');
  });
});

describe('JsonReader', () => {
  it('reads what JSON.parse reads, and places every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (data, indent) => {
        fc.pre(!/"(?:__proto__|constructor|prototype)"/.test(JSON.stringify(data)));
        const text = JSON.stringify(data, null, indent);
        const value = new JsonReader(text).value();
        expect(JSON.stringify(value.data)).toBe(JSON.stringify(JSON.parse(text)));
        expect(value.range).toEqual([0, text.length]);
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      '01',
      '-',
      '.5',
      'true',
      'nul',
      ' ',
      '"',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const reader = new JsonReader(text);
        let isRead = true;
        try {
          reader.value();
          reader.skip();
          isRead = reader.at === text.length;
        } catch (error) {
          if (!(error instanceof JsonFault)) throw error;
          isRead = false;
        }
        // A doubled key is refused on purpose.
        if (!/"a".*"a"/.test(text)) expect(isRead).toBe(isJson);
      }),
      { numRuns: 3000 },
    );
  });
});
