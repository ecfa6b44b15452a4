/** The front matter as metadata: every form that the content model knows, with the defaults, and a translation's inheritance. */

import type { FormatName } from '../config/config.js';
import { latinDigits } from '../language/digits.js';
import { toInstant } from '../language/partial-date.js';
import type { Correction, Explainer, Metadata, Person, RichText, Update } from './explainer.js';
import { finding } from './finding.js';
import {
  dateOf,
  keyPlace,
  originalIndex,
  richTextAt,
  valuePlace,
  wasMeant,
  wasTyped,
} from './frontmatter-reader.js';
import type { FrontMatter } from './frontmatter-schema.js';
import { checkMetadata } from './metadata-checks.js';
import type { Work } from './work.js';

type PersonForm = NonNullable<FrontMatter['byline']>[number];
type ContributorForm = NonNullable<FrontMatter['contributors']>[number];

function personOf(form: PersonForm | ContributorForm): Person {
  const { name, role, location, expertise, contact }: Partial<Record<keyof Person, string | undefined>> =
    typeof form === 'string' ? { name: form } : form;
  return {
    name: name ?? '',
    role: role ?? null,
    location: location ?? null,
    expertise: expertise ?? null,
    contact: contact ?? null,
  };
}

function rich(key: string, text: string | undefined, work: Work): RichText | null {
  return text === undefined ? null : richTextAt([key], text, `“${key}”`, work);
}

/** Seconds behind hours and minutes, in ms: dates for readers leave them out, an embargo keeps them. */
function secondsOf(text: string): number {
  const seconds = /\d{2}:\d{2}:(\d{2}(?:\.\d+)?)/.exec(latinDigits(text))?.[1];
  return seconds === undefined ? 0 : Math.ceil(Number(seconds) * 1000);
}

function embargoOf(data: FrontMatter, work: Work): number | true | null {
  if (data.embargo === true) return true;
  const date = dateOf(data.embargo);
  if (date !== null) return toInstant(date, work.config.timezone) + secondsOf(data.embargo ?? '');
  // One that cannot be read still says that somebody wanted it held back.
  return wasTyped('embargo', work) ? true : null;
}

function datelineOf(form: FrontMatter['dateline']): Metadata['dateline'] {
  if (form === undefined) return null;
  const { text, place, country, date } = typeof form === 'string' ? { text: form } : form;
  return { text: text ?? null, place: place ?? null, country: country ?? null, date: dateOf(date) };
}

function imageOf(form: FrontMatter['image']): Metadata['image'] {
  if (form === undefined) return null;
  return typeof form === 'string' ? { block: form } : { ...form, credit: form.credit ?? null };
}

/** An entry of a translation that the original does not have, and that says no day of its own. */
function tellUndated(key: 'corrections' | 'updates', index: number, text: string, work: Work): void {
  work.report(
    finding('keys-and-blocks-are-known', 'error', keyPlace([key, index], work), {
      what: `The original has no entry in “${key}” that this one translates, and it gives no day of its own: “${text}”.`,
      why: 'It would be printed nowhere.',
      fix: 'Add `at: 2022-01-06` with its day, or add the entry to the original too.',
      excerpt: text,
    }),
  );
}

/** Updates in the translation's own words; day and parts are the original's where it gives none. */
function updatesOf(data: FrontMatter, original: Explainer | undefined, work: Work): readonly Update[] {
  let next = 0;
  const updates = (data.updates ?? []).flatMap((form): Update[] => {
    const index = originalIndex('updates', form.text, next, work);
    next = index + 1;
    const inherited = original?.metadata.updates.find((one) => one.index === index);
    const at = dateOf(form.at) ?? inherited?.at;
    if (at === undefined) {
      if (form.at === undefined) tellUndated('updates', index, form.text, work);
      return [];
    }
    const text = richTextAt(['updates', index, 'text'], form.text, 'an update', work);
    const blocks = form.blocks ?? inherited?.blocks ?? [];
    return [{ at, text, blocks, minor: form.minor ?? inherited?.minor ?? false, index }];
  });
  // Newest first; two of one moment keep the author's order.
  const instant = ({ at }: Update): number => toInstant(at, work.config.timezone);
  return updates.sort((a, b) => instant(b) - instant(a));
}

/** A correction that the translation has in its own words; day, kind and block are the original's where it gives none. */
function correctionsOf(
  data: FrontMatter,
  original: Explainer | undefined,
  work: Work,
): readonly Correction[] {
  let next = 0;
  const own = (data.corrections ?? []).flatMap((form): Correction[] => {
    const index = originalIndex('corrections', form.text, next, work);
    next = index + 1;
    const inherited = original?.metadata.corrections[index];
    const at = dateOf(form.at) ?? inherited?.at;
    if (at === undefined) {
      if (form.at === undefined) tellUndated('corrections', index, form.text, work);
      return [];
    }
    return [
      {
        at,
        kind: form.kind ?? inherited?.kind ?? 'correction',
        text: richTextAt(['corrections', index, 'text'], form.text, 'a correction', work),
        block: form.block ?? inherited?.block ?? null,
        place: keyPlace(['corrections', index], work),
      },
    ];
  });
  for (const missing of original?.metadata.corrections.slice(next) ?? []) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', keyPlace(['corrections'], work), {
        what: `The original has a correction that this translation lacks: “${missing.text.text}”.`,
        why: 'Readers of this language would not learn what was wrong.',
        fix: 'Add its text to “corrections”, in the order of the original: `- text: …`.',
        excerpt: missing.text.text,
        related: [{ message: 'the original’s correction', place: missing.place }],
      }),
    );
  }
  return own;
}

