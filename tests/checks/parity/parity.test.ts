/** Every seeded difference between page, print and PDF is told, with its place; the same words are not. */

import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../src/browser/browser.js';
import {
  comparePage,
  comparePrint,
  continuedLine,
  type ParityPage,
  type ParityPdf,
} from '../../../src/checks/parity/check-parity.js';
import { pdfFacts } from '../../../src/checks/parity/pdf-facts.js';
import { parsePage } from '../../../src/html/serialise.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';
import { finished, type Printed, printFixture } from '../../outputs/pdf/finish/finish-fixture.js';
import type { PrintFixture } from '../../outputs/print/print-fixture.js';

const long = Array.from({ length: 700 }, (_, index) => `word${index}`).join(' ');

const fixture: PrintFixture = {
  body: `<h1>Headline</h1><p>First words, and an <em>office</em>[^1] with a <a href="https://example.com/a?b=1">link out</a>.</p>
<h2 id="part">A part</h2><ul><li>One <span lang="kk">әкімдік</span></li><li>Two<ul><li>Inner[^2]</li></ul></li></ul>
<ol start="3"><li>Third</li><li value="17">Later<ol type="i"><li>Deep</li></ol></li><li>Last one</li></ol>
<dl><dt>Term</dt><dd>What it means</dd></dl>
<table><caption>Counted</caption><thead><tr><td></td><th scope="col">A</th></tr></thead><tbody><tr><th scope="row">Row</th><td>1,300</td></tr><tr><th scope="row">Last</th><td>2,400</td></tr></tbody></table>
<figure><svg viewBox="0 0 10 10" width="90" role="img" aria-label="A drawing of a wall"><rect width="9" height="9"/></svg><figcaption>The wall</figcaption></figure>
<blockquote><p>Said aloud.</p></blockquote><p>See <a href="#part">A part</a><span class="page-ref"> (on page <span data-page-of="part"></span>)</span>, and again[^1/2].</p>
<p lang="ar" dir="rtl">مرحبا بالعالم (نص) 2022</p>`,
  notes: {
    1: `<p>A note that is long. ${long}</p>`,
    2: '<p>Another <a href="https://example.org/">source</a>.</p>',
  },
};

/** The same document as a web page would hold it. */
const page = `<!doctype html><html lang="en"><body><a class="skip-link" href="#content">Skip</a><main>${(
  fixture.body ?? ''
)
  .replace(
    /\[\^(\d)(?:\/(\d))?\]/g,
    (_, number: string, nth = '1') =>
      `<sup class="note-call"><a id="call-${number}-${nth}" href="#note-${number}"><span class="visually-hidden">Note </span>${number}</a></sup>`,
  )
  .replace(/<span class="page-ref">.*?<\/span>\)<\/span>/, '')}
<section class="block-notes"><h2 id="notes">Notes</h2><ol><li id="note-1">${fixture.notes?.[1]?.replace('</p>', ' <span class="note-return">Back</span></p>')}</li><li id="note-2">${fixture.notes?.[2]}</li></ol></section>
</main></body></html>`;

const notes = [
  { number: 1, id: 'note-1', calls: ['call-1-1', 'call-1-2'] },
  { number: 2, id: 'note-2', calls: ['call-2-1'] },
];

function web(html = page): ParityPage {
  return {
    tree: parsePage(html),
    lang: 'en',
    notes,
    hasPrintHeadline: false,
    publicAddress: 'https://herald.example/x/',
  };
}

