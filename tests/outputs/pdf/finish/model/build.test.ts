/** The structure model, from small print DOMs, without any browser. */

import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../../src/html/serialise.js';
import { buildModel } from '../../../../../src/outputs/pdf/finish/model/build.js';
import {
  elementsOf,
  type ModelElement,
  type StructureModel,
} from '../../../../../src/outputs/pdf/finish/model/model.js';
import type { PrintDocument } from '../../../../../src/outputs/print/print-document.js';

function model(
  body: string,
  notes: PrintDocument['notes'] = [],
  mode: 'page' | 'end' = 'page',
): StructureModel {
  const tree: Root = parsePage(
    `<!doctype html><html lang="en"><head><title>t</title></head><body>${body}</body></html>`,
  );
  const document = { tree, notes, lang: 'en', identities: new Map() } as unknown as PrintDocument;
  return buildModel(document, { mode, pageOf: { here: 12 } });
}

/** `P(“text” Em(“x”))`: roles with what they hold. */
function outline(element: ModelElement): string {
  const inside = element.children.map((child) => {
    if (child.kind === 'element') return outline(child);
    return child.kind === 'text' ? `“${child.words}”` : child.kind;
  });
  return `${element.role}(${inside.join(' ')})`;
}

const note = (number: number, calls: readonly string[]): PrintDocument['notes'][number] => ({
  number,
  id: `note-${number}`,
  calls,
  shortTitle: '',
  position: undefined,
});

const call = (id: string, number: number): string =>
  `<sup><a id="${id}" href="#note-${number}">${number}</a></sup>`;
const footnote = (number: number, text: string): string =>
  `<div class="footnote" id="note-${number}"><p class="footnote-number"><a href="#c">${number}</a></p><div><p>${text}</p></div></div>`;

