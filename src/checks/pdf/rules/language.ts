// Rules on language: every text has one, and it is written as a language tag (ISO 14289-1, 7.2; ISO 14289-2, 8.4.4).

import type { OutlineItem } from '../../../outputs/pdf/read/outline.js';
import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import type { CheckContext, MarkView } from '../context.js';
import { type Examination, examineEach, examineOne, type Offence, type PdfRule } from '../rule.js';

const CHECK = 'pdf-has-language';
const TAG = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

const UNKNOWN = {
  check: CHECK,
  why: 'A screen reader reads it with the voice of another language.',
  fix: 'Say the language of the document, and of each part that is in another one.',
} as const;

function* outlineItems(items: readonly OutlineItem[]): Generator<OutlineItem> {
  for (const item of items) {
    yield item;
    yield* outlineItems(item.children);
  }
}

/** Texts that stand in a tag's entry need a language from the tag, one above it, or the document. */
function entryHasLanguage(pick: (element: StructureElement) => string | undefined): PdfRule['examine'] {
  return (context) =>
    examineEach(context.elements, (element) => {
      const text = pick(element);
      if (text === undefined) return undefined;
      return (
        context.catalogLang || context.langOf(element) !== undefined || { element, found: text.slice(0, 60) }
      );
    });
}

/** The same for texts in the property list of a Span mark. */
function markHasLanguage(pick: (view: MarkView) => string | undefined): PdfRule['examine'] {
  return (context) =>
    examineEach(
      context.pages.flatMap(({ marks }) => marks),
      (view) => {
        const text = view.mark.tag === 'Span' ? pick(view) : undefined;
        if (text === undefined) return undefined;
        return (
          context.catalogLang ||
          view.lang !== undefined || { page: view.page.index, found: text.slice(0, 60) }
        );
      },
    );
}

function badTags(context: CheckContext): Examination {
  const tags: { lang: string; offence: Offence }[] = [];
  const { lang } = context.read.catalog;
  if (lang !== undefined) tags.push({ lang, offence: {} });
  for (const element of context.elements)
    if (element.lang !== undefined) tags.push({ lang: element.lang, offence: { element } });
  for (const { page, marks } of context.pages) {
    for (const { mark } of marks)
      if (mark.lang !== undefined) tags.push({ lang: mark.lang, offence: { page: page.index } });
  }
  return examineEach(tags, ({ lang: tag, offence }) => TAG.test(tag) || { ...offence, found: tag });
}

function textWithoutLanguage(context: CheckContext): Examination {
  let instances = 0;
  const offences: Offence[] = [];
  for (const { item, view } of context.textItems()) {
    instances += 1;
    if (context.catalogLang) continue;
    const mark = item.mark === undefined ? undefined : view.marks[item.mark];
    if (mark?.lang === undefined) offences.push({ page: view.page.index, found: item.text.slice(0, 60) });
  }
  return { instances, offences };
}

/** The rules on language. */
export const languageRules: readonly PdfRule[] = [
  {
    ua1: '7.2-2',
    ...UNKNOWN,
    what: 'The language of the bookmark “{found}” is not known.',
    examine: (context) =>
      examineEach(outlineItems(context.read.outline), ({ title }) => context.catalogLang || { found: title }),
  },
  {
    ua1: '7.2-21',
    ...UNKNOWN,
    what: 'The language of the replacement text “{found}” is not known.',
    examine: entryHasLanguage(({ actualText }) => actualText),
  },
  {
    ua1: '7.2-22',
    ...UNKNOWN,
    what: 'The language of the alternative text “{found}” is not known.',
    examine: entryHasLanguage(({ alt }) => alt),
  },
  {
    ua1: '7.2-23',
    ...UNKNOWN,
    what: 'The language of the expansion “{found}” is not known.',
    examine: entryHasLanguage(({ expansion }) => expansion),
  },
  {
    ua1: '7.2-30',
    ...UNKNOWN,
    what: 'The language of the replacement text “{found}” is not known.',
    examine: markHasLanguage(({ mark }) => mark.actualText),
  },
  {
    ua1: '7.2-31',
    ...UNKNOWN,
    what: 'The language of the alternative text “{found}” is not known.',
    examine: markHasLanguage(({ mark }) => mark.alt),
  },
  {
    ua1: '7.2-32',
    ...UNKNOWN,
    what: 'The language of the expansion “{found}” is not known.',
    examine: markHasLanguage(({ mark }) => mark.expansion),
  },
  {
    ua1: '7.2-34',
    ...UNKNOWN,
    what: 'The language of the text “{found}” is not known.',
    examine: textWithoutLanguage,
  },
  {
    ua1: '7.2-29',
    ua2: '8.4.4-2',
    check: CHECK,
    what: '“{found}” is not a language tag.',
    why: 'A screen reader cannot choose a voice from it.',
    fix: 'Write a tag such as “en” or “pt-BR”.',
    examine: badTags,
  },
  {
    ua2: '8.4.4-1',
    ...UNKNOWN,
    what: 'The document does not say its language.',
    examine: ({ catalogLang }) => examineOne(catalogLang || {}),
  },
];