/** The first text in a tree that says something. */
function textWith(node: Root | Element, words: string): Text | undefined {
  for (const child of node.children) {
    if (child.type === 'text' && child.value.includes(words)) return child;
    const found = child.type === 'element' ? textWith(child, words) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

describeWithBrowser('parity', () => {
  let browser: Browser;
  let printed: Printed;

  beforeAll(async () => {
    browser = await openBrowser();
    printed = await printFixture(browser, fixture);
  }, 90_000);

  afterAll(() => browser.close());

  async function pdf(profile: 'ua1' | 'ua2' = 'ua1'): Promise<ParityPdf> {
    const read = readPdf((await finished(printed, profile)).bytes);
    if (!read.readable) throw new Error(read.reason);
    const { document, placement } = printed;
    const facts = pdfFacts(read, continuedLine(document));
    return { printed: document, pageOf: placement.pageOf, facts, file: 'output/a/a.pdf' };
  }

  it.each(['ua1', 'ua2'] as const)('finds nothing where nothing differs (%s)', async (profile) => {
    const made = await pdf(profile);
    expect(printed.placement.carried[1]?.length).toBeGreaterThan(1);
    expect(comparePrint(made).map(({ what }) => what)).toEqual([]);
    expect(comparePage(web(), made).map(({ what }) => what)).toEqual([]);
  });

  it.each([
    ['a word', 'First words', 'First word', 'pdf-text-equals-html'],
    ['a number', '1,300', '1,301', 'pdf-text-equals-html'],
    [
      'a heading’s level',
      '<h2 id="part">A part</h2>',
      '<h3 id="part">A part</h3>',
      'pdf-structure-equals-html',
    ],
    ['an item’s number', 'value="17"', 'value="16"', 'pdf-structure-equals-html'],
    ['the number of a list’s begin', 'start="3"', 'start="4"', 'pdf-structure-equals-html'],
    ['a list', '<ul><li>Inner', '<p>Inner', 'pdf-structure-equals-html'],
    [
      'a cell',
      '<th scope="row">Row</th><td>1,300</td>',
      '<td>1,300</td><th scope="row">Row</th>',
      'pdf-text-equals-html',
    ],
    ['a head', '<th scope="row">Last</th>', '<td>Last</td>', 'pdf-structure-equals-html'],
    ['an address', 'a?b=1', 'a?b=2', 'pdf-links-and-alts-equal-html'],
    ['a link’s name', 'link out</a>', 'link</a> out', 'pdf-links-and-alts-equal-html'],
    ['an alternative', 'A drawing of a wall', 'A drawing', 'pdf-links-and-alts-equal-html'],
    ['a language', 'lang="kk"', 'lang="ru"', 'pdf-structure-equals-html'],
    ['a note', 'Another <a', 'Some other <a', 'pdf-notes-equal-html'],
    ['a note’s link', 'https://example.org/', 'https://example.net/', 'pdf-notes-equal-html'],
    ['a caption', 'The wall', 'The walls', 'pdf-text-equals-html'],
    ['a quotation', 'blockquote', 'div', 'pdf-structure-equals-html'],
    ['a line too many', '<p>See', '<p>Only on the web.</p><p>See', 'pdf-text-equals-html'],
    ['a lost line', '<dd>What it means</dd>', '', 'pdf-text-equals-html'],
    ['a lost call', /<sup class="note-call"><a id="call-1-2".*?<\/sup>/g, '', 'pdf-notes-equal-html'],
    [
      'an order',
      '<li>One <span lang="kk">әкімдік</span></li><li>Two',
      '<li>Two</li><li>One <span lang="kk">әкімдік</span>',
      'pdf-text-equals-html',
    ],
  ])('tells %s that differs on the page', async (_, was, is, code) => {
    const changed = page.replaceAll(was as string, is);
    expect(changed).not.toBe(page);
    const found = comparePage(web(changed), await pdf());
    expect(found.map((one) => one.code)).toContain(code);
    for (const { place, what } of found) {
      expect(place).toMatchObject({
        kind: 'page',
        file: 'output/a/a.pdf',
        origin: { file: 'content/fixture/explainer.md' },
      });
      expect(what).toMatch(/page \d+ of the PDF/);
    }
  });

  it('tells what the PDF does not say as the printed document has it, with both places', async () => {
    const made = await pdf();
    const tree = structuredClone(made.printed.tree);
    const text = textWith(tree, 'Said aloud.');
    if (text === undefined) throw new Error('The fixture has changed.');
    text.value = 'Said softly.';
    const [first, ...others] = comparePrint({ ...made, printed: { ...made.printed, tree } });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'pdf-text-equals-html', place: { kind: 'page' } });
    expect(first?.what).toContain('“Said softly.”');
    expect(first?.what).toContain('“Said aloud.”');
  });

  it('tells numbers of items that are printed otherwise than the list counts', async () => {
    const made = await pdf();
    const tree = structuredClone(made.printed.tree);
    visit(tree, 'element', ({ properties }) => {
      if (String(properties['value']) === '17') properties['value'] = '16';
    });
    const found = comparePrint({ ...made, printed: { ...made.printed, tree } });
    expect(found.map(({ code }) => code)).toEqual(['pdf-structure-equals-html', 'pdf-structure-equals-html']);
    expect(found[0]?.what).toMatch(/number of a list item .*“Later”.*“16”.*“17\.?”/);
  });

  it('finds the notes of a long list by their printed numbers, of which none loses a digit', async () => {
    const count = 103;
    const calls = Array.from({ length: count }, (_, index) => `[^${index + 1}]`).join('');
    const texts = Array.from(
      { length: count },
      (_, index) => [index + 1, `<p>Note ${index + 1}.</p>`] as const,
    );
    const many = await printFixture(browser, {
      body: `<h1>Many</h1><p>Words${calls}.</p>`,
      notes: Object.fromEntries(texts),
      options: { notesAt: 'end', kind: 'large' },
    });
    const read = readPdf((await finished(many, 'ua1')).bytes);
    if (!read.readable) throw new Error(read.reason);
    const facts = pdfFacts(read, continuedLine(many.document));
    expect([...facts.notes.keys()]).toEqual(texts.map(([number]) => number));
    const pageOf = many.placement.pageOf;
    expect(comparePrint({ printed: many.document, pageOf, facts, file: 'a.pdf' })).toEqual([]);
  });

  it('leaves out what its markup says is for one side, and nothing else', async () => {
    const made = await pdf();
    const aside =
      '<p class="chart-download">data.csv</p><div data-screen-only=""><p>Web</p></div><p hidden>no</p>';
    expect(comparePage(web(page.replace('<p>See', `${aside}<p>See`)), made)).toEqual([]);
    expect(
      comparePage(web(page.replace('<p>See', '<div class="aside"><p>Web</p></div><p>See')), made),
    ).toHaveLength(1);
  });
});
