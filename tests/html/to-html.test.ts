import { describe, expect, expectTypeOf, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import type { StageResult } from '../../src/diagnostics/diagnostic.js';
import type { HtmlDocument } from '../../src/html/html-document.js';
import { elementsOf, serialise } from '../../src/html/serialise.js';
import { toHtml } from '../../src/html/to-html.js';
import type { Note } from '../../src/notes/annotated-explainer.js';
import { anExplainer, bodyOf, html, markdown, rich } from './an-explainer.js';

const place = { kind: 'source', file: 'content/a/explainer.md' } as const;

function note(number: number, text: string, more: Partial<Note> = {}): Note {
  return {
    number,
    kind: 'citation',
    content: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    calls: [place],
    sources: [],
    shortTitle: text,
    webOnly: false,
    place,
    ...more,
  };
}

describe('prose', () => {
  it('becomes plain HTML', () => {
    const made = bodyOf(html(anExplainer('## One *two*\n\nA **b** ~~c~~ `d`\n\n1. x\n2. y\n\n> q\n\n---')));
    expect(made).toBe(
      '<h2 id="one">One <em>two</em></h2>\n<p>A <strong>b</strong> <del>c</del> <code>d</code></p>\n' +
        '<ol>\n<li>x</li>\n<li>y</li>\n</ol>\n<blockquote>\n<p>q</p>\n</blockquote>\n<hr>',
    );
  });

  it('carries positions', () => {
    const tree = html(anExplainer('A\n\nB **c**')).slots.body;
    const lines = elementsOf(tree).map((node) => [
      node.tagName,
      node.position?.start.line,
      node.position?.start.column,
    ]);
    expect(lines).toEqual([
      ['p', 1, 1],
      ['p', 3, 1],
      ['strong', 3, 3],
    ]);
  });

  it('says a task’s state in words', () => {
    const made = bodyOf(html(anExplainer('- [x] a\n- [ ] b')));
    expect(made).toBe(
      '<ul class="task-list">\n<li><span class="task-state">done:</span> a</li>\n<li><span class="task-state">to do:</span> b</li>\n</ul>',
    );
  });

  it('puts tables into a frame with scoped heads and no empty ones', () => {
    const table = '|  | Dead |\n|---|---:|\n| A | 1,000 |\n| B | – |';
    expect(bodyOf(html(anExplainer(table)))).toBe(
      '<div class="table-frame" role="group" aria-label="Table 1" tabindex="0">\n<table>\n<thead>\n<tr>\n<td></td>\n' +
        '<th scope="col" class="numeric align-right">Dead</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>A</td>\n<td class="numeric align-right">1,000</td>\n</tr>\n' +
        '<tr>\n<td>B</td>\n<td class="numeric align-right">–</td>\n</tr>\n</tbody>\n</table>\n</div>',
    );
    expect(bodyOf(html(anExplainer(table), 'print'))).toMatch(/^<div class="table-frame">\n<table>/);
  });

  it('names numbers with their unit', () => {
    const figures = new Map([
      [
        'dead',
        {
          id: 'dead',
          label: 'dead',
          value: 1013,
          low: undefined,
          high: undefined,
          words: undefined,
          unit: { one: 'person', other: 'people' },
          prefix: undefined,
          asOf: { year: 2022 },
          source: 's',
          status: undefined,
          supersedes: undefined,
          scope: 'document',
          place,
          fieldPlaces: {},
        } as const,
      ],
    ]);
    const body = [
      {
        type: 'paragraph',
        children: [
          { type: 'figureNumber', figure: 'dead', form: 'full', value: '1,013\u00A0people' },
          { type: 'text', value: ' and ' },
          { type: 'figureNumber', figure: 'dead', form: 'value', value: '1,013' },
        ],
      },
    ] as const;
    const made = bodyOf(html(anExplainer(body as never, { figures })));
    expect(made).toBe(
      '<p><span class="figure-value">1,013\u00A0people</span> and <span class="figure-value">1,013</span></p>',
    );
  });
});

describe('notes', () => {
  const calls = [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'A' },
        { type: 'noteCall', number: 1, call: 1 },
        { type: 'text', value: ' b' },
        { type: 'noteCall', number: 2, call: 1 },
        { type: 'text', value: ' c' },
        { type: 'noteCall', number: 1, call: 2 },
      ],
    },
  ] as never;
  const explainer = anExplainer(calls, { notes: [note(1, 'First.'), note(2, 'Second.')] });

  it('are called and answered as the accessibility design says', () => {
    const document = html(explainer);
    expect(bodyOf(document)).toContain(
      'A<sup class="note-call"><a id="call-1-1" href="#note-1" role="doc-noteref"><span class="visually-hidden">Note </span>1</a></sup> b',
    );
    expect(document.slots.notes && serialise(document.slots.notes)).toBe(
      '<section class="block block-notes" aria-labelledby="notes">\n<h2 id="notes">Notes</h2>\n<ol class="notes-list">\n' +
        '<li id="note-1">\n<p>First. <span class="note-return"><a href="#call-1-1" role="doc-backlink">Back to reference 1-1</a> <a href="#call-1-2" role="doc-backlink">Back to reference 1-2</a></span></p>\n</li>\n' +
        '<li id="note-2">\n<p>Second. <span class="note-return"><a href="#call-2-1" role="doc-backlink">Back to reference 2</a></span></p>\n</li>\n</ol>\n</section>',
    );
  });

  it('stand in brackets in clear and large print, on the line of their word and without a comma between them', () => {
    const paragraph = {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'A.' },
        { type: 'noteCall', number: 1, call: 1 },
        { type: 'noteCall', number: 2, call: 1 },
      ],
    };
    const two = anExplainer([paragraph] as never, { notes: [note(1, 'First.'), note(2, 'Second.')] });
    const call = (number: number, words: string): string =>
      `<sup class="note-call"><a id="call-${number}-1" href="#note-${number}">${words}</a></sup>`;
    for (const printKind of ['clear', 'large'] as const) {
      expect(bodyOf(html(two, 'print', { facts: { printKind } }))).toContain(
        `A.${call(1, '\u2060[1]')}${call(2, '\u2060[2]')}`,
      );
    }
    expect(bodyOf(html(two, 'print'))).toContain(
      `A.${call(1, '1')}<sup class="note-separator">,</sup>${call(2, '2')}`,
    );
  });

  it('hold no role, hidden word or return link on paper', () => {
    const document = html(explainer, 'print');
    expect(bodyOf(document)).toContain(
      'A<sup class="note-call"><a id="call-1-1" href="#note-1">1</a></sup> b',
    );
    expect(
      document.notes.map(({ id, calls, content }) => [
        id,
        calls,
        serialise({ type: 'root', children: [...content] }),
      ]),
    ).toEqual([
      ['note-1', ['call-1-1', 'call-1-2'], '<p>First.</p>'],
      ['note-2', ['call-2-1'], '<p>Second.</p>'],
    ]);
    const all = Object.values(document.slots).map((slot) => (slot === null ? '' : serialise(slot)));
    expect(all.join('')).not.toMatch(/doc-|visually-hidden|tabindex|<details/);
  });

  it('whose calls are all kept off paper have no place there', () => {
    const hidden = {
      type: 'languageBlock',
      id: 'x',
      classes: [],
      lang: 'kk',
      dir: 'ltr',
      print: 'hide',
      headingDepth: 2,
      reference: 'x',
      children: [{ type: 'paragraph', children: [{ type: 'noteCall', number: 1, call: 1 }] }],
    };
    const body = [
      hidden,
      { type: 'paragraph', children: [{ type: 'noteCall', number: 2, call: 1 }] },
    ] as never;
    const both = anExplainer(body, { notes: [note(1, 'First.', { webOnly: true }), note(2, 'Second.')] });
    expect(html(both).notes.map(({ number }) => number)).toEqual([1, 2]);
    expect(html(both, 'print').notes.map(({ number }) => number)).toEqual([2]);
  });

  it('are isolated in right-to-left text', () => {
    const document = html({ ...explainer, lang: 'ar', dir: 'rtl' });
    expect(bodyOf(document)).toContain('<sup class="note-call" dir="rtl">');
  });
});

