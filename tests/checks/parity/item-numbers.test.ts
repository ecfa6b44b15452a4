import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { countingOf, numberOfItem, saysOtherNumber } from '../../../src/checks/parity/item-numbers.js';
import { parseFragment } from '../../../src/html/serialise.js';

function numbersIn(html: string): readonly number[] {
  const list = parseFragment(html).children[0] as Element;
  const counting = countingOf(list);
  return list.children.flatMap((item) => (item.type === 'element' ? [numberOfItem(item, counting)] : []));
}

describe('numbers of items', () => {
  it.each([
    ['<ol><li>a<li>b</ol>', [1, 2]],
    ['<ol start="0"><li>a<li>b</ol>', [0, 1]],
    ['<ol reversed><li>a<li>b<li>c</ol>', [3, 2, 1]],
    ['<ol reversed start="9"><li>a<li value="4">b<li>c</ol>', [9, 4, 3]],
    ['<ol start="x"><li value="7">a<li>b</ol>', [7, 8]],
  ])('are counted as HTML does: %s', (html, numbers) => {
    expect(numbersIn(html)).toEqual(numbers);
  });

  it.each([
    ['3.', 3],
    ['۱۲.', 12],
    ['iv.', 4],
    ['XLII.', 42],
    ['c)', 3],
    ['ab.', 28],
    ['•', 5],
    ['', 5],
    ['γ.', 3],
  ])('are those of the marker “%s”', (marker, number) => {
    expect(saysOtherNumber(marker, number)).toBe(false);
  });

  it.each([
    ['3.', 4],
    ['1.', 11],
    ['iv.', 5],
    ['b.', 1],
  ])('are not those of the marker “%s” where it says another: %i', (marker, number) => {
    expect(saysOtherNumber(marker, number)).toBe(true);
  });
});
