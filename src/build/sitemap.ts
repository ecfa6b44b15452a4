/** `output/sitemap.xml`: every public page with its last change and its other languages (sitemaps.org 0.9). */

import type { ResolvedConfig } from '../config/config.js';
import { baseAddress, documentAddress } from './addresses.js';
import { publicDocuments } from './feed.js';
import type { ListedDocument } from './site-pages.js';
import { type Xml, xml, xmlComment, xmlDocument } from './xml.js';

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
};

/** The bytes of sitemap.xml. Without a base in config its addresses are relative, and it says what to do. */
export function sitemapText(documents: readonly ListedDocument[], config: ResolvedConfig): string {
  const base = baseAddress(config);
  const pages = publicDocuments(documents).filter(({ listing }) => listing.page === 'index.html');
  const alternates = (group: string): Xml[] => {
    const same = pages.filter(({ listing }) => listing.group === group);
    if (same.length < 2) return [];
    return same.map(({ document, lang }) => {
      const href = documentAddress(config, document);
      return xml('xhtml:link', { rel: 'alternate', hreflang: lang, href });
    });
  };
  const urls = pages.map(({ document, listing }) =>
    xml('url', {}, [
      xml('loc', {}, [documentAddress(config, document)]),
      xml('lastmod', {}, [listing.changed]),
      ...alternates(listing.group),
    ]),
  );
  const hint = 'Search engines need whole addresses: set “url” in galley.config.yaml.';
  return xmlDocument('urlset', namespaces, [
    ...(base === undefined ? [xmlComment(hint)] : []),
    xml('url', {}, [xml('loc', {}, [base ?? 'index.html'])]),
    ...urls,
  ]);
}
