/** The view model of a page: what a template may know. */

import type { ResolvedConfig } from '../config/config.js';
import type { Person } from '../document/explainer.js';
import type { Language, PartialDate } from '../language/language.js';
import type { LabelName } from '../language/locale.js';
import { en } from '../language/locales/en.js';
import { isoDate } from '../language/partial-date.js';
import { separator } from '../language/punctuation.js';
import { roleWords } from './end-sections.js';
import { isCorrected, isExpired } from './notices.js';
import type { Page } from './page.js';
import type { DateView, LinkView, PageView, PersonView } from './page-view.js';
import { lastChangeOf } from './public-time.js';

/** What `build` knows about the page's place among others; absent parts have a plain default. */
export interface PageFacts {
  /** Public address; made from config's base and the slug when absent. */
  readonly canonical?: string | null | undefined;
  /** Address of the stylesheet relative to the page. */
  readonly stylesheet?: string | undefined;
  readonly formats?: readonly LinkView[] | undefined;
  readonly translations?: readonly LinkView[] | undefined;
  /** Address of the original when this is a translation that readers can compare. */
  readonly translationOf?: string | undefined;
  /** This text in other languages, when it is their original. */
  readonly translatedAs?: readonly { readonly href: string; readonly lang: string }[] | undefined;
  /** Address of the feed relative to the page. */
  readonly feed?: string | undefined;
  readonly printKind?: PageView['printKind'] | undefined;
}

function dateView(page: Page, date: PartialDate | null): DateView | null {
  if (date === null) return null;
  return { text: page.language.keepDates(page.language.formatDate(date)), iso: isoDate(date) };
}

function personView(page: Page, person: Person): PersonView {
  const { name, role, location, expertise, contact } = person;
  return { name, role: role === null ? null : roleWords(page, role), location, expertise, contact };
}

/** Not for publication: any state before `published`, or an embargo that runs. */
function isDraft(page: Page): boolean {
  const { status, embargo } = page.explainer.metadata;
  if (status === 'withdrawn') return false;
  return status !== 'published' || embargo === true || (embargo !== null && embargo > page.config.now);
}

/** Place and day of the reporting, as readers see them. */
export function datelineOf(page: Page): string | null {
  const line = page.explainer.metadata.dateline;
  if (line === null) return null;
  if (line.text !== null) return line.text;
  const date = line.date === null ? null : page.language.formatDate(line.date);
  const parts = [line.place, line.country, date].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(separator(page.language, 'comma'));
}

/** Galley's own words that need no values. */
export function labelsOf(language: Language): Record<string, string> {
  const made: Record<string, string> = Object.create(null);
  for (const name of Object.keys(en.labels) as LabelName[]) {
    if (language.labelParts(name).every((part) => 'text' in part)) made[name] = language.label(name);
  }
  return made;
}

const policyNames = ['ethics', 'corrections', 'unnamed-sources', 'fact-checking', 'ownership'] as const;

/** Links to the publisher's policies. */
export function policiesOf(config: ResolvedConfig, language: Language): LinkView[] {
  return policyNames.flatMap((name) => {
    const href = config.policies[name];
    return href === undefined ? [] : [{ href, text: language.label(`policy-${name}`), lang: null }];
  });
}

/** The canonical address of a page, when config gives a base. */
export function canonicalOf(page: Page, facts: PageFacts): string | null {
  if (facts.canonical !== undefined) return facts.canonical;
  const base = page.config.url;
  return base === null ? null : `${base.replace(/\/+$/u, '')}/${page.explainer.slug}/`;
}

function newestVersion(page: Page, facts: PageFacts): string | null {
  const address = canonicalOf(page, facts);
  return address === null ? null : page.language.label('newest-version', { address });
}

/** The view of a page. */
export function viewOf(page: Page, facts: PageFacts): PageView {
  const { explainer, config, language } = page;
  const { metadata } = explainer;
  const dateline = datelineOf(page);
  const names = metadata.byline.map(({ name }) => name);
  return {
    lang: explainer.lang,
    dir: explainer.dir,
    medium: page.medium,
    slug: explainer.slug,
    headline: explainer.title,
    shortHeadline: metadata.shortHeadline ?? explainer.title,
    pageTitle: metadata.seoTitle ?? explainer.title,
    description: metadata.standfirst.text,
    type: metadata.type,
    typeLabel: language.label(`type-${metadata.type}`),
    publisher: config.publisher,
    byline: metadata.byline.map((person) => personView(page, person)),
    bylineReason: metadata.bylineReason,
    bylineText: names.length === 0 ? null : language.label('byline', { names: language.formatList(names) }),
    dateline: dateline === null ? null : language.keepDates(dateline),
    published: dateView(page, metadata.published),
    updated: dateView(page, lastChangeOf(metadata, config.timezone)),
    reviewed: dateView(page, metadata.reviewed),
    expires: dateView(page, metadata.expires),
    expired: isExpired(page),
    draft: isDraft(page),
    withdrawn: metadata.status === 'withdrawn',
    translator:
      metadata.translator === null ? null : language.label('translated-by', { name: metadata.translator }),
    policies: policiesOf(config, language),
    formats: facts.formats ?? [],
    translations: facts.translations ?? [],
    canonical: canonicalOf(page, facts),
    newestVersion: newestVersion(page, facts),
    feed: facts.feed ?? null,
    stylesheet: facts.stylesheet ?? 'style.css',
    paper: config.paper,
    printKind: facts.printKind ?? 'standard',
    corrected: isCorrected(page),
    correctionsAt: config.corrections,
    labelsLang: language.labelTag === language.tag ? null : language.labelTag,
    labels: labelsOf(language),
  };
}
