/** Documents of any shape: every block inside every other that may hold it, notes everywhere, scripts of both directions. */

import fc from 'fast-check';
import type { PrintFixture } from '../../print/print-fixture.js';

const latinWords = [
  'office',
  'flow',
  'minister',
  'final',
  '2022',
  'said',
  '“quote”',
  'ﬁfth',
  'naïve',
  'co-op',
  '13,000',
];
const otherWords = [
  'әкімдік',
  'Организация',
  'مرحبا',
  'بالعالم',
  'שלום',
  '漢字',
  'ﷺ'.normalize('NFKC').slice(0, 4),
  '(2022)',
];

const words = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...latinWords) },
      { weight: 1, arbitrary: fc.constantFrom(...otherWords) },
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((list) => list.join(' '));

const call = fc.constantFrom('[^]', '', '', '');
const tags = ['em', 'strong', 'code', 'b', 'i', 'sub', 'small', 'time', 'mark', 'bdi'] as const;

const inline = fc.oneof(
  { weight: 5, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...tags), words).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
  },
  { weight: 1, arbitrary: words.map((text) => `<a href="https://example.com/?q=1&amp;r=2">${text}</a>`) },
  { weight: 1, arbitrary: words.map((text) => `<span lang="kk">${text}</span>`) },
  { weight: 1, arbitrary: fc.constant('<abbr title="Collective Security Treaty Organization">CSTO</abbr>') },
  { weight: 1, arbitrary: fc.constant('<em>nested <strong>deep <code>code</code></strong></em><br>') },
);

const line = fc
  .tuple(fc.array(inline, { minLength: 1, maxLength: 6 }), fc.constantFrom(' ', '', '\n  '), call)
  .map(([parts, joint, mark]) => parts.join(joint) + mark);

const figure = fc
  .tuple(line, fc.integer({ min: 20, max: 300 }))
  .map(
    ([text, width]) =>
      `<figure><svg viewBox="0 0 100 40" width="${width}" role="img" aria-label="Drawing"><rect width="60" height="30" fill="#08f"/><text x="3" y="20">Label</text><g transform="translate(20 5)"><path d="M0 0L30 20" stroke="red"/></g></svg><figcaption><p>${text}</p></figcaption></figure>`,
  );

const table = fc
  .tuple(
    fc.boolean(),
    fc.boolean(),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 40 }),
    words,
    call,
  )
  .map(([hasHead, hasCaption, columns, rows, text, mark]) => {
    const cells = (tag: string, scope: string, row: number): string =>
      Array.from(
        { length: columns },
        (_, column) => `<${tag}${scope}>${text.slice(0, 12)} ${row}.${column}</${tag}>`,
      ).join('');
    const caption = hasCaption ? `<caption>${text}${mark}</caption>` : '';
    const head = hasHead ? `<thead><tr><td></td>${cells('th', ' scope="col"', 0)}</tr></thead>` : '';
    const body = Array.from(
      { length: rows },
      (_, row) => `<tr><th scope="row">r${row}</th>${cells('td', '', row)}</tr>`,
    );
    return `<table>${caption}${head}<tbody>${body.join('')}</tbody></table>`;
  });

const { block } = fc.letrec<{ block: string; blocks: string; list: string }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('ul', 'ol'),
      fc.array(
        fc.oneof(
          { maxDepth: 2, withCrossShrink: true },
          line,
          line.map((text) => `<p>${text}</p><p>more</p>`),
          fc.tuple(line, tie('list')).map(([text, inner]) => text + inner),
        ),
        { minLength: 1, maxLength: 5 },
      ),
    )
    .map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((list) => list.join('')),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: line.map((text) => `<p>${text}</p>`) },
    { weight: 2, arbitrary: tie('list') },
    { weight: 1, arbitrary: table },
    { weight: 1, arbitrary: figure },
    { weight: 1, arbitrary: tie('blocks').map((inner) => `<blockquote>${inner}</blockquote>`) },
    { weight: 1, arbitrary: tie('blocks').map((inner) => `<div class="box">${inner}</div>`) },
    { weight: 1, arbitrary: tie('blocks').map((inner) => `<aside>${inner}</aside>`) },
    { weight: 1, arbitrary: line.map((text) => `<div>${text}</div>`) },
    { weight: 1, arbitrary: words.map((text) => `<pre><code>${text}\n  indented</code></pre>`) },
    {
      weight: 1,
      arbitrary: fc.tuple(line, line).map(([term, text]) => `<dl><dt>${term}</dt><dd>${text}</dd></dl>`),
    },
    { weight: 1, arbitrary: fc.constant('<hr><p aria-hidden="true">for the eye only</p>') },
    {
      weight: 1,
      arbitrary: words.map((text) => `<p lang="ar" dir="rtl">${text} مرحبا بالعالم (نص) ${text}</p>`),
    },
  ),
}));

const section = fc
  .tuple(words, fc.array(block, { minLength: 1, maxLength: 8 }))
  .map(([title, blocks]) => `<section><h2>${title}</h2>${blocks.join('')}</section>`);

/** A document with its notes numbered in the order of their calls. */
export const generatedDocument: fc.Arbitrary<PrintFixture> = fc
  .record({
    lang: fc.constantFrom('en', 'en', 'ru', 'ar'),
    sections: fc.array(section, { minLength: 1, maxLength: 5 }),
    notes: fc.array(line, { minLength: 8, maxLength: 8 }),
    kind: fc.constantFrom('standard', 'clear', 'large'),
    paper: fc.constantFrom('a4', 'letter'),
    notesAt: fc.constantFrom('page', 'page', 'end'),
  })
  .map(({ lang, sections, notes, kind, paper, notesAt }) => {
    let number = 0;
    const body = `<h1>Title</h1>${sections.join('')}`.replace(/\[\^\]/g, () => {
      number += 1;
      return `[^${number}]`;
    });
    const texts = Array.from({ length: number }, (_, index) => {
      const text = (notes[index % notes.length] ?? '').replaceAll('[^]', '');
      return [index + 1, `<p>${text}</p>`] as const;
    });
    return { lang, body, notes: Object.fromEntries(texts), options: { kind, paper, notesAt } };
  });
