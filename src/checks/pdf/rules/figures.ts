// Rules on pictures, formulas and notes (ISO 14289-1, 7.3, 7.7, 7.9; ISO 14289-2, 8.2.5.28).

import type { CheckContext } from '../context.js';
import { type Examination, examineEach, type PdfRule } from '../rule.js';

function withoutAlternative(context: CheckContext, type: string, emptyCounts: boolean): Examination {
  return examineEach(context.ofType(type), (element) => {
    const hasAlt = element.alt !== undefined && (emptyCounts || element.alt !== '');
    return hasAlt || element.actualText !== undefined || { element, found: element.title ?? type };
  });
}

const NO_ALTERNATIVE = {
  why: 'A reader who cannot see it gets nothing.',
  fix: 'Give it an alternative text that says what it shows and why it is there.',
} as const;

function repeatedIds(context: CheckContext): Examination {
  const seen = new Map<string, number>();
  const notes = context.ofType('Note');
  for (const { id } of notes) if (id !== undefined) seen.set(id, (seen.get(id) ?? 0) + 1);
  return examineEach(
    notes,
    (element) => (seen.get(element.id ?? '') ?? 0) < 2 || { element, found: element.id },
  );
}

/** The rules on pictures, formulas and notes. */
export const figureRules: readonly PdfRule[] = [
  {
    ua1: '7.3-1',
    check: 'pdf-images-have-alt',
    what: 'A picture has no alternative text.',
    ...NO_ALTERNATIVE,
    examine: (context) => withoutAlternative(context, 'Figure', false),
  },
  {
    ua2: '8.2.5.28.2-1',
    check: 'pdf-images-have-alt',
    what: 'A picture has no alternative text.',
    ...NO_ALTERNATIVE,
    examine: (context) => withoutAlternative(context, 'Figure', true),
  },
  {
    ua1: '7.7-1',
    check: 'pdf-images-have-alt',
    what: 'A formula has no alternative text.',
    ...NO_ALTERNATIVE,
    examine: (context) => withoutAlternative(context, 'Formula', false),
  },
  {
    ua1: '7.9-1',
    check: 'pdf-notes-are-tagged',
    what: 'A note has no identifier.',
    why: 'Without one a reader cannot be taken from the note number to the note and back.',
    fix: 'Give each note its own identifier.',
    examine: (context) =>
      examineEach(context.ofType('Note'), (element) => (element.id ?? '') !== '' || { element }),
  },
  {
    ua1: '7.9-2',
    check: 'pdf-notes-are-tagged',
    what: 'Two notes have the same identifier “{found}”.',
    why: 'A note number then leads to the wrong note.',
    fix: 'Give each note its own identifier.',
    examine: repeatedIds,
  },
];