function rightsOf(form: FrontMatter['rights'], work: Work): Metadata['rights'] {
  if (form === undefined) return null;
  const notice = form.notice;
  return {
    holder: form.holder ?? null,
    notice: notice === undefined ? null : richTextAt(['rights', 'notice'], notice, 'the rights notice', work),
    licence: form.licence ?? null,
  };
}

function bylineOf(data: FrontMatter, work: Work): readonly Person[] {
  const people = (data.byline ?? []).map(personOf);
  if (people.length === 0 && data['byline-reason'] === undefined && !wasMeant('byline', work)) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', keyPlace(['byline'], work), {
        what: 'There is no “byline” in the front matter.',
        why: 'Readers want to know who answers for the text.',
        fix: 'Add a line `byline: [Name]`, or say with `byline-reason: …` why nobody is named.',
        excerpt: 'byline',
      }),
    );
  }
  return people;
}

/** Words for a headline that is missing, so that drafts can still be looked at. */
function missingText(work: Work): RichText {
  const text = work.source.slug;
  return { text, children: [{ type: 'text', value: text }] };
}

function ownMetadata(data: FrontMatter, original: Explainer | undefined, work: Work): Metadata {
  const text = (key: keyof FrontMatter): string | null => {
    const value = data[key];
    return typeof value === 'string' ? value : null;
  };
  const formats: readonly FormatName[] | undefined = data.formats;
  return {
    headline: rich('headline', data.headline, work) ?? missingText(work),
    standfirst: rich('standfirst', data.standfirst, work) ?? { text: '', children: [] },
    type: data.type ?? 'explainer',
    status: data.status ?? 'draft',
    embargo: embargoOf(data, work),
    published: dateOf(data.published),
    updated: dateOf(data.updated),
    reviewed: dateOf(data.reviewed),
    expires: dateOf(data.expires),
    dateline: datelineOf(data.dateline),
    byline: original === undefined ? bylineOf(data, work) : (data.byline ?? []).map(personOf),
    bylineReason: text('byline-reason'),
    contributors: (data.contributors ?? []).map(personOf),
    approval: data.approval ?? [],
    shortHeadline: text('short-headline'),
    seoTitle: text('seo-title'),
    printHeadline: text('print-headline'),
    topics: data.topics ?? [],
    people: data.people ?? [],
    places: data.places ?? [],
    image: imageOf(data.image),
    theme: text('theme'),
    citationStyle: text('citation-style'),
    formats: formats ?? null,
    translationOf: text('translation-of'),
    translator: text('translator'),
    corrections: correctionsOf(data, original, work),
    updates: updatesOf(data, original, work),
    backstory: rich('backstory', data.backstory, work),
    aiUse: text('ai-use'),
    notesInternal: text('notes-internal'),
    sensitive: data.sensitive ?? [],
    rights: rightsOf(data.rights, work),
  };
}

/** Fills a translation's gaps from its original: states, dates, names; never a text. */
function withInherited(own: Metadata, original: Explainer, work: Work): Metadata {
  const from = original.metadata;
  const take = <Name extends keyof Metadata>(key: string, name: Name): Metadata[Name] =>
    wasTyped(key, work) ? own[name] : from[name];
  const hasByline = wasTyped('byline', work) || wasTyped('byline-reason', work);
  const image = from.image !== null && 'block' in from.image ? from.image : null;
  return {
    ...own,
    type: take('type', 'type'),
    status: take('status', 'status'),
    embargo: take('embargo', 'embargo'),
    published: take('published', 'published'),
    updated: take('updated', 'updated'),
    reviewed: take('reviewed', 'reviewed'),
    expires: take('expires', 'expires'),
    theme: take('theme', 'theme'),
    citationStyle: take('citation-style', 'citationStyle'),
    formats: take('formats', 'formats'),
    approval: take('approval', 'approval'),
    sensitive: take('sensitive', 'sensitive'),
    contributors: take('contributors', 'contributors'),
    byline: hasByline ? own.byline : from.byline,
    bylineReason: hasByline ? own.bylineReason : from.bylineReason,
    image: wasTyped('image', work) ? own.image : image,
  };
}

/** Turns valid front matter into metadata. `original` is there for translations that stand beside it. */
export function readMetadata(data: FrontMatter, original: Explainer | undefined, work: Work): Metadata {
  const own = ownMetadata(data, original, work);
  const metadata = original === undefined ? own : withInherited(own, original, work);
  checkMetadata(metadata, work);
  if (metadata.notesInternal !== null) {
    const place = valuePlace(['notes-internal'], work);
    work.cut.push({ rule: 'internal-notes', text: metadata.notesInternal, place });
  }
  return metadata;
}