describe('cross references and contents', () => {
  const see = (target: string) => ({ type: 'paragraph', children: [{ type: 'crossReference', target }] });
  const headings = markdown('## One\n\n## Two\n\n## Three').children;

  it('print the target’s title, on paper with a place for its page', () => {
    const explainer = anExplainer([...headings, see('two')] as never);
    expect(bodyOf(html(explainer))).toContain('<p><a class="see" href="#two">Two</a></p>');
    expect(bodyOf(html(explainer, 'print'))).toContain(
      '<a class="see" href="#two">Two</a><span class="page-ref"> (on page <span data-page-of="two"></span>)</span>',
    );
  });

  it('lead to other explainers; an id here wins, a slash forces the other', () => {
    const other = {
      title: 'Other text',
      lang: 'fr',
      href: '../two/',
      url: null,
      targets: new Map([
        ['part', { title: 'Une partie', kind: undefined }],
        ['time', { title: 'Chronologie', kind: 'timeline' as const }],
      ]),
    };
    const related = new Map([['two', other]]);
    const explainer = anExplainer([
      ...headings,
      see('two'),
      see('/two'),
      see('two#part'),
      see('two#time'),
    ] as never);
    const made = bodyOf(html(explainer, 'screen', { related }));
    expect(made).toContain('<a class="see" href="#two">Two</a>');
    expect(made).toContain('<a class="see" href="../two/" lang="fr" dir="ltr">Other text</a>');
    expect(made).toContain('<a class="see" href="../two/#part" lang="fr" dir="ltr">Une partie</a>');
    // A kind of block is named in the language of the page that links.
    expect(made).toContain('<a class="see" href="../two/#time">Timeline</a>');
  });

  it('list contents from three headings up, at the author’s place when there is one', () => {
    const list =
      '<nav class="block block-toc" id="toc" aria-labelledby="toc-title">\n<p class="toc-title" id="toc-title">On this page</p>\n<ol class="toc-list">\n<li><a href="#one">One</a></li>';
    const by = (nodes: readonly unknown[]) => html(anExplainer(nodes as never));
    expect(serialise(by(headings).slots.toc ?? { type: 'root', children: [] })).toContain(list);
    expect(by(headings.slice(1)).slots.toc).toBeNull();
    const part = {
      type: 'generatedPart',
      part: 'toc',
      id: 'toc',
      classes: [],
      print: 'show',
      headingDepth: 2,
      reference: '',
      children: [],
    };
    const placed = by([...headings, part]);
    expect(placed.slots.toc).toBeNull();
    expect(bodyOf(placed)).toContain(list);
  });
});

