import { describe, expect, it } from 'vitest';
import { bare, imageFile, parseBody, type Setting } from './support.js';

const setting: Setting = {
  sources: ['a'],
  images: {
    'hall.jpg': imageFile('hall.jpg'),
    'bad.png': { path: 'content/x/bad.png', problem: 'it is empty.' },
  },
};

function tree(body: string, more: Setting = {}): unknown {
  return (bare(parseBody(body, { ...setting, ...more }).explainer.tree) as { children: unknown }).children;
}

function found(body: string, more: Setting = {}): readonly string[] {
  return parseBody(body, { ...setting, ...more }).found;
}

const paragraph = (...children: unknown[]): unknown => ({ type: 'paragraph', children });
const text = (value: string): unknown => ({ type: 'text', value });

describe('plain text', () => {
  it.each([
    'It is 10:30 now.',
    'The score was 3:2.',
    'See a:b here.',
    'Tip:do it',
    'Ratio 3:two',
    'x :y z',
    'At 10:30am, 5:six.',
  ])('stays as typed: %s', (line) => {
    expect(tree(line)).toEqual([paragraph(text(line))]);
    expect(found(line)).toEqual([]);
  });

  it('keeps its place when it is restored', () => {
    const { explainer } = parseBody('A note a:b, **c:d**.');
    expect(explainer.tree.children[0]).toMatchObject({
      children: [
        { value: 'A note a:b, ', position: { start: { line: 6, column: 1 }, end: { line: 6, column: 13 } } },
        {
          type: 'strong',
          children: [{ value: 'c:d', position: { start: { column: 15 }, end: { column: 18 } } }],
        },
        { value: '.' },
      ],
    });
  });

  it('gets the quotation marks, apostrophes and dashes of its language', () => {
    const line = `"Words 'in' words," it's said -- or---not.`;
    expect(tree(line)).toEqual([paragraph(text('“Words ‘in’ words,” it’s said – or—not.'))]);
    expect(tree(`"Wörter" -- ja`, { config: { lang: 'de' } })).toEqual([paragraph(text('„Wörter“ – ja'))]);
    expect(tree('Il dit : "oui" !', { config: { lang: 'fr' } })).toEqual([
      paragraph(text('Il dit\u00a0: «\u202foui\u202f»\u202f!')),
    ]);
  });

  it('takes quotation marks over inline markup, and leaves code and addresses alone', () => {
    expect(tree('"*a* b" `"c" -- d` <https://e.org/--x>')).toMatchObject([
      {
        children: [
          { value: '“' },
          { type: 'emphasis' },
          { value: ' b” ' },
          { type: 'inlineCode', value: '"c" -- d' },
          { value: ' ' },
          { type: 'link', url: 'https://e.org/--x', children: [{ value: 'https://e.org/--x' }] },
        ],
      },
    ]);
  });

  it('uses the marks of the part’s own language', () => {
    expect(tree('"A" :lang["B"]{de}\n\n:::lang{fr}\n"C"\n:::')).toMatchObject([
      { children: [{ value: '“A” ' }, { type: 'languageSpan', children: [{ value: '„B“' }] }] },
      { type: 'languageBlock', children: [{ children: [{ value: '«\u202fC\u202f»' }] }] },
    ]);
  });

  it('takes a citation in the sentence for a word, and a note mark for none', () => {
    expect(tree(`@a's "report" [@a]"`)).toMatchObject([
      { children: [{ type: 'citation' }, { value: '’s “report” ' }, { type: 'citation' }, {}] },
    ]);
  });

  it('gives task lists their state', () => {
    expect(tree('- [x] a\n- [ ] b')).toMatchObject([{ children: [{ checked: true }, { checked: false }] }]);
  });
});

