/** What each name of the view model is, in a designer's words: the text of the reference page, kept whole by a test. */

import type { ObjectShape, Shape } from './view-shape.js';

/** Sentences by path; a list's items stand under `[]`. */
export const viewWords: Readonly<Record<string, string>> = {
  lang: 'The page’s language, for a lang attribute.',
  dir: 'Direction of the page’s script: ltr or rtl.',
  medium: 'screen or print.',
  slug: 'The explainer’s name in addresses.',
  headline: 'The headline in plain words; the slot has its links and emphasis.',
  shortHeadline: 'The short headline, or the headline.',
  pageTitle: 'For the title element: the title for search engines, or the headline.',
  description: 'The standfirst in plain words.',
  type: 'The kind of text, such as explainer or factcheck.',
  typeLabel: 'The kind of text in the page’s language.',
  publisher: 'Who publishes, from galley.config.yaml.',
  'publisher.name': 'The publisher’s name.',
  'publisher.url': 'The publisher’s address.',
  'publisher.logo': 'The logo’s file beside the page.',
  'publisher.contact': 'How to reach the publisher.',
  byline: 'Who wrote the text, one after the other.',
  'byline[].name': 'A name.',
  'byline[].role': 'What this person did or is.',
  'byline[].location': 'Where this person was.',
  'byline[].expertise': 'Why this person knows the matter.',
  'byline[].contact': 'How to reach this person.',
  bylineReason: 'Why nobody is named.',
  bylineText: 'All names in one sentence.',
  dateline: 'Place and day of the reporting.',
  published: 'The day of publication.',
  'published.text': 'As readers see it.',
  'published.iso': 'For a datetime attribute.',
  updated: 'The last change that readers should know of.',
  'updated.text': 'As readers see it.',
  'updated.iso': 'For a datetime attribute.',
  reviewed: 'The day of the last review.',
  'reviewed.text': 'As readers see it.',
  'reviewed.iso': 'For a datetime attribute.',
  expires: 'The day after which the text may be out of date.',
  'expires.text': 'As readers see it.',
  'expires.iso': 'For a datetime attribute.',
  expired: 'Whether that day is over.',
  draft: 'Whether this is not for publication.',
  withdrawn: 'Whether the text was withdrawn.',
  translator: 'Who translated the text, in a sentence.',
  policies: 'Links to the publisher’s policies.',
  'policies[].href': 'Address.',
  'policies[].text': 'Words of the link.',
  'policies[].lang': 'Language of what the link leads to.',
  formats: 'Links to the same text in other forms.',
  'formats[].href': 'Address.',
  'formats[].text': 'Words of the link.',
  'formats[].lang': 'Language of what the link leads to.',
  translations: 'Links to the same text in other languages.',
  'translations[].href': 'Address.',
  'translations[].text': 'The language’s own name.',
  'translations[].lang': 'Its tag, for lang and hreflang.',
  canonical: 'The public address of the page.',
  newestVersion: 'The sentence that points from paper to the newest version.',
  feed: 'Address of the feed of all that is published.',
  stylesheet: 'Address of the stylesheet.',
  paper: 'a4 or letter.',
  printKind: 'standard, clear or large.',
  corrected: 'Whether the text was corrected.',
  correctionsAt: 'Where the publisher wants corrections: top or bottom.',
  labelsLang: 'Language of the labels where it is not the page’s, for a lang attribute.',
  labels: 'Galley’s own words, by name.',
  slots: 'Whether each slot holds something.',
};

/** Every path of a shape, outermost first: `publisher`, `publisher.name`, `byline`, `byline[].name`. Labels and slots stay whole. */
export function pathsOf(shape: ObjectShape, before = ''): readonly string[] {
  return Object.entries(shape.fields).flatMap(([name, field]) => {
    const path = before + name;
    return path === 'labels' || path === 'slots' ? [path] : [path, ...inner(field, path)];
  });
}

function inner(shape: Shape, path: string): readonly string[] {
  if (typeof shape !== 'object') return [];
  if ('fields' in shape) return pathsOf(shape, `${path}.`);
  if ('each' in shape && typeof shape.each === 'object' && 'fields' in shape.each) {
    return pathsOf(shape.each, `${path}[].`);
  }
  return [];
}
