// Rules of PDF/UA-2 on destinations, annotations, forms, layers and files (ISO 14289-2, 8.7 to 8.10 and 8.14).

import { type PdfAction, readAction } from '../../../outputs/pdf/read/annotations.js';
import type { Destination } from '../../../outputs/pdf/read/destinations.js';
import type { OutlineItem } from '../../../outputs/pdf/read/outline.js';
import { isArray, isKind, type PdfDictionary, type PdfValue } from '../../../outputs/pdf/read/values.js';
import { readXml, type XmlElement } from '../../../outputs/pdf/read/xml.js';
import { type AnnotationView, annotationViews } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import {
  type Examination,
  examineEach,
  examineOne,
  type Offence,
  type PdfRule,
  type Verdict,
} from '../rule.js';
import { layerConfigurations } from './foreign.js';

const CHECK = 'pdf-meets-ua2';
const FOREIGN = 'pdf-holds-nothing-foreign';
const MARKUP: ReadonlySet<string> = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink FileAttachment Redact'.split(
    ' ',
  ),
);
const [INVISIBLE, NO_VIEW, TOGGLE_NO_VIEW] = [1, 32, 256];

function annotations(
  judge: (view: AnnotationView, context: CheckContext) => boolean | undefined,
): PdfRule['examine'] {
  return (context) =>
    examineEach(annotationViews(context), (view): Verdict => {
      const sound = judge(view, context);
      if (sound === undefined || sound) return sound;
      return { page: view.page.index, element: view.owner, found: view.annotation.subtype };
    });
}

/** A rule on one subtype. */
function ofSubtype(
  subtype: string,
  judge: (view: AnnotationView, context: CheckContext) => boolean,
): PdfRule['examine'] {
  return annotations((view, context) =>
    view.annotation.subtype === subtype ? judge(view, context) : undefined,
  );
}

const described = ({ annotation }: AnnotationView): boolean => annotation.contents !== undefined;
const outsideTree = ({ owner, ownerType }: AnnotationView): boolean =>
  owner === undefined || ownerType === 'Artifact';

interface Target {
  readonly destination: Destination | undefined;
  readonly offence: Offence;
}

function* bookmarks(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* bookmarks(item.children);
  }
}

/** Destinations that stand for themselves, not inside an action. */
function plainDestinations(context: CheckContext): Target[] {
  const { read } = context;
  const { store } = read;
  const found: Target[] = [];
  for (const item of bookmarks(read.outline)) {
    if (item.dictionary.entries.has('Dest'))
      found.push({ destination: item.destination, offence: { found: item.title } });
  }
  const open = store.get(read.catalog.dictionary, 'OpenAction');
  if (isArray(open))
    found.push({
      destination: read.destinations.resolve(open),
      offence: { found: 'the opening of the file' },
    });
  for (const { annotation, page, owner } of annotationViews(context)) {
    if (annotation.subtype !== 'Link' || !annotation.dictionary.entries.has('Dest')) continue;
    found.push({
      destination: annotation.destination,
      offence: { page: page.index, element: owner, found: annotation.destination?.name ?? 'a link' },
    });
  }
  return found;
}

/** All actions from bookmarks, links, the opening of the file, and those that follow them. */
function* actions(
  context: CheckContext,
): Generator<{ readonly action: PdfAction; readonly offence: Offence }> {
  const { read } = context;
  const { store } = read;
  const starts: { value: PdfValue | undefined; offence: Offence }[] = [
    {
      value: read.catalog.dictionary.entries.get('OpenAction'),
      offence: { found: 'the opening of the file' },
    },
  ];
  for (const item of bookmarks(read.outline))
    starts.push({ value: item.dictionary.entries.get('A'), offence: { found: item.title } });
  for (const { annotation, page, owner } of annotationViews(context)) {
    starts.push({
      value: annotation.dictionary.entries.get('A'),
      offence: { page: page.index, element: owner, found: annotation.destination?.name ?? 'a link' },
    });
  }
  const seen = new Set<PdfDictionary>();
  for (let next = starts.pop(); next; next = starts.pop()) {
    const direct = store.resolve(next.value);
    if (!isKind(direct, 'dictionary') || seen.has(direct)) continue;
    seen.add(direct);
    const action = readAction(store, read.destinations, direct);
    if (action) yield { action, offence: next.offence };
    for (const value of store.items(direct.entries.get('Next')))
      starts.push({ value, offence: next.offence });
  }
}

/** A GoTo action has a structure destination by its own SD, or by the one under its destination's name. */
function hasStructure({ destination, dictionary }: PdfAction): boolean {
  if (dictionary.entries.has('SD')) return true;
  return destination?.name !== undefined && destination.structure !== undefined;
}

