/** Section 6 of the content model: blocks, as far as their examples in `src/blocks` do not prove them. */

import { describe } from 'vitest';
import { type Case, proveAll } from './case.js';

const cases: readonly Case[] = [
  {
    says: 'a reference to a figure prints the first words of its caption',
    body: 'See :see[fig].\n\n:::figure{#fig credit="C"}\n![alt](hall.jpg)\n\nCaption words [@a].\n:::',
    shows: ['<a class="see" href="#fig">Caption words</a>'],
    prints: ['data-page-of="fig"'],
  },
  {
    says: 'a decorative picture keeps its caption, though it is a fault',
    body: ':::figure{credit="C" decorative}\n![](hall.jpg)\n\nCapword.\n:::',
    findings: ['error decorative-image-has-no-caption explainer.md:7:1'],
    shows: ['Capword.'],
  },
  {
    says: 'a row with more cells than the head is told in blocks too; a short row is filled',
    body: ':::table{title="T" source=a}\n| A | B |\n|---|---|\n| r | 1 | 3 |\n| q |\n:::',
    findings: ['error table-is-regular explainer.md:9:9'],
    shows: ['<td>q</td><td class="numeric"></td>'],
  },
  {
    says: 'a term explained twice is told',
    body: ':::glossary\n- **CSTO**: Collective Security.\n- **CSTO**: Other.\n:::',
    findings: ['error keys-and-blocks-are-known explainer.md:8:1'],
  },
  {
    says: '`{date=…}` has effect at the end of an item of `next` only',
    body: ':::next\n- One. {date=2022}\n- Mid {date=2022} text.\n:::\n\n:::known\n- k [@a] {date=2022}\n:::',
    findings: [
      'warning markup-is-not-left-over explainer.md:8:7',
      'warning markup-is-not-left-over explainer.md:12:10',
    ],
  },
  {
    says: 'ranges may have times, of two days or of one',
    body: ':::timeline\n- 2022-01-05 20:00/22:00 +06: a\n- 2022-01-05 23:00 +06/2022-01-06 01:00 +06: b\n:::',
    shows: ['All times are UTC+6.', '5\u00a0January 2022, 20:00 to 22:00'],
  },
  {
    says: 'an id made from a title holds its words, not its markup',
    body: ':::background{title="Why :num[deaths]{value} *matter*"}\nx\n:::',
    shows: ['<aside id="why-deaths-matter"'],
  },
  {
    says: '`image` names a block with an image: a chart has none',
    head: 'image: ch\n',
    body: ':::chart{#ch type=bar title="C" source=a}\nF.\n\n| A | B |\n|---|---|\n| x | 1 |\n:::',
    findings: ['error values-are-known explainer.md:5:8'],
  },
  {
    says: 'the update log stands newest first',
    head: 'updates: [{at: 2022-01-01, text: first}, {at: 2022-01-03, text: third}, {at: 2022-01-02, text: second}]\n',
    body: 'x',
    shows: [/third[\s\S]*second[\s\S]*first/],
  },
  {
    says: 'colons inside a line open and close nothing, and are told',
    body: 'Words ::: and more :::note here :::',
    findings: [
      'warning markup-is-not-left-over explainer.md:6:20',
      'warning markup-is-not-left-over explainer.md:6:33',
    ],
  },
  {
    says: '`{date=…}` works at the end of a paragraph of `next` too',
    body: ':::next\nIntro.\n\nParliament meets. {date=2022-06 certainty=expected}\n\n- Vote. {date=2022-05-05}\n:::',
    shows: [
      'Intro.</p><p class="next-when"><time datetime="2022-06">June 2022</time> · <span class="certainty">Expected',
      'Parliament meets.</p>',
    ],
    hides: ['{date'],
  },
  {
    says: 'a dash between name and role does what a comma does; what is in brackets stays with the name',
    body: ':::people\n- **F** — mayor: x\n- **G** (1940–), president: y\n:::',
    shows: [
      'F</strong>, <span class="person-role">mayor<',
      'G</strong> <span class="person-role">(1940–), president<',
    ],
  },
  {
    says: 'a quotation names its source with a place in “via”; `>` inside the block is the quotation itself',
    body: ':::quote{by="A" via="b, p. 3"}\n> Quoted words\n:::',
    shows: [
      '“Quoted words”</p></blockquote><figcaption',
      /via <a [^>]*>Roe, 7\u00a0January 2022, p\. 3<\/a>/,
    ],
  },
  {
    says: 'words behind a registered number and a colon are its label',
    body: ':::numbers\n- :num[deaths]: men and women\n:::',
    shows: ['<span class="number-label">men and women</span>'],
  },
  {
    says: 'the table of a chart stands below it on paper where it is short, in an appendix where it is long',
    body: `:::chart{#long type=line title="C" source=a}
Finding.

| Year | N |
|---|---|
${Array.from({ length: 13 }, (_, row) => `| ${2001 + row} | ${row + 1} |`).join('\n')}
:::

Words behind it.`,
    shows: [/<details class="chart-data">.*<td class="numeric">13<\/td>.*Words behind it/],
    prints: [
      'href="#long-data">Data of this chart: C</a>',
      'data-page-of="long-data"',
      /Words behind it.*<section class="appendix"><h2[^>]*>Data of the charts<\/h2>.*<td class="numeric">13<\/td>/,
    ],
    hides: ['appendix'],
  },
  {
    says: '`print=expand` opens it in its place; so does a note call, which belongs to its page',
    body: `:::chart{type=line title="C" source=a print=expand}
Finding.

| Year | N |
|---|---|
${Array.from({ length: 13 }, (_, row) => `| ${2001 + row} | ${row + 1} |`).join('\n')}
:::

:::chart{type=line title="D" source=a}
Finding.

| Year | N |
|---|---|
| 2000 | 1 [@a] |
${Array.from({ length: 12 }, (_, row) => `| ${2001 + row} | ${row + 1} |`).join('\n')}
:::`,
    printsNot: ['appendix'],
  },
  {
    says: 'a no-break space behind a block’s name or its colons changes nothing',
    body: ':::note\u00a0\nx [@a]\n:::\u00a0\n\nBehind it [@zz].',
    shows: ['callout-label', '<p>x'],
    findings: ['error source-id-is-defined explainer.md:10:12'],
  },
];

describe('blocks', () => proveAll(cases));
