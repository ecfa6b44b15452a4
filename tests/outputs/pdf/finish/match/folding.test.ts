/** Printed glyphs and written words compare equal when they are the same letters, and only then. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactly,
  isRightToLeft,
  latinDigits,
  letters,
  privateUse,
  unordered,
} from '../../../../../src/outputs/pdf/finish/match/folding.js';

describe('letters', () => {
  it.each([
    ['ﬁnal oﬃce', 'final office'],
    ['STRASSE', 'straße'],
    ['a\u00a0b', 'a b'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['non\u2011breaking', 'non-breaking'],
    ['e\u0301', 'é'],
    ['\u2126', 'Ω'],
  ])('takes “%s” for “%s”', (printed, written) => {
    expect(letters(printed)).toBe(letters(written));
  });

  it.each([
    ['stress', 'strass'],
    ['13', '31'],
    ['1,000', '1000'],
    ['и', 'u'],
  ])('does not take “%s” for “%s”', (printed, written) => {
    expect(letters(printed)).not.toBe(letters(written));
  });

  it('does not depend on where a text is cut, but inside a character', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019 éßﬁ-–—’“漢کقلبйѐ'), maxLength: 20 });
    fc.assert(fc.property(word, word, (a, b) => void expect(letters(a + b)).toBe(letters(a) + letters(b))));
  });
});

describe('other comparisons', () => {
  it('fold blanks exactly', () => {
    expect(exactly('a \u00a0\n b')).toBe('a b');
    expect(exactly('a b')).toBe('a b');
    expect(exactly(' a')).toBe(' a');
  });

  it('see direction, digits, mirrored brackets and private characters', () => {
    expect(isRightToLeft('abc مرحبا')).toBe(true);
    expect(isRightToLeft('abc где')).toBe(false);
    expect(latinDigits('٢٠٢٢ and २०')).toBe('2022 and 20');
    expect(unordered('(ab)')).toBe(unordered('ba(('));
    expect(privateUse('a\ue001b')).toBe('\ue001');
    expect(privateUse('plain')).toBeUndefined();
  });
});
