// Rules of PDF/UA-2 on form fields (ISO 14289-2, 8.9.2.4.13 and 8.10).

import { isKind, type PdfDictionary, type PdfValue } from '../../../outputs/pdf/read/values.js';
import type { AnnotationView } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import { wordsOf } from '../rich-text.js';
import { examineEach, examineOne, type PdfRule } from '../rule.js';
import { described, ofSubtype, outsideTree } from './annotation-rule.js';

const FOREIGN = 'pdf-holds-nothing-foreign';

function widgetCount(context: CheckContext, children: AnnotationView['owner']): number {
  return (children?.children ?? []).filter(
    (child) => child.kind === 'object' && context.read.store.name(child.dictionary, 'Subtype') === 'Widget',
  ).length;
}

function hasLabel(context: CheckContext, { owner }: AnnotationView): boolean {
  return owner !== undefined && context.kidTypes(owner).includes('Lbl');
}

/** Text fields of the form, from its tree of fields. */
function textFields({ read }: CheckContext): readonly PdfDictionary[] {
  const { store } = read;
  const found: PdfDictionary[] = [];
  const seen = new Set<PdfDictionary>();
  const queue: { value: PdfValue; type: string | undefined }[] = store
    .items(read.catalog.form?.entries.get('Fields'))
    .map((value) => ({ value, type: undefined }));
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value } = next;
    if (!isKind(value, 'dictionary') || seen.has(value)) continue;
    seen.add(value);
    const type = store.name(value, 'FT') ?? next.type;
    if (type === 'Tx' && value.entries.has('T')) found.push(value);
    for (const kid of store.items(value.entries.get('Kids'))) queue.push({ value: kid, type });
  }
  return found;
}

function valueAgrees({ read }: CheckContext, field: PdfDictionary): boolean {
  const rich = read.store.text(field, 'RV');
  return rich === undefined || wordsOf(rich) === (read.store.text(field, 'V') ?? '').trim();
}

const FIELDS = {
  check: FOREIGN,
  why: 'A screen reader announces a form field only where tag and field belong together.',
  fix: 'Tag and label each field by itself.',
} as const;
const BANNED = {
  check: FOREIGN,
  why: 'PDF/UA-2 does not allow it, since readers no longer support it.',
  fix: 'Take it out.',
} as const;

/** The rules on form fields of PDF/UA-2. */
export const ua2FormRules: readonly PdfRule[] = [
  {
    ...FIELDS,
    ua2: '8.9.2.4.13-1',
    what: 'A form field of no size is part of the reading order.',
    examine: ofSubtype('Widget', (view) => {
      const { rect } = view.annotation;
      return outsideTree(view) || rect === undefined || rect.right !== rect.left || rect.top !== rect.bottom;
    }),
  },
  {
    ...FIELDS,
    ua2: '8.10.1-1',
    what: 'A form field is not tagged as one.',
    examine: ofSubtype('Widget', (view) => outsideTree(view) || view.ownerType === 'Form'),
  },
  {
    ...FIELDS,
    ua2: '8.10.1-2',
    what: 'A form tag holds more than one field.',
    examine: (context) =>
      examineEach(context.ofType('Form'), (element) => widgetCount(context, element) <= 1 || { element }),
  },
  {
    ...BANNED,
    ua2: '8.10.1-3',
    what: 'The document is a form of the old kind (XFA).',
    examine: ({ read }) =>
      read.catalog.form
        ? examineOne(!read.catalog.form.entries.has('XFA') || {})
        : { instances: 0, offences: [] },
  },
  {
    ...FIELDS,
    ua2: '8.10.2.3-1',
    what: 'A form field has neither label nor description.',
    examine: ofSubtype('Widget', (view, context) => hasLabel(context, view) || described(view)),
  },
  {
    ...FIELDS,
    ua2: '8.10.2.3-2',
    what: 'A form field that acts by itself has no description.',
    examine: ofSubtype('Widget', (view) => !view.annotation.dictionary.entries.has('AA') || described(view)),
  },
  {
    ...FIELDS,
    ua2: '8.10.3.3-1',
    what: 'A text field has two values that differ.',
    examine: (context) =>
      examineEach(
        textFields(context),
        (field) => valueAgrees(context, field) || { found: context.read.store.text(field, 'T') },
      ),
  },
  {
    ...FIELDS,
    ua2: '8.10.3.5-1',
    what: 'A signature drawn as a picture has no alternative text.',
    examine: () => ({ instances: 0, offences: [] }),
  },
];
