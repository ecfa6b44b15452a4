/** Writes what a build made: each document whole, then the pages beside them, build.json last; sweeps what is gone. */

import { isoDate } from '../language/partial-date.js';
import type { OutputFile } from '../outputs/output.js';
import { assembleReport } from '../report/assemble.js';
import type { Report } from '../report/report.js';
import { json } from '../report/reporters/json.js';
import { UnusableTheme } from '../theme/load-theme.js';
import type { Theme } from '../theme/theme.js';
import { criteriaOf } from './catalogue.js';
import { feedText } from './feed.js';
import { listingOf } from './listing.js';
import type { Made } from './make.js';
import { type Manifest, manifestText, readManifest, sha256 } from './manifest.js';
import type { Prepared } from './prepare.js';
import { publishDocument, sweep } from './publish.js';
import { quotable, reportOf } from './run-report.js';
import { type Run, themeOf } from './run-state.js';
import { listPage, reportPage, type SitePage } from './site-pages.js';
import { sitemapText } from './sitemap.js';
import { ownVersion } from './version.js';

type Documents = Manifest['documents'];

function hashes(files: readonly OutputFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, sha256(bytes)]));
}

function entryOf({ prepared, files, corrections }: Made, run: Run): Documents[string] | undefined {
  const { explainer, inputs } = prepared;
  if (explainer === undefined) return undefined;
  const { standfirst, published } = explainer.metadata;
  return {
    title: explainer.title,
    description: standfirst.text,
    lang: explainer.lang,
    published: published === null ? null : isoDate(published),
    listing: listingOf({ explainer, corrections, files: files.map(({ path }) => path) }, run.config),
    inputs: Object.fromEntries(inputs),
    outputs: hashes(files),
  };
}

/**
 * What is public after this run: documents made now; those of earlier builds that failed now or were not asked for stay, those that are held
 * back or gone from `content/` leave. Without any explainer nothing leaves: an empty folder is a mistake, and an error says so.
 * What an earlier run with `--drafts` left behind is never taken over into a public build.
 */
