/** The second half of a build: one public explainer through notes, HTML, theme, outputs and checks. Nothing is written here. */

import type { CheckRun } from '../checks/check.js';
import type { ParityPage } from '../checks/parity/check-parity.js';
import type { FormatName } from '../config/config.js';
import { levelsIn } from '../config/levels.js';
import { configFor } from '../config/load-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import { type CitedSource, citedSources } from '../html/cited-sources.js';
import type { CorrectionFact, HtmlDocument } from '../html/html-document.js';
import type { OutputFile } from '../outputs/output.js';
import { composeWeb, provePage } from '../outputs/web/render-web.js';
import type { WebPage } from '../outputs/web/web-page.js';
import type { Theme } from '../theme/theme.js';
import { checkPage, served } from './check-page.js';
import { checkParity } from './check-parity.js';
import { checkText } from './check-text.js';
import { formatsOf, type PrintWish, printWishes } from './formats.js';
import { glyphFindings } from './glyphs.js';
import { type MadePdf, makePdfs } from './make-pdf.js';
import { addressOf } from './page-links.js';
import type { Prepared } from './prepare.js';
import type { Others } from './related.js';
import { toTree } from './to-tree.js';
import { blocked, type MakeTools, type Work } from './work.js';

/** A finished or failed document. */
export interface Made {
  readonly prepared: Prepared;
  /** Empty when the document failed: the earlier output stays. */
  readonly files: readonly OutputFile[];
  /** Corrections as feeds tell of them. */
  readonly corrections: readonly CorrectionFact[];
  /** What it cites, in the words that are published. */
  readonly sources: readonly CitedSource[];
  /** Pages of each PDF by file name. */
  readonly pages: Readonly<Record<string, number>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly checks: readonly CheckRun[];
}

function filesOf(page: WebPage): OutputFile[] {
  return [{ path: 'index.html', bytes: new TextEncoder().encode(page.html) }, ...page.assets];
}

/** What is published of a document, and what of it is made now. */
interface Wishes {
  readonly formats: readonly FormatName[];
  readonly hasPage: boolean;
  readonly prints: readonly PrintWish[];
}

/** The trees of a document, the page's first, and what they cite. */
interface Trees {
  readonly byFormat: ReadonlyMap<FormatName, HtmlDocument>;
  readonly sources: readonly CitedSource[];
}

/** The stages before any output: notes, then a tree for the page and for each print. */
async function toTrees(work: Work, { formats, hasPage, prints }: Wishes, theme: Theme): Promise<Trees> {
  const { stopwatch } = work.prepared;
  const annotated = await stopwatch.time('notes', () => work.tools.annotate(work.explainer, work.config));
  work.diagnostics.push(...annotated.diagnostics);
  if (blocked(work)) return { byFormat: new Map(), sources: [] };
  const leads: FormatName[] = [
    ...(hasPage ? (['html'] as const) : []),
    ...prints.map(({ files }) => files[0].format),
  ];
  const byFormat = await stopwatch.time(
    'html',
    () => new Map(leads.map((format) => [format, toTree(work, annotated.value, formats, format, theme)])),
  );
  const [first] = byFormat.values();
  return { byFormat, sources: first === undefined ? [] : citedSources(annotated.value, first) };
}

/** A web page with its files and what its checks said. */
interface MadePage {
  /** For the comparison with PDFs; undefined without a page. */
  readonly parity?: ParityPage | undefined;
  readonly files: readonly OutputFile[];
  readonly checks: readonly CheckRun[];
}

const noPage: MadePage = { files: [], checks: [] };

async function makePage(work: Work, document: HtmlDocument, theme: Theme): Promise<MadePage> {
  const { stopwatch, document: name } = work.prepared;
  const page = await stopwatch.time('web', () => composeWeb({ document, theme }));
  work.diagnostics.push(...page.diagnostics);
  const prove = (): void => void work.diagnostics.push(...provePage(page.value, { document, theme }));
  if (work.tools.only === undefined) prove();
  if (blocked(work)) return noPage;
  const files = filesOf(page.value);
  await work.tools.onPage?.(name, files);
  if (work.tools.only !== undefined) prove();
  const browser = work.tools.rendered ? work.tools.browser : undefined;
  const file = `${work.config.out}/${name}/index.html`;
  const made = { published: { ...page.value, file }, files: served(files), document: name };
  if (browser === undefined) work.tools.toLookAt?.(made);
  const checks = await stopwatch.time('checks', () =>
    checkPage({
      ...made,
      browser,
      engines: work.tools.engines,
      inOnePage: work.tools.inCompany,
    }),
  );
  const { lang, notes } = document;
  const parity = {
    tree: page.value.tree,
    lang,
    notes,
    hasPrintHeadline: work.explainer.metadata.printHeadline !== null,
    publicAddress: addressOf(work) ?? null,
  };
  return { files, checks, parity };
}

