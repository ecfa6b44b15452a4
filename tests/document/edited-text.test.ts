import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edit, editAgain, editText } from '../../src/document/edited-text.js';

/** Edits in order and without overlap, of a text of the given length. */
function edits(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(fc.tuple(fc.nat(length), fc.nat(length), fc.constantFrom('', 'x', 'yyy')), { maxLength: 6 })
    .map((all) => {
      const sorted = all
        .map(([a, b, text]) => ({ start: Math.min(a, b), end: Math.max(a, b), text }))
        .toSorted((a, b) => a.start - b.start);
      const kept: Edit[] = [];
      for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
      return kept;
    });
}

describe('an edited text', () => {
  it('puts the other words in', () => {
    const edited = editText('one two three', [
      { start: 0, end: 4, text: '' },
      { start: 8, end: 13, text: '3' },
    ]);
    expect(edited.text).toBe('two 3');
    expect([edited.originalOffset(0, 'start'), edited.originalOffset(3, 'end')]).toEqual([4, 7]);
    expect([edited.originalOffset(4, 'start'), edited.originalOffset(5, 'end')]).toEqual([8, 13]);
  });

  it('leaves a cut outside what ends before it and what begins behind it', () => {
    const edited = editText('ab<cut>cd', [{ start: 2, end: 7, text: '' }]);
    expect(edited.text).toBe('abcd');
    expect(edited.originalOffset(2, 'end')).toBe(2);
    expect(edited.originalOffset(2, 'start')).toBe(7);
  });

  it('leads every kept character back to itself, in two rounds too', () => {
    const text = 'abcdefghijklmnopqrstuvw';
    fc.assert(
      fc.property(edits(text.length), fc.array(fc.nat(30), { maxLength: 3 }), (first, second) => {
        const once = editText(text, first);
        const again = second
          .map((at) => Math.min(at, once.text.length))
          .toSorted((a, b) => a - b)
          .map((at) => ({ start: at, end: at, text: 'Z' }));
        const twice = editAgain(once, again);
        let last = 0;
        for (const [index, character] of twice.text.split('').entries()) {
          const offset = twice.originalOffset(index, 'start');
          expect(offset).toBeGreaterThanOrEqual(last);
          last = offset;
          if (/[a-v]/u.test(character) && text.includes(character) && !'xy'.includes(character)) {
            expect(text[offset]).toBe(character);
          }
        }
      }),
    );
  });
});
