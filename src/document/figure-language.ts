/** Words of a registered number that are given per language, and not in the language of the page. */

import { missingWords } from '../language/figure-words.js';
import type { FigureRecord } from '../source/figure-record.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

/** Reports each of them once for a document, at its place in figures.yaml. */
export function checkFigureLanguage(figure: FigureRecord, work: Work): void {
  for (const part of missingWords(figure, work.language)) {
    const told = `${figure.id} ${part}`;
    if (work.toldFigures.has(told)) continue;
    work.toldFigures.add(told);
    const { tag } = work.language;
    work.report(
      finding('values-are-known', 'error', figure.fieldPlaces[part] ?? figure.place, {
        what: `The ${part} of the number “${figure.id}” is not written in “${tag}”, the language of the page.`,
        why: 'Readers of this page would meet words of another language beside the number.',
        fix: `Add “${tag}: …” to its ${part}.`,
        excerpt: figure.id,
      }),
    );
  }
}
