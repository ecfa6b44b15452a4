/** Any HTML page as an accessible PDF: notes of several makers, what the page says and what it cannot say, in both profiles. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccessiblePdf } from '../../src/build/accessible-pdf.js';
import { textItemsOfMark } from '../../src/outputs/pdf/read/mark-text.js';
import type { StructureElement } from '../../src/outputs/pdf/read/structure-types.js';
import type { PdfDocumentRead } from '../../src/outputs/pdf/read.js';
import { readPdf } from '../../src/outputs/pdf/read.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { drawing, findingsOf, PagePress, pageWith } from './accessible-page.js';

let press: PagePress;
beforeAll(() => {
  press = new PagePress();
});
afterAll(() => press.close());

function read(made: AccessiblePdf): PdfDocumentRead {
  if (made.pdf === undefined) throw new Error(findingsOf(made).join('\n'));
  const found = readPdf(made.pdf);
  if (!found.readable) throw new Error(found.reason);
  return found;
}

/** The tag tree as `Role(kids)` with words, spans of style looked through. */
function tags(made: AccessiblePdf): string {
  const file = read(made);
  const show = (element: StructureElement): string => {
    const kids = element.children.map((child) => {
      if (child.kind === 'element') return show(child);
      if (child.kind !== 'content' || child.page === undefined) return '';
      return textItemsOfMark(file, child.page, child.mcid, child.form)
        .map(({ text }) => text)
        .join('')
        .trim();
    });
    return `${element.role}(${kids.filter((kid) => kid !== '').join(' ')})`.replaceAll(') ', ')');
  };
  return (file.structure?.children ?? [])
    .map((child) => (child.kind === 'element' ? show(child) : ''))
    .join('');
}

/** 0-based pages on which each word of the list stands. */
function pagesOf(made: AccessiblePdf, words: readonly string[]): number[] {
  const texts = read(made).pages.map(({ content }) =>
    content.items.map((item) => (item.kind === 'text' ? item.text : '')).join(''),
  );
  return words.map((word) => texts.findIndex((text) => text.includes(word)));
}

const filler = 'The bridge was closed in March, and the council said that it would open again in June. ';
const long = `<p>${filler.repeat(60)}</p>`;