function documentsAfter(
  run: Run,
  prepared: readonly Prepared[],
  made: readonly Made[],
  earlier: Documents,
): Documents {
  const whole = (run.options.paths ?? []).length === 0 && prepared.length > 0;
  const asked = new Map(prepared.map((one) => [one.document, one]));
  const kept = Object.entries(earlier).filter(([document, { listing }]) => {
    if (!run.config.drafts && listing?.isPublic !== true) return false;
    const one = asked.get(document);
    if (one === undefined) return !whole;
    return one.heldBack === undefined || one.heldBack === 'unclear';
  });
  const fresh = made
    .filter((one) => one.files.length > 0)
    .map((one) => [one.prepared.document, entryOf(one, run)] as const)
    .filter((pair): pair is readonly [string, Documents[string]] => pair[1] !== undefined);
  return Object.fromEntries([...kept, ...fresh]);
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function allPaths(documents: Documents, site: Readonly<Record<string, string>>): string[] {
  const own = Object.entries(documents).flatMap(([document, { outputs }]) =>
    Object.keys(outputs).map((path) => `${document}/${path}`),
  );
  return [...own, ...Object.keys(site)];
}

async function manifestOf(run: Run, documents: Documents, site: readonly OutputFile[]): Promise<Manifest> {
  const { config, project } = run;
  const browser = project.desk.path === undefined ? undefined : await project.desk.browser(config);
  return {
    version: 1,
    galley: ownVersion,
    browser: browser?.version ?? null,
    sandbox: browser?.sandboxed ?? null,
    node: project.nodeVersion,
    clock: new Date(config.now).toISOString(),
    settings: {
      theme: config.theme,
      formats: config.formats,
      paper: config.paper,
      pdfProfile: config.pdfProfile,
      limits: config.limits,
      checks: config.checks,
      drafts: config.drafts,
    },
    inputs: Object.fromEntries(
      [...run.recorder.inputs].filter(([path]) => !path.startsWith('content/')).sort(byName),
    ),
    documents,
    site: hashes(site),
  };
}

/** The report once more with what the pages beside the documents brought up. */
function withFindings(run: Run, report: Report, pages: readonly SitePage[]): Report {
  const diagnostics = pages.flatMap((page) => page.diagnostics);
  if (diagnostics.length === 0) return report;
  const more = assembleReport(
    {
      explainers: [],
      noticed: diagnostics.map((diagnostic) => ({ document: null, diagnostic })),
      checks: [],
    },
    { levels: run.config.checks, criteriaOf, failOn: run.config.failOn },
  );
  const { totals } = report;
  return {
    ...report,
    findings: [...more.findings, ...report.findings],
    totals: {
      error: totals.error + more.totals.error,
      warning: totals.warning + more.totals.warning,
      info: totals.info + more.totals.info,
    },
    exitCode: report.exitCode > more.exitCode ? report.exitCode : more.exitCode,
  };
}

/** The base theme, in which the report is written when the project's own cannot be used. */
async function baseTheme({ project, recorder, config }: Run): Promise<Theme | undefined> {
  try {
    return (await project.loadTheme(recorder.system, { ...config, theme: 'base' })).value;
  } catch (error) {
    if (error instanceof UnusableTheme) return undefined;
    throw error;
  }
}

function textFile(path: string, text: string): OutputFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** The files beside the documents, and the report for whoever runs the build. */
async function siteOf(
  run: Run,
  { prepared, made, documents }: Outcome,
  report: Report,
): Promise<{ readonly site: readonly OutputFile[]; readonly said: Report }> {
  const { config } = run;
  const theme = await themeOf(run, config);
  const list = Object.entries(documents).map(([document, entry]) => ({ document, ...entry }));
  const first = theme === undefined ? [] : [await listPage(list, config, theme)];
  const said = withFindings(run, report, first);
  // The report that lies in the output is read by anyone, so it knows less than the one on the terminal.
  const open = reportOf(run, prepared, made, { write: true, audience: 'public' });
  const told = { ...withFindings(run, open, first), exitCode: said.exitCode };
  const textOf = quotable(run.recorder.textOf, prepared);
  const look = theme ?? (await baseTheme(run));
  const pages = look === undefined ? first : [...first, await reportPage(told, textOf, config, look)];
  const site = [
    ...pages.flatMap((page) => page.files),
    textFile('feed.xml', feedText(list, config)),
    textFile('sitemap.xml', sitemapText(list, config)),
    textFile('report.json', json.render(told, { textOf, colour: false })),
  ];
  return { site, said };
}

/** What a run has made, and what is public after it. */
interface Outcome {
  readonly prepared: readonly Prepared[];
  readonly made: readonly Made[];
  readonly documents: Documents;
}

/** Publishes a run and gives the report for whoever runs it. */
export async function writeOutput(
  run: Run,
  prepared: readonly Prepared[],
  made: readonly Made[],
  report: Report,
): Promise<Report> {
  const { config, project } = run;
  const { system } = project;
  const earlier = await readManifest(system, config.out);
  for (const { prepared: one, files } of made) {
    if (files.length > 0) await publishDocument(system, config.out, { document: one.document, files });
  }
  const documents = documentsAfter(run, prepared, made, earlier?.documents ?? {});
  const { site, said } = await siteOf(run, { prepared, made, documents }, report);
  for (const { path, bytes } of site) await system.writeFile(`${config.out}/${path}`, bytes);
  const fresh = await manifestOf(run, documents, site);
  // Without a theme no list is made: the one of the build before stays.
  const isThemed = (await themeOf(run, config)) !== undefined;
  const manifest = isThemed ? fresh : { ...fresh, site: { ...earlier?.site, ...fresh.site } };
  await sweep(
    system,
    config.out,
    earlier === undefined ? [] : allPaths(earlier.documents, earlier.site),
    new Set(allPaths(documents, manifest.site)),
  );
  await system.writeFile(`${config.out}/build.json`, manifestText(manifest));
  return said;
}
