/** What has to fit together in the front matter, beyond the form of single values. */

import type { YamlPath } from '../config/yaml-document.js';
import { compareDates } from '../language/partial-date.js';
import type { Metadata } from './explainer.js';
import { finding } from './finding.js';
import { keyPlace, valuePlace, wasMeant, wasTyped } from './frontmatter-reader.js';
import { findPlaceholders, reportPlaceholder } from './placeholders.js';
import { refuseMarkup } from './refuse-marks.js';
import type { Work } from './work.js';

/** Keys whose texts are looked through with their Markdown, or are for colleagues only. */
const readElsewhere: ReadonlySet<string> = new Set(['headline', 'standfirst', 'backstory', 'notes-internal']);

/** The names of keys on the way to a value: `byline, item 2, role`. */
function sayPath(path: YamlPath): string {
  return path.map((key) => (typeof key === 'number' ? `item ${key + 1}` : key)).join(', ');
}

/** Reports placeholders, and markup that has no effect, in all other texts that readers may see. */
function checkPlainTexts(value: unknown, path: YamlPath, work: Work): void {
  const key = path.at(-1);
  if ((path.length === 1 && readElsewhere.has(String(key))) || key === 'text' || key === 'notice') return;
  if (typeof value === 'string') {
    for (const { typed } of findPlaceholders(value)) reportPlaceholder(typed, valuePlace(path, work), work);
    const position = work.source.frontmatter.positionOf(path, 'value');
    refuseMarkup(value, position, `“${sayPath(path)}”`, work);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkPlainTexts(item, [...path, index], work);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) checkPlainTexts(item, [...path, name], work);
  }
}

function checkPublished(metadata: Metadata, work: Work): void {
  if (metadata.status !== 'published' || metadata.published !== null || wasMeant('published', work)) return;
  work.report(
    finding('keys-and-blocks-are-known', 'error', keyPlace(['published'], work), {
      what: 'The status is “published”, but there is no “published” date.',
      why: 'Readers have to see how old the text is.',
      fix: 'Add a line `published: 2022-01-06`, or change the status.',
      excerpt: 'published',
    }),
  );
}

/** A reason for naming nobody, beside names. */
function checkByline({ byline, bylineReason }: Metadata, work: Work): void {
  if (bylineReason === null || byline.length === 0) return;
  if (!wasTyped('byline', work) || !wasTyped('byline-reason', work)) return;
  work.report(
    finding('values-are-known', 'warning', keyPlace(['byline-reason'], work), {
      what: 'There are both “byline” and “byline-reason”.',
      why: 'The reason says why nobody is named; beside names it is printed nowhere.',
      fix: 'Keep one of the two.',
      excerpt: bylineReason,
    }),
  );
}

/** A dateline that holds nothing. */
function checkDateline({ dateline }: Metadata, work: Work): void {
  const typed = (work.source.frontmatter.data as Record<string, unknown> | null)?.['dateline'];
  if (dateline === null || typeof typed !== 'object' || typed === null) return;
  if (Object.keys(typed).length > 0) return;
  work.report(
    finding('values-are-known', 'error', keyPlace(['dateline'], work), {
      what: '“dateline” names neither a place nor a day.',
      why: 'There is nothing to print.',
      fix: 'Write dateline: { place: Almaty, date: 2022-01-05 }, or take the line out.',
      excerpt: 'dateline',
    }),
  );
}

/** A lead picture of its own has no caption that could name its maker. */
function checkLeadImage({ image }: Metadata, work: Work): void {
  if (image === null || 'block' in image || image.credit !== null || !wasTyped('image', work)) return;
  work.report(
    finding('image-has-credit', 'warning', keyPlace(['image'], work), {
      what: `The lead picture “${image.src}” names nobody who made it.`,
      why: 'Readers want to know where it comes from, and its makers have a right to be named.',
      fix: 'Add `credit: …` beside `src` and `alt`.',
      excerpt: image.src,
    }),
  );
}

function checkUpdated(metadata: Metadata, work: Work): void {
  const { published, updated } = metadata;
  if (published === null || updated === null || !wasTyped('updated', work)) return;
  if (compareDates(updated, published, work.config.timezone) >= 0) return;
  work.report(
    finding('updated-follows-published', 'error', valuePlace(['updated'], work), {
      what: '“updated” lies before “published”.',
      why: 'Readers could not tell which version they have.',
      fix: 'Correct one of the two dates.',
      excerpt: work.source.frontmatter.textOf(['updated']) ?? 'updated',
    }),
  );
}

function checkTranslationOf(metadata: Metadata, work: Work): void {
  const named = metadata.translationOf;
  if (named === null) return;
  if (work.source.translates === undefined) {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$|^https?:\/\/\S+$/u.test(named)) return;
    work.report(
      finding('values-are-known', 'error', valuePlace(['translation-of'], work), {
        what: `“${named}” is neither the name of an explainer nor an address.`,
        why: 'Readers and search engines could not be led to the original.',
        fix: 'Write the name of the original’s folder, or an address that begins with https://.',
        excerpt: named,
      }),
    );
    return;
  }
  work.report(
    finding('values-are-known', 'error', valuePlace(['translation-of'], work), {
      what: `“translation-of” names “${named}”, but this file is the translation of ${work.source.translates}.`,
      why: 'Only one of them can be the original.',
      fix: 'Take the line out; the file’s name says what it translates.',
      excerpt: named,
    }),
  );
}

/** A notice without a reason leaves readers to guess. */
function checkWithdrawn({ status, corrections }: Metadata, work: Work): void {
  if (status !== 'withdrawn' || corrections.some(({ kind }) => kind === 'retraction')) return;
  work.report(
    finding('withdrawal-is-explained', 'warning', keyPlace(['corrections'], work), {
      what: 'The text is withdrawn, and no retraction says why.',
      why: 'Readers who come back find that it is gone, and not what was wrong with it.',
      fix: 'Add to “corrections”: - { at: 2022-01-06, kind: retraction, text: … }',
      excerpt: 'withdrawn',
    }),
  );
}

/** Reports what does not fit together, and placeholders in plain texts. */
export function checkMetadata(metadata: Metadata, work: Work): void {
  checkPlainTexts(work.source.frontmatter.data, [], work);
  checkPublished(metadata, work);
  checkDateline(metadata, work);
  checkByline(metadata, work);
  checkLeadImage(metadata, work);
  checkUpdated(metadata, work);
  checkWithdrawn(metadata, work);
  checkTranslationOf(metadata, work);
}
