/** `output/feed.xml`: everything that is public as one Atom feed (RFC 4287), newest change first, each entry in its own language. */

import type { ResolvedConfig } from '../config/config.js';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { parsePartialDate } from '../language/partial-date.js';
import { baseAddress, documentAddress } from './addresses.js';
import type { Listing } from './listing.js';
import { sha256 } from './manifest.js';
import type { ListedDocument } from './site-pages.js';
import { ownVersion } from './version.js';
import { type Xml, xml, xmlDocument } from './xml.js';

/** A feed is for what is new; older entries stay on the list. */
const mostEntries = 100;

/** A document that the gate let through. */
type PublicDocument = ListedDocument & { readonly listing: Listing };

/** Those that may stand in feed and sitemap, in the order of their names. */
export function publicDocuments(documents: readonly ListedDocument[]): PublicDocument[] {
  return documents
    .flatMap((one) => (one.listing?.isPublic === true ? [{ ...one, listing: one.listing }] : []))
    .sort((a, b) => (a.document < b.document ? -1 : 1));
}

/** A lasting name where there is no public address: a UUID made from a text (RFC 9562, version 8). */
function lastingName(text: string): string {
  const hex = sha256(text);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

function idOf(config: ResolvedConfig, document: string): string {
  const base = baseAddress(config);
  if (base === undefined) return lastingName(`${config.publisher.name ?? ''}\u0000${document}`);
  return document === '' ? base : documentAddress(config, document);
}

function eventItem(language: Language, { at, kind, text }: Listing['events'][number]): Xml {
  const date = parsePartialDate(at);
  const when = date === undefined ? at : language.formatDate(date);
  const what = kind === 'update' ? [] : [xml('strong', {}, [language.label(`kind-${kind}`)]), ', '];
  return xml('li', {}, [...what, xml('time', { datetime: at }, [when]), ': ', text]);
}

/** What a reader of the feed sees: the summary, then what changed. */
function content(document: PublicDocument, summary: string, language: Language): Xml {
  const items = document.listing.events.map((event) => eventItem(language, event));
  const xhtml = 'http://www.w3.org/1999/xhtml';
  return xml('content', { type: 'xhtml' }, [
    xml('div', { xmlns: xhtml, lang: document.lang, dir: language.dir }, [
      xml('p', {}, [summary]),
      items.length === 0 ? undefined : xml('ul', {}, items),
    ]),
  ]);
}

function entry(one: PublicDocument, config: ResolvedConfig): Xml {
  const { document, lang, listing } = one;
  const language = languageOf(lang, { timezone: config.timezone });
  const summary = listing.withdrawn ? language.label('withdrawn-notice') : one.description;
  const isPage = listing.page === 'index.html';
  const link = {
    rel: 'alternate',
    type: isPage ? 'text/html' : 'application/pdf',
    hreflang: lang,
    href: documentAddress(config, document, listing.page),
  };
  const pdfs = listing.pdfs.filter((path) => path !== listing.page);
  return xml('entry', { 'xml:lang': lang }, [
    xml('id', {}, [idOf(config, document)]),
    xml('title', {}, [one.title]),
    xml('updated', {}, [listing.changed]),
    listing.published === null ? undefined : xml('published', {}, [listing.published]),
    ...listing.authors.map((name) => xml('author', {}, [xml('name', {}, [name])])),
    xml('link', link),
    ...pdfs.map((path) =>
      xml('link', { rel: 'related', type: 'application/pdf', href: documentAddress(config, document, path) }),
    ),
    ...listing.topics.map((term) => xml('category', { term })),
    listing.rights === null ? undefined : xml('rights', {}, [listing.rights]),
    xml('summary', {}, [summary]),
    content(one, summary, language),
  ]);
}

function byChange(a: PublicDocument, b: PublicDocument): number {
  if (a.listing.changed !== b.listing.changed) return a.listing.changed < b.listing.changed ? 1 : -1;
  return a.document < b.document ? -1 : 1;
}

/** The bytes of feed.xml. Entries keep their ids as long as their addresses stay. */
export function feedText(documents: readonly ListedDocument[], config: ResolvedConfig): string {
  const entries = publicDocuments(documents).sort(byChange).slice(0, mostEntries);
  const base = baseAddress(config) ?? '';
  const title = config.publisher.name ?? 'Galley';
  const newest = entries[0]?.listing.changed ?? new Date(config.now).toISOString();
  return xmlDocument('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': config.lang }, [
    xml('id', {}, [idOf(config, '')]),
    xml('title', {}, [title]),
    xml('updated', {}, [newest]),
    xml('author', {}, [xml('name', {}, [title])]),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: `${base}feed.xml` }),
    xml('link', { rel: 'alternate', type: 'text/html', href: base === '' ? 'index.html' : base }),
    xml('generator', { version: ownVersion }, ['Galley']),
    ...entries.map((one) => entry(one, config)),
  ]);
}
