/** The print document: its DOM, its identities, its notes and its pages' words. */

import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/html/serialise.js';
import { languageOf } from '../../../src/language/language-of.js';
import { pageGeometry } from '../../../src/outputs/print/geometry.js';
import { assignIdentities, identitiesApart, withIdentity } from '../../../src/outputs/print/identities.js';
import { pageStyles } from '../../../src/outputs/print/page-styles.js';
import { printDom } from '../../../src/outputs/print/print-dom.js';
import { printDocument } from './print-fixture.js';

function page(body: string): Root {
  return parsePage(`<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`);
}

function all(tree: Root | Element, tagName: string): Element[] {
  return tree.children.flatMap((node) =>
    node.type === 'element' ? [...(node.tagName === tagName ? [node] : []), ...all(node, tagName)] : [],
  );
}

describe('the print DOM', () => {
  it('says of each paragraph that it is one', () => {
    const [p] = all(printDom(page('<p>a</p>')), 'p');
    expect(p?.properties).toEqual({ role: 'paragraph' });
  });

  it('holds nothing that belongs to a screen', async () => {
    const { html } = await printDocument({
      body: '<details><summary>More</summary><p hidden>no</p><p>yes</p></details><p><span class="visually-hidden">heard</span><a href="#x" role="doc-noteref" tabindex="0">1</a></p><p id="x">x</p>',
    });
    expect(html).toContain('More');
    expect(html).toContain('yes');
    expect(html).not.toMatch(/<details|<summary|hidden|heard|doc-|tabindex|>no</);
  });

  it('keeps a drawing as it is', () => {
    const [svg] = all(printDom(page('<svg role="img" aria-label="A"><text>1</text></svg>')), 'svg');
    expect(svg?.properties).toMatchObject({ role: 'img', ariaLabel: 'A' });
  });
});

describe('identities', () => {
  it('number blocks kind by kind in document order and keep real languages', () => {
    const tree = page('<h2>a</h2><p lang="kk">b</p><ul><li>c</li></ul><p>d <em>e</em></p>');
    const identities = assignIdentities(tree, 'en');
    expect([...identities.values()].map(({ id, tagName, lang }) => [id, tagName, lang])).toEqual([
      ['h1', 'h2', 'en'],
      ['p1', 'p', 'kk'],
      ['l1', 'ul', 'en'],
      ['i1', 'li', 'en'],
      ['p2', 'p', 'en'],
    ]);
    expect(all(tree, 'p').map(({ properties }) => properties['lang'])).toEqual(['kk-x-p1', 'en-x-p2']);
    expect(all(tree, 'em')[0]?.properties['lang']).toBeUndefined();
  });

  it('are short enough for a language tag, and leave the letter of parts alone', () => {
    const tree = page('<p>a</p>'.repeat(1200));
    for (const id of assignIdentities(tree, 'en').keys()) {
      expect(`${id}c10`).toMatch(/^[abd-wyz]\d{1,4}c10$/);
    }
  });

  it('join a private part that is there already', () => {
    expect(withIdentity('en', 'p1')).toBe('en-x-p1');
    expect(withIdentity('sr-Latn-x-house', 'p1')).toBe('sr-Latn-x-house-p1');
    expect(withIdentity('x-lojban', 'p1')).toBe('x-lojban-p1');
  });

  it('wait beside one language for all until the page is placed', () => {
    const tree = page('<p lang="sr-Latn-x-house">a</p><p>b <em lang="kk">c</em></p>');
    assignIdentities(tree, 'en');
    const apart = identitiesApart(tree);
    const langs = (of: Root, tagName: string): unknown[] =>
      all(of, tagName).map(({ properties: { lang, dataGalleyIdentity } }) => [lang, dataGalleyIdentity]);
    expect(langs(apart, 'p')).toEqual([
      ['sr-Latn-x-house-0', 'sr-Latn-x-house-.p1'],
      ['en-x-0', 'en-x-.p2'],
    ]);
    expect(langs(apart, 'em')).toEqual([['kk', undefined]]);
    expect(langs(tree, 'p')).toEqual([
      ['sr-Latn-x-house-p1', undefined],
      ['en-x-p2', undefined],
    ]);
  });
});

describe('a print document', () => {
  it('holds its notes once, waiting, with a way back from each number', async () => {
    const document = await printDocument({
      body: '<p>A.[^1] B.[^2] C.[^1/2]</p>',
      notes: { 1: '<p>One.</p>', 2: '<p>Two.</p>' },
    });
    expect(document.notes.map(({ number, id, calls }) => [number, id, calls])).toEqual([
      [1, 'note-1', ['call-1-1', 'call-1-2']],
      [2, 'note-2', ['call-2-1']],
    ]);
    expect(document.html.match(/One\./g)).toHaveLength(1);
    expect(document.html).toContain('<a href="#call-1-1">1</a>');
  });

  it('names the elements whose page is printed somewhere, each once', async () => {
    const document = await printDocument({
      body: '<p>a <span data-page-of="h"></span><span data-page-of="h"></span><span data-page-of="i"></span></p><h2 id="h">h</h2><h2 id="i">i</h2>',
    });
    expect(document.pageReferences).toEqual(['h', 'i']);
  });

  it('runs its text in its own direction inside a flow that runs left to right', async () => {
    const { html } = await printDocument({ lang: 'ar', body: '<p>ا</p>' });
    expect(html).toMatch(/<div class="page-flow" dir="ltr"><div class="page-content" dir="rtl"/);
  });

  it('gives the same document with its notes at the end', async () => {
    const document = await printDocument({ body: '<p>A.[^1]</p>', notes: { 1: '<p>One.</p>' } });
    const atEnd = await document.withEndNotes();
    expect(atEnd.notesAt).toBe('end');
    expect(atEnd.html.match(/One\./g)).toHaveLength(1);
    expect(atEnd.html).not.toContain('class="footnote"');
  });

  it('sees whether a stylesheet begins pages by itself', async () => {
    const plain = await printDocument({ body: '<p>a</p>' });
    const forced = await printDocument({ body: '<p>a</p>', css: 'h2 { break-before: page }' });
    expect([plain.hasForcedBreaks, forced.hasForcedBreaks]).toEqual([false, true]);
  });
});

describe('the stylesheet of the pages', () => {
  const geometry = pageGeometry('standard', 'a4', { top: 20, right: 20, bottom: 20, left: 20 });
  const words = {
    publisher: 'The "Herald"',
    date: 'as of \\ } @page { size: 1mm }',
    headline: 'Zeile\nzwei </style>',
    pageOf: languageOf('de').labelParts('page-of'),
    digits: 'decimal',
  };

  it('lets no text of the document end its string', () => {
    const css = pageStyles(geometry, words, 'standard', 'ltr');
    for (const [, text] of css.matchAll(/content: "([^\n]*)" \}/g)) {
      expect(text).not.toMatch(/["<>{}@\n]/);
    }
    expect(css).not.toContain('</style>');
  });

  it('says the page in the page’s language and at the end of the line', () => {
    const css = pageStyles(geometry, words, 'standard', 'rtl');
    expect(css).toContain(
      '@bottom-left { content: "Seite " counter(page, decimal) " von " counter(pages, decimal) }',
    );
  });
});
