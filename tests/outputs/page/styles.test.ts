/** An author's styles as text: rules for children of the body go through our boxes, addresses are found, nothing else changes. */

import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../src/outputs/page/files.js';
import { marginLines, marginsOf } from '../../../src/outputs/page/page-rules.js';
import { styleReferences, throughOurBoxes } from '../../../src/outputs/page/styles.js';

const boxes = ':where(.page-flow) > :where(.page-content) >';

describe('rules for children of the body', () => {
  it.each([
    ['body > main { }', `body > ${boxes} main { }`],
    ['h1,body.home>main p{}', `h1,body.home > ${boxes} main p{}`],
    ['@media print { body > * + * { } }', `@media print { body > ${boxes} * + * { } }`],
    ['body { } .body > p { } tbody > tr { }', 'body { } .body > p { } tbody > tr { }'],
    ['a::after { content: "body > x" } /* body > y */', 'a::after { content: "body > x" } /* body > y */'],
  ])('%s', (css, expected) => expect(throughOurBoxes(css)).toBe(expected));
});

describe('addresses in styles', () => {
  it('are those of url() and @import, outside comments', () => {
    const css = `@import "a.css"; @import url('b.css'); /* url(no.png) */ x { background: url( c.png ), url(data:image/png;base64,AA) } y { fill: url(#z) }`;
    expect(styleReferences(css).map(({ address }) => address)).toEqual(['a.css', 'b.css', 'c.png']);
  });
});

describe('a path in the page’s folder', () => {
  it.each([
    ['img/a.png?v=2', 'page.html', false, 'img/a.png'],
    ['../img/a%20b.png', 'css/a.css', false, 'img/a b.png'],
    ['./x/../y.css', 'css/a.css', false, 'css/y.css'],
    ['../secret.png', 'page.html', false, undefined],
    ['../../secret.png', 'css/a.css', false, undefined],
    ['/root.png', 'page.html', false, undefined],
    ['/root.png', 'book/page.html', true, 'root.png'],
    ['../../secret.png', 'book/page.html', true, undefined],
    ['/../secret.png', 'book/page.html', true, undefined],
    ['//host/x.png', 'page.html', true, undefined],
    ['https://host/x.png', 'page.html', true, undefined],
    ['file:///etc/passwd', 'page.html', true, undefined],
    ['\\\\host\\x.png', 'page.html', true, undefined],
  ])('%s from “%s”, in a site: %s', (address, file, isSite, expected) =>
    expect(pathOf(address, file, isSite)).toBe(expected),
  );
});

describe('@page', () => {
  const rules = { size: '', isDivided: false };

  it('gives margins in mm, and the usual ones where it says nothing that can be read', () => {
    const margins = { top: '1in', right: '36pt', bottom: '10%', left: '0' };
    expect(marginsOf({ ...rules, margins, lines: [] })).toEqual({
      top: 25.4,
      right: 12.7,
      bottom: 20,
      left: 0,
    });
  });

  it('gives the lines of margin boxes for each page', () => {
    const lines = marginLines({
      ...rules,
      margins: {},
      lines: ['"Page " counter(page) " of " counter(pages)', 'counter(chapter)'],
    });
    expect(lines(3, 7)).toEqual(['Page 3 of 7', 'counter(chapter)']);
  });
});
