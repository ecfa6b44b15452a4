import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../src/document/explainer.js';
import type { BlockNode } from '../../src/document/nodes.js';
import type { AttributeRule, RecogniseContext } from '../../src/document/recognise-context.js';
import type { BlockReader } from '../../src/document/work.js';
import { bare, parseBody, type Setting } from './support.js';

/** A block that takes what it gets. */
function reader(
  name: string,
  holds: BlockReader['holds'] = 'prose',
  rules: Readonly<Record<string, AttributeRule>> = {},
): [string, BlockReader] {
  return [
    name,
    {
      holds,
      recognise(directive, context: RecogniseContext) {
        const values = context.attributes(directive, rules);
        const heading = values.rich('title');
        const node: BlockNode = {
          ...context.common(directive),
          type: name,
          reference: heading?.text ?? name,
          ...(heading === undefined ? {} : { heading }),
          ...(values.sources('source') && { source: values.sources('source') }),
          children: [...context.children(directive)],
        };
        return node;
      },
    },
  ];
}

const rules: Readonly<Record<string, AttributeRule>> = {
  title: { form: 'rich' },
  source: { form: 'sources' },
  on: { form: 'date' },
  kind: { form: ['photo', 'screenshot'] },
  pull: { form: 'flag' },
  'described-in': { form: 'id', code: 'described-in-target-exists' },
  'original-lang': { form: 'language' },
  by: {
    form: 'text',
    required: true,
    code: 'quote-has-speaker',
    why: 'Readers want a name.',
    example: 'Name',
  },
};

const setting: Setting = {
  sources: ['a', 'b'],
  blocks: new Map([
    reader('note'),
    reader('quote', 'prose', rules),
    reader('chart', 'prose', { title: { form: 'rich' }, source: { form: 'sources' } }),
    reader('background', 'blocks', { title: { form: 'rich' } }),
    reader('qa', 'blocks'),
    reader('timeline', 'prose'),
  ]),
};

const found = (body: string): readonly string[] => parseBody(body, setting).found;
const nodes = (body: string): unknown =>
  (bare(parseBody(body, setting).explainer.tree) as { children: unknown }).children;

function outline(entries: readonly OutlineEntry[]): unknown {
  return entries.map(({ depth, title, id, children }) => [
    `${depth} ${title} #${id}`,
    ...(outline(children) as []),
  ]);
}

describe('headings', () => {
  it('have ids from the author or from their words, each its own', () => {
    const { explainer, found: codes } = parseBody(
      '## One two\n\n### One two\n\n### Сколько? {#how-many}\n\n## Notes\n\n## Note 2\n\n## "Quoted" *words*\n\nSetext {#s}\n---\n\n## ???',
      setting,
    );
    expect(codes).toEqual([]);
    expect(outline(explainer.outline)).toEqual([
      ['2 One two #one-two', ['3 One two #one-two-2'], ['3 Сколько? #how-many']],
      ['2 Notes #about-notes'],
      ['2 Note 2 #about-note-2'],
      ['2 “Quoted” words #quoted-words'],
      ['2 Setext #s'],
      ['2 ??? #section'],
    ]);
  });

  it('let the author’s id win over one that would be made from words', () => {
    const { explainer } = parseBody('## Part\n\n## Other {#part}', setting);
    expect(explainer.outline.map(({ id }) => id)).toEqual(['part-2', 'part']);
  });

  it.each([
    ['### Deep', ['1:1 heading-levels-do-not-skip']],
    ['## A\n\n#### B\n\n##### C', ['3:1 heading-levels-do-not-skip']],
    ['# Top', ['1:1 document-has-one-headline']],
    ['##\n\n## ', ['1:1 document-has-one-headline', '3:1 document-has-one-headline']],
    ['## A {#x}\n\n## B {#x}', ['3:6 id-is-unique']],
    ['## A {#notes}', ['1:6 id-is-unique']],
    ['## A {#note-3}', ['1:6 id-is-unique']],
    ['## A {#source-a}', ['1:6 id-is-unique']],
    ['## A {#source-of-all}', []],
    ['## A {#a<b}', ['1:6 keys-and-blocks-are-known']],
    [':::background{title="T"}\n### In\n:::', []],
    ['## A\n\n:::background{title="T"}\n#### In\n:::\n\n### B', []],
    ['## A\n\n:::background{title="T"}\n##### In\n:::', ['4:1 heading-levels-do-not-skip']],
  ])('are in order: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('name the first place of an id', () => {
    const { diagnostics } = parseBody('## A {#x}\n\n:::note{#x}\nt\n:::', setting);
    expect(diagnostics[0]?.related?.[0]?.place).toMatchObject({
      position: { start: { line: 6, column: 6 } },
    });
    expect(diagnostics[0]?.place).toMatchObject({ position: { start: { line: 8, column: 9 } } });
  });
});

