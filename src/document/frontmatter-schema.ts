/** What an author may write in the front matter (content model, section 2): one schema for validation, types and editors' help. */

import { z } from 'zod';
import { formatNames } from '../config/config.js';
import { plainText, textAsTyped, withForm } from '../config/schema-forms.js';
import { parsePartialDate } from '../language/partial-date.js';
import { validTag } from './language-tag.js';

/** Whether a text is a day, or a day with time and zone. */
function isDayOrInstant(text: string): boolean {
  const date = parsePartialDate(text);
  if (date?.day === undefined || date.about === true) return false;
  return date.hour === undefined || date.offset !== undefined;
}

function isInstant(text: string): boolean {
  const date = parsePartialDate(text);
  return date?.hour !== undefined && date.offset !== undefined && date.about !== true;
}

const date = textAsTyped(
  'a day such as 2022-01-06, or a day with time and zone such as 2022-01-06T12:00+06:00',
  isDayOrInstant,
);
const anyDate = textAsTyped(
  'a date such as 2022-01-06, 2022-01 or 2022',
  (text) => parsePartialDate(text) !== undefined,
);
const tag = textAsTyped('a language tag such as kk or pt-BR', (text) => validTag(text) !== undefined);
const texts = withForm(z.array(plainText), 'a list of texts: [first, second]');

const person = z.union([
  plainText,
  z.strictObject({
    name: plainText,
    role: plainText.optional(),
    location: plainText.optional(),
    expertise: plainText.optional(),
    contact: plainText.optional(),
  }),
]);

const contributor = z.union([plainText, z.strictObject({ name: plainText, role: plainText.optional() })]);

/** Kinds of corrections. */
export const correctionKinds = ['correction', 'clarification', 'retraction', 'editors-note'] as const;

const approval = z.strictObject({
  role: plainText,
  name: plainText,
  at: date,
  version: plainText,
});

const update = z.strictObject({
  at: date,
  text: plainText,
  blocks: texts.optional(),
  minor: z.boolean().optional(),
});

/** In a translation day and parts of an update come from the original. */
const translatedUpdate = update.partial({ at: true });

const originalCorrection = z.strictObject({
  at: date,
  kind: z.enum(correctionKinds),
  text: plainText,
  block: plainText.optional(),
});

/** In a translation the day, the kind and the block come from the original. */
const translatedCorrection = originalCorrection.partial({ at: true, kind: true });

