import { describe, expect, it } from 'vitest';
import { hiddenCharacters } from '../../src/source/hidden-characters.js';
import { told } from './project.js';

const [lre, rlo, pdf, lri, rli, fsi, pdi] = [
  '\u202a',
  '\u202e',
  '\u202c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
];
const closed = (...places: string[]) => places.map((place) => `bidi-controls-are-closed e.md:${place}`);

describe('hiddenCharacters', () => {
  it.each([
    ['a closed isolate', `a ${rli}b${pdi} c`, []],
    ['a closed embedding', `a ${lre}b${pdf} c`, []],
    ['a closed isolate over two lines of a paragraph', `a ${rli}b\nc${pdi} d`, []],
    ['isolates within isolates', `a ${rli}b ${lri}c${pdi} d${pdi}`, []],
    ['an embedding that ends with its isolate', `a ${rli}b ${lre}c${pdi} d`, []],
    ['a lone end', `a ${pdi}b${pdf}`, []],
    ['a mark of direction, which opens nothing', 'a \u200fb\u200e', []],
    ['an open isolate', `a\nb ${rli}c`, ['2:3']],
    ['an open first-strong isolate', `${fsi}c`, ['1:1']],
    ['an open override', `x ${rlo}abc`, ['1:3']],
    ['an isolate that a paragraph’s end cuts off', `a ${rli}b\n\nc${pdi}`, ['1:3']],
    ['an isolate that a list item’s end cuts off', `- a ${rli}b\n- c${pdi}`, ['1:5']],
    [
      'an embedding opened before an isolate and not closed by the end inside it',
      `a ${lre}b ${rli}c${pdf}${pdi}`,
      ['1:3'],
    ],
    ['columns after an emoji', `😀${rli}`, ['1:3']],
    ['front matter', `---\nheadline: a ${rlo}b\n---\n`, ['2:13']],
  ])('tells %s', (_, text, places) => {
    const found = hiddenCharacters(text, 'e.md');
    expect(told(found)).toEqual(closed(...places));
    expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('warns of a closed override, which shows text backwards', () => {
    const found = hiddenCharacters(`a ${rlo}31${pdf}`, 'e.md');
    expect(told(found)).toEqual(closed('1:3'));
    expect(found[0]?.severity).toBe('warning');
    expect(found[0]?.what).toContain('U+202E');
  });
});
