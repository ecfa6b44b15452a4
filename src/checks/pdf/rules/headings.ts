// Rules on headings: levels in order, one system only (ISO 14289-1, 7.4).

import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, type Offence, type PdfRule } from '../rule.js';

const CHECK = 'pdf-headings-do-not-skip';

/** The level of a numbered heading; undefined for anything else. */
function levelOf(context: CheckContext, element: StructureElement): number | undefined {
  const level = /^H([1-9]\d*)$/.exec(context.typeOf(element) ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

function skippedLevels(context: CheckContext): Examination {
  let previous = 0;
  return examineEach(context.elements, (element) => {
    const level = levelOf(context, element);
    if (level === undefined) return undefined;
    const skips = level > previous + 1;
    const found = previous === 0 ? `H${level} comes first` : `H${level} follows H${previous}`;
    previous = level;
    return !skips || { element, found };
  });
}

const TWO_SYSTEMS = {
  check: CHECK,
  what: 'The document uses headings with numbers (H1, H2 …) and headings without (H).',
  why: 'Readers show either outline, not both, and leave out the other headings.',
  fix: 'Use numbered headings throughout.',
} as const;

/** The rules on headings. */
export const headingRules: readonly PdfRule[] = [
  {
    ua1: '7.4.2-1',
    check: CHECK,
    what: 'A heading level is left out: {found}.',
    why: 'Many people find their way by headings; a gap makes them look for a part that is not there.',
    fix: 'Number the headings without gaps, beginning with 1.',
    examine: skippedLevels,
  },
  {
    ua1: '7.4.4-1',
    check: CHECK,
    what: 'A section has more than one heading of its own (H).',
    why: 'The level of such headings comes from their section, so two in one section are of no level.',
    fix: 'Give each heading its own section, or use numbered headings.',
    examine: (context) =>
      context.ofType('H').length === 0
        ? { instances: 0, offences: [] }
        : examineEach(
            context.elements,
            (element) => context.kidTypes(element).filter((kind) => kind === 'H').length <= 1 || { element },
          ),
  },
  { ua1: '7.4.4-2', ...TWO_SYSTEMS, examine: (context) => secondSystem(context, false) },
  { ua1: '7.4.4-3', ...TWO_SYSTEMS, examine: (context) => secondSystem(context, true) },
  {
    ua2: '8.2.5.12-1',
    check: 'pdf-meets-ua2',
    what: 'A heading has no level (H).',
    why: 'PDF/UA-2 allows numbered headings only, since readers know only those.',
    fix: 'Use H1, H2 and so on.',
    examine: (context) => examineEach(context.ofType('H'), (element): Offence => ({ element })),
  },
];

/** Headings of one system that come after one of the other: the first system a document uses counts as meant. */
function secondSystem(context: CheckContext, numbered: boolean): Examination {
  let otherSeen = false;
  return examineEach(context.elements, (element) => {
    const hasNumber = levelOf(context, element) !== undefined;
    if (!hasNumber && context.typeOf(element) !== 'H') return undefined;
    if (hasNumber === numbered) return !otherSeen || { element };
    otherSeen = true;
    return undefined;
  });
}
