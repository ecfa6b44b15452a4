/** Examples of timelines, good and bad. */

import type { BlockExample } from '../block.js';

/** Kept true by the tests. */
export const timelineExamples: readonly BlockExample[] = [
  {
    title: 'Dates of any precision, a range, a time with its zone',
    markdown: `:::timeline
- ~1931: **Famine begins.** Herders lose their cattle.
- 2022-01: **Prices rise.**
- 2022-01-02/2022-01-05: **Protests spread.**
- 2022-01-05 16:30 +06: **Airport stormed.** Local media report it [@cnn].
- 2022-01-05 23:00 +06:00: **A tense night.**
:::`,
  },
  {
    title: 'Times whose zone is named once',
    markdown: `:::timeline
- 2022-01-05 16:30 +06: **Airport stormed.**
- 2022-01-05 18:00: **Phones fail.**
:::`,
  },
  {
    title: 'Out of order',
    markdown: `:::timeline
- 2022-01-06: **Troops arrive.**
- 2022-01-05: **Airport stormed.**
:::`,
    findings: ['timeline-is-in-order'],
  },
  {
    title: 'A day that no calendar has',
    markdown: `:::timeline
- 2022-02-30: **Never.**
:::`,
    findings: ['date-is-valid'],
  },
  {
    title: 'A range that ends before it starts',
    markdown: `:::timeline
- 2022-01-05/2022-01-02: **Backwards.**
:::`,
    findings: ['date-is-valid'],
  },
  {
    title: 'A time without a zone',
    markdown: `:::timeline
- 2022-01-05 16:30: **Airport stormed.**
:::`,
    findings: ['date-is-valid'],
  },
  {
    title: 'An item without a date',
    markdown: `:::timeline
- Airport stormed.
:::`,
    findings: ['keys-and-blocks-are-known'],
  },
  {
    title: 'A date without words',
    markdown: `:::timeline
- 2022-01-05:
:::`,
    findings: ['keys-and-blocks-are-known'],
  },
];
