/** Examples of quotations, good and bad. */

import type { BlockExample } from '../block.js';

/** Kept true by the tests. */
export const quoteExamples: readonly BlockExample[] = [
  {
    title: 'A translated quotation with its original',
    markdown: `::::quote{by="Saltanat Azirbek" role="police of Almaty" via="Khabar 24" on=2022-01-06 original-lang=ru translator="the desk"}
Dozens of attackers were killed. [@cnn]

:::lang{ru}
Десятки нападавших были убиты.
:::
::::`,
  },
  {
    title: 'A quotation whose source stands in “via”',
    markdown: `:::quote{by="Ministry of Health" via=cnn}
More than 1,000 people were injured.
:::`,
  },
  {
    title: 'A pull quote',
    markdown: `It was scary quiet, she said.

:::quote{by="A journalist" via=cnn pull}
scary quiet
:::`,
  },
  {
    title: 'Without a speaker',
    markdown: `:::quote
Dozens of attackers were killed. [@cnn]
:::`,
    findings: ['quote-has-speaker'],
  },
  {
    title: 'Without a source',
    markdown: `:::quote{by="Saltanat Azirbek"}
Dozens of attackers were killed.
:::`,
    findings: ['quote-has-source'],
  },
  {
    title: 'A pull quote with a citation',
    markdown: `:::quote{by="A journalist" pull}
scary quiet [@cnn]
:::`,
    findings: ['quote-has-source'],
  },
  {
    title: 'Without words',
    markdown: `:::quote{by="A journalist" via=cnn}
:::`,
    findings: ['keys-and-blocks-are-known'],
  },
];
