// Rules on links and other annotations (ISO 14289-1, 7.18 and 7.2).

import { type AnnotationView, annotationViews, fieldName } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import { examineEach, type PdfRule, type Verdict } from '../rule.js';

const EXEMPT: ReadonlySet<string> = new Set(['Widget', 'PrinterMark', 'Link']);
const filled = (text: string | undefined): boolean => text !== undefined && text !== '';

function annotations(
  judge: (view: AnnotationView, context: CheckContext) => boolean | undefined,
): PdfRule['examine'] {
  return (context) =>
    examineEach(annotationViews(context), (view): Verdict => {
      const sound = judge(view, context);
      if (sound === undefined || sound) return sound;
      const { annotation, page, owner, ownerType } = view;
      const found = annotation.uri ?? annotation.destination?.name ?? ownerType ?? annotation.subtype;
      return { page: page.index, element: owner, found };
    });
}

const FORM_KIDS = {
  check: 'pdf-holds-nothing-foreign',
  why: 'A screen reader announces a form field only where the tag and the field belong together.',
  fix: 'Tag each field by itself.',
} as const;

function isOneWidget(context: CheckContext, element: AnnotationView['owner']): boolean {
  if (element?.children.length !== 1) return false;
  const [child] = element.children;
  return child?.kind === 'object' && context.read.store.name(child.dictionary, 'Subtype') === 'Widget';
}

/** The rules on annotations. */
export const annotationRules: readonly PdfRule[] = [
  {
    ua1: '7.18.1-1',
    check: 'pdf-links-are-described',
    what: 'A remark on the page ({found}) is not in the reading order.',
    why: 'Screen readers do not come across it.',
    fix: 'Tag it as Annot where it belongs, or take it out.',
    examine: annotations(({ annotation, ownerType, unseen }) =>
      EXEMPT.has(annotation.subtype) ? undefined : unseen || ownerType === 'Annot',
    ),
  },
  {
    ua1: '7.18.1-2',
    check: 'pdf-links-are-described',
    what: 'A link or remark has no description ({found}).',
    why: 'A screen reader may read out the bare address, or nothing.',
    fix: 'Describe where the link leads.',
    examine: annotations(({ annotation, owner, unseen }) =>
      annotation.subtype === 'Widget'
        ? undefined
        : unseen || filled(annotation.contents) || filled(owner?.alt),
    ),
  },
  {
    ua1: '7.18.1-3',
    ...FORM_KIDS,
    what: 'A form field has no name for readers ({found}).',
    examine: annotations((view, context) =>
      view.annotation.subtype === 'Widget'
        ? view.unseen || filled(fieldName(context, view)) || filled(view.owner?.alt)
        : undefined,
    ),
  },
  {
    ua1: '7.18.2-1',
    check: 'pdf-holds-nothing-foreign',
    what: 'The page carries a note for printing machines (TrapNet).',
    why: 'It is of no use to readers and disturbs assistive software.',
    fix: 'Make the PDF without it.',
    examine: annotations(({ annotation, unseen }) => (annotation.subtype === 'TrapNet' ? unseen : undefined)),
  },
  {
    ua1: '7.18.3-1',
    check: 'pdf-tab-order-follows-structure',
    what: 'On this page the Tab key does not follow the reading order ({found}).',
    why: 'People who use a keyboard jump about the page.',
    fix: 'Set the tab order of the page to “structure”.',
    examine: ({ read }) =>
      examineEach(read.pages, ({ annotations: list, tabs, index }) =>
        list.length === 0 ? undefined : tabs === 'S' || { page: index, found: tabs ?? 'no order' },
      ),
  },
  {
    ua1: '7.18.4-1',
    ...FORM_KIDS,
    what: 'A form field is not tagged as one ({found}).',
    examine: annotations(({ annotation, ownerType, unseen }) =>
      annotation.subtype === 'Widget' ? unseen || ownerType === 'Form' : undefined,
    ),
  },
  {
    ua1: '7.18.4-2',
    ...FORM_KIDS,
    what: 'A form tag does not hold exactly one field.',
    examine: (context) =>
      examineEach(context.ofType('Form'), (element) => {
        const role = element.attributes.some(
          ({ owner, entries }) => owner === 'PrintField' && entries.entries.has('Role'),
        );
        return role || isOneWidget(context, element) || { element };
      }),
  },
  {
    ua1: '7.18.5-1',
    check: 'pdf-links-are-described',
    what: 'A link is not tagged as a link ({found}).',
    why: 'A screen reader does not say that there is a link, so nobody can follow it.',
    fix: 'Put the link and its words under one Link tag.',
    examine: annotations(({ annotation, ownerType, unseen }) =>
      annotation.subtype === 'Link' ? ownerType === 'Link' || unseen : undefined,
    ),
  },
  {
    ua1: '7.18.5-2',
    check: 'pdf-links-are-described',
    what: 'A link has no description ({found}).',
    why: 'A screen reader may read out the bare address, or nothing.',
    fix: 'Describe where the link leads.',
    examine: annotations(({ annotation, unseen }) =>
      annotation.subtype === 'Link' ? filled(annotation.contents) || unseen : undefined,
    ),
  },
  {
    ua1: '7.18.8-1',
    check: 'pdf-holds-nothing-foreign',
    what: 'A printer’s mark is part of the reading order.',
    why: 'Listeners hear of a mark that is meant for a machine.',
    fix: 'Take the mark out of the tags.',
    examine: annotations(({ annotation, owner, unseen }) =>
      annotation.subtype === 'PrinterMark' ? owner === undefined || unseen : undefined,
    ),
  },
  {
    ua1: '7.2-24',
    check: 'pdf-has-language',
    what: 'The language of a link’s description is not known ({found}).',
    why: 'A screen reader reads it with the voice of another language.',
    fix: 'Say the language of the document.',
    examine: annotations(({ annotation, owner }, context) =>
      annotation.contents === undefined ? undefined : context.catalogLang || owner?.lang !== undefined,
    ),
  },
];
