/** Examples of charts, good and bad. */

import type { BlockExample } from '../block.js';

const table = `| Count | People |
|---|---:|
| All regions | 1,000 |
| In intensive care | 62 |`;

/** Kept true by the tests. */
export const chartExamples: readonly BlockExample[] = [
  {
    title: 'Bars',
    markdown: `:::chart{type=bar title="People reported injured" unit="people" source=cnn}
Of more than 1,000 injured people, 62 are in intensive care [@cnn].

${table}
:::`,
  },
  {
    title: 'Columns of two series',
    markdown: `:::chart{type=column title="Dead and injured" source=cnn}
More were injured than died.

| Year | Dead | Injured |
|---|---:|---:|
| 2021 | 3 | 12 |
| 2022 | 13 | 353 |
:::`,
  },
  {
    title: 'Lines with a gap',
    markdown: `:::chart{type=line title="Price of gas" unit="tenge a litre" source=cnn}
The price doubled at the turn of the year.

| Year | Almaty | Aktau |
|---|---:|---:|
| 2019 | 55 | 50 |
| 2020 | – | 52 |
| 2022 | 95 | 120 |
:::`,
  },
  {
    title: 'Parts of a whole',
    markdown: `:::chart{type=stacked title="Who was injured" source=cnn}
Most of the injured were civilians.

| Region | Officers | Civilians |
|---|---:|---:|
| Almaty | 353 | 400 |
| Other | 60 | 187 |
:::`,
  },
  {
    title: 'Dots',
    markdown: `:::chart{type=dot title="Trust in institutions" unit="%" source=cnn}
Trust in the police fell most.

| Institution | 2020 | 2022 |
|---|---:|---:|
| Police | 61 | 42 |
| Courts | 50 | 47 |
:::`,
  },
  {
    title: 'Without a sentence that says what it shows',
    markdown: `:::chart{title="People reported injured" source=cnn}
${table}
:::`,
    findings: ['chart-has-finding'],
  },
  {
    title: 'Without a table',
    markdown: `:::chart{title="People reported injured" source=cnn}
More than 1,000.
:::`,
    findings: ['chart-has-data-table'],
  },
  {
    title: 'Without title and source',
    markdown: `:::chart
Most are out of danger.

${table}
:::`,
    findings: ['keys-and-blocks-are-known', 'chart-has-source-and-unit'],
  },
  {
    title: 'A cell that is no number',
    markdown: `:::chart{title="People reported injured" source=cnn}
Most are out of danger.

| Count | People |
|---|---:|
| All regions | many |
| In intensive care | 62 |
:::`,
    findings: ['chart-has-data-table'],
  },
  {
    title: 'A column without a name',
    markdown: `:::chart{title="People reported injured" source=cnn}
Most are out of danger.

| Count |  |
|---|---:|
| All regions | 1,000 |
:::`,
    findings: ['table-has-headers'],
  },
  {
    title: 'Parts of a whole below zero',
    markdown: `:::chart{type=stacked title="Change" source=cnn}
Fewer and fewer.

| Year | Dead |
|---|---:|
| 2022 | -3 |
:::`,
    findings: ['chart-has-data-table'],
  },
  {
    title: 'An unknown way to draw',
    markdown: `:::chart{type=pie title="People reported injured" source=cnn}
Most are out of danger.

${table}
:::`,
    findings: ['values-are-known'],
  },
];
