import { describe, expect, expectTypeOf, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import type { StageResult } from '../../src/diagnostics/diagnostic.js';
import type { Explainer } from '../../src/document/explainer.js';
import { frontMatterJsonSchema } from '../../src/document/frontmatter-schema.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { languageOf } from '../../src/language/language-of.js';
import { bare, imageFile, parseFile, type Setting, sourceFile } from './support.js';

const base = ['headline: H', 'standfirst: S', 'byline: [A]'];

function file(lines: readonly string[], body = 'Words.'): string {
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

function found(lines: readonly string[], setting: Setting = {}, body = 'Words.'): readonly string[] {
  return parseFile(file([...base, ...lines], body), setting).found;
}

function metadata(lines: readonly string[], setting: Setting = {}, body = 'Words.'): Explainer['metadata'] {
  return parseFile(file([...base, ...lines], body), setting).explainer.metadata;
}

describe('the front matter', () => {
  it('has defaults for all that is left out', () => {
    expect(bare(metadata([]))).toEqual({
      headline: { text: 'H', children: [{ type: 'text', value: 'H' }] },
      standfirst: { text: 'S', children: [{ type: 'text', value: 'S' }] },
      type: 'explainer',
      status: 'draft',
      embargo: null,
      published: null,
      updated: null,
      reviewed: null,
      expires: null,
      dateline: null,
      byline: [{ name: 'A', role: null, location: null, expertise: null, contact: null }],
      bylineReason: null,
      contributors: [],
      approval: [],
      shortHeadline: null,
      seoTitle: null,
      printHeadline: null,
      topics: [],
      people: [],
      places: [],
      image: null,
      theme: null,
      citationStyle: null,
      formats: null,
      translationOf: null,
      translator: null,
      corrections: [],
      updates: [],
      backstory: null,
      aiUse: null,
      notesInternal: null,
      sensitive: [],
      rights: null,
    });
  });

  it('takes every form of every key', () => {
    const lines = `type: fact-check
lang: kk
dir: rtl
status: published
embargo: 2022-01-06T12:00+06:00
published: 2022-01-06
updated: 2022-01-06T19:40:00+06:00
reviewed: 2022-02-01
expires: 2023-01-01
dateline: { place: Almaty, country: Kazakhstan, date: 2022-01 }
contributors: [B, { name: C, role: editing }, { name: D, role: drove the car }]
approval: [{ role: lawyer, name: E, at: 2022-01-05, version: 012 }]
short-headline: NO
seo-title: 10:30
print-headline: 2022
topics: [a, 12, yes]
people: [P]
places: [Q]
image: { src: hall.jpg, alt: Hall, credit: F }
theme: newsprint
citation-style: ieee
formats: [html, pdf-large]
translation-of: other
translator: T
corrections: [{ at: 2022-01-07, kind: clarification, text: was *x*, block: b }]
updates: [{ at: 2022-01-08T10:00Z, text: added, blocks: [b], minor: true }]
backstory: "Told: by us"
ai-use: none
notes-internal: secret
sensitive: [violence, minors]
rights: { holder: R, notice: All *rights*, licence: MIT }`.split('\n');
    const setting = { images: { 'hall.jpg': imageFile('hall.jpg') } };
    const { explainer, found: codes } = parseFile(file([...base, ...lines], '## B\n'), setting);
    expect(codes).toEqual([]);
    expect([explainer.lang, explainer.dir]).toEqual(['kk', 'rtl']);
    expect(bare(explainer.metadata)).toMatchObject({
      type: 'fact-check',
      status: 'published',
      embargo: Date.UTC(2022, 0, 6, 6),
      published: { year: 2022, month: 1, day: 6 },
      updated: { hour: 19, minute: 40, offset: 360 },
      dateline: { place: 'Almaty', country: 'Kazakhstan', date: { year: 2022, month: 1 }, text: null },
      contributors: [
        { name: 'B', role: null },
        { name: 'C', role: 'editing' },
        { name: 'D', role: 'drove the car' },
      ],
      approval: [{ role: 'lawyer', name: 'E', at: '2022-01-05', version: '012' }],
      shortHeadline: 'NO',
      seoTitle: '10:30',
      printHeadline: '2022',
      topics: ['a', '12', 'yes'],
      image: { src: 'hall.jpg', alt: 'Hall', credit: 'F' },
      formats: ['html', 'pdf-large'],
      corrections: [
        {
          kind: 'clarification',
          block: 'b',
          text: { text: 'was x' },
          place: { file: 'content/x/explainer.md' },
        },
      ],
      updates: [{ at: { hour: 10, offset: 0 }, text: { text: 'added' }, blocks: ['b'], minor: true }],
      backstory: { text: 'Told: by us' },
      notesInternal: 'secret',
      sensitive: ['violence', 'minors'],
      rights: { holder: 'R', notice: { text: 'All rights' }, licence: 'MIT' },
    });
    expect(explainer.cut).toMatchObject([{ rule: 'internal-notes', text: 'secret' }]);
  });

  it('takes a dateline as text, an embargo until removed, and people with all they have', () => {
    expect(
      bare(metadata(['dateline: ALMATY, 6 January', 'embargo: true', 'byline-reason: danger'])),
    ).toMatchObject({
      dateline: { text: 'ALMATY, 6 January', place: null },
      embargo: true,
      bylineReason: 'danger',
    });
    const people =
      'byline: [{ name: A, role: reporter, location: Almaty, expertise: law, contact: a@e.org }]';
    expect(parseFile(file(['headline: H', 'standfirst: S', people])).explainer.metadata.byline).toEqual([
      { name: 'A', role: 'reporter', location: 'Almaty', expertise: 'law', contact: 'a@e.org' },
    ]);
  });

  it.each([
    [['colour: red'], ['5:1 keys-and-blocks-are-known']],
    [['hedline: x'], ['5:1 keys-and-blocks-are-known']],
    [['status: pubished'], ['5:9 values-are-known']],
    [['type: news'], ['5:7 values-are-known']],
    [['status: published'], ['1:1 keys-and-blocks-are-known']],
    [['published: 2022-02-30'], ['5:12 date-is-valid']],
    [['published: 2022-01-06 12:00'], ['5:12 date-is-valid']],
    [['published: 2022-01'], ['5:12 date-is-valid']],
    [['published: yesterday'], ['5:12 date-is-valid']],
    [['embargo: 2022-01-06'], ['5:10 date-is-valid']],
    [['embargo: 2022-01-06T12:00'], ['5:10 date-is-valid']],
    [['lang: kazakh'], ['5:7 language-tag-is-valid']],
    [['formats: [docx]'], ['5:11 values-are-known']],
    [['sensitive: [gore]'], ['5:13 values-are-known']],
    [['image: nowhere'], ['5:8 link-target-exists']],
    [['published: 2022-01-06', 'updated: 2022-01-05'], ['6:10 updated-follows-published']],
    [['published: 2022-01-06', 'updated: 2022-01-06T08:00Z'], []],
    [['image: { src: hal.jpg, alt: A, credit: C }'], ['5:15 image-file-is-usable']],
    [['image: { src: hall.jpg, alt: A }'], ['5:1 image-has-credit (warning)', '5:15 image-file-is-usable']],
    [['corrections: [{ kind: correction, text: x }]'], ['5:15 keys-and-blocks-are-known']],
    [['corrections: [{ at: 2022-01-07, kind: fix, text: x }]'], ['5:39 values-are-known']],
    [['corrections: [{ at: 2022-01-07, kind: correction, text: x, block: b }]'], ['5:67 link-target-exists']],
    [
      ['updates: [{ at: 2022-01-07, text: x, blocks: [a, b] }]'],
      ['5:47 link-target-exists', '5:50 link-target-exists'],
    ],
    [
      ['approval: [{ role: a }]'],
      ['5:12 keys-and-blocks-are-known', '5:12 keys-and-blocks-are-known', '5:12 keys-and-blocks-are-known'],
    ],
    [['backstory: See [@a].'], ['5:16 heading-holds-no-citation']],
    [['backstory: See [^a].'], ['5:16 heading-holds-no-citation']],
    [['backstory: See <b>x</b>.'], ['5:16 raw-html-is-absent']],
    [['backstory: See :num[x].'], ['5:16 figure-id-is-defined']],
    [['backstory: "See :see[no where]."'], ['5:17 link-target-exists']],
    [['seo-title: About TK'], ['5:12 placeholder-text-is-absent']],
    [['topics: [a, TODO]'], ['5:13 placeholder-text-is-absent']],
    [['notes-internal: TODO ask'], []],
    [['backstory: "TK"'], ['5:13 placeholder-text-is-absent']],
    [['backstory: >-', '  One two', '  three [@a] four'], ['7:9 heading-holds-no-citation']],
    [['backstory: |', '  One "two"', '', '  **three** @b'], ['8:13 heading-holds-no-citation']],
  ] as [string[], string[]][])('tells what is wrong at its place: %j', (lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  it.each([
    ['standfirst: S\nbyline: [A]', ['1:1 headline-and-standfirst-are-present']],
    ['headline: ""\nstandfirst: S\nbyline: [A]', ['2:11 headline-and-standfirst-are-present']],
    ['headline: H\nstandfirst: S', ['1:1 keys-and-blocks-are-known']],
    ['headline: H\nstandfirst: S\nbyline: []', ['4:9 values-are-known']],
    ['headline: H\nstandfirst: S\nbyline: A', ['4:9 values-are-known']],
    ['headline: H\nstandfirst: S\nbyline-reason: danger', []],
    ['headline: H\nstandfirst: S\nbyline: [{ role: x }]', ['4:10 keys-and-blocks-are-known']],
  ])('asks for what every document has: %s', (text, expected) => {
    expect(parseFile(`---\n${text}\n---\nWords.`).found).toEqual(expected);
  });

  it('holds back what has an embargo that cannot be read', () => {
    expect(metadata(['embargo: soon']).embargo).toBe(true);
  });

  it('counts an embargo without offset letters in UTC only when it says so', () => {
    expect(metadata(['embargo: 2022-01-06T12:00Z']).embargo).toBe(Date.UTC(2022, 0, 6, 12));
  });

  it('reads inline Markdown and typographic signs in the texts that have them', () => {
    const { headline } = metadata([]);
    expect(headline.text).toBe('H');
    const { explainer } = parseFile(
      file([
        'headline: "It\'s *so* :lang[сөз]{kk}"',
        'standfirst: >-',
        '  a',
        '  "b" -- c',
        'byline: [A]',
        "short-headline: it's *so*",
      ]),
    );
    expect(bare(explainer.metadata)).toMatchObject({
      headline: {
        text: 'It’s so сөз',
        children: [
          { value: 'It’s ' },
          { type: 'emphasis' },
          { value: ' ' },
          { type: 'languageSpan', lang: 'kk' },
        ],
      },
      standfirst: { text: 'a “b” – c' },
      shortHeadline: "it's *so*",
    });
    expect(explainer.title).toBe('It’s so сөз');
  });

  it('keeps paragraphs of a long text apart', () => {
    expect(bare(metadata(['backstory: |', '  One.', '', '  Two.']).backstory)).toMatchObject({
      text: 'One. Two.',
      children: [{ value: 'One.' }, { type: 'break' }, { type: 'break' }, { value: 'Two.' }],
    });
  });

  it('lets corrections tell of numbers that no longer hold', () => {
    const figures = `n:\n  label: l\n  value: 1\n  unit: none\n  as-of: 2022\n  source: a\n  status: retracted\n`;
    const text = 'text: "was :num[n]"';
    expect(found([`corrections: [{ at: 2022-01-07, kind: correction, ${text} }]`], { figures })).toEqual([]);
    expect(found(['backstory: "now :num[n]"'], { figures })).toEqual(['5:17 figure-is-current']);
  });

  it('asks for a block with a picture as the lead image', () => {
    expect(found(['image: b'], {}, '## B\n')).toEqual(['5:8 values-are-known']);
  });

  it('knows where each key stands', () => {
    const { explainer } = parseFile(file([...base, 'topics: [a]']));
    expect(explainer.placeOf('topics')).toMatchObject({
      file: 'content/x/explainer.md',
      position: { start: { line: 5, column: 1 } },
    });
    expect(explainer.placeOf('theme')).toMatchObject({ position: { start: { line: 1, column: 1 } } });
  });

  it('gives no value when it cannot be read, but the findings of the body', () => {
    const read = sourceFile(file(base, '# Top\n'));
    const source = { ...read, frontmatter: { ...read.frontmatter, data: undefined } };
    const { value, diagnostics } = parseDocument(source, {
      config: defaultConfig,
      language: (tag) => languageOf(tag),
      blocks: new Map(),
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('document-has-one-headline');
  });

  it('is offered to editors as a JSON Schema', () => {
    const schema = frontMatterJsonSchema();
    expect(schema.type).toBe('object');
    expect(Object.keys(schema.properties ?? {})).toHaveLength(35);
    expect(schema.additionalProperties).toBe(false);
  });
});

describe('the language', () => {
  it.each([
    [{}, [], 'en', []],
    [{ config: { lang: 'ru' } }, [], 'ru', []],
    [{ source: { fileLang: 'kk' } }, [], 'kk', []],
    [{ source: { fileLang: 'kk' } }, ['lang: kk-Cyrl'], 'kk-Cyrl', []],
    [{ source: { fileLang: 'kk' } }, ['lang: ru'], 'ru', ['5:7 language-tag-is-valid']],
    [{ config: { languages: ['kk', 'pt'] } }, ['lang: pt-BR'], 'pt-BR', []],
    [{ config: { languages: ['kk', 'pt'] } }, ['lang: ru'], 'ru', ['5:7 language-tag-is-valid (warning)']],
  ] as [Setting, string[], string, string[]][])(
    'comes from front matter, file name or settings: %j %j',
    (setting, lines, lang, expected) => {
      const parsed = parseFile(file([...base, ...lines]), setting);
      expect(parsed.explainer.lang).toBe(lang);
      expect(parsed.found).toEqual(expected);
    },
  );

  it('gives the digits that the document itself uses most, unless the settings say', () => {
    const body = 'في ٢٠٢٢ قتل ١٣ و ٤٥ في 2022';
    expect(parseFile(file(base, body)).explainer.digits).toBe('native');
    expect(parseFile(file(base, body), { config: { digits: 'latin' } }).explainer.digits).toBe('latin');
    expect(parseFile(file(base, '13')).explainer.digits).toBe('latin');
  });
});

describe('a translation', () => {
  /** The picture stands in the text, so its credit is asked for. */
  const withoutCredit = (found: readonly string[]): readonly string[] =>
    found.filter((line) => !line.includes('image-has-credit'));
  const body = '## X\n\n:::lang{ru #b}\n![B](hall.jpg)\n:::';
  const images = { 'hall.jpg': imageFile('hall.jpg') };
  const original = parseFile(
    file(
      [
        ...base,
        'status: published',
        'published: 2022-01-06',
        'embargo: true',
        'type: analysis',
        'theme: newsprint',
        'image: b',
        'sensitive: [violence]',
        'corrections: [{ at: 2022-01-07, kind: retraction, text: one, block: b }, { at: 2022-01-08, kind: correction, text: two }]',
      ],
      body,
    ),
    { images },
  ).explainer;
  const setting: Setting = {
    original,
    images,
    source: { translates: 'content/x/explainer.md', fileLang: 'kk' },
  };

  it('inherits states, dates and names, and has its own texts', () => {
    const { explainer, found: codes } = parseFile(
      file(['headline: Т', 'standfirst: С', 'corrections: [{ text: бір }, { text: екі }]'], body),
      setting,
    );
    expect(withoutCredit(codes)).toEqual([]);
    expect(explainer.lang).toBe('kk');
    expect(explainer.metadata).toMatchObject({
      status: 'published',
      published: { year: 2022 },
      embargo: true,
      type: 'analysis',
      theme: 'newsprint',
      image: { block: 'b' },
      sensitive: ['violence'],
      byline: [{ name: 'A' }],
      corrections: [
        { at: { day: 7 }, kind: 'retraction', block: 'b', text: { text: 'бір' } },
        { at: { day: 8 }, kind: 'correction', block: null, text: { text: 'екі' } },
      ],
    });
  });

  it('takes day and parts of updates from the original, entry by entry, and tells one that answers to none', () => {
    const updates =
      'updates: [{ at: 2022-01-08, text: one, blocks: [b] }, { at: 2022-01-09, text: two, minor: true }]';
    const { explainer: updated } = parseFile(file([...base, updates], body), { images });
    const { explainer, found: codes } = parseFile(
      file(
        [
          'headline: Т',
          'standfirst: С',
          'updates: [{ text: бір }, { text: екі }, { text: үш }]',
          'corrections: [{ text: жоқ }]',
        ],
        body,
      ),
      { ...setting, original: updated },
    );
    expect(withoutCredit(codes)).toEqual([
      '4:41 keys-and-blocks-are-known',
      '5:15 keys-and-blocks-are-known',
    ]);
    expect(explainer.metadata.updates).toMatchObject([
      { at: { day: 9 }, minor: true, text: { text: 'екі' } },
      { at: { day: 8 }, blocks: ['b'], text: { text: 'бір' } },
    ]);
  });

  it('may be held back longer, and have its own byline', () => {
    const { explainer } = parseFile(
      file(
        [
          'headline: Т',
          'standfirst: С',
          'byline: [Т]',
          'status: draft',
          'corrections: [{ text: бір }, { text: екі }]',
        ],
        body,
      ),
      setting,
    );
    expect(explainer.metadata).toMatchObject({ status: 'draft', byline: [{ name: 'Т' }] });
  });

  it.each([
    [['headline: Т', 'standfirst: С', 'corrections: [{ text: бір }]'], ['4:1 keys-and-blocks-are-known']],
    [
      ['headline: Т', 'standfirst: С'],
      ['1:1 keys-and-blocks-are-known', '1:1 keys-and-blocks-are-known'],
    ],
    [
      ['headline: Т', 'corrections: [{ text: бір }, { text: екі }]'],
      ['1:1 headline-and-standfirst-are-present'],
    ],
    [
      ['headline: Т', 'standfirst: С', 'corrections: [{ text: бір }, { text: екі }]', 'translation-of: y'],
      ['5:17 values-are-known'],
    ],
  ] as [string[], string[]][])('is told what it lacks: %j', (lines, expected) => {
    expect(withoutCredit(parseFile(file(lines, body), setting).found)).toEqual(expected);
  });
});

it('has one input and one output type', () => {
  expectTypeOf(parseDocument).returns.toEqualTypeOf<StageResult<Explainer | undefined>>();
});

it('reads a title without markup as the parser would', () => {
  const titles = [
    'A: b, "c" -- d',
    'It is 10:30',
    'x:y',
    'a_b',
    'A & B',
    'www.e.org',
    'a@b.org',
    'Tip:do',
    'End ',
    '- a',
    '1. b',
    '# c',
    '> d',
    'a\u00a0b',
    '!',
    'A | b',
    '$5 (10%) + 3 = ~8; why?',
  ];
  for (const title of titles) {
    const { explainer } = parseFile(
      file([`headline: ${JSON.stringify(title)}`, 'standfirst: S', 'byline: [A]']),
    );
    const body = parseFile(file(base, `x ${title}`)).explainer.tree.children[0];
    const words = body?.type === 'paragraph' ? JSON.stringify(bare(body.children)) : '';
    const expected = words
      .replace(/^\[\{"type":"text","value":"x ?/u, '[{"type":"text","value":"')
      .replace('[{"type":"text","value":""},', '[');
    expect(JSON.stringify(bare(explainer.metadata.headline.children))).toBe(expected);
  }
});
