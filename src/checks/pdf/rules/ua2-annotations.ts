// Rules of PDF/UA-2 on annotations, layers and files (ISO 14289-2, 8.7, 8.9 and 8.14).

import type { AnnotationView } from '../annotation-view.js';
import type { CheckContext } from '../context.js';
import { wordsOf } from '../rich-text.js';
import { examineEach, type PdfRule } from '../rule.js';
import { annotations, described, ofSubtype, outsideTree } from './annotation-rule.js';
import { layerConfigurations } from './foreign.js';

const CHECK = 'pdf-meets-ua2';
const FOREIGN = 'pdf-holds-nothing-foreign';
const MARKUP: ReadonlySet<string> = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink FileAttachment Redact'.split(
    ' ',
  ),
);
const [INVISIBLE, NO_VIEW, TOGGLE_NO_VIEW] = [1, 32, 256];

function richTextAgrees({ annotation }: AnnotationView, { read }: CheckContext): boolean {
  const rich = read.store.text(annotation.dictionary, 'RC');
  return (
    rich === undefined || annotation.contents === undefined || wordsOf(rich) === annotation.contents.trim()
  );
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

/** The rules on annotations of PDF/UA-2. */
export const ua2AnnotationRules: readonly PdfRule[] = [
  {
    ua2: '8.2.5.20-1',
    check: 'pdf-links-are-described',
    what: 'A link is not tagged as a link ({found}).',
    why: 'A screen reader does not say that there is a link, so nobody can follow it.',
    fix: 'Put the link and its words under one Link tag.',
    examine: ofSubtype('Link', ({ ownerType }) => ownerType === 'Link' || ownerType === 'Reference'),
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
    ua2: '8.14.1-1',
    check: FOREIGN,
    what: 'An attached file has no description ({found}).',
    why: 'People do not learn what it is before they open it.',
    fix: 'Attach no files, or describe them.',
    examine: ({ read }) =>
      examineEach(read.catalog.embeddedFiles, ([name, file]) => file.entries.has('Desc') || { found: name }),
  },
];
