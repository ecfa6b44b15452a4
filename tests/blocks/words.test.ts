/** No block drops a word, however its items are written, and every finding has a place in the text. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/html/elements.js';
import { chain } from './chain.js';

/** Pieces of an item; `#` becomes a word of its own. */
const piece = fc.constantFrom(
  '#',
  '**#**',
  '*#*',
  ' # ',
  ', ',
  ': ',
  ' (',
  ') ',
  '; ',
  '. ',
  ' [@cnn]',
  '`#`',
  '[#](https://x.example)',
  ':num[deaths]',
  ':lang[#]{kk}',
  ' – ',
  '2022-01-05: ',
  '16:30 ',
  '@#',
);
const item = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
const items = fc.array(item, { minLength: 1, maxLength: 4 });

function numbered(text: string): { readonly text: string; readonly words: readonly string[] } {
  const words: string[] = [];
  const made = text.replace(/#/g, () => {
    const word = `wort${String.fromCharCode(97 + (words.length % 26))}${words.length}x`;
    words.push(word);
    return word;
  });
  return { text: made, words };
}

const openings: Readonly<Record<string, string>> = {
  'key-points': ':::key-points',
  known: ':::known',
  claimed: ':::claimed',
  unknown: ':::unknown',
  timeline: ':::timeline',
  people: ':::people',
  numbers: ':::numbers',
  glossary: ':::glossary',
  next: ':::next',
  steps: ':::steps',
  contact: ':::contact{name="#" region="#" hours="#"}',
  related: ':::related',
  quote: ':::quote{by="#" role="#" via="#"}',
  note: ':::note',
  background: ':::background{title="#"}',
  claim: ':::claim{by="#" verdict=false}',
  correction: ':::correction{at=2022-01-05}',
};

describe.each(Object.entries(openings))('%s', (_, opening) => {
  it('keeps every word of its items', () => {
    fc.assert(
      fc.property(items, fc.boolean(), (lines, paragraph) => {
        // A word first, since “[@cnn]:…” at the beginning of a line defines a link.
        const list = lines
          .map((line) => `- ${line.trimStart().startsWith('[') ? '#' : ''}${line}`)
          .join('\n');
        const { text, words } = numbered(`${opening}\n${paragraph ? '#\n\n' : ''}${list}\n:::`);
        const { html, diagnostics } = chain(text);
        for (const { place } of diagnostics) expect(place).toMatchObject({ position: expect.anything() });
        for (const medium of ['screen', 'print'] as const) {
          const document = html(medium);
          const page = textOf(document.slots.body);
          const lost = words.filter((word) => !page.includes(word));
          expect(lost, `${text}\n→ ${page}`).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});
