import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atText, readMarkup } from '../../src/theme/markup-context.js';

describe('readMarkup', () => {
  it.each([
    ['<p>', 'text'],
    ['<p class="a', 'value'],
    ['<p class=\'a"b', 'value'],
    ['<p class=a', 'value'],
    ['<p class=', 'before-value'],
    ['<p class="a"', 'tag'],
    ['<p', 'tag-name'],
    ['</p>', 'text'],
    ['a < b > c', 'text'],
    ['<!-- <p class="', 'comment'],
    ['<!-- x --><b>', 'text'],
    ['<script>if (a < b) "', 'raw'],
    ['<SCRIPT>x</script><p>', 'text'],
    ['<!doctype html>', 'text'],
  ])('reads %j as %s', (text, at) => {
    expect(readMarkup(atText, text).at).toBe(at);
  });

  it('gives the same in pieces as in one', () => {
    const text = '<p class="a b"><img src=x alt=\'"\'><!-- < --><title>a<b</title>x</p>';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (cut) => {
        // A cut inside a closing or comment mark is not a place where an expression may stand.
        fc.pre(!/[<!-][-!]?$|-{1,2}$|<\/[a-z]*$|<$/.test(text.slice(0, cut)));
        const inPieces = readMarkup(readMarkup(atText, text.slice(0, cut)), text.slice(cut));
        expect(inPieces).toEqual(readMarkup(atText, text));
      }),
    );
  });
});
