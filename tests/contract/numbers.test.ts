/** Section 5 of the content model: numbers. */

import { describe } from 'vitest';
import { type Case, proveAll } from './case.js';

const table = (rows: string): string => `| Day | Dead |\n|---|---|\n${rows}`;

const cases: readonly Case[] = [
  {
    says: '`:num[id]` prints value, no-break space, unit',
    body: 'There were :num[deaths].',
    shows: ['<span class="figure-value">13\u00a0officers</span>'],
  },
  {
    says: '`:num[id]{value}` is without the unit, and text behind it stays attached',
    body: 'Мәлімет :num[deaths]{value}тің.',
    shows: ['<span class="figure-value">13</span>тің.'],
  },
  {
    says: 'inline Markdown and `:num[]` work in `headline`, `standfirst`, texts and titles, and reach the metadata',
    body: `---
headline: "*After* :num[deaths]"
standfirst: Of :num[deaths].
byline: [A]
status: published
published: 2022-01-01
corrections: [{ at: 2022-01-02, kind: correction, text: "Not :num[old]." }]
---
## With :num[deaths] {#part}

See :see[part].

:::background{title="Why :num[deaths]{value}"}
x
:::
`,
    shows: [
      '<em>After</em> <span class="figure-value">13\u00a0officers</span>',
      '<h2 id="part">With <span class="figure-value">13\u00a0officers</span></h2>',
      '<a class="see" href="#part">With <span class="figure-value">13\u00a0officers</span></a>',
      'Why <span class="figure-value">13</span></h3>',
    ],
    metadata: ['"headline":"After 13 officers"', '"description":"Of 13 officers."', 'Not 12\u00a0officers.'],
  },
  {
    says: 'charts and tables may draw from registered numbers',
    body: `:::chart{type=bar title="C" source=a}
Finding.

${table('| x | :num[deaths]{value} |\n| y | :num[deaths] [@a] |')}
:::`,
    shows: [/<rect class="chart-mark/, '<td class="numeric"><span class="figure-value">13</span></td>'],
  },
  {
    says: 'a range has no place in a chart',
    body: `:::chart{type=bar title="C" source=a}
Finding.

${table('| x | :num[r] |\n| y | 4 |')}
:::`,
    files: { 'figures.yaml': 'r: {label: x, low: 1, high: 3, unit: none, as-of: 2022, source: a}\n' },
    findings: ['error chart-has-data-table explainer.md:11:5'],
    tells: ['“r” (1–3) is no single number'],
  },
  {
    says: 'superseded numbers are errors in charts and tables too',
    body: `:::table{title="T" source=a}
${table('| x | :num[old] |')}
:::`,
    findings: ['error figure-is-current explainer.md:9:7'],
  },
  {
    says: 'a superseded number may stand in a timeline, a claim and a correction',
    body: `:::timeline
- 2022-01-05: It was :num[old].
:::

:::claim{by="A" verdict=false}
It is :num[old].

It is :num[deaths] [@a].
:::

:::correction{at=2022-01-06}
Not :num[old].
:::`,
  },
  {
    says: 'a unit or label that is not written in the language of the page is told',
    head: 'lang: ru\n',
    body: 'Погибли :num[r].',
    files: {
      'figures.yaml': 'r: {label: x, value: 4, unit: {en: people}, as-of: 2022, source: a}\n',
    },
    findings: ['error values-are-known figures.yaml:1:31'],
    tells: ['not written in “ru”'],
  },
  {
    says: 'digits are those that the document itself uses most',
    head: 'lang: ar\n',
    body: 'قتل ١٣ شخصا في ٥ يناير ٢٠٢٢، أي :num[r].',
    files: { 'figures.yaml': 'r: {label: x, value: 1250, unit: none, as-of: 2022, source: a}\n' },
    shows: ['١٬٢٥٠'],
  },
  {
    says: 'dates that a timeline begins with are syntax, and count for no digits',
    body: `---
headline: H
standfirst: بلغ ١٣.
byline: [A]
lang: ar
---
:::timeline
- ~1871: بُني.
- 2022-01-05 12:00 +03: بلغ ١٬٢٥٠.
:::
`,
    shows: ['١٨٧١', '٢٠٢٢', '١٬٢٥٠'],
  },
  {
    says: '`digits: latin` in the settings wins',
    head: 'lang: ar\n',
    body: 'قتل ١٣ شخصا في ٥ يناير ٢٠٢٢، أي :num[r].',
    files: { 'figures.yaml': 'r: {label: x, value: 1250, unit: none, as-of: 2022, source: a}\n' },
    config: 'digits: latin\n',
    shows: ['1,250'],
  },
  {
    says: 'a unit without the plural form that its number takes is told',
    head: 'lang: ru\n',
    body: 'Прошло :num[r] и :num[s].',
    files: {
      'figures.yaml':
        'r: {label: x, value: 3, unit: {one: день, other: дня}, as-of: 2022, source: a}\ns: {label: y, value: 5, unit: {ru: {one: день, few: дня, many: дней}}, as-of: 2022, source: a}\n',
    },
    findings: ['warning values-are-known figures.yaml:1:31'],
    tells: ['no form “few”, which 3 takes in “ru”'],
    shows: ['5\u00a0дней'],
  },
  {
    says: 'a number may rest on several sources, or on own work; an unknown one among them is told',
    body: ':::numbers\n- :num[r]\n- :num[s]\n- :num[t]\n:::',
    files: {
      'figures.yaml':
        'r: {label: x, value: 4, unit: men, as-of: 2022, source: a b}\ns: {label: y, value: 5, unit: men, as-of: 2022, source: own}\nt: {label: z, value: 6, unit: men, as-of: 2022, source: a; c}\n',
    },
    findings: ['error figure-has-source figures.yaml:3:57'],
    tells: ['the source “c”'],
    shows: [/Sources: .*Doe.*Roe/, 'own research'],
  },
  {
    says: 'Chinese sets no space between a number and its unit',
    head: 'lang: zh-Hans\n',
    body: '共:num[r]，:num[s]。',
    files: {
      'figures.yaml':
        'r: {label: x, value: 1250, unit: 处, as-of: 2022, source: a}\ns: {label: x, value: 3, unit: km, as-of: 2022, source: a}\n',
    },
    shows: [/>1,250处<.*>3\u00a0km</],
  },
];

describe('numbers', () => proveAll(cases));