describe('buildModel', () => {
  it('folds white space along a line and keeps it inside preformatted text', () => {
    expect(
      outline(model('<p>\n a <em> b</em>\n<strong>c </strong> d<br> e </p><pre> x\n  y</pre>').root),
    ).toBe('Document(P(“a ” Em(“b”) “ ” Strong(“c ”) “d” “e”) P(“ x\n  y”))');
  });

  it('puts loose text into a paragraph and blocks beside it', () => {
    expect(outline(model('<div>loose <b>bold</b><p>block</p>again</div>').root)).toBe(
      'Document(P(“loose ” “bold”) P(“block”) P(“again”))',
    );
  });

  it('gives items a body, nested lists inside it, and terms a label', () => {
    expect(
      outline(model('<ul><li>a<ol><li>b</li></ol></li></ul><dl><dt>t</dt><dd>d</dd><dd>e</dd></dl>').root),
    ).toBe('Document(L(LI(LBody(“a” L(LI(LBody(“b”)))))) L(LI(Lbl(“t”) LBody(“d” “e”))))');
  });

  it('makes a contents list of TOC and TOCI, with references', () => {
    const made = model(
      '<nav class="block-toc"><p>Contents</p><ol><li><a href="#h">One</a> <span data-page-of="here"></span></li></ol></nav><h2 id="h">One</h2>',
    );
    expect(outline(made.root)).toBe(
      'Document(P(“Contents”) TOC(TOCI(P(Reference(Link(“One”)) “ ” “12”))) H2(“One”))',
    );
    const entry = [...elementsOf(made.root)].find(({ role }) => role === 'TOCI');
    expect(entry?.refs.map(({ role }) => role)).toEqual(['H2']);
  });

  it('keeps languages where they change, and what abbreviations stand for', () => {
    const made = model(
      '<p lang="en-x-p1">a <span lang="kk">b</span> <em lang="fr">c</em> <abbr title="Long form">LF</abbr> <abbr>XY</abbr></p><p lang="zh-Hans-x-p2">d</p>',
    );
    const facts = [...elementsOf(made.root)].map(({ role, lang, expansion }) => [role, lang, expansion]);
    expect(facts).toEqual([
      ['Document', 'en', undefined],
      ['P', 'en', undefined],
      ['Span', 'kk', undefined],
      ['Em', 'fr', undefined],
      ['Span', 'en', 'Long form'],
      ['P', 'zh-Hans', undefined],
    ]);
  });

  it('makes one figure of picture and caption, and none of decoration', () => {
    expect(
      outline(
        model(
          '<figure><img src="a" alt="A"><figcaption><p>Cap</p></figcaption></figure><p class="picture"><img src="b" alt="B"></p><p><img src="c" alt=""></p><figure><blockquote><p>q</p></blockquote></figure>',
        ).root,
      ),
    ).toBe('Document(Figure(image Caption(P(“Cap”))) Figure(image) BlockQuote(P(“q”)))');
  });

  it('keeps asides and sections to where PDF 2.0 lets them stand', () => {
    expect(
      outline(
        model(
          '<aside><aside><p>a</p></aside><section><p>b</p></section></aside><blockquote><aside><p>c</p></aside></blockquote>',
        ).root,
      ),
    ).toBe('Document(Aside(P(“a”) P(“b”)) BlockQuote(P(“c”)))');
  });

  it('leaves words for the eye only out, and remembers them', () => {
    const made = model('<p>a</p><p aria-hidden="true">pull <b>quote</b></p>');
    expect(outline(made.root)).toBe('Document(P(“a”))');
    expect(made.decorations).toEqual(['pull quote']);
  });

  describe('tables', () => {
    const cells = (made: StructureModel): [string, string | undefined, string[]][] =>
      [...elementsOf(made.root)]
        .filter(({ role }) => role === 'TH' || role === 'TD')
        .map((cell) => [outline(cell), cell.scope, cell.headers.map(outline)]);

    it('find the heads of every cell through spans', () => {
      const made = model(
        '<table><thead><tr><th colspan="2" scope="col">AB</th><th scope="col">C</th></tr><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th></tr></thead>' +
          '<tbody><tr><th rowspan="2" scope="row">r</th><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></tbody></table>',
      );
      expect(cells(made)).toEqual([
        ['TH(“AB”)', 'Column', []],
        ['TH(“C”)', 'Column', []],
        ['TH(“a”)', 'Column', ['TH(“AB”)']],
        ['TH(“b”)', 'Column', ['TH(“AB”)']],
        ['TH(“c”)', 'Column', ['TH(“C”)']],
        ['TH(“r”)', 'Row', ['TH(“AB”)', 'TH(“a”)']],
        ['TD(“1”)', undefined, ['TH(“AB”)', 'TH(“b”)', 'TH(“r”)']],
        ['TD(“2”)', undefined, ['TH(“C”)', 'TH(“c”)', 'TH(“r”)']],
        ['TD(“3”)', undefined, ['TH(“AB”)', 'TH(“C”)', 'TH(“b”)', 'TH(“c”)', 'TH(“r”)']],
      ]);
    });

    it('have head and body, or plain rows only', () => {
      expect(outline(model('<table><tr><th>k</th><td>v</td></tr></table>').root)).toBe(
        'Document(Table(TR(TH(“k”) TD(“v”))))',
      );
      expect(outline(model('<table><thead><tr><th>k</th></tr></thead></table>').root)).toBe(
        'Document(Table(TR(TH(“k”))))',
      );
      expect(
        outline(
          model(
            '<table><caption>c</caption><thead><tr><th>k</th></tr></thead><tbody><tr><td>v</td></tr></tbody></table>',
          ).root,
        ),
      ).toBe('Document(Table(Caption(“c”) THead(TR(TH(“k”))) TBody(TR(TD(“v”)))))');
    });
  });

  describe('notes', () => {
    it('stand once behind the block of their first call: a paragraph, a whole list, a whole quotation', () => {
      const body =
        `<p>a${call('c1', 1)} again</p><p>b${call('c2', 1)}</p><ul><li>x${call('c3', 2)}</li><li>y</li></ul>` +
        `<blockquote><p>q${call('c4', 3)}</p><p>r</p></blockquote><div class="footnotes">${footnote(1, 'one')}${footnote(2, 'two')}${footnote(3, 'three')}</div>`;
      const made = model(body, [note(1, ['c1', 'c2']), note(2, ['c3']), note(3, ['c4'])]);
      expect(made.root.children.map((child) => (child.kind === 'element' ? child.role : child.kind))).toEqual(
        [...['P', 'Note', 'P', 'L', 'Note', 'BlockQuote', 'Note']],
      );
      expect(outline(made.root)).toContain(
        'P(“a” Reference(Link(“1”)) “ again”) Note(Lbl(Link(“1”)) P(“one”))',
      );
      expect(made.notes.get(1)?.refs.map(({ id }) => id)).toEqual(['c1', 'c2']);
    });

    it('that are called from other notes follow them', () => {
      const made = model(
        `<p>a${call('c1', 1)}</p><p>b</p><div>${footnote(1, `one${call('c2', 2)}`)}${footnote(2, 'two')}</div>`,
        [note(1, ['c1']), note(2, ['c2'])],
      );
      expect(
        made.root.children.map((child) => (child.kind === 'element' ? (child.noteNumber ?? child.role) : '')),
      ).toEqual(['P', 1, 2, 'P']);
    });

    it('at the end stay in their section, out of their list', () => {
      const made = model(
        `<p>a${call('c1', 1)}</p><section><h2>Notes</h2><ol><li id="note-1"><p>one</p></li></ol></section>`,
        [note(1, ['c1'])],
        'end',
      );
      expect(outline(made.root)).toBe(
        'Document(P(“a” Reference(Link(“1”))) Sect(H2(“Notes”) Note(P(“one”))))',
      );
      expect(made.notes.get(1)?.isEndNote).toBe(true);
    });
  });

  it('writes page numbers in the digits that the page prints', () => {
    const tree = parsePage(
      '<!doctype html><html lang="ar"><head><title>t</title></head><body><p>ص <span data-page-of="here"></span></p></body></html>',
    );
    const print = { tree, notes: [], lang: 'ar', digits: 'native', identities: new Map() };
    const made = buildModel(print as unknown as PrintDocument, { mode: 'page', pageOf: { here: 12 } });
    expect(outline(made.root)).toContain('١٢');
  });

  it('keeps identities and positions of all leaves', () => {
    const tree: Root = parsePage('<!doctype html><body><div lang="en-x-s1"><p lang="en-x-p3c2">a</p></div>');
    const position = { start: { line: 4, column: 1 }, end: { line: 4, column: 2 } };
    const place = (node: Root | Element): void => {
      for (const child of node.children) {
        if (child.type !== 'element') continue;
        if (child.tagName === 'p') child.position = position;
        place(child);
      }
    };
    place(tree);
    const document = { tree, notes: [], lang: 'en', identities: new Map() } as unknown as PrintDocument;
    const [leaf] = buildModel(document, { mode: 'page', pageOf: {} }).leaves;
    expect(leaf?.identities).toEqual(['p3', 's1']);
    const paragraph = [...elementsOf(buildModel(document, { mode: 'page', pageOf: {} }).root)].at(-1);
    expect(paragraph?.origin).toEqual(position);
  });
});