describe('blocks', () => {
  it('know their level, and stand in the outline when they show a heading', () => {
    const body =
      ':::note\na\n:::\n\n## S\n\n::::background{title="Box *b*"}\n:::note\nb\n:::\n::::\n\n### T\n\n:::chart{title=c}\nd\n:::\n\n:::qa\n## Q?\n\nAnswer\n\n:::';
    const { explainer, found: codes } = parseBody(body, setting);
    expect(codes).toEqual([]);
    expect(outline(explainer.outline)).toEqual([
      ['2 S #s', ['3 Box b #box-b'], ['3 T #t', ['4 c #c'], ['4 Q? #q']]],
    ]);
    expect(nodes(body)).toMatchObject([
      { type: 'note', id: 'note', headingDepth: 2, print: 'show', classes: [] },
      { type: 'heading' },
      {
        type: 'background',
        id: 'box-b',
        headingDepth: 3,
        children: [{ type: 'note', id: 'about-note-2', headingDepth: 4 }],
      },
      { type: 'heading' },
      { type: 'chart', headingDepth: 4 },
      {
        type: 'qa',
        id: 'qa',
        headingDepth: 4,
        children: [{ type: 'heading', depth: 4 }, { type: 'paragraph' }],
      },
    ]);
  });

  it('take id, classes, language and print mode', () => {
    expect(nodes(':::note{#x .wide .dark lang=ar print=hide}\na\n:::')).toMatchObject([
      { id: 'x', classes: ['wide', 'dark'], lang: 'ar', dir: 'rtl', print: 'hide' },
    ]);
  });

  it.each([
    [':::noet\na\n:::', ['1:1 keys-and-blocks-are-known']],
    ['::unknown', ['1:1 keys-and-blocks-are-known']],
    ['::note', ['1:1 keys-and-blocks-are-known']],
    [':::note[Label]\na\n:::', ['1:8 keys-and-blocks-are-known']],
    [':::note{colour=red}\na\n:::', ['1:9 keys-and-blocks-are-known']],
    [':::note{print=never}\na\n:::', ['1:9 values-are-known']],
    [':::note{lang=kazakh}\na\n:::', ['1:9 language-tag-is-valid']],
    [':::note{.a_b}\na\n:::', ['1:9 keys-and-blocks-are-known']],
    [':::note{id=x id=y}\na\n:::', ['1:14 keys-and-blocks-are-known']],
    [':::quote\na\n:::', ['1:1 quote-has-speaker']],
    [':::quote{by=}\na\n:::', ['1:10 keys-and-blocks-are-known']],
    [':::quote{by=""}\na\n:::', ['1:10 values-are-known']],
    [':::quote{by=A on=2022-02-30}\na\n:::', ['1:15 date-is-valid']],
    [':::quote{by=A on=2022-02-03/2022-02-01}\na\n:::', ['1:15 date-is-valid']],
    [':::quote{by=A kind=foto}\na\n:::', ['1:15 values-are-known']],
    [':::quote{by=A described-in=nowhere}\na\n:::', ['1:15 described-in-target-exists']],
    [':::quote{by=A original-lang=xx}\na\n:::', ['1:15 language-tag-is-valid']],
    [':::quote{by=A source=c}\na\n:::', ['1:22 source-id-is-defined']],
    [':::quote{by=A source="a c, p. 3"}\na\n:::', ['1:25 source-id-is-defined']],
    [':::quote{by=A source="a, b"}\na\n:::', ['1:23 citation-is-well-formed']],
    [':::quote{by=A source="a; c"}\na\n:::', ['1:26 source-id-is-defined']],
    [':::quote{by=A title="T [@a]"}\na\n:::', ['1:24 heading-holds-no-citation']],
    [':::quote{by=A title="T :num[x]"}\na\n:::', ['1:24 figure-id-is-defined']],
    [':::quote{by=A pull source="a, p. 3" kind=photo}\na\n:::', []],
    [':::quote{by=A pull=yes}\na\n:::', ['1:15 values-are-known']],
    [':::quote{by=A title="T :see[x y]"}\na\n:::', ['1:24 markup-is-not-left-over']],
    [':::quote{by=A title="[T](javascript:x)"}\na\n:::', ['1:22 link-target-exists']],
    [':::quote{by="TK"}\na\n:::', ['1:10 placeholder-text-is-absent']],
  ])('are told at the place of what is wrong: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('keep the words of what is unknown', () => {
    expect(nodes(':::noet{title="T"}\n- a\n:::\n\n::unknown[some *words*]')).toMatchObject([
      { type: 'paragraph', children: [{ value: 'T' }] },
      { type: 'list' },
      { type: 'paragraph', children: [{ value: 'some ' }, { type: 'emphasis' }] },
    ]);
  });

  it('name the nearest block', () => {
    expect(parseBody(':::tmeline\n- a\n:::', setting).diagnostics[0]?.fix).toBe('Did you mean “timeline”?');
  });

  it('read several sources with and without locators', () => {
    expect(
      nodes(
        ':::chart{title=c source="a b"}\nd\n:::\n\n:::chart{title=d source="a, p. 3; b"}\ne\n:::\n\n:::chart{title=e source=own}\ne\n:::',
      ),
    ).toMatchObject([
      { source: { value: 'a b', own: false, items: [{ id: 'a' }, { id: 'b' }] } },
      { source: { value: 'a, p. 3; b', items: [{ id: 'a', label: 'page', locator: '3' }, { id: 'b' }] } },
      { source: { own: true, items: [] } },
    ]);
  });
});

