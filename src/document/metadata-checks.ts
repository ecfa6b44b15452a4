/** What has to fit together in the front matter, beyond the form of single values. */

import type { YamlPath } from '../config/yaml-document.js';
import { compareDates } from '../language/partial-date.js';
import type { Metadata } from './explainer.js';
import { finding } from './finding.js';
import { keyPlace, valuePlace, wasTyped } from './frontmatter-reader.js';
import { findPlaceholders, reportPlaceholder } from './placeholders.js';
import type { Work } from './work.js';

/** Keys whose texts are looked through with their Markdown, or are for colleagues only. */
const readElsewhere: ReadonlySet<string> = new Set(['headline', 'standfirst', 'backstory', 'notes-internal']);

/** Reports placeholders in all other texts that readers may see. */
function checkPlaceholders(value: unknown, path: YamlPath, work: Work): void {
  const key = path.at(-1);
  if ((path.length === 1 && readElsewhere.has(String(key))) || key === 'text' || key === 'notice') return;
  if (typeof value === 'string') {
    for (const { typed } of findPlaceholders(value)) reportPlaceholder(typed, valuePlace(path, work), work);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkPlaceholders(item, [...path, index], work);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) checkPlaceholders(item, [...path, name], work);
  }
}

function checkPublished(metadata: Metadata, work: Work): void {
  if (metadata.status !== 'published' || metadata.published !== null || wasTyped('published', work)) return;
  work.report(
    finding('keys-and-blocks-are-known', 'error', keyPlace(['published'], work), {
      what: 'The status is “published”, but there is no “published” date.',
      why: 'Readers have to see how old the text is.',
      fix: 'Add a line `published: 2022-01-06`, or change the status.',
      excerpt: 'published',
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
  checkPlaceholders(work.source.frontmatter.data, [], work);
  checkPublished(metadata, work);
  checkUpdated(metadata, work);
  checkWithdrawn(metadata, work);
  checkTranslationOf(metadata, work);
}
