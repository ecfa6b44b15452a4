/** Words of a registered number that are given per language, and not in the language of the page. */

import { missingForm, missingWords } from '../language/figure-words.js';
import type { FigureRecord } from '../source/figure-record.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

/** Says that a unit has plural forms, but not the one that its number takes in the page's language. */
function checkForm(figure: FigureRecord, work: Work): void {
  const missing = missingForm(figure, work.language);
  const told = `${figure.id} form`;
  if (missing === undefined || work.toldFigures.has(told)) return;
  work.toldFigures.add(told);
  const { tag } = work.language;
  work.report(
    finding('values-are-known', 'warning', figure.fieldPlaces['unit'] ?? figure.place, {
      what: `The unit of the number “${figure.id}” has no form “${missing.category}”, which ${missing.number} takes in “${tag}”.`,
      why: 'Another form is printed in its place, which may be wrong grammar.',
      fix: `Add “${missing.category}: …” to its forms${tag === 'en' ? '' : ` in “${tag}”`}.`,
      excerpt: figure.id,
    }),
  );
}

/** Reports each of them once for a document, at its place in figures.yaml. */
export function checkFigureLanguage(figure: FigureRecord, work: Work): void {
  checkForm(figure, work);
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
