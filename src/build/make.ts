/** The second half of a build: one public explainer through notes, HTML, theme, outputs and checks. Nothing is written here. */

import { blocksByType } from '../blocks/registry.js';
import type { CheckRun } from '../checks/check.js';
import type { FormatName } from '../config/config.js';
import { configFor } from '../config/load-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import type { HtmlDocument, Medium } from '../html/html-document.js';
import type { RelatedExplainers } from '../html/related.js';
import { toHtml } from '../html/to-html.js';
import { languageOf } from '../language/language-of.js';
import type { AnnotatedExplainer } from '../notes/annotated-explainer.js';
import type { OutputFile } from '../outputs/output.js';
import { renderWeb } from '../outputs/web/render-web.js';
import type { WebPage } from '../outputs/web/web-page.js';
import type { Theme } from '../theme/theme.js';
import { checkPage } from './check-page.js';
import { formatsOf, isOffered, pdfName, printKinds } from './formats.js';
import { type MadePdf, makePdf } from './make-pdf.js';
import type { Prepared } from './prepare.js';
import { blocked, type MakeTools, type Work } from './work.js';

/** A finished or failed document. */
export interface Made {
  readonly prepared: Prepared;
  /** Empty when the document failed: the earlier output stays. */
  readonly files: readonly OutputFile[];
  /** Pages of each PDF by file name. */
  readonly pages: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly checks: readonly CheckRun[];
}

function toMedium(
  work: Work,
  annotated: AnnotatedExplainer,
  medium: Medium,
  formats: readonly FormatName[],
): HtmlDocument {
  const { config, explainer, related, prepared } = work;
  const language = languageOf(explainer.lang, { digits: explainer.digits, timezone: config.timezone });
  const links = formats.filter(isOffered).map((format) => ({
    href: pdfName(explainer.slug, format),
    text: language.label(`format-${format}`),
    lang: null,
  }));
  const made = toHtml(annotated, {
    ...{ medium, config, language, related, blocks: blocksByType },
    facts: {
      formats: links,
      ...(config.url === null
        ? {}
        : { canonical: `${config.url.replace(/\/+$/, '')}/${prepared.document}/` }),
    },
  });
  work.diagnostics.push(...made.diagnostics);
  return made.value;
}

function filesOf(page: WebPage): OutputFile[] {
  return [{ path: 'index.html', bytes: new TextEncoder().encode(page.html) }, ...page.assets];
}

/** The stages before any output: notes, then the trees for screen and paper. */
async function toTrees(
  work: Work,
  formats: readonly FormatName[],
): Promise<{ screen: HtmlDocument; paper: HtmlDocument | undefined } | undefined> {
  const { stopwatch } = work.prepared;
  const annotated = await stopwatch.time('notes', () => work.tools.annotate(work.explainer, work.config));
  work.diagnostics.push(...annotated.diagnostics);
  if (blocked(work)) return undefined;
  return await stopwatch.time('html', () => ({
    screen: toMedium(work, annotated.value, 'screen', formats),
    paper: formats.some((format) => format !== 'html')
      ? toMedium(work, annotated.value, 'print', formats)
      : undefined,
  }));
}

/** A web page with its files and what its checks said. */
interface MadePage {
  readonly files: readonly OutputFile[];
  readonly checks: readonly CheckRun[];
}

async function makePage(work: Work, document: HtmlDocument, theme: Theme): Promise<MadePage> {
  const { stopwatch, document: name } = work.prepared;
  const page = await stopwatch.time('web', () => renderWeb({ document, theme }));
  work.diagnostics.push(...page.diagnostics);
  if (blocked(work)) return { files: [], checks: [] };
  const files = filesOf(page.value);
  const browser = work.tools.rendered ? work.tools.browser : undefined;
  const file = `${work.config.out}/${name}/index.html`;
  const checks = await stopwatch.time('checks', () =>
    checkPage({ page: page.value, file, files, document: name, browser }),
  );
  return { files, checks };
}

const failed = ({ prepared, diagnostics }: Work, checks: readonly CheckRun[] = []): Made => ({
  ...{ prepared, diagnostics, checks, files: [], pages: {} },
});

/** Makes everything asked for from one explainer that passed the gate. */
export async function makeDocument(
  prepared: Prepared & { readonly explainer: Explainer },
  related: RelatedExplainers,
  tools: MakeTools,
): Promise<Made> {
  const { explainer } = prepared;
  const { theme: themeName, citationStyle, formats: wanted } = explainer.metadata;
  const config = configFor(tools.config, { theme: themeName, citationStyle, formats: wanted });
  const work: Work = { prepared, explainer, config, tools, related, diagnostics: [...prepared.diagnostics] };
  if (blocked(work)) return failed(work);
  const formats = formatsOf(config, explainer);
  const trees = await toTrees(work, formats);
  const theme = await prepared.stopwatch.time('theme', () =>
    tools.theme(config, themeName === null ? undefined : explainer.placeOf('theme')),
  );
  if (trees === undefined || theme === undefined || blocked(work)) return failed(work);
  const { screen, paper } = trees;
  const [page, pdfs]: readonly [MadePage, readonly (MadePdf | undefined)[]] = await Promise.all([
    makePage(work, screen, theme),
    paper === undefined
      ? []
      : Promise.all(printKinds(formats).map((kind) => makePdf(work, { document: paper, theme }, kind))),
  ]);
  const made = pdfs.filter((pdf) => pdf !== undefined);
  const checks = [...page.checks, ...made.flatMap((pdf) => pdf.checks)];
  const faults = checks.flatMap(({ result }) => ('untested' in result ? [] : result.diagnostics));
  if (blocked({ ...work, diagnostics: [...work.diagnostics, ...faults] }) || made.length < pdfs.length)
    return failed(work, checks);
  return {
    ...{ prepared, diagnostics: work.diagnostics, checks },
    files: [...(formats.includes('html') ? page.files : []), ...made.map(({ file }) => file)],
    pages: Object.fromEntries(made.map(({ file, pageCount }) => [file.path, pageCount])),
  };
}
