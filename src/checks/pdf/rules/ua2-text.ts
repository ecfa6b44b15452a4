// Rules of PDF/UA-2 on characters that mean nothing outside one font (ISO 14289-2, 8.4.3 and 8.6).

import type { OutlineItem } from '../../../outputs/pdf/read/outline.js';
import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import type { CheckContext, MarkView, PageView } from '../context.js';
import { type Examination, examineEach, type Offence, type PdfRule } from '../rule.js';

/** Characters of the three private-use areas of Unicode. */
const PRIVATE_USE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

const WORDS = {
  check: 'pdf-fonts-are-sound',
  why: 'Such a character has no meaning outside its font; it is read as nothing or as noise.',
  fix: 'Use the ordinary character, or give a replacement text.',
} as const;

interface Entry {
  readonly text: string | undefined;
  readonly offence: Offence;
}

function entries(
  context: CheckContext,
  ofElement: (element: StructureElement) => string | undefined,
  ofMark: (view: MarkView) => string | undefined,
): Entry[] {
  return [
    ...context.elements.map((element): Entry => ({ text: ofElement(element), offence: { element } })),
    ...context.pages.flatMap(({ marks }) =>
      marks.map((view): Entry => ({ text: ofMark(view), offence: { page: view.page.index } })),
    ),
  ];
}

function withoutPrivateUse(list: readonly Entry[]): Examination {
  return examineEach(list, ({ text, offence }) =>
    text === undefined ? undefined : !PRIVATE_USE.test(text) || { ...offence, found: text.slice(0, 60) },
  );
}

/** Whether a replacement text stands on a mark around the text or on a tag above it. */
function isReplaced(context: CheckContext, view: PageView, mark: number | undefined): boolean {
  for (let at = mark; at !== undefined; at = view.marks[at]?.mark.parent) {
    const own = view.marks[at]?.mark;
    if (own?.actualText !== undefined || own?.alt !== undefined) return true;
  }
  let element = mark === undefined ? undefined : view.marks[mark]?.owner;
  while (element) {
    if (element.actualText !== undefined || element.alt !== undefined) return true;
    element = context.parentOf(element);
  }
  return false;
}

function shownPrivateUse(context: CheckContext): Examination {
  let instances = 0;
  const offences: Offence[] = [];
  for (const { item, view } of context.textItems()) {
    const mark = item.mark === undefined ? undefined : view.marks[item.mark];
    if (!mark?.owner || mark.inArtifact) continue;
    instances += 1;
    if (PRIVATE_USE.test(item.text) && !isReplaced(context, view, item.mark)) {
      offences.push({ page: view.page.index, element: mark.owner, found: item.text.slice(0, 60) });
    }
  }
  return { instances, offences };
}

function titles(items: readonly OutlineItem[]): Entry[] {
  return items.flatMap(({ title, children }) => [{ text: title, offence: {} }, ...titles(children)]);
}

/** The rules on private-use characters. */
export const ua2TextRules: readonly PdfRule[] = [
  {
    ...WORDS,
    ua2: '8.4.3-1',
    what: 'The text “{found}” holds characters of no general meaning.',
    examine: shownPrivateUse,
  },
  {
    ...WORDS,
    ua2: '8.4.3-2',
    what: 'The replacement text “{found}” holds characters of no general meaning.',
    examine: (context) =>
      withoutPrivateUse(
        entries(
          context,
          ({ actualText }) => actualText,
          ({ mark }) => mark.actualText,
        ),
      ),
  },
  {
    ...WORDS,
    ua2: '8.4.3-3',
    what: 'The alternative text “{found}” holds characters of no general meaning.',
    examine: (context) =>
      withoutPrivateUse(
        entries(
          context,
          ({ alt }) => alt,
          ({ mark }) => mark.alt,
        ),
      ),
  },
  {
    ...WORDS,
    ua2: '8.6-1',
    what: 'The entry “{found}” holds characters of no general meaning.',
    examine: (context) =>
      withoutPrivateUse([
        { text: context.read.catalog.lang, offence: {} },
        ...titles(context.read.outline),
        ...entries(
          context,
          ({ lang }) => lang,
          ({ mark }) => mark.lang,
        ),
      ]),
  },
];
