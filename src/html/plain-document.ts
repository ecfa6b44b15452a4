/** A page that is no explainer, such as the list of what is published or the report, in the same form as one. */

import type { Root } from 'hast';
import type { ResolvedConfig } from '../config/config.js';
import type { Language } from '../language/language.js';
import { rootOf, text } from './elements.js';
import type { HtmlDocument, Slots } from './html-document.js';
import type { PageView } from './page-view.js';
import { labelsOf, policiesOf } from './view.js';

/** What a plain page holds. */
export interface PlainPage {
  /** Named in messages where an explainer's file would be. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: Root;
  readonly canonical: string | null;
  /** Address of the feed relative to the page, or null. */
  readonly feed: string | null;
  /** Address of its stylesheet; pages in one folder have one each, since each holds its own cut of the fonts. */
  readonly stylesheet: string;
}

function viewOfPlain(page: PlainPage, config: ResolvedConfig, language: Language): PageView {
  const absent = {
    published: null,
    updated: null,
    reviewed: null,
    expires: null,
    dateline: null,
    translator: null,
  };
  return {
    ...absent,
    lang: language.tag,
    dir: language.dir,
    medium: 'screen',
    slug: 'index',
    headline: page.title,
    shortHeadline: page.title,
    pageTitle: page.title,
    description: page.description,
    type: 'page',
    typeLabel: '',
    publisher: config.publisher,
    byline: [],
    bylineReason: null,
    bylineText: null,
    expired: false,
    draft: false,
    withdrawn: false,
    policies: policiesOf(config, language),
    formats: [],
    translations: [],
    canonical: page.canonical,
    newestVersion: null,
    feed: page.feed,
    stylesheet: page.stylesheet,
    paper: config.paper,
    printKind: 'standard',
    corrected: false,
    correctionsAt: config.corrections,
    labelsLang: language.labelTag === language.tag ? null : language.labelTag,
    labels: labelsOf(language),
  };
}

/** Makes the page's trees; pure. */
export function plainDocument(page: PlainPage, config: ResolvedConfig, language: Language): HtmlDocument {
  const nothing: Omit<Slots, 'headline' | 'standfirst' | 'body'> = {
    ...{ notice: null, toc: null, notes: null, sources: null, links: null, qr: null },
    ...{ corrections: null, updates: null, backstory: null, rights: null },
  };
  return {
    path: page.path,
    slug: 'index',
    lang: language.tag,
    dir: language.dir,
    digits: 'latin',
    medium: 'screen',
    title: page.title,
    view: viewOfPlain(page, config, language),
    slots: {
      ...nothing,
      headline: rootOf([text(page.title)]),
      standfirst: rootOf([text(page.description)]),
      body: page.body,
    },
    metadata: {
      jsonLd: { '@context': 'https://schema.org', '@type': 'WebPage', name: page.title },
      corrections: [],
      openGraph: [],
    },
    notes: [],
    outline: [],
    assets: [],
  };
}
