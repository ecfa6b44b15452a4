/** Documents that hold everything the rewriter has to tag. */

import type { PrintFixture } from '../../print/print-fixture.js';
import { filler } from './finish-fixture.js';

const rows = Array.from(
  { length: 60 },
  (_, index) =>
    `<tr><th scope="row">row ${index}</th><td>${index}</td><td>${filler(5, index)}${index === 40 ? '[^6]' : ''}</td></tr>`,
);

/** Every kind of block, notes in all of them, several pages. */
export const mixed: PrintFixture = {
  body: `<h1>Headline <em>now</em></h1><p>First words ${filler(30)}[^1]</p>
<nav class="block block-toc" id="toc" aria-labelledby="toc-title"><p class="toc-title" id="toc-title">On this page</p>
<ol class="toc-list"><li><a href="#a">First part</a> <span data-page-of="a"></span><ol><li><a href="#b">Inner</a> <span data-page-of="b"></span></li></ol></li>
<li><a href="#c">Last part</a> <span data-page-of="c"></span></li></ol></nav>
<h2 id="a">First part</h2><p>${filler(120)}[^2] ${filler(90)} <strong>bold</strong> <em>soft</em> text with
<a href="https://example.com/x?y=1&amp;z=2">a link that is long enough to wrap ${filler(14)}</a>.</p>
<h3 id="b">Inner</h3><ul><li>One[^3] ${filler(20)}</li><li><p>Two paragraphs</p><p>second ${filler(40)}</p><ol><li>inner one</li><li>inner two[^4]</li></ol></li></ul>
<table><caption>Table title[^5]</caption><thead><tr><td></td><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>${rows.join('')}</tbody></table>
<figure class="block"><svg viewBox="0 0 100 50" width="300" role="img" aria-label="Chart. Finding."><rect width="20" height="30" fill="#08f"/><text x="3" y="20">Label</text></svg>
<figcaption><p class="caption-title">Title of chart</p><p class="caption-text">Text[^7]</p></figcaption></figure>
<blockquote><p>Quoted ${filler(30)}[^2/2]</p></blockquote>
<section class="block block-known"><h3>Known</h3><ul><li>x</li></ul></section>
<aside aria-labelledby="t1"><h3 id="t1">Background</h3><p>${filler(50)}</p></aside>
<div class="block">loose text in a box <b>b</b></div><pre><code>let x = 1;
  indent</code></pre><hr>
<dl><dt>Term</dt><dd>Description one</dd><dt>Other</dt><dd>Second</dd></dl>
<h2 id="c">Last part</h2><p><abbr title="Collective Security Treaty Organization">CSTO</abbr> <span lang="kk">әкімдік</span> x<sub>2</sub> <code>code</code> <time datetime="2022">2022</time> ${filler(60)}</p>`,
  notes: {
    1: '<p>Short.</p>',
    2: `<p>${filler(30)} <a href="https://example.com/n2">site</a></p>`,
    3: '<p>Note three.</p><p>Second paragraph.</p>',
    4: '<p>Four <em>em</em></p>',
    5: '<p>Five</p>',
    6: '<p>Six</p>',
    7: '<p>Seven</p>',
  },
};

/** Right to left, with the other direction inside. */
export const arabic: PrintFixture = {
  lang: 'ar',
  body: `<h1>عنوان التقرير</h1><p>مرحبا بالعالم ومرة أخرى نص طويل يلتف على أسطر كثيرة (2022) في ألماتي <bdi>ABC</bdi> ${'كلمة جديدة وأخرى '.repeat(40)}[^1] نهاية.</p>
<ul><li>بند أول 12</li><li>بند <strong>ثان</strong> (قوس)</li></ul>
<table><thead><tr><th scope="col">أ</th><th scope="col">ب</th></tr></thead><tbody><tr><td>1</td><td>نص</td></tr></tbody></table><ol><li>واحد</li></ol>`,
  notes: { 1: '<p>حاشية <bdi>Khabar 24</bdi>، 6 يناير.</p>' },
};

/** What breaks naive tagging: groups with opacity, other shapes of letters, spans, scripts, columns, drawn and absent markers. */
export const odd: PrintFixture = {
  css: `.fade { opacity: 0.5 } .ground { background: linear-gradient(red, blue); box-shadow: 2px 2px 4px #000 }
.up { text-transform: uppercase } .thin { width: 4em; hyphens: manual } .bare { list-style: none } .two { columns: 2 }`,
  body: `<h1>Odd</h1><div class="fade"><p>Faded words <em>here</em></p></div><p class="ground">Ground</p><p class="up">straße label</p>
<p>soft&shy;hyphen zero&#8203;width non‑breaking a&nbsp;b ½ ² …</p><p class="thin">ex&shy;tra&shy;or&shy;di&shy;na&shy;ry</p>
<p aria-hidden="true">Words for the eye only</p><p><ruby>漢<rt>かん</rt></ruby></p><p>a<br>b<br>c</p>
<ul class="bare"><li>no marker</li></ul><ol type="a"><li>alpha</li></ol><ol start="7"><li>seven</li></ol>
<div class="two"><p>${filler(200)}</p></div><table><tr><th>k</th><td>v</td></tr></table>
<table><thead><tr><th colspan="2" scope="col">both</th><th scope="col">c</th></tr><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c2</th></tr></thead>
<tbody><tr><th rowspan="2" scope="row">r</th><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></tbody><tfoot><tr><td>f</td><td>g</td><td>h</td></tr></tfoot></table>
<figure><svg viewBox="0 0 100 50" width="300" role="img" aria-label="Bars of one pattern"><defs><pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.5"/></pattern></defs>
<rect width="20" height="30" fill="url(#dots)"/><rect x="40" width="20" height="45" fill="url(#dots)"/></svg></figure>
<p>שלום <b>עולם</b> (2022) and English</p><p>日本語のテキスト、改行なし。${'漢字かな'.repeat(40)}</p>`,
};

/** A note of several pages, and lists inside notes. */
export const longNote: PrintFixture = {
  body: `<h1>Long</h1>${Array.from(
    { length: 6 },
    (_, index) =>
      `<h2 id="s${index}">Section ${index}</h2><p>${filler(160, index)}[^${index + 1}] ${filler(120, index + 3)}</p>`,
  ).join('')}`,
  notes: Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [
      index + 1,
      `<p>Note ${index} ${filler(index === 2 ? 900 : 25, index)}</p>${index === 4 ? '<ul><li>a</li><li>b</li></ul>' : ''}`,
    ]),
  ),
};

/** Notes at the end by choice. */
export const endNotes: PrintFixture = {
  options: { notesAt: 'end' },
  body: '<h1>Ends</h1><p>Text[^1] more[^2] again[^1/2]</p>',
  notes: { 1: '<p>One</p>', 2: '<p>Two</p><p>more</p>' },
};
