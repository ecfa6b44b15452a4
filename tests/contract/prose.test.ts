/** Sections 3 and 9 of the content model: prose, and what is said of whole sentences. */

import { describe } from 'vitest';
import { type Case, proveAll } from './case.js';

const cases: readonly Case[] = [
  {
    says: 'relative words without a date in the same sentence are an error when a PDF is made',
    body: 'Yesterday he came. Today, 5 January 2022, he left. "I go today," he said.\n\n> Today is quoted.',
    findings: ['error relative-time-has-a-date explainer.md:6:1'],
  },
  {
    says: 'without a PDF they are a warning',
    head: 'formats: [html]\n',
    body: 'Yesterday he came.',
    findings: ['warning relative-time-has-a-date explainer.md:7:1'],
  },
  {
    says: 'whole words of validated lists only',
    head: 'lang: ru\n',
    body: 'Сегодняшний день. Завтра будет. Вчера, 5 января 2022 года, было.',
    findings: ['error relative-time-has-a-date explainer.md:7:19'],
  },
  { says: 'for other languages nothing is said', head: 'lang: fi\n', body: 'Eilen hän tuli.' },
  {
    says: 'a weekday and its date belong together',
    head: 'published: 2022-02-02\n',
    body: 'On Monday, 5 January 2022. On Wednesday 5 January 2022. On Tuesday (6 January). Friday, January 7.',
    findings: ['error weekday-matches-date explainer.md:7:4', 'error weekday-matches-date explainer.md:7:60'],
    tells: ['that day of 2022 was Wednesday'],
  },
  {
    says: 'a number by hand and the registered one are compared',
    body: `:::numbers
- **14** officers killed [@a]
- **13** officers killed [@a]
:::

There were 15 officers killed [@a].

:::timeline
- 2022-01-05: 12 officers killed [@a].
:::`,
    findings: [
      'error number-is-consistent explainer.md:7:5',
      'warning number-is-consistent explainer.md:11:12',
    ],
  },
  {
    says: 'a number in large does not say its unit twice',
    body: ':::numbers\n- :num[deaths]\n:::',
    shows: ['13</span></strong> <span class="number-label">officers killed'],
  },
  {
    says: 'smart punctuation by language; typed curly marks stay; never in code',
    body: '"Double" \'single\' it\'s \'90s -- and --- dash, “typed” ‘curly’ `"code"`',
    shows: ['“Double” ‘single’ it’s ’90s – and — dash, “typed” ‘curly’ <code>"code"</code>'],
  },
  {
    says: 'German quotes',
    head: 'lang: de\n',
    body: "\"Doppelt\" 'einfach' geht's",
    shows: ['„Doppelt“ ‚einfach‘ geht’s'],
  },
  {
    says: 'French quotes with narrow no-break spaces, and no-break spaces before high signs',
    head: 'lang: fr\n',
    body: '"Mots" : oui ! à 10:30 https://x.example/a?b',
    shows: ['«\u202fMots\u202f»', 'oui\u202f!', '10:30', 'a?b'],
  },
  {
    says: 'Chinese quotes, without spaces around them',
    head: 'lang: zh-Hans\n',
    body: '他说"你好"，\'再见\'。',
    shows: ['他说“你好”，‘再见’。'],
  },
  {
    says: 'single marks open right behind a sign and close right before a letter there',
    head: 'lang: zh-Hans\n',
    body: "三毫米。'为什么？'居民问。他说'你好'然后走了。",
    shows: ['三毫米。‘为什么？’居民问。他说‘你好’然后走了。'],
  },
  {
    says: 'Kazakh quotes, one in the other',
    head: 'lang: kk\n',
    body: '"Иә \'сөз\' десе"',
    shows: ['«Иә „сөз“ десе»'],
  },
  {
    says: '`\\@name` writes a handle; a mail address is never a citation; `10:30`, `a:b` stay text',
    body: 'Ask \\@name or me@example.org at 10:30, a:b, Tip:do it.',
    shows: ['Ask @name or', 'mailto:me@example.org', 'at 10:30, a:b, Tip:do it.'],
  },
  {
    says: 'task lists print as lists with words, no form controls',
    body: '- [x] one\n- [ ] two',
    shows: ['done:', 'to do:'],
    hides: ['<input'],
  },
  {
    says: 'HTML comments are cut, never in any output; in code they stay',
    body: 'A <!-- secretword --> b.\n\n<!-- more\nsecretword -->\n\n`<!-- shown -->`',
    shows: ['&lt;!-- shown -->'],
    hides: ['secretword'],
  },
  {
    says: '`:lang` gives the language and its direction',
    body: 'The :lang[مرحبا]{ar} and :lang[Нұр]{kk}.\n\n:::lang{ar}\nمرحبا.\n:::',
    shows: ['<span lang="ar" dir="rtl">مرحبا</span>', '<span lang="kk"', 'lang="ar" dir="rtl">'],
  },
  {
    says: '`:see[id]` prints the title as a link, in print with its page',
    body: '## Title *one* {#one}\n\nSee :see[one] and :see[tl].\n\n:::timeline{#tl}\n- 2022: x\n:::',
    shows: ['<a class="see" href="#one">Title <em>one</em></a>', '<a class="see" href="#tl">Timeline</a>'],
    prints: ['data-page-of="one"', 'data-page-of="tl"'],
  },
  {
    says: 'the page’s own signs work where `,` `;` `:` are syntax',
    head: 'lang: ar\n',
    body: 'نص [@a، ص. 3؛ @b].\n\n:::people\n- **علي**، وزير: نص.\n:::\n\n:::timeline\n- 2022-01-05： نص\n:::',
    shows: ['<span class="person-role">وزير</span>', 'datetime="2022-01-05"'],
  },
  {
    says: 'a front matter without any text is told, behind its end',
    body: '---\nheadline: H\nstandfirst: S.\nbyline: [A]\n---\n\n<!-- later -->\n',
    findings: ['error explainer-has-content explainer.md:6:1'],
  },
  {
    says: 'a withdrawn text needs no words below its front matter',
    body: `---
headline: H
standfirst: S.
byline: [A]
status: withdrawn
published: 2022-01-01
corrections: [{ at: 2022-01-02, kind: retraction, text: It was wrong. }]
---
`,
  },
  {
    says: 'a day stays with its month at the end of a line, whoever wrote the date',
    body: 'On 5 January 2022 [@a], and on\nJanuary 6. :lang[Вчера]{ru}. `5 January`',
    shows: ['5\u00a0January 2022', 'January\u00a06', 'House, 6\u00a0January 2022', '<code>5 January</code>'],
    prints: ['5\u00a0January 2022'],
  },
  {
    says: 'the first of a month is “1er” in French, in what is cited too',
    head: 'lang: fr\n',
    body: 'Un [@f].\n\n:::timeline\n- 2022-01-01: x\n:::',
    files: {
      'sources.yaml':
        'f: {kind: article, author: A, title: T, publisher: P, published: 2022-03-01, url: "https://example.org", accessed: 2022-04-01}\na: {kind: report, author: A, title: T}\n',
    },
    shows: ['>1er\u00a0janvier 2022</time>', '1er\u00a0mars 2022', 'consulté le 1er\u00a0avril 2022'],
  },
  {
    says: 'Chinese signs bring their own space; French ones have one before them',
    head: 'lang: zh-Hans\n',
    body: ':::people\n- **李**，部长：话。\n:::\n\n:::glossary\n- **上合**：上海。\n:::\n\n:::figure{credit="李" taken=2022-01-01 place="北京"}\n![图](hall.jpg)\n:::',
    shows: ['</strong>，<span', '</strong>：<span', '北京，<time', '</span>。<span'],
  },
  {
    says: 'double quotation marks inside single ones are double',
    body: `'"Nested," she said.' "A 'b' c"`,
    shows: ['‘“Nested,” she said.’ “A ‘b’ c”'],
  },
  {
    says: 'placeholders are told as whole words, never in an address',
    body: 'See https://lists.example/TODO or a TODO.',
    findings: ['error placeholder-text-is-absent explainer.md:6:37'],
  },
  {
    says: 'an address that only stands for one (example.org, RFC 2606) may hold a placeholder, and it is told',
    body: 'See https://example.org/TK here.',
    findings: ['error placeholder-text-is-absent explainer.md:6:25'],
  },
  {
    says: 'a reference to the explainer’s own slug prints its headline',
    body: '---\nheadline: My *own*\nstandfirst: S.\nbyline: [A]\n---\nSee :see[story].',
    shows: ['<a class="see" href="#content">My <em>own</em></a>'],
  },
];

describe('prose', () => proveAll(cases));
