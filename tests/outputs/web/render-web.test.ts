import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { elementsOf, parseFragment, parsePage } from '../../../src/html/serialise.js';
import { renderWeb } from '../../../src/outputs/web/render-web.js';
import { aDocument, paragraph } from '../../theme/a-document.js';
import { baseTheme, houseTheme } from '../../theme/a-theme.js';

const theme = (await baseTheme()).value;

async function render(changes: Parameters<typeof aDocument>[0] = {}) {
  return await renderWeb({ document: aDocument(changes), theme });
}

function tags(tree: Root): readonly string[] {
  return elementsOf(tree).map((element) => element.tagName);
}

function files(page: Awaited<ReturnType<typeof render>>): readonly string[] {
  return page.value.assets.map((asset) => asset.path);
}

describe('renderWeb', () => {
  it('finds nothing wrong with the specimen', async () => {
    expect((await render()).diagnostics).toEqual([]);
  });

  it('writes bytes in which element n is element n of the tree', async () => {
    const { value } = await render();
    expect(tags(parsePage(value.html))).toEqual(tags(value.tree));
    expect(tags(value.tree).length).toBeGreaterThan(300);
  });

  it('keeps positions of the Markdown', async () => {
    const tree = parseFragment('<h2 id="x">Heading</h2>');
    const [heading] = elementsOf(tree);
    const position = { start: { line: 7, column: 1 }, end: { line: 7, column: 11 } };
    if (heading !== undefined) heading.position = position;
    const { value } = await render({ slots: { body: tree, toc: null } });
    const found = elementsOf(value.tree).find((element) => element.properties['id'] === 'x');
    expect(found?.position).toEqual(position);
  });

  it('has one banner, one main with a focus target, one article, one foot, and a way past the head', async () => {
    const { tree } = (await render()).value;
    const elements = elementsOf(tree);
    const body = elements.find((element) => element.tagName === 'body');
    const top = (body?.children ?? []).flatMap((node) => (node.type === 'element' ? [node] : []));
    expect(top.map((element) => element.tagName)).toEqual(['a', 'header', 'main', 'footer']);
    expect(top[0]?.properties).toMatchObject({ href: '#content', className: ['skip-link'] });
    expect(top[2]?.properties).toMatchObject({ id: 'content', tabIndex: -1 });
    for (const name of ['h1', 'article', 'main']) {
      expect(elements.filter((element) => element.tagName === name)).toHaveLength(1);
    }
  });

  it('tells machines what the page is', async () => {
    const { html } = (await render()).value;
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head>\s*<meta charset="utf-8">/);
    for (const part of [
      '<title>The river came over the wall</title>',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="description" content="Three villages were cut off on Tuesday night.">',
      '<meta name="color-scheme" content="light dark">',
      '<link rel="canonical" href="https://example.org/flood/">',
      '<link rel="alternate" hreflang="kk" href="https://example.org/flood/kk/">',
      '<link rel="alternate" type="application/pdf" href="flood.pdf" title="PDF">',
      '<link rel="stylesheet" href="style.css">',
      '<meta property="og:type" content="article">',
    ]) {
      expect(head).toContain(part);
    }
    expect(head).not.toContain('noindex');
  });

  it('writes JSON-LD that no word can end early', async () => {
    const { html } = (await render()).value;
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({ headline: 'A < B </script>' });
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('brings stylesheet and fonts beside the page, by relative paths', async () => {
    const page = await render();
    expect(files(page)).toContain('style.css');
    const css = new TextDecoder().decode(page.value.assets.find((file) => file.path === 'style.css')?.bytes);
    const named = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(3);
    for (const path of named) expect(files(page)).toContain(path);
  });

  it('leaves nothing behind for what a document does not have', async () => {
    const nothing = {
      toc: null,
      notes: null,
      sources: null,
      corrections: null,
      updates: null,
      backstory: null,
      rights: null,
    };
    const view = {
      published: null,
      updated: null,
      formats: [],
      translations: [],
      policies: [],
      dateline: null,
    };
    const { value, diagnostics } = await render({ slots: { ...nothing, body: paragraph('Words.') }, view });
    expect(diagnostics).toEqual([]);
    expect(value.html).not.toMatch(
      /galley-slot|class="apparatus"|class="dates"|class="masthead-links"|undefined|null/,
    );
  });

  it('marks a draft, and keeps it out of search engines', async () => {
    const { html } = (await render({ view: { draft: true } })).value;
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<p class="draft-mark">Draft: not for publication</p>');
  });

  it('says the language of words that are not the page’s own', async () => {
    const { html } = (await render({ view: { lang: 'ka', labelsLang: 'en' } })).value;
    expect(html).toContain('<a class="skip-link" href="#content" lang="en">');
    expect(html).toContain('<span lang="en">Published</span>');
  });

  it('puts corrections first where the publisher wants them', async () => {
    const { html } = (await render({ view: { correctionsAt: 'top' } })).value;
    expect(html.indexOf('id="corrections"')).toBeLessThan(html.indexOf('class="body"'));
  });

  it('escapes every word of an author', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    const changes = {
      pageTitle: evil,
      description: evil,
      typeLabel: evil,
      bylineText: evil,
      dateline: evil,
      publisher: { name: evil, url: null, logo: null, contact: evil },
      policies: [{ href: 'https://example.org', text: evil, lang: null }],
    };
    const { value, diagnostics } = await render({ view: changes });
    expect(diagnostics).toEqual([]);
    expect(tags(parsePage(value.html)).filter((tag) => tag === 'script' || tag === 'img')).toEqual([
      'script',
    ]);
  });

  it('takes out an address that would run', async () => {
    const publisher = { name: 'X', url: 'javascript:alert(1)', logo: null, contact: null };
    const { value, diagnostics } = await render({ view: { publisher } });
    expect(value.html).not.toContain('javascript:');
    expect(diagnostics.map((finding) => finding.code)).toContain('template-output-is-escaped');
  });

  it('reports a page that browsers read in another way', async () => {
    const body: Root = { type: 'root', children: [] };
    const inner = { type: 'element', tagName: 'p', properties: {}, children: [] } as const;
    body.children.push({
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [structuredClone(inner) as never],
    });
    const { diagnostics } = await render({ slots: { body } });
    expect(diagnostics.map((finding) => finding.code)).toContain('page-reads-as-written');
  });

  it('works with a theme of the project', async () => {
    const house = (await houseTheme({ 'partials/head.hbs': '<meta name="generator" content="us">' })).value;
    const { value, diagnostics } = await renderWeb({ document: aDocument(), theme: house });
    expect(diagnostics).toEqual([]);
    expect(value.html).toContain('<meta name="generator" content="us">');
    expect(value.html).toContain('<title>The river came over the wall</title>');
    expect(value.html.match(/name="viewport"/g)).toHaveLength(1);
  });
});
