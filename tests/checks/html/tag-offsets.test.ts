import { describe, expect, it } from 'vitest';
import { elementAt } from '../../../src/checks/html/tag-offsets.js';

const html =
  '<!doctype html><html><head><title>a > b</title><script>if (1 < 2) "<b>"</script></head><body><!-- <p> --><p title="a>b">x</p></body></html>';

describe('elementAt', () => {
  it('counts start tags as a parser does, past comments, raw text and quoted brackets', () => {
    const expected = ['<html', '<head', '<title', '<script', '<body', '<p title'];
    expect(expected.map((tag) => elementAt(html, html.indexOf(tag)))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('gives the element that holds a text', () => {
    expect(elementAt(html, html.indexOf('x</p>'))).toBe(5);
  });

  it('gives -1 before the first element', () => {
    expect(elementAt(html, 0)).toBe(-1);
  });
});
