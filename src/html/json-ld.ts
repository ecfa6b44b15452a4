/** The page as a schema.org object, so that machines read the same facts as people. */

import type { Person } from '../document/explainer.js';
import { isoDate } from '../language/partial-date.js';
import type { SourceRecord } from '../source/source-record.js';
import type { CorrectionFact } from './html-document.js';
import type { ImageFact } from './lead-image.js';
import type { Page } from './page.js';
import { wordsOf } from './plain-text.js';
import { lastChangeOf } from './public-time.js';
import { datelineOf, type PageFacts } from './view.js';

type Json = Record<string, unknown>;

/** Types of schema.org by genre (pending types of the NewsArticle family). */
const types = {
  explainer: 'BackgroundNewsArticle',
  analysis: 'AnalysisNewsArticle',
  'live-explainer': 'BackgroundNewsArticle',
  'fact-check': 'NewsArticle',
  'service-guide': 'NewsArticle',
} as const;

const policyProperties = {
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  'unnamed-sources': 'unnamedSourcesPolicy',
  'fact-checking': 'verificationFactCheckingPolicy',
  ownership: 'ownershipFundingInfo',
} as const;

/** Leaves out what is not known. */
function known(values: Json): Json {
  const empty = (value: unknown): boolean =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !empty(value)));
}

function publisher(page: Page): Json | undefined {
  const { publisher, policies } = page.config;
  if (publisher.name === null) return undefined;
  const rules = Object.entries(policyProperties).map(([name, property]) => [
    property,
    policies[name as keyof typeof policyProperties],
  ]);
  return known({
    '@type': 'NewsMediaOrganization',
    name: publisher.name,
    url: publisher.url,
    ...Object.fromEntries(rules),
  });
}

function author(page: Page, person: Person): Json {
  const isPublisher = person.name === page.config.publisher.name;
  return known({
    '@type': isPublisher ? 'Organization' : 'Person',
    name: person.name,
    jobTitle: isPublisher ? undefined : person.role,
    knowsAbout: person.expertise,
  });
}

function sourceUrl(source: SourceRecord | undefined): string | undefined {
  const url = source?.csl['URL'];
  return source?.tier !== 'anonymous' && typeof url === 'string' ? url : undefined;
}

function citations(page: Page): Json[] {
  return page.explainer.bibliography
    .flatMap((group) => group.entries)
    .map((entry) =>
      known({
        '@type': 'CreativeWork',
        text: wordsOf(page, entry.content).trim(),
        url: sourceUrl(page.explainer.sources.get(entry.id)),
      }),
    );
}

function corrections(facts: readonly CorrectionFact[]): Json[] {
  return facts.map(({ at, text }) => ({ '@type': 'CorrectionComment', text, datePublished: at }));
}

/** The same text in other languages: the original of this one, or its translations. */
function otherLanguages({ translationOf, translatedAs }: PageFacts): Json {
  const work = (href: string): Json => ({ '@type': 'CreativeWork', '@id': href });
  return {
    translationOfWork: translationOf === undefined ? undefined : work(translationOf),
    workTranslation: translatedAs?.map(({ href, lang }) => ({ ...work(href), inLanguage: lang })),
  };
}

/** What the page offers to people who read in other ways (schema.org accessibility terms). */
function accessibility(page: Page, hasPictures: boolean): Json {
  return {
    accessMode: hasPictures ? ['textual', 'visual'] : ['textual'],
    accessModeSufficient: [{ '@type': 'ItemList', itemListElement: ['textual'] }],
    accessibilityFeature: [
      ...(hasPictures ? ['alternativeText', 'longDescription'] : []),
      'structuralNavigation',
      'readingOrder',
      ...(page.explainer.outline.length > 0 ? ['tableOfContents'] : []),
      ...(page.explainer.notes.length > 0 ? ['annotations'] : []),
    ],
    accessibilityHazard: ['none'],
  };
}

function date(value: Parameters<typeof isoDate>[0] | null): string | undefined {
  return value === null ? undefined : isoDate(value);
}

/** What the object says that is not in the explainer itself. */
export interface JsonLdFacts {
  readonly page: PageFacts;
  /** The public address, where known. */
  readonly address: string | null;
  readonly image: ImageFact | undefined;
  readonly corrections: readonly CorrectionFact[];
}

/** The schema.org object of a page. */
export function jsonLdOf(page: Page, facts: JsonLdFacts): Json {
  const { explainer } = page;
  const { address, image } = facts;
  const { metadata } = explainer;
  const withdrawn = metadata.status === 'withdrawn';
  return known({
    '@context': 'https://schema.org',
    '@type': types[metadata.type],
    headline: explainer.title,
    description: withdrawn ? undefined : metadata.standfirst.text,
    inLanguage: explainer.lang,
    url: address,
    mainEntityOfPage: address,
    datePublished: date(metadata.published),
    dateModified: date(lastChangeOf(metadata, page.config.timezone) ?? metadata.published),
    expires: date(metadata.expires),
    dateline: datelineOf(page),
    author: metadata.byline.map((person) => author(page, person)),
    contributor: metadata.contributors.map((person) => author(page, person)),
    translator: metadata.translator,
    publisher: publisher(page),
    image: image?.url,
    keywords: metadata.topics,
    mentions: metadata.people.map((name) => ({ '@type': 'Person', name })),
    contentLocation: metadata.places.map((name) => ({ '@type': 'Place', name })),
    creativeWorkStatus: withdrawn ? 'Withdrawn' : undefined,
    citation: withdrawn ? undefined : citations(page),
    correction: corrections(facts.corrections),
    backstory: withdrawn ? undefined : metadata.backstory?.text,
    ...otherLanguages(facts.page),
    copyrightHolder: metadata.rights?.holder,
    license: metadata.rights?.licence,
    ...accessibility(page, explainer.images.size > 0),
  });
}
