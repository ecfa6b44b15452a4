/** Links between explainers: what they lead to, and what is to be said when readers could not open it. */

import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { ProjectLink } from '../document/explainer.js';
import { translationDrift } from '../document/translation-drift.js';
import { targetsOf } from '../html/cross-references.js';
import { languageOf } from '../language/language-of.js';
import type { ExplainerEntry } from '../source/explainer-entry.js';
import type { Prepared } from './prepare.js';
import { originalSlugOf } from './related.js';

/** Slug and id that a link names: `other#toll`, `/other`, `../other/explainer.md#toll`. */
function partsOf(
  link: ProjectLink,
  from: ExplainerEntry,
): { readonly slug: string; readonly id: string | undefined } {
  const [path = '', id] = link.target.split('#');
  if (link.kind === 'cross-reference') return { slug: path.replace(/^\//, ''), id };
  const whole = posix.join(posix.dirname(from.path), path);
  const folder = /^content\/([^/]+)(?:\/(?:explainer(?:\.[\w-]+)?\.md|index\.html)?)?$/.exec(whole)?.[1];
  return { slug: (folder ?? whole).replace(/\.md$/, ''), id };
}

/** Slugs that a document's links name. */
export function linkedSlugs({ entry, explainer }: Prepared): ReadonlySet<string> {
  return new Set((explainer?.projectLinks ?? []).map((link) => partsOf(link, entry).slug));
}

function problemOf(link: ProjectLink, from: Prepared, all: readonly Prepared[]): Diagnostic | undefined {
  const { slug, id } = partsOf(link, from.entry);
  const target = all.find(({ entry }) => entry.slug === slug && entry.fileLang === undefined);
  const base = { code: 'link-target-exists', place: link.place, excerpt: link.target };
  if (target?.explainer === undefined) {
    const near = nearest(
      slug,
      all.map(({ entry }) => entry.slug),
    );
    return {
      ...base,
      severity: 'error',
      what: `No explainer here has the address “${slug}”.`,
      why: 'The link would lead nowhere.',
      fix: near === undefined ? 'Check the address, or take the link out.' : `Did you mean “${near}”?`,
    };
  }
  if (target.heldBack !== undefined && from.heldBack === undefined) {
    return {
      ...base,
      severity: 'warning',
      what: `The explainer at “${slug}” is not public yet.`,
      why: 'Readers who follow the link find nothing there.',
      fix: 'Publish it first, or take the link out until then.',
    };
  }
  if (id === undefined || targetsOf(target.explainer).has(id)) return undefined;
  return {
    ...base,
    severity: 'error',
    what: `Nothing in the explainer “${slug}” has the id “${id}”.`,
    why: 'The link would lead to the top of the page, not to what is meant.',
    fix: `Give the block or heading that is meant the id: {#${id}}.`,
  };
}

/** A translation of something in this project names it by its slug. */
function originalProblem(from: Prepared, all: readonly Prepared[]): Diagnostic | undefined {
  const slug = originalSlugOf(from);
  if (slug === undefined || from.explainer === undefined) return undefined;
  if (all.some(({ document }) => document === slug)) return undefined;
  const near = nearest(
    slug,
    all.map(({ entry }) => entry.slug),
  );
  return {
    code: 'link-target-exists',
    severity: 'error',
    what: `“translation-of” names “${slug}”, and no explainer here has that address.`,
    why: 'Readers and search engines could not find the original.',
    fix: near === undefined ? 'Write its folder’s name, or a whole web address.' : `Did you mean “${near}”?`,
    place: from.explainer.placeOf('translation-of'),
    excerpt: slug,
  };
}

/** Where a translation that has a folder of its own has parted from its original. */
function driftOf(from: Prepared, all: readonly Prepared[]): readonly Diagnostic[] {
  const slug = originalSlugOf(from);
  if (slug === undefined || from.explainer === undefined) return [];
  const original = all.find(({ document }) => document === slug)?.explainer;
  const isNotice = [original, from.explainer].some((one) => one?.metadata.status === 'withdrawn');
  if (original === undefined || isNotice) return [];
  return translationDrift(original, from.explainer, languageOf);
}

/** What is wrong with a document's links to others, and with its answer to the text that it translates. */
export function projectLinkFindings(from: Prepared, all: readonly Prepared[]): Diagnostic[] {
  const problems = (from.explainer?.projectLinks ?? []).map((link) => problemOf(link, from, all));
  const wrong = [...problems, originalProblem(from, all)].filter((problem) => problem !== undefined);
  return [...wrong, ...driftOf(from, all)];
}
