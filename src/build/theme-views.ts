/** Views of real pages, so that the reference of templates shows what the project itself puts in. */

import { blocksByType } from '../blocks/registry.js';
import type { ResolvedConfig } from '../config/config.js';
import type { HtmlDocument } from '../html/html-document.js';
import { toHtml } from '../html/to-html.js';
import { languageOf } from '../language/language-of.js';
import { findExplainers } from '../source/find-explainers.js';
import type { OpenProject } from './open-project.js';
import { isReady, prepare } from './prepare.js';

/** Explainers of a project that are asked for examples; more would only take time. */
const mostDocuments = 5;

/** The printed form of the first explainers that may be public, since paper knows all that screens know and more. */
export async function viewsOf(
  project: OpenProject,
  config: ResolvedConfig,
): Promise<readonly HtmlDocument[]> {
  const { value: entries } = await findExplainers(project.system);
  const prepared = await prepare(entries.slice(0, mostDocuments), {
    ...{ system: project.system, config, progress: project.progress },
  });
  const views: HtmlDocument[] = [];
  for (const { explainer, document } of prepared.filter(isReady)) {
    const annotated = await project.annotate(explainer, config);
    const language = languageOf(explainer.lang, { timezone: config.timezone });
    const canonical = config.url === null ? null : `${config.url.replace(/\/+$/, '')}/${document}/`;
    const formats = [{ href: `${document}.pdf`, text: language.label('format-pdf'), lang: null }];
    const translations = prepared
      .filter(isReady)
      .filter((other) => other.explainer.slug === explainer.slug && other.explainer.lang !== explainer.lang)
      .map(({ explainer: { lang } }) => ({
        href: `${lang}/`,
        text: languageOf(lang).languageName(lang),
        lang,
      }));
    const made = toHtml(annotated.value, {
      ...{ config, language, blocks: blocksByType, medium: 'print' },
      facts: { canonical, formats, translations, feed: 'feed.xml' },
    });
    views.push(made.value);
  }
  return views;
}
