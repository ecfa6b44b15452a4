/** The headline at the foot of each page stays on the sheet, however long it is. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageGeometry } from '../../../src/outputs/print/geometry.js';
import { headlineRoom } from '../../../src/outputs/print/page-styles.js';
import { fittingHeadline } from '../../../src/outputs/print/running-words.js';

const a4 = pageGeometry('large', 'a4', { top: 20, right: 18, bottom: 22, left: 18 });
const room = headlineRoom(a4, 'large');

describe('the headline at the foot of a page', () => {
  it('has two lines at most, and one where the margin has no room for two', () => {
    expect(room.lines).toBe(2);
    const low = pageGeometry('large', 'a4', { top: 20, right: 18, bottom: 14, left: 18 });
    expect(headlineRoom(low, 'large').lines).toBe(1);
    expect(headlineRoom(a4, 'standard').letters).toBeGreaterThan(room.letters);
  });

  it('stays whole where it fits', () => {
    expect(fittingHeadline('The river above the wall', room)).toBe('The river above the wall');
  });

  it('ends after a word, or within a word that is longer than the room', () => {
    const long = 'What the county knows of the night when the river rose above the wall of the old port';
    const cut = fittingHeadline(long, room);
    expect(cut).toMatch(/^What the county .* …$/);
    expect(long.startsWith(cut.slice(0, -2))).toBe(true);
    const word = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
    expect(fittingHeadline(`${word} und`, room)).toBe(`${word.slice(0, room.letters - 1)}…`);
    expect(fittingHeadline(`Das ${word}`, room)).toBe(`Das ${word.slice(0, room.letters - 1)}…`);
  });

  it('counts letters of Chinese as wide', () => {
    const cut = fittingHeadline('河水漫过旧港的堤坝'.repeat(9), room);
    expect(cut.length).toBeLessThan(room.letters * 1.2);
    expect(cut.endsWith('…')).toBe(true);
  });

  it('is the headline or its begin, for any words', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }), { maxLength: 12 });
    fc.assert(
      fc.property(words, (parts) => {
        const headline = parts.join(' ');
        const cut = fittingHeadline(headline, room);
        const plain = headline.split(/\s+/u).filter(Boolean).join(' ');
        expect(cut === headline || plain.startsWith(cut.replace(/ ?…$/u, ''))).toBe(true);
      }),
    );
  });
});
