/** The specimen: a document of every block, written by hand to docs/markup.md, with a view to fill layouts. */

import { readFileSync } from 'node:fs';
import type { Root } from 'hast';
import type { HtmlDocument, Medium, Slots } from '../../src/html/html-document.js';
import type { PageView } from '../../src/html/page-view.js';
import { parseFragment } from '../../src/html/serialise.js';
import { en } from '../../src/language/locales/en.js';

/** A file of the specimen. */
export function specimen(name: string): string {
  return readFileSync(new URL(`specimen/${name}`, import.meta.url), 'utf8');
}

/** A view with everything that a page may show. */
export function aView(changes: Partial<PageView> = {}): PageView {
  const nobody = { role: null, location: null, expertise: null, contact: null };
  return {
    lang: 'en',
    dir: 'ltr',
    medium: 'screen',
    slug: 'flood',
    headline: 'The river came over the wall. Here’s what you need to know',
    shortHeadline: 'The river came over the wall',
    pageTitle: 'The river came over the wall',
    description: 'Three villages were cut off on Tuesday night.',
    type: 'explainer',
    typeLabel: 'Explainer',
    publisher: { name: 'The Estuary Post', url: 'https://example.org', logo: null, contact: null },
    byline: [
      { name: 'Mara Lindqvist', ...nobody },
      { name: 'Tom Achebe', ...nobody, role: 'coast correspondent', location: 'Lower Sallow' },
    ],
    bylineReason: null,
    bylineText: 'By Mara Lindqvist and Tom Achebe',
    dateline: 'Lower Sallow, 4 March 2026',
    published: { text: '3 March 2026', iso: '2026-03-03' },
    updated: { text: '4 March 2026, 16:20', iso: '2026-03-04T16:20' },
    reviewed: null,
    expires: null,
    expired: false,
    draft: false,
    withdrawn: false,
    translator: null,
    policies: [{ href: 'https://example.org/ethics', text: 'Ethics', lang: null }],
    formats: [{ href: 'flood.pdf', text: 'PDF', lang: null }],
    translations: [{ href: 'kk/', text: 'Қазақша', lang: 'kk' }],
    canonical: 'https://example.org/flood/',
    newestVersion: 'Newest version: https://example.org/flood/',
    stylesheet: 'style.css',
    paper: 'a4',
    printKind: 'standard',
    corrected: true,
    correctionsAt: 'bottom',
    labelsLang: null,
    feed: null,
    labels: Object.fromEntries(Object.entries(en.labels).filter(([, words]) => !words.includes('{'))),
    ...changes,
  };
}

/** The specimen's trees. */
export function someSlots(changes: Partial<Slots> = {}): Slots {
  const [corrections = '', updates = '', backstory = '', rights = ''] = specimen('after.html').split('\n');
  return {
    headline: parseFragment('The river came over the wall. Here’s what you need to know'),
    standfirst: parseFragment('Three villages were cut off on Tuesday night.'),
    notice: null,
    toc: parseFragment(specimen('toc.html')),
    body: parseFragment(specimen('body.html')),
    notes: parseFragment(specimen('notes.html')),
    sources: parseFragment(specimen('sources.html')),
    links: null,
    qr: null,
    corrections: parseFragment(corrections),
    updates: parseFragment(updates),
    backstory: parseFragment(backstory),
    rights: parseFragment(rights),
    ...changes,
  };
}

/** The specimen as a document of one medium. */
export function aDocument(
  changes: { readonly view?: Partial<PageView>; readonly slots?: Partial<Slots> } = {},
  medium: Medium = 'screen',
): HtmlDocument {
  return {
    path: 'content/flood/explainer.md',
    slug: 'flood',
    lang: changes.view?.lang ?? 'en',
    dir: changes.view?.dir ?? 'ltr',
    digits: 'latin',
    medium,
    title: 'The river came over the wall',
    view: aView({ medium, ...changes.view }),
    slots: someSlots(changes.slots),
    metadata: {
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'BackgroundNewsArticle',
        headline: 'A < B </script>',
      },
      corrections: [],
      openGraph: [{ property: 'og:type', content: 'article' }],
    },
    notes: [],
    outline: [],
    assets: [],
  };
}

/** A tree of one paragraph. */
export function paragraph(html: string): Root {
  return parseFragment(`<p>${html}</p>`);
}
