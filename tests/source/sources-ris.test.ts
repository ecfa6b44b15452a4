import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/place.js';
import { readSourcesRis } from '../../src/source/sources-ris.js';

async function read(text: string) {
  const { value, diagnostics } = await readSourcesRis(text, 's.ris');
  const told = diagnostics.map(
    ({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`,
  );
  return { drafts: value, first: value[0], told };
}

const good = 'TY  - BOOK\nID  - good\nAU  - Doe, Ann\nTI  - T\nPB  - P\nPY  - 2001\nER  - \n';

describe('readSourcesRis', () => {
  it('reads an entry with its places', async () => {
    const { first, told } = await read(`TY  - JOUR
AU  - Smith, John
AU  - Ministry of Health
AU  - et al.
TI  - A title  - with a dash
  that goes on
JO  - Nature
PY  - 2020/03/04/
UR  - https://x.example/a
Y2  - 2022/01/06
ID  - smith2020
LA  - ru
SP  - 1
EP  - 9
ER  - `);
    expect(told).toEqual([]);
    expect(first?.type).toBe('article-journal');
    expect(first?.csl).toEqual({
      author: [{ family: 'Smith', given: 'John' }, { literal: 'Ministry of Health' }, { literal: 'others' }],
      title: 'A title  - with a dash that goes on',
      'container-title': 'Nature',
      issued: { 'date-parts': [[2020, 3, 4]] },
      accessed: { 'date-parts': [[2022, 1, 6]] },
      URL: 'https://x.example/a',
      language: 'ru',
      page: '1-9',
    });
    expect(first?.place.position?.start).toMatchObject({ line: 11, column: 1 });
  });

  it('reads the older tags', async () => {
    const { first, told } = await read(
      'TY  - NEWS\nA1  - Doe, Jane\nT1  - T\nJF  - The Times\nY1  - 2020//\nID  - b\nER  -\n',
    );
    expect(told).toEqual([]);
    expect(first).toMatchObject({
      type: 'article-newspaper',
      csl: {
        author: [{ family: 'Doe', given: 'Jane' }],
        title: 'T',
        'container-title': 'The Times',
        issued: { 'date-parts': [[2020]] },
      },
    });
  });

  it('keeps a date in words', async () => {
    const { first } = await read('TY  - RPRT\nID  - c\nTI  - T\nPY  - in press\nER  - \n');
    expect(first?.csl['issued']).toEqual({ literal: 'in press' });
  });

  it.each([
    ['no id', 'TY  - BOOK\nTI  - T\nER  - \n', 'source-has-what-its-kind-needs s.ris:1:1'],
    ['no end', 'TY  - BOOK\nID  - bad\nTI  - T\n', 'data-file-is-readable s.ris:1:1'],
    ['an unknown type', 'TY  - BOKO\nID  - bad\nTI  - T\nER  - \n', 'values-are-known s.ris:1:1'],
    ['a wrong date', 'TY  - BOOK\nID  - bad\nPY  - 2020/13/45\nER  - \n', 'date-is-valid s.ris:3:1'],
    ['a script address', 'TY  - BOOK\nID  - bad\nUR  - javascript:x\nER  - \n', 'values-are-known s.ris:3:1'],
    ['text outside', 'Hello\n', 'data-file-is-readable s.ris:1:1'],
  ])('tells %s at its place and keeps the next entry', async (_, text, place) => {
    const { told, drafts } = await read(text + good);
    expect(told).toEqual([place]);
    expect(drafts.at(-1)?.id).toBe('good');
  });
});