describe('fences', () => {
  it.each([
    [':::note\na', ['1:1 keys-and-blocks-are-known']],
    [':::note\na\n\n## H\n\nb', ['1:1 keys-and-blocks-are-known']],
    [':::note\na\n\n:::timeline\nb\n:::\n\n## H', ['1:1 keys-and-blocks-are-known']],
    ['::::background{title=t}\n:::note\na\n::::\n\nb', ['2:1 keys-and-blocks-are-known']],
    [':::background{title=t}\n:::note\na\n:::\n:::\n\nb', ['2:1 keys-and-blocks-are-known']],
    [':::note words here\na\n:::', ['1:9 keys-and-blocks-are-known']],
    [':::chart{title=“A b” source=a}\na\n:::', ['1:9 keys-and-blocks-are-known']],
    [':::chart{title="A b source=a}\na\n:::', ['1:10 keys-and-blocks-are-known']],
    [':::quote{by="A\na\n:::', ['1:10 keys-and-blocks-are-known']],
    ['- x\n\n  :::note\n  a\n  :::\n\ny', []],
    ['> :::note\n> a\n> :::', []],
    ['```\n:::note\n```', []],
    ['::: note\na\n:::', ['1:1 markup-is-not-left-over']],
    ['::: note {#x}\na\n:::', ['1:1 markup-is-not-left-over']],
    [':::note {#x}\na\n:::', ['1:8 keys-and-blocks-are-known']],
    ['：：：note\na\n：：：', ['1:1 markup-is-not-left-over']],
    ['::: elsewhere\n\na', ['1:1 markup-is-not-left-over']],
    [':::note\na\n：：：', []],
    [':::note\n```\n:::\n```\nb\n:::\n\nc', []],
    ['> :::note\n> a\n\nb', ['1:3 keys-and-blocks-are-known']],
    ['- :::note\n  a\n\nb', ['1:3 keys-and-blocks-are-known']],
    ['- :::note\n  a\n  :::\n- b', []],
  ])('with a slip cost one finding: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('end an unclosed block before the next one or the next heading', () => {
    expect(nodes(':::note\na\n\n:::timeline\nb\n:::\n\n:::note\nc\n\n## H\n\nd')).toMatchObject([
      { type: 'note', children: [{ type: 'paragraph' }] },
      { type: 'timeline' },
      { type: 'note' },
      { type: 'heading' },
      { type: 'paragraph' },
    ]);
  });

  it('do not end inside code', () => {
    expect(nodes(':::note\n```\n:::\n```\nb\n:::\n\nc')).toMatchObject([
      { type: 'note', children: [{ type: 'code', value: ':::' }, { type: 'paragraph' }] },
      { type: 'paragraph' },
    ]);
  });

  it('keep a block inside one with as many colons', () => {
    expect(nodes(':::background{title=t}\n:::note\na\n:::\nb\n:::\n\nc')).toMatchObject([
      { type: 'background', children: [{ type: 'note' }, { type: 'paragraph' }] },
      { type: 'paragraph' },
    ]);
  });

  it('read values between typographic quotation marks all the same', () => {
    expect(nodes(':::chart{title=“A b” source=a}\na\n:::')).toMatchObject([
      { heading: { text: 'A b' }, source: { value: 'a' } },
    ]);
  });
});