describe('the ends of a page', () => {
  it('hold corrections, updates, how it was made, credits', () => {
    const document = html(
      anExplainer('## One\n\nA', {
        metadata: {
          corrections: [
            {
              at: { year: 2022, month: 1, day: 7 },
              kind: 'correction',
              text: rich('Was 12, is 13.'),
              block: 'one',
              place,
            },
          ],
          updates: [
            {
              at: { year: 2022, month: 1, day: 8 },
              text: rich('New toll.'),
              blocks: [],
              minor: false,
              index: 0,
            },
          ],
          backstory: rich('By phone.'),
          aiUse: 'None.',
          contributors: [{ name: 'Bo', role: 'fact-check', location: null, expertise: null, contact: null }],
          rights: { holder: 'H', notice: rich('N.'), licence: 'CC0' },
          sensitive: ['violence', 'minors'],
        },
      }),
    );
    const { corrections, updates, backstory, rights, notice } = document.slots;
    const text = (slot: typeof corrections): string => (slot === null ? '' : serialise(slot));
    expect(text(corrections)).toContain(
      '<p class="correction-label"><strong>Correction</strong>, <time datetime="2022-01-07">7\u00a0January 2022</time></p>\n<p>Was 12, is 13.</p>\n<p class="correction-block"><a class="see" href="#one">One</a></p>',
    );
    expect(text(updates)).toContain('<time datetime="2022-01-08">8\u00a0January 2022</time>');
    expect(text(backstory)).toContain(
      '<p>By phone.</p>\n<p class="ai-use"><strong>Use of AI:</strong> None.</p>',
    );
    expect(text(rights)).toContain(
      '<p class="contributors">Fact-checking: Bo</p>\n<p class="rights-holder">Rights: H, CC0</p>\n<p class="rights-notice">N.</p>',
    );
    expect(text(notice)).toContain(
      '<strong>Content note:</strong> This page contains descriptions of violence and information about children.',
    );
    expect(document.view.updated).toEqual({ text: '8\u00a0January 2022', iso: '2022-01-08' });
    expect(document.metadata.jsonLd).toMatchObject({
      '@type': 'BackgroundNewsArticle',
      dateModified: '2022-01-08',
      correction: [{ '@type': 'CorrectionComment', text: 'Was 12, is 13.', datePublished: '2022-01-07' }],
    });
  });

  it('leave a notice of a withdrawn text, and nothing of its body', () => {
    const document = html(
      anExplainer('Secret words', {
        metadata: {
          status: 'withdrawn',
          corrections: [
            { at: { year: 2022 }, kind: 'retraction', text: rich('It was wrong.'), block: null, place },
          ],
        },
      }),
    );
    const all = Object.values(document.slots)
      .map((slot) => (slot === null ? '' : serialise(slot)))
      .join('\n');
    expect(all).toContain('A headline');
    expect(all).toContain('It was wrong.');
    expect(all).not.toMatch(/Secret|standfirst/);
    expect(JSON.stringify(document)).not.toContain('Secret');
  });

  it('print the addresses that no words give', () => {
    const document = html(
      anExplainer('[A](https://a.example/x) and <https://b.example/> and [C](mailto:c@d.example)'),
      'print',
    );
    expect(serialise(document.slots.links ?? { type: 'root', children: [] })).toBe(
      '<section class="links">\n<h2 id="links">Links in this text</h2>\n<ul class="links-list">\n' +
        '<li>A: <a class="printed-address" href="https://a.example/x">https://a.example/x</a></li>\n' +
        '<li>C: <a class="printed-address" href="mailto:c@d.example">c@d.example</a></li>\n</ul>\n</section>',
    );
  });
});

it('is pure', () => {
  const explainer = anExplainer('## One\n\nA [^1]\n\n| a |\n|---|\n| 1 |');
  const before = JSON.stringify(explainer.tree);
  expect(bodyOf(html(explainer))).toBe(bodyOf(html(explainer)));
  expect(JSON.stringify(explainer.tree)).toBe(before);
  expectTypeOf(toHtml).returns.toEqualTypeOf<StageResult<HtmlDocument>>();
  expect(defaultConfig.notes).toBe('page');
});
