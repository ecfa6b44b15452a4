import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { element } from '../../src/html/elements.js';
import { sanitise } from '../../src/html/sanitise.js';
import {
  elementsOf,
  firstDifference,
  parseFragment,
  parsePage,
  serialise,
} from '../../src/html/serialise.js';

function clean(html: string): { readonly html: string; readonly told: readonly string[] } {
  const { value, diagnostics } = sanitise(parseFragment(html));
  return { html: serialise(value), told: diagnostics.map(({ what }) => what) };
}

describe('sanitise', () => {
  it('keeps our own markup as it is', () => {
    const html =
      '<section aria-labelledby="notes"><h2 id="notes">Notes</h2><ol><li id="note-3" value="3"><p>Text <a href="#call-3-1" role="doc-backlink">Back</a></p></li></ol></section>' +
      '<p><sup class="note-call"><a id="call-3-1" href="#note-3" role="doc-noteref"><span class="visually-hidden">Note </span>3</a></sup></p>' +
      '<div class="table-frame" role="group" aria-labelledby="t-caption" tabindex="0"><table><caption id="t-caption">T</caption><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td class="numeric">1</td></tr></tbody></table></div>' +
      '<figure><svg class="chart" role="img" aria-label="x" viewBox="0 0 640 20"><g transform="translate(1 2)"><rect class="chart-mark" x="0" y="0" width="10" height="10" fill="url(#p-1)"></rect><text x="1" y="2" text-anchor="end">a</text></g></svg></figure>' +
      '<details><summary>Data</summary><p lang="kk" dir="ltr">a<bdi>b</bdi><time datetime="2022-01-05">c</time></p></details><span data-page-of="x"></span>';
    const made = clean(html);
    expect(made.told).toEqual([]);
    expect(made.html).toBe(html);
  });

  it.each([
    ['<p onclick="alert(1)">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<script type="text/javascript" src="x.js"></script>', ''],
    ['<script type="application/ld+json" src="x.js">{}</script>', ''],
    ['<script type="application/ld+json">{"a":"<!--"}</script>', ''],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java\tscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<img src="https://foreign.example/x.png" alt="a">', '<img alt="a">'],
    ['<img src="//foreign.example/x.png" alt="a">', '<img alt="a">'],
    ['<img src="\\\\foreign.example/x.png" alt="a">', '<img alt="a">'],
    ['<img src="data:image/svg+xml;base64,AAAA" alt="a">', '<img alt="a">'],
    ['<img srcset="a.png 1x, https://foreign.example/b.png 2x" alt="a">', '<img alt="a">'],
    ['<iframe src="x"></iframe><p>a</p>', '<p>a</p>'],
    ['<form action="x"><p>words</p></form>', '<p>words</p>'],
    ['<p style="background:url(x)">a</p>', '<p>a</p>'],
    ['<base href="x"><p>a</p>', '<p>a</p>'],
    ['<meta http-equiv="refresh" content="0;url=x"><p>a</p>', '<p>a</p>'],
    ['<link rel="prefetch" href="x"><p>a</p>', '<p>a</p>'],
    ['<link rel="stylesheet" href="https://foreign.example/x.css"><p>a</p>', '<p>a</p>'],
    ['<object data="x"></object><embed src="x"><p>a</p>', '<p>a</p>'],
    [
      '<svg><foreignObject><p>a</p></foreignObject><rect fill="url(https://x)"></rect></svg>',
      '<svg><rect></rect></svg>',
    ],
    ['<svg><use href="x#a"></use><animate attributeName="href"></animate></svg>', '<svg></svg>'],
    ['<p id="a">1</p><p id="a">2</p>', '<p id="a">1</p><p>2</p>'],
    ['<galley-slot name="body"></galley-slot>', ''],
  ])('takes out %s and says so', (given, expected) => {
    const made = clean(given);
    expect(made.html).toBe(expected);
    expect(made.told.length).toBeGreaterThan(0);
  });

  it('names the author’s place', () => {
    const node = element('p', { onClick: 'x' }, ['a']);
    node.position = { start: { line: 7, column: 1 }, end: { line: 7, column: 5 } };
    const { diagnostics } = sanitise({ type: 'root', children: [node] }, { file: 'content/a.md' });
    expect(diagnostics[0]?.place).toEqual({ kind: 'source', file: 'content/a.md', position: node.position });
  });

  it('keeps positions', () => {
    const node = element('p', {}, ['a']);
    node.position = { start: { line: 7, column: 1 }, end: { line: 7, column: 5 } };
    const { value } = sanitise({ type: 'root', children: [node] });
    expect(value.children[0]?.position).toEqual(node.position);
  });

  const names = fc.constantFrom(
    'p',
    'div',
    'a',
    'script',
    'svg',
    'style',
    'img',
    'link',
    'meta',
    'form',
    'td',
    'li',
    'rect',
    'x-y',
    'iframe',
  );
  const keys = fc.constantFrom(
    'id',
    'href',
    'src',
    'onClick',
    'style',
    'className',
    'role',
    'rel',
    'type',
    'fill',
    'srcSet',
    'dataX',
    'tabIndex',
  );
  const values = fc.constantFrom(
    'a',
    '#a',
    'javascript:1',
    'https://x.example',
    '//x',
    'img',
    'stylesheet',
    'application/ld+json',
    'url(#a)',
    'none',
    '5',
  );
  const tree: fc.Arbitrary<Element> = fc.letrec<{ node: Element }>((tie) => ({
    node: fc
      .record({
        name: names,
        properties: fc.dictionary(keys, values),
        children: fc.array(fc.oneof({ depthSize: 'small' }, fc.constant('w'), tie('node')), { maxLength: 3 }),
      })
      .map(({ name, properties, children }) => element(name, properties, children)),
  })).node;

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (children) => {
        const once = sanitise({ type: 'root', children } as Root).value;
        const twice = sanitise(once);
        expect(twice.value).toEqual(once);
        expect(twice.diagnostics).toEqual([]);
        const active = elementsOf(once).filter(({ tagName }) =>
          ['style', 'iframe', 'form', 'x-y'].includes(tagName),
        );
        expect(active).toEqual([]);
      }),
    );
  });
});

describe('firstDifference', () => {
  it('is silent for what a parser reads as written', () => {
    const tree = parsePage(
      '<!doctype html><html lang="en"><head><title>a</title></head><body><p>b <a href="#c">c</a></p></body></html>',
    );
    expect(firstDifference(tree, serialise(tree))).toBeUndefined();
  });

  it('finds what a parser would move', () => {
    const tree = parsePage(
      '<!doctype html><html lang="en"><head><title>a</title></head><body><p></p></body></html>',
    );
    const paragraph = elementsOf(tree).find(({ tagName }) => tagName === 'p');
    paragraph?.children.push(element('div', {}, ['a']));
    expect(firstDifference(tree, serialise(tree))).toContain('element 7');
  });
});
