/** The border to citeproc: nothing that a source holds can become markup. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/language-of.js';
import {
  languageMark,
  linkTo,
  readMarked,
  standInFor,
  withoutMarks,
  wordsOf,
} from '../../src/notes/marked-text.js';
import { shortTitleOf } from '../../src/notes/prepare-item.js';
import { engines, show } from './real-chain.js';

const place = { kind: 'source' as const, file: 'x' };

async function set(title: string, more: object = {}): Promise<string> {
  const { value } = await engines.engineFor({ style: 'chicago-notes', language: languageOf('en'), place });
  const session = value.start([{ id: 'b', type: 'webpage', title, publisher: 'P', ...more }]);
  return show(session.cite([{ id: 'b' }]));
}

describe('marked text', () => {
  it('reads nesting, languages, stand-ins and links', () => {
    const marked = `a \ufdd2ib\ufdd2bc\ufdd3\ufdd3 ${languageMark('ar', 'd')}${standInFor(17)}`;
    const read = readMarked(marked, [...Array(17).fill([]), [{ type: 'text', value: '!' }]]);
    expect(show(read)).toBe('a _bc_ {ar:d}!');
    expect(read[3]).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('survives marks that do not match', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab\ufdd2\ufdd3\ufdd4\ufdd5\ufde0it') }), (text) => {
        expect(typeof wordsOf(readMarked(text))).toBe('string');
      }),
    );
  });

  it('takes the marks out of sources', async () => {
    expect(withoutMarks('a\ufdd2ib\ufdd3')).toBe('aib');
    expect(await set('A \ufdd2lhttps://evil.example\ufdd3 title')).toBe(
      '“A Lhttps://Evil.Example Title” (P, n.d.).',
    );
  });

  it('keeps markup of titles as text, but for CSL’s own italics', async () => {
    expect(await set('<script>alert(1)</script> & <i>Nature</i>')).toContain(
      '<script>alert(1)</Script> & _Nature_',
    );
  });

  it('links to the web only', async () => {
    expect(linkTo('javascript:alert(1)').type).toBe('text');
    expect(await set('T', { URL: 'javascript:alert(1)' })).toContain('javascript:alert(1).');
    expect(await set('T', { URL: 'javascript:alert(1)' })).not.toContain('<');
  });

  it('shows addresses in letters where that loses nothing', () => {
    const shown = (address: string): string => wordsOf([linkTo(address)]);
    expect(shown('https://ru.wikipedia.org/wiki/%D0%90%D0%BB%D0%BC%D0%B0')).toBe(
      'https://ru.wikipedia.org/wiki/Алма',
    );
    for (const same of [
      'https://a.example/%20b',
      'https://a.example/%E0%A4%A',
      'https://a.example/%E2%80%AEx',
      'https://a.example/%d0%90',
    ]) {
      expect(shown(same)).toBe(same);
    }
  });
});

describe('shortTitleOf', () => {
  it.each([
    ['Statement on the injured', 'Statement on the injured'],
    ['Kazakhstan in flames: how a protest over fuel prices became an uprising', 'Kazakhstan in flames'],
    [
      'Dozens of protesters reported killed in Kazakhstan as Russia-led alliance heads to the country',
      'Dozens of protesters reported killed…',
    ],
    [
      'ДолгоеНазваниеБезПробеловКотороеНиктоНеЧитаетИКотороеПоэтомуНадоОбрезать',
      'ДолгоеНазваниеБезПробеловКотороеНиктоНеЧитаетИКо…',
    ],
  ])('%s', (title, short) => {
    expect(shortTitleOf(title)).toBe(short);
  });
});
