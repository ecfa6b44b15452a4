/** What no machine can judge: the questions that people answer and sign, in reports and in the evidence of a document. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** The questions, each to be answered by yes or no. */
export const questionsForPeople: readonly string[] = [
  'Do the alternative texts say what matters about each picture here?',
  'Do headings and link texts make sense when read alone?',
  'Does the order of reading make sense?',
  'Are words of other languages marked as such?',
  'Is everything that colour says also said in another way?',
  'Is the text plain enough for its readers?',
  'Do numbers and quotations read well aloud?',
  'Can page and PDF be read with NVDA and with VoiceOver, to each note and back?',
  'Can everything be reached and used with the keyboard alone?',
  'Can the page be read at 400 % zoom?',
  'Can the page be read with forced colours?',
  'Can the page be used by voice?',
  'Was the PDF printed at its real size, and read by somebody who uses that kind of print?',
  'Are pictures that may disturb announced before they come?',
];

/** The questions as a table to sign. */
export function checklistSection(): ElementContent[] {
  const heads = ['Question', 'Yes or no', 'Name', 'Date', 'Remark'];
  return [
    h('h2', { id: 'people' }, 'What only people can say'),
    h(
      'p',
      'No program can answer these questions. Print the list, or copy it, and sign each line; a line without a name was not checked.',
    ),
    h('div', { className: ['table-frame'], role: 'group', tabIndex: 0, ariaLabel: 'Questions for people' }, [
      h('table', [
        h('caption', 'Questions for people'),
        h(
          'thead',
          h(
            'tr',
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        h(
          'tbody',
          questionsForPeople.map((question) =>
            h('tr', [
              h('th', { scope: 'row' }, question),
              h('td', 'not yet checked by a person'),
              ...['Name', 'Date', 'Remark'].map(() => h('td', '–')),
            ]),
          ),
        ),
      ]),
    ]),
  ];
}