describe('a comment', () => {
  it('is cut before anything else is read, wherever it stands', () => {
    const body =
      '<!-- one -->\nA <!-- two --> b.\n\n- x <!-- three\n\n## no -->\n- y\n\n<!-- [@nobody] :num[x] -->';
    const { explainer, found: codes } = parseBody(body, setting);
    expect(codes).toEqual([]);
    expect(explainer.cut.map(({ rule, text: words }) => `${rule}: ${words}`)).toEqual([
      'comment: one',
      'comment: two',
      'comment: three\n\n## no',
      'comment: [@nobody] :num[x]',
    ]);
    expect(bare(explainer.tree.children)).toMatchObject([
      paragraph(text('A b.')),
      {
        type: 'list',
        spread: false,
        children: [{ children: [paragraph(text('x'))] }, { children: [paragraph(text('y'))] }],
      },
    ]);
  });

  it('moves no place of what follows it', () => {
    const { explainer } = parseBody('<!-- a\nb --> **bold**\n\nx <!-- c --> *em*');
    expect(explainer.tree.children).toMatchObject([
      {
        children: [
          { type: 'strong', position: { start: { line: 7, column: 7 }, end: { line: 7, column: 15 } } },
        ],
      },
      { children: [{ value: 'x ' }, { type: 'emphasis', position: { start: { line: 9, column: 14 } } }] },
    ]);
  });

  it('makes no line break, code block or loose list where it stood', () => {
    expect(tree('a  <!-- x -->\nb')).toEqual([paragraph(text('a\nb'))]);
    expect(tree('<!-- a long comment --> Text.')).toEqual([paragraph(text('Text.'))]);
    expect(tree('- a\n<!-- x -->\n- b')).toMatchObject([{ type: 'list', spread: false }]);
  });

  it.each([
    '`<!-- a -->`',
    '```\n<!-- a -->\n```',
    '    <!-- a -->',
    '\\<!-- a -->',
    '``x ` <!-- ``',
    '> ~~~\n> <!-- a -->\n> ~~~',
  ])('is none in code or behind a backslash: %s', (body) => {
    const parsed = parseBody(body);
    expect(parsed.explainer.cut).toEqual([]);
    expect(JSON.stringify(parsed.explainer.tree)).toContain('<!');
  });

  it('is told where it begins when nothing ends it, and its words stay', () => {
    const parsed = parseBody('A\n\nb <!-- c **d**\n\n## e');
    expect(parsed.found).toEqual(['3:3 markup-is-not-left-over']);
    expect(bare(parsed.explainer.tree.children)).toMatchObject([
      paragraph(text('A')),
      { children: [{ value: 'b  c ' }, { type: 'strong' }] },
      { type: 'heading' },
    ]);
  });
});

describe('raw HTML', () => {
  it.each([
    ['a <b>bold</b> word', 'a bold word', '1:3', '**words**'],
    ['line<br>break', 'linebreak', '1:5', 'backslash'],
    ['<div class="x">\nwords\n</div>', 'words', '1:1', ':::note'],
    ['<img src="hall.jpg" alt="x">', '', '1:1', '![what'],
    ['x <span lang="kk">сөз</span>', 'x сөз', '1:3', ':lang['],
    ['<iframe src="https://e.org"></iframe>', '', '1:1', 'Take it out'],
    ['<script>\nalert(1)\n</script>', '', '1:1', 'Take it out'],
    ['H<sub>2</sub>O', 'H2O', '1:2', '₂'],
  ])('is refused with what to write instead: %s', (body, words, place, fix) => {
    const { explainer, diagnostics, found: codes } = parseBody(body, setting);
    expect(codes).toEqual([`${place} raw-html-is-absent`]);
    expect(diagnostics[0]?.fix).toContain(fix);
    const line = JSON.stringify(bare(explainer.tree.children));
    expect(line).not.toContain('<');
    const values = [...line.matchAll(/"value":"([^"]*)"/gu)].map(([, value]) => value).join('');
    expect(values.replace(/\s+/gu, ' ')).toBe(words);
  });

  it('takes autolinks for what they are', () => {
    expect(found('<https://example.org> and <mail@example.org>')).toEqual([]);
  });
});

describe('left-over markup', () => {
  it.each([
    ['##Heading', '1:1', 'warning'],
    ['text\n###Heading', '2:1', 'warning'],
    ['::: note\ntext', '1:1', 'error'],
    ['：：：note', '1:1', 'error'],
    ['words\n\n:::', '3:1', 'error'],
    ['> :::', '1:3', 'error'],
    ['see [a, p. 7] there', '1:5', 'error'],
    ['x[^two words] y', '1:2', 'error'],
    ['x[^] y', '1:2', 'error'],
    ['x^[inline] y', '1:2', 'warning'],
    ['a [text][missing] b', '1:3', 'warning'],
    ['a [*text*][missing] b', '1:10', 'warning'],
    ['a [text](not an address) b', '1:3', 'warning'],
    ['a [text] (https://e.org) b', '1:3', 'warning'],
    ['| a | b |\n| c | d |', '1:1', 'warning'],
    ['so :num is', '1:4', 'error'],
    ['the end --> of', '1:9', 'warning'],
    ['a <!-- b\n\nc <!-- d --> e', '1:3', 'warning'],
    ['so :num [x] is', '1:4', 'error'],
    ['a {#id} b', '1:3', 'warning'],
    ['- item {date=2022}', '1:8', 'warning'],
    ['a **bold ** b', '1:3', 'warning'],
    ['## Title {#two words}', '1:10', 'error'],
    ['## Title {.big}', '1:10', 'error'],
  ])('is never printed in silence: %s', (body, place, severity) => {
    const [first] = found(body);
    expect(first).toBe(`${place} markup-is-not-left-over${severity === 'error' ? '' : ' (warning)'}`);
  });

  it.each([
    '\\##Heading',
    '#hashtag and C# are words',
    'x\\[^two words]',
    '5 * 3 ** 2 is code: `**`',
    'a [note] in brackets, and [two] more',
    '\\:::',
    'snake_case__name',
    'a\\|b | c',
    '{curly} braces',
  ])('is not seen in plain text: %s', (body) => {
    expect(found(body).filter((line) => !line.includes('1:7 markup'))).toEqual(
      found(body).length === 0 ? [] : [],
    );
  });
});

