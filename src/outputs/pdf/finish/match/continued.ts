/** Lines that the placing step added to pages: “Note 3, continued”. */

import { localDigits, type PrintedDocument } from '../../../print/print-document.js';
import type { Placement } from '../../pdf-file.js';
import { letters, unordered } from './folding.js';

/** Letters of the lines for all notes that run on, in no order, so that they compare in both directions. */
export function continuedLines(
  print: PrintedDocument,
  placement: Pick<Placement, 'carried'>,
): ReadonlySet<string> {
  const numbers = Object.keys(placement.carried);
  return new Set(
    numbers.map((number) =>
      unordered(letters(print.continuedWords.replace('{number}', localDigits(print, number)))),
    ),
  );
}