/** Links of one tag that lead to different places of the document. */
function mixedTargets(context: CheckContext): Examination {
  const first = new Map<number, PdfDictionary>();
  return examineEach(annotationViews(context), ({ annotation, owner, page }) => {
    const target = annotation.destination?.structure;
    if (annotation.subtype !== 'Link' || !owner || !target) return undefined;
    const known = first.get(owner.index);
    if (!known) first.set(owner.index, target);
    return known === undefined || known === target || { page: page.index, element: owner };
  });
}

function widgetCount(context: CheckContext, children: AnnotationView['owner']): number {
  return (children?.children ?? []).filter(
    (child) => child.kind === 'object' && context.read.store.name(child.dictionary, 'Subtype') === 'Widget',
  ).length;
}

function hasLabel(context: CheckContext, { owner }: AnnotationView): boolean {
  return owner !== undefined && context.kidTypes(owner).includes('Lbl');
}

/** The words of a rich text, which is XHTML, without its markup. */
function wordsOf(markup: string): string {
  const words = (elements: readonly XmlElement[]): string =>
    elements.map(({ text, children }) => text + words(children)).join('');
  return words(readXml(markup).roots).trim();
}

function richTextAgrees({ annotation }: AnnotationView, { read }: CheckContext): boolean {
  const rich = read.store.text(annotation.dictionary, 'RC');
  return (
    rich === undefined || annotation.contents === undefined || wordsOf(rich) === annotation.contents.trim()
  );
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

const SEEN = {
  check: CHECK,
  why: 'Screen readers speak of something that nobody sees.',
  fix: 'Show it, or take it out.',
} as const;
const DESCRIBE = {
  check: 'pdf-links-are-described',
  why: 'People who cannot see it do not learn what it is.',
  fix: 'Describe it (Contents).',
} as const;
const BANNED = {
  check: FOREIGN,
  why: 'PDF/UA-2 does not allow it, since readers no longer support it.',
  fix: 'Take it out.',
} as const;
const FIELDS = {
  check: FOREIGN,
  why: 'A screen reader announces a form field only where tag and field belong together.',
  fix: 'Tag and label each field by itself.',
} as const;
const TARGETS = {
  check: CHECK,
  why: 'A reader is taken to a spot on the page instead of the part meant, and may read on elsewhere.',
  fix: 'Let it lead to the tag of its target.',
} as const;

/** The rules on interactive parts of PDF/UA-2. */
export const ua2InteractiveRules: readonly PdfRule[] = [
  {
    ua2: '8.2.5.20-1',
    check: 'pdf-links-are-described',
    what: 'A link is not tagged as a link ({found}).',
    why: 'A screen reader does not say that there is a link, so nobody can follow it.',
    fix: 'Put the link and its words under one Link tag.',
    examine: ofSubtype('Link', ({ ownerType }) => ownerType === 'Link' || ownerType === 'Reference'),
  },
  {
    ...TARGETS,
    ua2: '8.2.5.20-2',
    what: 'One link tag leads to different places.',
    fix: 'Give each target its own Link tag.',
    examine: mixedTargets,
  },
  {
    ua2: '8.7-1',
    check: FOREIGN,
    what: 'A set of layers has no name.',
    why: 'People choose layers by name.',
    fix: 'Make the PDF without layers.',
    examine: (context) => {
      const choices = context.read.catalog.optionalContent?.others.length ?? 0;
      return examineEach(
        layerConfigurations(context),
        (layers) => choices === 0 || (context.read.store.text(layers, 'Name') ?? '') !== '' || {},
      );
    },
  },
  {
    ...TARGETS,
    ua2: '8.8-1',
    what: '{found} leads to a place on a page, not to a tag.',
    examine: (context) =>
      examineEach(
        plainDestinations(context),
        ({ destination, offence }) => destination?.structure !== undefined || offence,
      ),
  },
  {
    ...TARGETS,
    ua2: '8.8-2',
    what: '{found} leads to a place on a page, not to a tag.',
    examine: (context) =>
      examineEach(actions(context), ({ action, offence }) =>
        action.type === 'GoTo' ? hasStructure(action) || offence : undefined,
      ),
  },
  {
    ...SEEN,
    ua2: '8.9.2.2-1',
    what: 'A {found} on the page is set to be invisible.',
    examine: annotations((view) =>
      outsideTree(view) ? undefined : (view.annotation.flags & INVISIBLE) === 0,
    ),
  },
  {
    ...SEEN,
    ua2: '8.9.2.2-2',
    what: 'A {found} on the page is set not to be shown.',
    examine: annotations((view) =>
      outsideTree(view)
        ? undefined
        : (view.annotation.flags & NO_VIEW) === 0 || (view.annotation.flags & TOGGLE_NO_VIEW) !== 0,
    ),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.3-1',
    what: 'A remark on the page ({found}) is not in the reading order.',
    fix: 'Tag it as Annot where it belongs.',
    examine: annotations(({ annotation, ownerType }) =>
      MARKUP.has(annotation.subtype) ? ownerType === 'Annot' : undefined,
    ),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.3-2',
    what: 'A remark ({found}) has two texts that differ.',
    fix: 'Write the same text in both.',
    examine: annotations((view, context) =>
      MARKUP.has(view.annotation.subtype) ? richTextAgrees(view, context) : undefined,
    ),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.4.7-1',
    what: 'A stamp has neither name nor description.',
    examine: ofSubtype(
      'Stamp',
      (view, { read }) =>
        read.store.name(view.annotation.dictionary, 'Name') !== undefined || described(view),
    ),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.4.8-1',
    what: 'A drawing by hand has no description.',
    examine: ofSubtype('Ink', described),
  },
  {
    ...SEEN,
    ua2: '8.9.2.4.9-1',
    what: 'A pop-up is part of the reading order.',
    examine: ofSubtype('Popup', ({ owner }) => owner === undefined),
  },
  {
    ...BANNED,
    ua2: '8.9.2.4.10-1',
    what: 'An attached file does not say how it belongs to the document.',
    why: 'People do not learn whether they need it.',
    fix: 'Attach no files, or say their relationship.',
    examine: ofSubtype('FileAttachment', ({ annotation }, { read }) => {
      const file = read.store.dictionary(annotation.dictionary.entries.get('FS'));
      return file === undefined || read.store.get(file, 'AFRelationship') !== null;
    }),
  },
  {
    ...BANNED,
    ua2: '8.9.2.4.11-1',
    what: 'The page holds a sound of the old kind.',
    examine: ofSubtype('Sound', () => false),
  },
  {
    ...BANNED,
    ua2: '8.9.2.4.11-2',
    what: 'The page holds a film of the old kind.',
    examine: ofSubtype('Movie', () => false),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.4.12-1',
    what: 'A film or sound has no description.',
    examine: ofSubtype('Screen', described),
  },
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
    ...SEEN,
    ua2: '8.9.2.4.14-1',
    what: 'A printer’s mark is part of the reading order.',
    examine: ofSubtype('PrinterMark', outsideTree),
  },
  {
    ...BANNED,
    ua2: '8.9.2.4.15-1',
    what: 'The page carries a note for printing machines (TrapNet).',
    examine: ofSubtype('TrapNet', () => false),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.4.16-1',
    what: 'A watermark is tagged as something else.',
    fix: 'Tag it as Annot or as decoration.',
    examine: ofSubtype('Watermark', (view) => outsideTree(view) || view.ownerType === 'Annot'),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.4.19-1',
    what: 'A model in three dimensions has no description.',
    examine: ofSubtype('3D', described),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.2.4.19-2',
    what: 'A film or sound has no description.',
    examine: ofSubtype('RichMedia', described),
  },
  {
    ua2: '8.9.3.3-1',
    check: 'pdf-tab-order-follows-structure',
    what: 'On this page the Tab key follows no order that is known to all readers ({found}).',
    why: 'People who use a keyboard jump about the page.',
    fix: 'Set the tab order of the page to “structure”.',
    examine: ({ read }) =>
      examineEach(read.pages, ({ annotations: list, tabs, index }) =>
        list.length === 0
          ? undefined
          : ['A', 'W', 'S'].includes(tabs ?? '') || { page: index, found: tabs ?? 'no order' },
      ),
  },
  {
    ...DESCRIBE,
    ua2: '8.9.4.2-1',
    what: 'A link has two descriptions that differ.',
    fix: 'Write one description.',
    examine: annotations(({ annotation, owner }) =>
      owner?.alt === undefined || annotation.contents === undefined
        ? undefined
        : owner.alt === annotation.contents,
    ),
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
  {
    ua2: '8.14.1-1',
    check: FOREIGN,
    what: 'An attached file has no description ({found}).',
    why: 'People do not learn what it is before they open it.',
    fix: 'Attach no files, or describe them.',
    examine: ({ read }) =>
      examineEach(read.catalog.embeddedFiles, ([name, file]) => file.entries.has('Desc') || { found: name }),
  },
];