const makers: Readonly<Record<string, string>> = {
  Pandoc: `<h1>A</h1>${long}<p>Second<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> place.</p>${long}
<section id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Zebra note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
  GitHub: `<h1>A</h1>${long}<p>Second<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup> place.</p>${long}
<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>Zebra note. <a href="#user-content-fnref-1" data-footnote-backref aria-label="Back to reference 1">↩</a></p></li></ol></section>`,
  kramdown: `<h1>A</h1>${long}<p>Second<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup> place.</p>${long}
<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>Zebra note. <a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li></ol></div>`,
  'DPUB-ARIA': `<h1>A</h1>${long}<p>Second<a href="#n" role="doc-noteref">1</a> place.</p><aside id="n" role="doc-footnote">Zebra note.</aside>${long}`,
  'a note in place': `<h1>A</h1>${long}<p>Second<span class="footnote">Zebra note.</span> place.</p>${long}`,
};

describeWithBrowser('notes', () => {
  it.each(Object.entries(makers))('stand at the foot of the page of their call: %s', async (_, body) => {
    const made = await press.print(pageWith(body));
    expect(findingsOf(made)).toEqual([]);
    const [call, note] = pagesOf(made, ['Second', 'Zebra']);
    expect(call).toBe(1);
    expect(note).toBe(call);
    expect(tags(made)).toMatch(
      /P\(Second Reference\(Link\(1\)\)place\.\)Note\(Lbl\(Link\(1\)\)(?:P\()?Zebra note\.\)/,
    );
    expect(tags(made).match(/Zebra/g)).toHaveLength(1);
    expect(tags(made)).not.toContain('Footnotes');
  });

  it('keep the sign that the page gives them', async () => {
    const body =
      '<h1>A</h1><p>One<a role="doc-noteref" href="#x">*</a> two<a role="doc-noteref" href="#y">[b]</a></p><ul><li id="x">Star.</li><li id="y">Bee.</li></ul>';
    const made = await press.print(pageWith(body));
    expect(tags(made)).toContain('Note(Lbl(Link(*))P(Star.))');
    expect(tags(made)).toContain('Note(Lbl(Link(b))P(Bee.))');
    expect(tags(made)).not.toContain('L(');
  });

  it('stay where they are when asked to', async () => {
    const made = await press.print(pageWith(makers['Pandoc'] ?? ''), { notes: 'end', profile: 'ua2' });
    expect(findingsOf(made)).toEqual([]);
    expect(pagesOf(made, ['Zebra'])).toEqual([2]);
    expect(tags(made)).toContain('FENote(');
  });
});

describeWithBrowser('a page', () => {
  it('keeps its own styles, papers and running lines, and gets the tags of its own elements', async () => {
    const css = `@page { size: letter; margin: 20mm; @bottom-center { content: "Page " counter(page) } @page :first { margin: 0 } }
      .icon { display: inline-block; width: 9px; height: 9px; background: #222; mask-image: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><rect width='900' height='2000'/></svg>") }
      body > main { color: #222 } .tip::before { content: "Tip: " } .arrow::before { content: "→ " } @media print { nav { display: none } }
      .sr { position: absolute; width: 1px; height: 1px; overflow: hidden }`;
    const body = `<nav><a href="/">Home</a></nav><main><h1>A</h1><p class="tip" aria-hidden="yes">Go.<i class="icon"></i></p><p class="arrow">On <span class="sr">unseen</span><q>said <q>so</q></q></p>
      <figure><img src="../img/a.svg" alt="A box"><figcaption>Box.</figcaption></figure><figure><pre>x</pre><figcaption>Code.</figcaption></figure>
      <svg role="graphics-document" width="9" height="9"><title>Ring</title><circle r="4"/></svg>
      <table><tr><th>H</th></tr><tr><td>1</td></tr></table><details><summary>More</summary><p>Open.</p></details>
      <p><a href="https://example.org/"><svg aria-hidden="true" width="9" height="9"><circle r="4"/></svg><span class="sr">Example</span></a></p></main>`;
    const files = {
      'page.html': pageWith(body.replace('../img', 'img'), '<link rel="stylesheet" href="css/a.css">'),
      'css/a.css': css,
      'img/a.svg': drawing,
    };
    const made = await press.print(files, { profile: 'ua2' });
    expect(findingsOf(made)).toEqual([]);
    const tree = tags(made);
    expect(tree).toContain('P(Tip: Go.)');
    expect(tree).toContain('P(On “said ‘so’ ”)');
    expect(tree).toContain('Figure(Caption(Box.))');
    expect(tree).toMatch(/P\(x\)P\(Code\.\).*Figure.*Table/);
    expect(tree).toContain('Table(TR(TH(H))TR(TD(1)))');
    expect(tree).toContain('P(More)P(Open.)');
    expect(tree).not.toMatch(/Home|unseen|→/);
    const { mediaBox } = read(made).pages[0]!;
    expect(Math.round(mediaBox.right - mediaBox.left)).toBe(612);
  });

  it('counts headings from 1, whatever level the page begins with', async () => {
    const head = '<noscript><link rel="stylesheet" href="a.css"></noscript>';
    const files = {
      'page.html': pageWith('<h2>A</h2><h3>B</h3><h2>C</h2>', head),
      'a.css': 'h2 { color: red }',
    };
    const made = await press.print(files);
    expect(findingsOf(made)).toEqual([]);
    expect(tags(made)).toBe('Document(H1(A)H2(B)H1(C))');
  });

  it('takes files of its whole site when it is told where that is, and no others', async () => {
    const sheets = '<link rel="stylesheet" href="/css/a.css"><link rel="stylesheet" href="../css/b.css">';
    const files = {
      'site/book/one/page.html': pageWith(
        '<h1>A</h1><p class="a">a</p><p class="b">b</p><img src="../pictures/a.svg" alt="Box">',
        sheets,
      ),
      'site/css/a.css': '.a::before { content: "First " }',
      'site/book/css/b.css': '.b::before { content: "Second " } h1 { background: url(/pictures/b.svg) }',
      'site/book/pictures/a.svg': drawing,
      'site/pictures/b.svg': drawing,
    };
    const page = 'site/book/one/page.html';
    const made = await press.print(files, { page, root: 'site' });
    expect(findingsOf(made)).toEqual([]);
    expect(tags(made)).toContain('P(First a)P(Second b)');
    const alone = await press.print(files, { page });
    expect(findingsOf(alone)).toEqual(Array(3).fill(expect.stringContaining('print-loads-nothing-foreign')));
    await expect(press.print(files, { page, root: 'site/css' })).rejects.toThrow('is not in the folder');
  });

  it('breaks lines of code that are too long, and keeps pictures in narrow cells', async () => {
    const css = '<style>pre { overflow: auto; white-space: pre }</style>';
    const code = `<pre><code>first ${'word-'.repeat(60)}last</code></pre>`;
    const table =
      '<table width="100%"><tr><td><img src="a.svg" alt="Back"></td><th width="100%">Wide</th></tr></table>';
    const files = { 'page.html': pageWith(`<h1>A</h1>${code}${table}`, css), 'a.svg': drawing };
    const made = await press.print(files);
    expect(findingsOf(made)).toEqual([]);
    expect(tags(made)).toMatch(/first word-.*-last/);
  });

  it('gives the same bytes again', async () => {
    const once = await press.print(pageWith(makers['Pandoc'] ?? ''));
    const again = await press.print(pageWith(makers['Pandoc'] ?? ''));
    expect(Buffer.from(once.pdf ?? []).equals(Buffer.from(again.pdf ?? []))).toBe(true);
  });

  it('is as wide to its styles as the paper, both while notes are placed and in print', async () => {
    const css =
      '<style>@media (max-width: 900px) { p { font-size: 22pt } } @media (max-width: 810px) { p { display: none } }</style>';
    const made = await press.print(pageWith(makers['Pandoc'] ?? '', css));
    expect(findingsOf(made)).toEqual([]);
    expect(pagesOf(made, ['Zebra'])).toEqual(pagesOf(made, ['Second']));
  });
});

describeWithBrowser('what cannot be made accessible', () => {
  it.each([
    ['<h1>A</h1><img src="a.svg">', ['image-has-alt 2:11']],
    ['<h1>A</h1><svg width="9" height="9"></svg>', ['image-has-alt 2:11']],
    ['<h1>A</h1><table><tr><td>1</td></tr></table>', ['table-has-headers 2:11']],
    ['<h1>A</h1><table><tr><th>1</th></tr><tr><td>1</td><td>2</td></tr></table>', ['table-is-regular 2:37']],
    ['<h1>A</h1>\n<h3>B</h3>', ['heading-levels-do-not-skip 3:1']],
    ['<h1>A</h1><p>x<a role="doc-noteref" href="#n">1</a></p>', ['note-has-definition 2:15']],
    ['<h1>A</h1><aside id="n" role="doc-footnote">x</aside>', ['note-is-called 2:11']],
    ['<h1>A</h1><a href="https://example.org/"></a>', ['link-has-name 2:11']],
    ['<h1>A</h1><a href="#gone">x</a>', ['link-target-exists 2:11']],
    ['<h1>A</h1><a href="javascript:x()">x</a>', ['link-target-exists 2:11']],
    ['<h1>A</h1><a href="other.html">x</a>', ['link-target-exists 2:11']],
    ['<h1>A</h1><ul><p>x</p></ul>', ['list-holds-items 2:15']],
    ['<h1>A</h1><iframe src="x.html"></iframe>', ['page-content-is-printable 2:11']],
    ['<h1>A</h1><input>', ['page-content-is-printable 2:11']],
    ['<h1>A</h1><p style="position: fixed">x</p>', ['page-parts-are-in-the-flow 2:11']],
    [
      '<h1>A</h1><p style="overflow: hidden; white-space: nowrap">' + 'word '.repeat(90),
      ['print-clips-nothing 2:11'],
    ],
    [
      '<h1>A</h1><div style="overflow: auto; height: 2em"><p>' + 'word '.repeat(90),
      ['print-clips-nothing 2:11'],
    ],
    ['<h1>A</h1><div style="overflow: hidden; height: 0"><p>word', ['print-clips-nothing 2:11']],
    ['<h1 aria-hidden="true">A</h1>', ['page-content-is-printable 1:88']],
    ['<h1 style="visibility: hidden">A</h1>', ['page-content-is-printable 1:88']],
    ['<style>body { display: none }</style><h1>A</h1>', ['page-content-is-printable 1:88']],
    ['<h1>A</h1><p lang="english">x</p>', ['language-tag-is-valid 2:11']],
    ['<h1>A</h1><img alt="x" src="../a.svg">', ['print-loads-nothing-foreign 2:11']],
    ['<h1>A</h1><img alt="x" src="https://example.org/a.png">', ['print-loads-nothing-foreign 2:11']],
    ['<h1>A</h1><img alt="x" src="gone.png">', ['print-loads-nothing-foreign 2:11']],
    ['<h1>A</h1><img alt="x" src="torn.png">', ['print-pictures-are-readable 2:11']],
    [
      '<h1>A</h1><style>p::before { content: counter(x) }</style><p>x</p>',
      ['page-words-are-in-its-text 2:59'],
    ],
    ['<h1>A</h1><script>1</script>', ['page-needs-no-script 2:11']],
    ['<h1>A</h1><p id="x">x</p><p id="x">y</p>', ['id-is-unique 2:26']],
    ['<h1>A</h1><style>@page { size: A3 landscape }</style>', ['page-size-is-known']],
  ])('%s', async (body, expected) => {
    const made = await press.print({
      'page.html': pageWith(body),
      'a.svg': drawing,
      'torn.png': 'no picture',
    });
    expect(findingsOf(made)).toEqual(expected);
    const isError = made.report.totals.error > 0;
    expect(made.report.exitCode).toBe(isError ? 1 : 0);
    expect(made.pdf === undefined).toBe(isError);
  });

  it('a page without language and title', async () => {
    const made = await press.print('<p>x');
    expect(findingsOf(made)).toEqual(['page-has-language', 'page-has-title']);
  });

  it('text that is no UTF-8', async () => {
    const made = await press.print({ 'page.html': Buffer.from('<p>caf\xe9', 'latin1') });
    expect(findingsOf(made)).toEqual(['text-is-utf-8 1:7']);
  });

  it('a file beside a stylesheet, told at its place there', async () => {
    const made = await press.print({
      'page.html': pageWith('<h1>A</h1>', '<link rel="stylesheet" href="css/a.css">'),
      'css/a.css': 'h1 {\n  background: url(gone.png) }',
    });
    expect(findingsOf(made)).toEqual(['print-loads-nothing-foreign 2:15']);
  });

  it('leads links beside the page to its public address', async () => {
    const head = '<link rel="canonical" href="https://example.org/a/page">';
    const made = await press.print(pageWith('<h1>A</h1><p><a href="other.html">x</a></p>', head));
    expect(Buffer.from(made.pdf ?? []).length).toBeGreaterThan(0);
    const [page] = read(made).pages;
    expect(page?.annotations.map(({ uri }) => uri)).toEqual(['https://example.org/a/other.html']);
  });

  it('throws for a page that is not there', async () => {
    await expect(press.print({}, {})).rejects.toThrow('There is no file');
  });
});