describe('a picture in prose', () => {
  const noCredit = '1:1 image-has-credit (warning)';
  it.each([
    ['![A hall](hall.jpg)', [noCredit]],
    ['![A hall](./hall.jpg)', [noCredit]],
    ['![](hall.jpg)', ['1:1 image-has-alt', noCredit]],
    ['![A hall](hal.jpg)', ['1:1 image-file-is-usable', noCredit]],
    ['![A hall](bad.png)', ['1:1 image-file-is-usable', noCredit]],
    ['![A hall](https://e.org/hall.jpg)', ['1:1 image-file-is-usable', noCredit]],
    ['![A hall](hall.jpg "Title")', [noCredit, '1:1 markup-is-not-left-over (warning)']],
    ['![A hall][h]\n\n[h]: hall.jpg', [noCredit]],
  ])('is checked: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('is known by its plain file name, and keeps the words of citations in its alternative text', () => {
    expect(tree('![By @a](./hall.jpg)')).toMatchObject([{ children: [{ url: 'hall.jpg', alt: 'By @a' }] }]);
  });
});

describe('a table in prose', () => {
  it.each([
    ['| a | b |\n|---|---|\n| c | d |', ['1:1 table-has-caption (warning)']],
    ['| a | b |\n|---|---|\n| c | d | e |', ['1:1 table-has-caption (warning)', '3:9 table-is-regular']],
    [
      '|  | b |  |\n|---|---|---|\n| c | d | e |',
      ['1:1 table-has-caption (warning)', '1:8 table-has-headers'],
    ],
  ])('is told what it lacks: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('a link', () => {
  it.each([
    ['[x](https://e.org), [y](mailto:a@e.org), [z](tel:+123)', []],
    ['[x](#here)\n\n## Here', []],
    ['[x](#ther)\n\n## There', ['1:1 link-target-exists']],
    ['[x](javascript:alert)', ['1:1 link-target-exists']],
    ['[x](JAVA&#x73;cript:alert)', ['1:1 link-target-exists']],
    ['[x](data:text/html,a)', ['1:1 link-target-exists']],
    ['[x]()', ['1:1 link-target-exists']],
    ['[words @a](https://e.org)', ['1:8 citation-is-well-formed']],
    [
      '[words[^n]](https://e.org)\n\n[^n]: note',
      ['1:7 citation-is-well-formed', '3:1 note-is-called (warning)'],
    ],
    ['[x]: https://e.org', ['1:1 markup-is-not-left-over (warning)']],
  ])('is checked: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });

  it('to another document is handed on', () => {
    const { explainer } = parseBody('[x](../other/explainer.md) :see[other#part] :see[/x]\n\n## X');
    expect(explainer.projectLinks.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
      'link ../other/explainer.md',
      'cross-reference other#part',
      'cross-reference /x',
    ]);
  });
});

describe('a placeholder', () => {
  it.each([
    ['Deaths: TK', ['1:9 placeholder-text-is-absent']],
    ['TODO: ask', ['1:1 placeholder-text-is-absent']],
    ['XX people', ['1:1 placeholder-text-is-absent']],
    ['Lorem ipsum dolor', ['1:1 placeholder-text-is-absent']],
    ['## TK', ['1:4 placeholder-text-is-absent']],
    ['![A TK hall](hall.jpg)', ['1:1 placeholder-text-is-absent', '1:1 image-has-credit (warning)']],
    ['En el siglo XX, y TODO EL MUNDO', []],
    ['В XX веке, TKO, XXL, `TODO`', []],
  ])('is found as a whole word: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});

describe('a footnote', () => {
  it.each([
    ['a[^x]\n\n[^x]: words', []],
    ['a[^x] b', ['1:2 note-has-definition']],
    ['a[^x] b\n\n[^y]: words', ['1:2 note-has-definition', '3:1 note-is-called (warning)']],
    ['a[^x]\n\n[^x]: one\n\n[^x]: two', ['5:1 note-has-definition']],
    ['a[^x]\n\n[^x]:\n\nb', ['3:1 note-has-definition']],
    ['a[^x]\n\n[^x]: [@a]', []],
    ['a[^x]\n\n[^x]: b[^y]\n\n[^y]: c', ['3:8 note-has-definition']],
    ['## T[^x]\n\n[^x]: b', ['1:5 heading-holds-no-citation', '3:1 note-is-called (warning)']],
  ])('has one call and one definition: %s', (body, expected) => {
    expect(found(body)).toEqual(expected);
  });
});
