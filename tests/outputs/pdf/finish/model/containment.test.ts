/** Whatever an author nests: no tag of the model stands where PDF 2.0 forbids it (ISO/TS 32005), nor words where none may stand. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTAINMENT, containmentName } from '../../../../../src/checks/pdf/containment.js';
import { parsePage } from '../../../../../src/html/serialise.js';
import { ua2 } from '../../../../../src/outputs/pdf/conformance/ua2.js';
import { buildModel } from '../../../../../src/outputs/pdf/finish/model/build.js';
import type { ModelElement } from '../../../../../src/outputs/pdf/finish/model/model.js';
import type { PrintDocument } from '../../../../../src/outputs/print/print-document.js';
import { printDom } from '../../../../../src/outputs/print/print-dom.js';

/** Type under which an element is written in PDF 2.0; undefined for one that is left out. */
function typeOf({ role }: ModelElement): string | undefined {
  const own = ua2.roles[role];
  if (own === null) return undefined;
  return containmentName(own === undefined ? role : own.type);
}

/** Pairs of parent and child that the table forbids, as `Parent-Child`. */
function forbidden(root: ModelElement): string[] {
  const found: string[] = [];
  const walk = (element: ModelElement, parent: string): void => {
    const type = typeOf(element) ?? parent;
    if (type !== parent || typeOf(element) !== undefined) {
      const row = CONTAINMENT.get(parent);
      if (row !== undefined && !row.any.has(type) && !row.once.has(type)) found.push(`${parent}-${type}`);
    }
    for (const child of element.children) {
      if (child.kind === 'element') walk(child, type);
      else if (
        CONTAINMENT.get(type)?.content === false &&
        (child.kind !== 'text' || child.words.trim() !== '')
      )
        found.push(`${type}-content`);
    }
  };
  walk(root, 'StructTreeRoot');
  return [...new Set(found)];
}

function forbiddenIn(body: string): string[] {
  const tree = printDom(
    parsePage(`<!doctype html><html lang="en"><head><title>x</title></head><body>${body}</body></html>`),
  );
  const document = {
    tree,
    notes: [],
    lang: 'en',
    dir: 'ltr',
    identities: new Map(),
  } as unknown as PrintDocument;
  return forbidden(buildModel(document, { mode: 'page', pageOf: {} }).root);
}

const image = '<img src="a.png" alt="A picture">';

/** Phrasing content, of a depth that ends. */
const phrasing: fc.Arbitrary<string> = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'words',
      ' ',
      image,
      '<br>',
      'a<wbr>b',
      '<svg role="img" aria-label="x"><text>x</text></svg>',
    ),
    fc
      .tuple(
        fc.constantFrom(
          'em',
          'strong',
          'code',
          'span',
          'span lang="fr"',
          'abbr title="x"',
          'a href="#x"',
          'q',
          'sub',
        ),
        tie('inline'),
      )
      .map(([tag, inner]) => {
        // A link holds no link, and nobody draws in code.
        const bare = inner.replace(/<\/?a\b[^>]*>/g, '');
        const held = tag === 'code' ? bare.replace(/<img[^>]*>|<svg.*?<\/svg>/g, '') : bare;
        return `<${tag}>${held}</${tag.split(' ')[0]}>`;
      }),
    fc.array(tie('inline'), { maxLength: 3 }).map((parts) => parts.join('')),
  ),
})).inline;

/** Flow content of any nesting that HTML allows. */
const flow: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  return {
    block: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      phrasing.map((inner) => `<p>${inner}</p>`),
      phrasing,
      fc
        .tuple(fc.constantFrom('h1', 'h2', 'h3', 'pre'), phrasing)
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      fc
        .tuple(
          fc.constantFrom(
            'blockquote',
            'aside',
            'section',
            'article',
            'div',
            'main',
            'header',
            'footer',
            'nav',
            'address',
            'figure',
            'details',
            'fieldset',
          ),
          blocks,
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      blocks.map((inner) => `<figure>${image}${inner}<figcaption>${inner}</figcaption></figure>`),
      blocks.map((inner) => `<details><summary>More</summary>${inner}</details>`),
      fc
        .tuple(fc.constantFrom('ul', 'ol'), fc.array(blocks, { minLength: 1, maxLength: 3 }))
        .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
      fc
        .array(fc.tuple(phrasing, blocks), { minLength: 1, maxLength: 2 })
        .map(
          (items) => `<dl>${items.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('')}</dl>`,
        ),
      fc
        .tuple(blocks, blocks)
        .map(
          ([head, cell]) =>
            `<table><caption>${cell}</caption><thead><tr><th>${head}</th></tr></thead><tbody><tr><td>${cell}</td></tr></tbody></table>`,
        ),
    ),
  };
}).block;

describe('the structure model', () => {
  it.each([
    '<blockquote><aside><p>x</p></aside></blockquote>',
    '<ul><li><section><h2>x</h2></section></li></ul>',
    '<table><tr><td><blockquote><p>x</p></blockquote></td><th><aside>x</aside></th></tr></table>',
    '<aside><aside><p>x</p></aside></aside>',
    '<figure><blockquote><p>x</p></blockquote><figcaption>y</figcaption></figure>',
    '<dl><dt><p>x</p></dt><dd><h3>y</h3></dd></dl>',
    '<details><summary><h2>x</h2></summary><p>y</p></details>',
    '<a href="#x"><h2>x</h2><p>y</p></a>',
  ])('keeps tags to their places: %s', (body) => expect(forbiddenIn(body)).toEqual([]));

  it('keeps tags to their places, whatever is nested', () => {
    fc.assert(
      fc.property(fc.array(flow, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(forbiddenIn(parts.join(''))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