const failed = ({ prepared, diagnostics }: Work, checks: readonly CheckRun[] = []): Made => ({
  ...{ prepared, diagnostics, checks, files: [], pages: {}, corrections: [], sources: [] },
});

/** What is published of a document: everything, or nothing when any part of it has an error. */
function finished(
  work: Work,
  { byFormat, sources }: Trees,
  page: MadePage,
  pdfs: readonly (readonly MadePdf[] | undefined)[],
): Made {
  const { prepared, diagnostics } = work;
  const made = pdfs.flatMap((print) => print ?? []);
  const parity = made.flatMap((pdf) => checkParity(prepared.document, page.parity, pdf.parity));
  const checks = [...page.checks, ...made.flatMap((pdf) => pdf.checks), ...parity];
  const faults = checks.flatMap(({ result }) => ('untested' in result ? [] : result.diagnostics));
  const isWhole =
    !pdfs.includes(undefined) && !blocked({ ...work, diagnostics: [...diagnostics, ...faults] });
  if (!isWhole) return failed(work, checks);
  const [first] = byFormat.values();
  return {
    ...{ prepared, diagnostics, checks, sources, corrections: first?.metadata.corrections ?? [] },
    files: [...page.files, ...made.map(({ file }) => file)],
    pages: Object.fromEntries(made.map(({ file, pageCount }) => [file.path, pageCount])),
  };
}

function isBlockedBy(work: Work, runs: readonly CheckRun[]): boolean {
  return runs.some(
    (run) => !('untested' in run.result) && blocked({ ...work, diagnostics: [...run.result.diagnostics] }),
  );
}

/** What is made now: all that the document is published in, unless only its page or only one print is wanted. */
function wishesOf({ config, explainer, tools }: Work): Wishes {
  const formats = formatsOf(config, explainer);
  const prints = printWishes(formats, config.pdfProfile);
  return {
    formats,
    // A preview shows the page of what is published on paper alone, too.
    hasPage: tools.only === undefined ? formats.includes('html') : tools.only === 'page',
    prints: tools.only === undefined ? prints : prints.filter(({ kind }) => kind === tools.only),
  };
}

/** Makes everything asked for from one explainer that passed the gate. */
export async function makeDocument(
  prepared: Prepared & { readonly explainer: Explainer },
  others: Others,
  tools: MakeTools,
): Promise<Made> {
  const { explainer } = prepared;
  const { theme: themeName, citationStyle, formats: wanted } = explainer.metadata;
  const wished = configFor(tools.config, { theme: themeName, citationStyle, formats: wanted });
  const config = { ...wished, checks: levelsIn(wished, prepared.entry.slug, wished.theme) };
  const work: Work = {
    prepared,
    explainer,
    config,
    tools,
    ...others,
    diagnostics: [...prepared.diagnostics],
  };
  if (blocked(work)) return failed(work);
  const judge = (): Promise<CheckRun[]> => prepared.stopwatch.time('checks', () => checkText(work));
  const early = tools.only === undefined ? await judge() : [];
  if (isBlockedBy(work, early)) return failed(work, early);
  const wishes = wishesOf(work);
  const theme = await prepared.stopwatch.time('theme', () =>
    tools.theme(config, themeName === null ? undefined : explainer.placeOf('theme')),
  );
  if (theme === undefined) return failed(work, early);
  work.diagnostics.push(...glyphFindings(explainer, theme));
  const trees = await toTrees(work, wishes, theme);
  if (blocked(work)) return failed(work, early);
  const screen = trees.byFormat.get('html');
  const [page, pdfs] = await Promise.all([
    screen === undefined ? noPage : makePage(work, screen, theme),
    Promise.all(
      wishes.prints.map((wish) => makePdfs(work, trees.byFormat.get(wish.files[0].format), theme, wish)),
    ),
  ]);
  const text = tools.only === 'page' ? await judge() : early;
  const all = { ...page, checks: [...text, ...page.checks] };
  return finished(work, trees, all, pdfs);
}
