/** One run in order: settings, explainers, the gate, outputs and checks side by side, the report; and, for a build, writing. */

import pLimit from 'p-limit';
import { explainConfig } from '../config/load-config.js';
import { BuildError } from '../diagnostics/build-error.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import { findExplainers } from '../source/find-explainers.js';
import { askAddress, pause } from '../system/ask-address.js';
import { afterOriginals } from './after-originals.js';
import { readApprovals } from './approval.js';
import { inProject } from './in-project.js';
import { type Made, makeDocument } from './make.js';
import { askOutside, outsideLinks } from './online.js';
import type { OpenProject } from './open-project.js';
import type { RunOptions, RunResult } from './options.js';
import { isReady, type Prepared, prepare } from './prepare.js';
import { linkedSlugs } from './project-links.js';
import { readAccepted } from './read-decisions.js';
import { type Recorder, recordReads } from './recorder.js';
import { behindTheirOriginals, originalSlugOf, othersOf } from './related.js';
import { reportOf } from './run-report.js';
import { notice, type Run, themeOf } from './run-state.js';
import type { MakeTools } from './work.js';
import { writeEvidence } from './write-evidence.js';
import { writeOutput } from './write-output.js';
import { writeReportPage } from './write-report-page.js';

/** Documents on their way at a time: while some wait for the browser, others use the processor. */
const documentsAtOnce = 4;

function needsBrowser({ config, options }: Run): boolean {
  return options.rendered !== false || config.formats.some((format) => format !== 'html');
}

function makeTools(run: Run): MakeTools {
  const { project, config, options } = run;
  return {
    config,
    annotate: project.annotate,
    theme: (wanted, named) => themeOf(run, wanted, named),
    browser: needsBrowser(run) ? () => project.desk.browser(config) : undefined,
    workers: project.workers,
    rendered: options.rendered !== false,
    engines: options.engines,
    readFile: project.system.readFile,
    onPage: options.onPage,
  };
}

/** Documents that were not asked for, but that those asked for link to or are translations of. */
async function neighbours(run: Run, asked: readonly Prepared[]): Promise<Prepared[]> {
  if ((run.options.paths ?? []).length === 0) return [];
  const { config, project } = run;
  const slugs = new Set(
    asked.flatMap((one) => [one.entry.slug, originalSlugOf(one) ?? '', ...linkedSlugs(one)]),
  );
  const there = new Set(asked.map(({ entry }) => entry.path));
  const { value: entries } = await findExplainers(project.system);
  const wanted = entries.filter(({ path, slug }) => slugs.has(slug) && !there.has(path));
  return await prepare(wanted, { system: project.system, config, progress: project.progress });
}

async function makeAll(run: Run, prepared: readonly Prepared[], all: readonly Prepared[]): Promise<Made[]> {
  const limit = pLimit(documentsAtOnce);
  const approvals = await readApprovals(run.recorder.system);
  const { progress } = run.project;
  const ready = prepared.filter(isReady);
  const tools = { ...makeTools(run), inCompany: ready.length >= documentsAtOnce };
  progress.documents(ready.length);
  const made = ready.map((one) =>
    limit(async () => {
      run.options.signal?.throwIfAborted();
      const made = await makeDocument(
        inProject(one, all, run.config, approvals),
        othersOf(one, all, run.config),
        tools,
      );
      progress.done(one.document);
      return made;
    }),
  );
  try {
    return await Promise.all(made);
  } finally {
    // After a failure those that wait are not begun.
    limit.clearQueue();
  }
}

/** Whether a folder for results is no folder of the project. */
function leadsOutside(out: string): boolean {
  return /^(?:[/\\]|[a-z]:)/iu.test(out) || out.split(/[/\\]/u).includes('..');
}

function outsideProject(out: string): BuildError {
  return new BuildError('usage', {
    code: 'values-are-known',
    severity: 'error',
    what: `The folder “${out}” is not inside this project.`,
    why: 'Galley writes into the project alone, so that nothing else on this computer is replaced.',
    fix: 'Name a folder of the project, such as `--out preview`, and copy it from there.',
  });
}

async function settings(
  project: OpenProject,
  options: RunOptions,
  recorder: Recorder,
): Promise<Omit<Run, 'accepted' | 'noticed' | 'themes'> & { diagnostics: readonly Diagnostic[] }> {
  const { value, diagnostics } = await explainConfig(recorder.system, {
    ...{
      theme: options.theme,
      formats: options.formats,
      drafts: options.drafts,
      out: options.out,
      now: options.now,
    },
    'pdf-profile': options.pdfProfile,
    ...{ 'fail-on': options.failOn, browser: project.options.browser, untrusted: project.options.untrusted },
  });
  const theme = value.origins['theme'];
  const themePlace = theme?.layer === 'file' ? theme.place : undefined;
  if (leadsOutside(value.config.out)) throw outsideProject(value.config.out);
  return { project, options, recorder, config: value.config, themePlace, diagnostics };
}

/** Asks addresses of other hosts; only when told to. */
async function noticeOutside(
  run: Run,
  prepared: readonly (Prepared & { readonly explainer: Explainer })[],
): Promise<void> {
  const { config, project } = run;
  for (const { document, explainer } of prepared) {
    const outside = { ask: askAddress, pause };
    notice(run, document, await askOutside(outsideLinks(explainer), project.system, config.now, outside));
  }
}

/** Runs a build (`write`) or a check. Throws a `BuildError` when the set-up is broken; nothing is written then. */
export async function run(project: OpenProject, options: RunOptions, write: boolean): Promise<RunResult> {
  const recorder = recordReads(project.system);
  const { diagnostics, ...settled } = await settings(project, options, recorder);
  const accepted = await readAccepted(recorder.system);
  const run: Run = { ...settled, accepted: accepted.entries, noticed: [], themes: new Map() };
  const { config } = run;
  notice(run, null, [...diagnostics, ...accepted.diagnostics]);
  if (hasErrors(diagnostics)) {
    return {
      report: { ...reportOf(run, [], [], { write, audience: 'desk' }), exitCode: 2 },
      textOf: recorder.textOf,
    };
  }
  // The browser and the citation engine take long to start: both do it while documents are read.
  const browser = needsBrowser(run) ? project.desk.browser(config) : undefined;
  browser?.catch(() => undefined);
  project.warm(config);
  project.workers.warm();
  const entries = await findExplainers(recorder.system, options.paths);
  notice(run, null, entries.diagnostics);
  const asked = await prepare(entries.value, {
    system: recorder.system,
    config,
    progress: project.progress,
  });
  const all = behindTheirOriginals([...asked, ...(await neighbours(run, asked))]);
  const prepared = all.slice(0, asked.length);
  const whole = await makeAll(run, prepared, all);
  const made = write ? await afterOriginals(run, whole) : whole;
  if (project.options.forOneRun === true) void project.desk.close();
  notice(run, null, project.desk.noticed);
  if (options.online === true) await noticeOutside(run, prepared.filter(isReady));
  const report = reportOf(run, prepared, made, { write, audience: 'desk' });
  options.signal?.throwIfAborted();
  if (!write) {
    await writeReportPage(run, report);
    await writeEvidence(run, made, report);
  }
  return { report: write ? await writeOutput(run, prepared, made, report) : report, textOf: recorder.textOf };
}
