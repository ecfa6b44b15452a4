/** OpenGraph properties, for the cards of other services. */

import { isoDate } from '../language/partial-date.js';
import type { PageMetadata } from './html-document.js';
import type { ImageFact } from './lead-image.js';
import type { Page } from './page.js';
import { lastChangeOf } from './public-time.js';

/** The properties of a page in a fixed order; unknown ones are left out. */
export function openGraphOf(
  page: Page,
  address: string | null,
  image: ImageFact | undefined,
): PageMetadata['openGraph'] {
  const { metadata } = page.explainer;
  const changed = lastChangeOf(metadata, page.config.timezone);
  const values: readonly (readonly [string, string | null | undefined])[] = [
    ['og:type', 'article'],
    ['og:title', metadata.seoTitle ?? page.explainer.title],
    ['og:description', metadata.status === 'withdrawn' ? null : metadata.standfirst.text],
    ['og:url', address],
    ['og:site_name', page.config.publisher.name],
    ['og:locale', page.explainer.lang.replace('-', '_')],
    ['og:image', image?.url],
    ['og:image:alt', image?.alt],
    ['og:image:width', image === undefined ? null : String(image.width)],
    ['og:image:height', image === undefined ? null : String(image.height)],
    ['article:published_time', metadata.published === null ? null : isoDate(metadata.published)],
    ['article:modified_time', changed === null ? null : isoDate(changed)],
  ];
  return values.flatMap(([property, content]) =>
    content === null || content === undefined || content === '' ? [] : [{ property, content }],
  );
}