const shape = {
  headline: plainText.optional().describe('The one headline, with inline Markdown.'),
  standfirst: plainText
    .optional()
    .describe('One or two sentences below it; also the description in lists and cards.'),
  type: z
    .enum(['explainer', 'analysis', 'live-explainer', 'fact-check', 'service-guide'])
    .optional()
    .describe('The genre label that readers see.'),
  lang: tag.optional().describe('Language of the document, as a BCP 47 tag.'),
  dir: z
    .enum(['ltr', 'rtl'])
    .optional()
    .describe('Writing direction, where it differs from the language’s own.'),
  status: z
    .enum(['draft', 'review', 'approved', 'published', 'withdrawn'])
    .optional()
    .describe('Where it stands on its way to readers.'),
  embargo: withForm(
    z.union([z.literal(true), textAsTyped('an instant', (text) => text === 'true' || isInstant(text))]),
    'a day with time and zone such as 2022-01-06T12:00+06:00, or `true` until the line is removed',
  )
    .optional()
    .describe('Not public before.'),
  published: date.optional().describe('When readers first saw it.'),
  updated: date.optional().describe('When it last changed for readers.'),
  reviewed: date.optional().describe('When somebody last checked that it still holds.'),
  expires: date.optional().describe('From when on it may be out of date.'),
  dateline: z
    .union([
      plainText,
      z.strictObject({ place: plainText, country: plainText, date: anyDate, text: plainText }).partial(),
    ])
    .optional()
    .describe('Place and day of the reporting.'),
  byline: withForm(z.array(person).min(1), 'a list of names, or of groups with the key name')
    .optional()
    .describe('Who wrote it.'),
  'byline-reason': plainText.optional().describe('Why nobody is named.'),
  contributors: withForm(z.array(contributor), 'a list of names, or of groups with the keys name and role')
    .optional()
    .describe('Who else worked on it.'),
  approval: z.array(approval).optional().describe('Who signed for which version.'),
  'short-headline': plainText.optional().describe('For running heads and cards.'),
  'seo-title': plainText.optional().describe('For the page title.'),
  'print-headline': plainText.optional().describe('The headline on paper.'),
  topics: texts.optional().describe('What it is about.'),
  people: texts.optional().describe('Who it is about.'),
  places: texts.optional().describe('Where it takes place.'),
  image: z
    .union([plainText, z.strictObject({ src: plainText, alt: plainText, credit: plainText.optional() })])
    .optional()
    .describe('The lead image: the id of a block with a picture, or a picture of its own.'),
  theme: plainText.optional().describe('The theme of this document.'),
  'citation-style': plainText.optional().describe('How sources are cited.'),
  formats: z.array(z.enum(formatNames)).min(1).optional().describe('What to make from it.'),
  'translation-of': plainText.optional().describe('The original, when it stands outside this folder.'),
  translator: plainText.optional().describe('Who translated it.'),
  backstory: plainText.optional().describe('How it was reported.'),
  'ai-use': plainText.optional().describe('What was made with the help of software that writes or draws.'),
  'notes-internal': plainText.optional().describe('For colleagues; never in any output.'),
  sensitive: z
    .array(z.enum(['violence', 'minors', 'named-suspect', 'graphic-image']))
    .optional()
    .describe('What readers are told before the first paragraph.'),
  rights: z
    .strictObject({ holder: plainText, notice: plainText, licence: plainText })
    .partial()
    .optional()
    .describe('Who holds the rights.'),
};

const describedUpdates = 'What changed for readers, and when.';
const describedCorrections = 'What was wrong, what is right, and since when.';

/** The front matter of an original. Required keys are told apart from it, so that the rest stays usable. */
export const frontMatterSchema: z.ZodObject<
  typeof shape & {
    corrections: z.ZodOptional<z.ZodArray<typeof originalCorrection>>;
    updates: z.ZodOptional<z.ZodArray<typeof update>>;
  }
> = z.strictObject({
  ...shape,
  corrections: z.array(originalCorrection).optional().describe(describedCorrections),
  updates: z.array(update).optional().describe(describedUpdates),
});

/** The front matter of a translation: its corrections and updates give the text alone. */
export const translationSchema: z.ZodObject<
  typeof shape & {
    corrections: z.ZodOptional<z.ZodArray<typeof translatedCorrection>>;
    updates: z.ZodOptional<z.ZodArray<typeof translatedUpdate>>;
  }
> = z.strictObject({
  ...shape,
  corrections: z.array(translatedCorrection).optional().describe(describedCorrections),
  updates: z.array(translatedUpdate).optional().describe(describedUpdates),
});

/** What other programs and other words call our keys. */
export const frontMatterSynonyms: Readonly<Record<string, string>> = {
  ...{ title: 'headline', subtitle: 'standfirst', description: 'standfirst', summary: 'standfirst' },
  ...{ dek: 'standfirst', author: 'byline', authors: 'byline', by: 'byline', writer: 'byline' },
  ...{ date: 'published', language: 'lang', tags: 'topics', keywords: 'topics', category: 'type' },
  ...{ modified: 'updated', lastmod: 'updated', style: 'citation-style', locale: 'lang' },
};

/** The front matter as it comes out of either schema. */
export type FrontMatter = z.output<typeof translationSchema>;

/** The schema of the front matter as JSON Schema, for editors that help while typing. */
export function frontMatterJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(frontMatterSchema, { io: 'input' });
}
