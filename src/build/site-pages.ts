/** The pages beside the explainers: the list of what is published, and the report. */

import type { Root } from 'hast';
import { h } from 'hastscript';
import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plainDocument } from '../html/plain-document.js';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { parsePartialDate } from '../language/partial-date.js';
import type { OutputFile } from '../outputs/output.js';
import { renderWeb } from '../outputs/web/render-web.js';
import { reportBody, type TextOf } from '../report/page.js';
import type { Report } from '../report/report.js';
import { pictureFiles } from '../report/report-pictures.js';
import type { Theme } from '../theme/theme.js';
import { baseAddress } from './addresses.js';
import type { Listing } from './listing.js';

/** One published document as the list shows it. */
export interface ListedDocument {
  /** `slug` or `slug/lang`. */
  readonly document: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** ISO date of publication, or null. */
  readonly published: string | null;
  readonly listing: Listing | null;
}

/** A page with its files, relative to the output folder. */
export interface SitePage {
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function listBody(documents: readonly ListedDocument[], language: Language): Root {
  const items = documents.map(({ document, title, description, lang, published, listing }) => {
    const own = lang === language.tag ? {} : { lang, dir: languageOf(lang).dir };
    const date = published === null ? undefined : parsePartialDate(published);
    const words = listing?.withdrawn === true ? languageOf(lang).label('withdrawn-notice') : description;
    return h('li', [
      h('h2', own, [h('a', { href: `${document}/${listing?.page ?? 'index.html'}` }, title)]),
      ...(date === undefined || published === null
        ? []
        : [
            h('p', { className: ['dates'] }, [h('time', { dateTime: published }, language.formatDate(date))]),
          ]),
      h('p', own, words),
    ]);
  });
  const feed = h('p', { className: ['feed-link'] }, [h('a', { href: 'feed.xml' }, language.label('feed'))]);
  return { type: 'root', children: [h('ol', { className: ['explainer-list'] }, items), feed] };
}

async function renderPlain(
  path: string,
  document: ReturnType<typeof plainDocument>,
  theme: Theme,
): Promise<SitePage> {
  const { value, diagnostics } = await renderWeb({ document, theme });
  return {
    files: [{ path, bytes: new TextEncoder().encode(value.html) }, ...value.assets],
    diagnostics,
  };
}

/** `index.html`: what is published, newest first. */
export function listPage(
  documents: readonly ListedDocument[],
  config: ResolvedConfig,
  theme: Theme,
): Promise<SitePage> {
  const language = languageOf(config.lang, { timezone: config.timezone });
  const newestFirst = [...documents].sort(
    (a, b) =>
      (b.published ?? '').localeCompare(a.published ?? '', 'en') || (a.document < b.document ? -1 : 1),
  );
  const page = {
    path: 'index.html',
    title: config.publisher.name ?? 'Galley',
    description: language.label('all-explainers'),
    body: listBody(newestFirst, language),
    canonical: baseAddress(config) ?? null,
    feed: 'feed.xml',
    stylesheet: 'list.css',
  };
  return renderPlain('index.html', plainDocument(page, config, language), theme);
}

/** The evidence of one document, as a page of its own; `report` is the part on this document. */
export async function evidencePage(
  title: string,
  body: Root,
  report: Report,
  config: ResolvedConfig,
  theme: Theme,
): Promise<SitePage> {
  const page = {
    path: 'index.html',
    title,
    description: 'What was checked, on what and by what, what people decided, and what only people can say.',
    body,
    canonical: null,
    feed: null,
    stylesheet: 'evidence.css',
  };
  const made = await renderPlain('index.html', plainDocument(page, config, languageOf('en')), theme);
  return { ...made, files: [...made.files, ...pictureFiles(report)] };
}

/** `report.html`: what was checked and found, for people; in English, as all findings are. */
export async function reportPage(
  report: Report,
  textOf: TextOf,
  config: ResolvedConfig,
  theme: Theme,
): Promise<SitePage> {
  const page = {
    path: 'report.html',
    title: 'What Galley checked and found',
    description:
      'Findings name the author’s file, line and column. A machine can only find some faults; the list at the end is for people.',
    body: reportBody(report, textOf),
    canonical: null,
    feed: null,
    stylesheet: 'report.css',
  };
  const made = await renderPlain('report.html', plainDocument(page, config, languageOf('en')), theme);
  return { ...made, files: [...made.files, ...pictureFiles(report)] };
}
