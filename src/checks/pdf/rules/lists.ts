// Rules on lists and tables of contents: what may stand in what (ISO 14289-1, 7.2, after ISO 32000-1, 14.8.4.3).

import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, type PdfRule, type RuleMessage } from '../rule.js';

/** Finds elements of a type whose parent is none of those named. */
export function wrongParent(context: CheckContext, type: string, parents: readonly string[]): Examination {
  return examineEach(context.ofType(type), (element) => {
    const parent = context.parentType(element);
    return (parent !== undefined && parents.includes(parent)) || { element, found: parent ?? 'the document' };
  });
}

/** Finds elements of a type with a child that is none of those named. */
export function wrongKids(context: CheckContext, type: string, kids: readonly string[]): Examination {
  return examineEach(context.ofType(type), (element) => {
    const stranger = context.kidTypes(element).find((kid) => !kids.includes(kid));
    return stranger === undefined || { element, found: stranger };
  });
}

/** Finds elements of a type where a Caption stands anywhere but first. */
function captionNotFirst(context: CheckContext, type: string): Examination {
  return examineEach(
    context.ofType(type),
    (element: StructureElement) =>
      !context.kidTypes(element).slice(1).includes('Caption') || { element, found: type },
  );
}

const READING = {
  why: 'A screen reader announces lists by their items; a broken list is read as loose text or not counted.',
  fix: 'Build the list from L, LI, Lbl and LBody only.',
} as const;

const CONTENTS: Pick<RuleMessage, 'why' | 'fix'> = {
  why: 'A screen reader cannot offer the contents list as one.',
  fix: 'Build the contents list from TOC and TOCI only, with its caption first.',
};

/** The rules on lists and contents lists. */
export const listRules: readonly PdfRule[] = [
  {
    ua1: '7.2-17',
    check: 'pdf-lists-are-well-formed',
    what: 'A list item (LI) lies in {found} instead of a list (L).',
    ...READING,
    examine: (context) => wrongParent(context, 'LI', ['L']),
  },
  {
    ua1: '7.2-18',
    check: 'pdf-lists-are-well-formed',
    what: 'The body of a list item (LBody) lies in {found} instead of an item (LI).',
    ...READING,
    examine: (context) => wrongParent(context, 'LBody', ['LI']),
  },
  {
    ua1: '7.2-19',
    check: 'pdf-lists-are-well-formed',
    what: 'A list (L) holds {found}, which is neither an item nor a caption.',
    ...READING,
    examine: (context) => wrongKids(context, 'L', ['L', 'LI', 'Caption']),
  },
  {
    ua1: '7.2-20',
    check: 'pdf-lists-are-well-formed',
    what: 'A list item (LI) holds {found} beside its label and body.',
    ...READING,
    examine: (context) => wrongKids(context, 'LI', ['Lbl', 'LBody']),
  },
  {
    ua1: '7.2-40',
    check: 'pdf-lists-are-well-formed',
    what: 'The caption of a list does not come first.',
    why: 'Listeners hear what the list is about only after items have begun.',
    fix: 'Put the caption before the first item.',
    examine: (context) => captionNotFirst(context, 'L'),
  },
  {
    ua1: '7.2-26',
    check: 'pdf-lists-are-well-formed',
    what: 'An entry of a contents list (TOCI) lies in {found} instead of a contents list (TOC).',
    ...CONTENTS,
    examine: (context) => wrongParent(context, 'TOCI', ['TOC']),
  },
  {
    ua1: '7.2-27',
    check: 'pdf-lists-are-well-formed',
    what: 'A contents list (TOC) holds {found}, which is neither an entry nor a caption.',
    ...CONTENTS,
    examine: (context) => wrongKids(context, 'TOC', ['TOC', 'TOCI', 'Caption']),
  },
  {
    ua1: '7.2-28',
    check: 'pdf-lists-are-well-formed',
    what: 'The caption of a contents list does not come first.',
    ...CONTENTS,
    examine: (context) => captionNotFirst(context, 'TOC'),
  },
];
