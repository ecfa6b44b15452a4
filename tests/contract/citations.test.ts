/** Section 4 of the content model: sources and citations. */

import { describe } from 'vitest';
import { type Case, proveAll } from './case.js';

const inStyle = (style: string, body: string): string =>
  `---\nheadline: H\nstandfirst: S\nbyline: [A]\ncitation-style: ${style}\n---\n${body}\n`;

const bib = {
  'sources.bib': `@article{two, author = {Doe, Jane and Roe, Rick and others}, title = {T}, journaltitle = {Journal}, date = {2022-01-06}}
@article{one, author = {Roe, Rick and others}, title = {S}, journal = {J}, year = 2001}
`,
};

const titled = (title: string): string => `:::table{title="${title}" source=a}
| A | B |
|---|---|
| x | y |
:::`;

const cases: readonly Case[] = [
  {
    says: 'note styles turn each bracket into a footnote of its own; the call stands behind point, comma and closing quote',
    body: 'One [@a]. Two [@a, p. 3], "three [@b]." He said "four" [@b].',
    shows: [/One\.<sup.*Two,<sup.*“three\.”<sup.*“four”\.<sup/],
  },
  {
    says: 'in French the call stands before the point',
    head: 'lang: fr\n',
    body: 'Un [@a]. « Deux [@b]. »',
    shows: [/Un<sup[\s\S]*<\/sup>\./, /Deux<sup[\s\S]*<\/sup>\.\u00a0?\u202f?»/],
  },
  {
    says: 'full form first, short form later, never “ibid.”',
    body: 'One [@a, p. 3]. Two [@a, p. 3]. Three [-@a].',
    shows: ['Jane Doe, “First Report” (House, 6\u00a0January 2022), 3.', 'Doe, “First Report,” 3.'],
    hides: [/ibid/i],
  },
  {
    says: '`@id` prints the short form of the author, then the call; `@id [p. 3]` has a place',
    body: '@a says so, and @b [p. 3] too.',
    shows: [/Doe<sup/, /Roe<sup/, 'Second Article,” <em>The Paper</em>, 7\u00a0January 2022, 3'],
  },
  {
    says: 'an undefined id is an error, though a known one begins like it; endings of the sentence stay',
    head: 'lang: kk\n',
    body: 'A [@a-2]. B @b.x деді. @a-ның сөзі.',
    findings: ['error source-id-is-defined explainer.md:7:4', 'error source-id-is-defined explainer.md:7:13'],
    shows: ['Doe-ның<sup'],
  },
  {
    says: 'an anonymous source in the sentence is an error',
    body: '@anon says so.',
    findings: ['error citation-is-well-formed explainer.md:6:1'],
  },
  {
    says: 'in-text styles print where the mark stands, inside quotation marks too',
    body: inStyle('apa', '"Quoted [@b]" and "said [@b]." Then \'inner [@a]\'.'),
    shows: [/“Quoted \(<a[^>]*>Roe, 2022<\/a>\)” and “said \(<a[^>]*>Roe, 2022<\/a>\)\.”/, /\)”\.|\)’\./],
    hides: ['"</', ')"'],
  },
  {
    says: 'numeric styles print their number in the sentence',
    body: inStyle('ieee', 'One [@a, p. 3]. Two [@b; @a].'),
    shows: ['[1, p. 3]</a>', '>2</a>]'],
  },
  {
    says: 'locators: page, paragraph, chapter, section, article, line, time, abbreviated or not; a bare number is a page',
    body: 'A [@a, page 3]. B [@a, para. 7]. C [@a, ch. 2]. D [@a, § 5]. E [@a, article 4]. F [@a, line 8]. G [@b, at 12:30]. H [@a, 12].',
    shows: ['para. 7', 'chap. 2', 'sec. 5', 'art. 4', 'l. 8', 'at 12:30', '” 12.'],
  },
  {
    says: 'in Kazakh the locator stands behind its number',
    head: 'lang: kk\n',
    body: 'Мәтін [@a, 46-бап]. Мәтін [@a, art. 47].',
    shows: ['46-бап', '47-бап'],
  },
  {
    says: 'other words stay as written at the end of the cite, with an advice',
    body: 'A [@a, passim].',
    shows: ['passim.'],
    findings: ['info citation-is-well-formed explainer.md:6:8'],
  },
  {
    says: '“and others” of BibTeX is “et al.”',
    body: 'A [@two] [@one].',
    files: bib,
    shows: ['Jane Doe, Rick Roe, et al., “T,”', 'Rick Roe et al., “S,”'],
    hides: ['and others'],
  },
  {
    says: '“and others” in author-date styles and other languages',
    body: '---\nheadline: H\nstandfirst: S\nbyline: [A]\nlang: ru\ncitation-style: apa\n---\nА [@two].\n',
    files: bib,
    shows: ['и др.'],
    hides: ['others'],
  },
  {
    says: 'citations stand in lists, quotations, tables, captions, key points and notes',
    body: `> Quote [@a]

- List [@a]

:::table{title="T" source=b}
| A | B |
|---|---|
| x [@a] | y[^n] |
:::

:::figure{credit="C"}
![alt](hall.jpg)

Caption [@a].
:::

[^n]: Note with [@b, p. 2].
`,
    shows: ['id="call-1-1"', 'id="call-2-1"', 'id="call-3-1"', 'id="call-5-1"', 'Note with Rick Roe'],
  },
  {
    says: 'a citation or note in a heading, title or the front matter is an error that says where to put it',
    body: `---
headline: "H [@a]"
standfirst: S.
byline: [A]
---
## Head [@a]

### With[^n]

${titled('T [@a]')}

[^n]: Words[^n].
`,
    findings: [
      'error heading-holds-no-citation explainer.md:2:14',
      'error heading-holds-no-citation explainer.md:6:9',
      'error heading-holds-no-citation explainer.md:8:9',
      'error heading-holds-no-citation explainer.md:10:19',
      'error note-has-definition explainer.md:16:12',
    ],
  },
  {
    says: 'nor do they work in other words in braces, or in an alternative text',
    body: ':::figure{credit="C [@a]"}\n![alt [@a, p. 3]](hall.jpg)\n:::',
    findings: [
      'error heading-holds-no-citation explainer.md:6:11',
      'error heading-holds-no-citation explainer.md:7:1',
    ],
  },
  {
    says: 'an id with a space could never be cited',
    body: 'A.',
    files: {
      'sources.yaml': 'a: {kind: report, author: A, title: T}\nsp ace: {kind: report, author: A, title: T}\n',
      'figures.yaml': 'x y: {label: x, value: 1, unit: none, as-of: 2022, source: a}\n',
    },
    findings: ['error values-are-known sources.yaml:2:1', 'error values-are-known figures.yaml:1:1'],
  },
  {
    says: 'only `[^x]` called again keeps its number; a note that nothing calls is told',
    body: 'One[^x] and[^x].\n\n[^x]: X.\n[^y]: Y.',
    findings: ['warning note-is-called explainer.md:9:1'],
    shows: ['id="call-1-1"', 'id="call-1-2"'],
  },
  {
    says: 'a call after `::notes` is an error',
    body: 'One [@a].\n\n::notes\n\nTwo [@b].',
    findings: ['error notes-follow-their-calls explainer.md:10:5'],
  },
  {
    says: 'a note called only inside `print=hide` is web-only and its number is skipped on paper',
    body: 'One [@a].\n\n:::note{print=hide}\nTwo [@b].\n:::\n\nThree [@anon].',
    shows: ['id="call-2-1"'],
    prints: [/One\.<sup[\s\S]*?>1</, /Three\.<sup[\s\S]*?>3</],
    printsNot: ['href="#note-2"'],
  },
  {
    says: 'without citations there is no heading',
    body: 'Plain.',
    hides: ['Sources', 'Notes'],
  },
  {
    says: '`source=`: several, with a place, own work, unknown',
    body: [titled('T'), titled('U'), titled('V')]
      .join('\n\n')
      .replace('"T" source=a', '"T" source="a b"')
      .replace('"U" source=a', '"U" source="a, p. 3"')
      .replace('"V" source=a', '"V" source="own"'),
    config: 'publisher: { name: The Courier }\n',
    shows: [
      /Sources: <a[^>]*>Doe, 6\u00a0January 2022<\/a>; <a[^>]*>Roe, 7\u00a0January 2022<\/a>/,
      'Doe, 6\u00a0January 2022, p. 3</a>',
      'Source: own research by The Courier',
    ],
    hides: ['note-call'],
  },
  {
    says: 'what names nobody and nothing of an unnamed source is printed nowhere',
    body: 'A [@s].',
    files: {
      'sources.yaml':
        's: {tier: anonymous, description: an aide, reason: fear, approved-by: Bossname, corroboration: [t]}\nt: {kind: report, author: Tname, title: Ttitle}\n',
      'figures.yaml': '',
    },
    shows: ['An aide (not named: fear)'],
    hides: ['Bossname', 'Ttitle'],
  },
  {
    says: 'a photograph has its date once',
    body: 'A [@p].',
    files: {
      'sources.yaml': 'p: {kind: photo, author: P, title: Ph, published: 2022-01-06}\n',
      'figures.yaml': '',
    },
    shows: ['P, <em>Ph</em>, 6\u00a0January 2022.'],
  },
  {
    says: 'a comma with nothing behind it is a forgotten place',
    body: 'A [@a,]. B [@a, p. 3,]',
    findings: [
      'error citation-is-well-formed explainer.md:6:6',
      'error citation-is-well-formed explainer.md:6:21',
    ],
  },
  {
    says: 'plain text is one name: an institution is not split at its commas',
    body: 'A [@y]. B [@q].',
    files: {
      'sources.yaml':
        'y: {kind: book, author: "Ministry of Truth, Love and Peace", title: T}\nq: {kind: book, author: "van der Berg, Jan", title: U}\n',
      'figures.yaml': '',
    },
    shows: ['Ministry of Truth, Love and Peace, <em>T</em>', 'Jan van der Berg, <em>U</em>'],
  },
  {
    says: '`own` stands alone',
    body: titled('T').replace('source=a', 'source="own a"'),
    findings: ['error source-id-is-defined explainer.md:6:28'],
    tells: ['stands beside other sources'],
  },
  {
    says: 'a field that stands too deep is told as that, and the other entries stay usable',
    body: 'A [@b].',
    files: {
      'sources.yaml':
        'a:\n  kind: report\n  author: A\n   title: T\nb: {kind: report, author: A, title: T}\n',
      'figures.yaml': '',
    },
    findings: ['error data-file-is-readable sources.yaml:3:11'],
    tells: ['stands too deep: “title: T”'],
    shows: ['A, “T,” n.d.'],
  },
  {
    says: 'a place may say “and following”; a bare time is a time',
    head: 'lang: de\ncitation-style: apa\n',
    body: 'So @a [S. 3 f.], auch [@a, S. 7 ff.]. Im Film [@b, 12:30].',
    shows: ['S. 3 f.', 'S. 7 ff.', 'bei 12:30'],
  },
  {
    says: 'full-width brackets make no citation, and are told',
    head: 'lang: zh-Hans\n',
    body: '封闭［@a］。再说【@b，第3页】。',
    findings: [
      'error citation-is-well-formed explainer.md:7:3',
      'error citation-is-well-formed explainer.md:7:10',
    ],
    tells: ['half width: [@id，第3页]'],
  },
  {
    says: 'between Chinese words of a note signs are full-width; a person’s comma may be the page’s own',
    head: 'lang: zh-Hans\n',
    body: '封闭 [@q, p. 3；参见 @r]。',
    files: {
      'sources.yaml':
        'q: {kind: report, author: 市政府, title: 公告, publisher: 市府, published: 2024-05-03}\nr: {kind: book, author: ["李，华", "Smith, John"], title: 检查, publisher: 社, published: 2024}\n',
      'figures.yaml': '',
    },
    shows: ['市政府，《公告》', '；参见李华'],
    hides: ['市政府, ', '; 参见'],
  },
  {
    says: 'a name in the sentence and in source lines has the apostrophe of its note',
    body: '@q says so.\n\n:::table{title=T source=q}\n| A |\n|---|\n| x |\n:::',
    files: {
      'sources.yaml': 'q: {kind: book, author: "O\'Brien, Máire", title: T, published: 2020}\n',
      'figures.yaml': '',
    },
    shows: [/O’Brien<sup/, '>O’Brien, 2020</a>'],
    hides: ["O'Brien"],
  },
  {
    says: 'cites with places are kept apart where numbers alone need a comma',
    body: inStyle('vancouver', 'Two [@a, ch. 3; @b, p. 12]. Bare [@a; @b].'),
    shows: [/>1, ch\. 3<\/a>; <a[^>]*>2, p\. 12<\/a>/, /\(<a[^>]*>1<\/a>,<a[^>]*>2<\/a>\)/],
  },
  {
    says: 'the word of a place stands apart from its number in every style',
    body: inStyle('mla', 'One [@a, ch. 3].'),
    shows: ['Doe, chap.\u00a03'],
  },
  {
    says: 'a word with a point of its own before a mark ends no sentence',
    body: 'Words; cf. [@a].[^x]\n\n[^x]: Bkz. [@b].',
  },
  {
    says: 'a citation that is emphasised in a note ends no sentence twice',
    body: 'X.[^x]\n\n[^x]: See *[@b]*. And **[@a]**.',
    hides: ['..', '.</em>.'],
    shows: [/And <strong>Jane Doe[^.]*<\/strong>\. /],
  },
];

describe('sources and citations', () => proveAll(cases));