describe('nesting', () => {
  it.each([
    ['::::note\n:::timeline\na\n:::\n::::', ['2:1 keys-and-blocks-are-known']],
    ['::::background{title=t}\n:::note\na\n:::\n::::', []],
    ['::::background{title=t}\n:::background{title=u}\na\n:::\n::::', ['2:1 keys-and-blocks-are-known']],
    [':::::background{title=t}\n::::note\n:::lang{ar}\na\n:::\n::::\n:::::', []],
    [':::::note\n::::lang{ar}\n:::timeline\na\n:::\n::::\n:::::', ['3:1 keys-and-blocks-are-known']],
    ['::::lang{ar}\n:::lang{kk}\na\n:::\n::::', ['2:1 keys-and-blocks-are-known']],
  ])('follows what each block may hold: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('places of contents, notes and sources', () => {
  it.each(['::toc', ':::toc', ':::toc\n\n:::', '::toc\n:::'])('need no closing line: %s', (mark) => {
    const body = `a\n\n${mark}\n\nb`;
    expect(found(body)).toEqual([]);
    expect(nodes(body)).toMatchObject([
      { type: 'paragraph' },
      { type: 'generatedPart', part: 'toc', id: 'toc', children: [] },
      { type: 'paragraph' },
    ]);
  });

  it('leave the closing line of the block around them alone', () => {
    expect(
      nodes('::::background{title=t}\n:::toc\n:::\n::::\n\n:::background{title=u}\n::notes\n:::'),
    ).toMatchObject([
      { type: 'background', children: [{ part: 'toc' }] },
      { type: 'background', children: [{ part: 'notes' }] },
    ]);
  });

  it.each([
    ['::toc\n\n:::toc', ['3:1 keys-and-blocks-are-known']],
    ['::toc{#x}', ['1:7 keys-and-blocks-are-known']],
    ['::toc\n\n## Toc {#toc}', ['3:8 id-is-unique']],
  ])('stand once: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('languages of parts', () => {
  it('have their direction', () => {
    expect(nodes('a :lang[نص]{ar} b\n\n:::lang{ar #x}\nنص\n:::')).toMatchObject([
      { children: [{ value: 'a ' }, { type: 'languageSpan', lang: 'ar', dir: 'rtl' }, { value: ' b' }] },
      { type: 'languageBlock', id: 'x', lang: 'ar', dir: 'rtl', children: [{ type: 'paragraph' }] },
    ]);
  });

  it.each([
    ['a :lang[x]{lang=kk}', ['1:3 language-tag-is-valid']],
    ['a :lang[x]', ['1:3 language-tag-is-valid']],
    ['a :lang[x]{kz}', ['1:3 language-tag-is-valid']],
    ['a :lang[x]{kk ru}', ['1:3 language-tag-is-valid']],
    [':::lang\nx\n:::', ['1:1 language-tag-is-valid']],
    [':::lang{ar lang=ar}\nx\n:::', ['1:1 language-tag-is-valid']],
    [':::lang{lang=ar}\nx\n:::', ['1:1 language-tag-is-valid']],
    ['a :lang[x]{pt-BR} :lang[y]{zh-Hant} :lang[z]{evn}', []],
  ])('are told when they are malformed: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('show the right form', () => {
    expect(parseBody('a :lang[x y]{lang=kk}').diagnostics[0]?.fix).toBe(
      'Write the tag alone: :lang[x y]{kk}.',
    );
  });
});

describe('numbers and cross references', () => {
  const figures = `old:
  label: deaths
  value: 12
  unit: people
  as-of: 2022-01-05
  source: a
  status: superseded
new:
  label: deaths
  value: 13
  unit: people
  as-of: 2022-01-06
  source: a
  supersedes: old
`;
  it('become nodes', () => {
    const { explainer, found: codes } = parseBody('## P\n\n:num[new] :num[new]{value}ке :see[p]', {
      ...setting,
      figures,
    });
    expect(codes).toEqual([]);
    expect(bare(explainer.tree.children[1])).toMatchObject({
      children: [
        { type: 'figureNumber', figure: 'new', form: 'full' },
        { value: ' ' },
        { type: 'figureNumber', figure: 'new', form: 'value' },
        { value: 'ке ' },
        { type: 'crossReference', target: 'p' },
      ],
    });
  });

  it.each([
    [':num[nwe]', ['1:1 figure-id-is-defined']],
    [':num[new]{short}', ['1:1 keys-and-blocks-are-known']],
    ['a :num[old]', ['1:3 figure-is-current']],
    [':::timeline\n:num[old]\n:::', []],
    [':see[No such]', ['1:1 link-target-exists']],
    [':sea[x] y', ['1:1 keys-and-blocks-are-known']],
  ])('are checked: %s', (body, expected) => {
    expect(parseBody(body, { ...setting, figures }).found).toEqual(expected);
  });

  it('offer what is current', () => {
    expect(parseBody(':num[old]', { ...setting, figures }).diagnostics[0]?.fix).toContain(':num[new]');
  });
});
