/** One run in order: settings, explainers, the gate, outputs and checks side by side, the report; and, for a build, writing. */

import pLimit from 'p-limit';
import type { ResolvedConfig } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { assembleReport } from '../report/assemble.js';
import type { Noticed } from '../report/findings.js';
import type { ExplainerReport, Report } from '../report/report.js';
import { findExplainers } from '../source/find-explainers.js';
import { criteriaOf } from './catalogue.js';
import { type Made, makeDocument } from './make.js';
import type { RunOptions, RunResult } from './options.js';
import { type Prepared, prepare } from './prepare.js';
import { type Recorder, recordReads } from './recorder.js';
import { relatedTo } from './related.js';
import { notice, type Run, themeOf } from './run-state.js';
import type { Session } from './session.js';
import type { MakeTools } from './work.js';
import { writeOutput } from './write-output.js';

/** Documents on their way at a time: while some wait for the browser, others use the processor. */
const documentsAtOnce = 4;

function needsBrowser({ config, options }: Run): boolean {
  return options.rendered !== false || config.formats.some((format) => format !== 'html');
}

function makeTools(run: Run): MakeTools {
  const { session, config, options } = run;
  return {
    config,
    annotate: session.annotate,
    theme: (wanted) => themeOf(run, wanted),
    browser: needsBrowser(run) ? () => session.desk.browser(config) : undefined,
    rendered: options.rendered !== false,
    elapsed: session.system.elapsed,
  };
}

const isReady = (
  prepared: Prepared,
): prepared is Prepared & { explainer: NonNullable<Prepared['explainer']> } =>
  prepared.explainer !== undefined && prepared.heldBack === undefined;

async function makeAll(run: Run, prepared: readonly Prepared[]): Promise<Made[]> {
  const limit = pLimit(documentsAtOnce);
  const tools = makeTools(run);
  const { progress } = run.session;
  const ready = prepared.filter(isReady);
  progress.documents(ready.length);
  return await Promise.all(
    ready.map((one) =>
      limit(async () => {
        run.options.signal?.throwIfAborted();
        const made = await makeDocument(one, relatedTo(one, prepared, run.config), tools);
        progress.done(one.document);
        return made;
      }),
    ),
  );
}

/** Diagnostics of a document that never reached `makeDocument`; of one held back they stay out of a public build. */
function noticedIn(prepared: Prepared): Noticed[] {
  if (isReady(prepared) || prepared.heldBack !== undefined) return [];
  return prepared.diagnostics.map((diagnostic) => ({ document: prepared.document, diagnostic }));
}

function reportOf(run: Run, prepared: readonly Prepared[], made: readonly Made[], write: boolean): Report {
  const bySource = new Map(made.map((one) => [one.prepared, one]));
  const explainers = prepared.map((one): ExplainerReport => {
    const finished = bySource.get(one);
    const state =
      one.heldBack !== undefined
        ? 'held-back'
        : finished === undefined || finished.files.length === 0
          ? 'failed'
          : write
            ? 'built'
            : 'checked';
    const files = (finished?.files ?? []).map(({ path, bytes }) => ({
      path: `${run.config.out}/${one.document}/${path}`,
      bytes: bytes.length,
      pages: finished?.pages[path],
    }));
    const title = one.explainer?.title ?? one.document;
    return {
      document: one.document,
      path: one.entry.path,
      title,
      state,
      files: write ? files : [],
      timings: one.stopwatch.timings,
    };
  });
  const fromMade = made.flatMap((one) =>
    one.diagnostics.map((diagnostic) => ({ document: one.prepared.document, diagnostic })),
  );
  return assembleReport(
    {
      explainers,
      noticed: [...run.noticed, ...prepared.flatMap(noticedIn), ...fromMade],
      checks: made.flatMap((one) => one.checks),
    },
    { levels: run.config.checks, criteriaOf, failOn: run.config.failOn },
  );
}

async function settings(
  session: Session,
  options: RunOptions,
  recorder: Recorder,
): Promise<{ config: ResolvedConfig; diagnostics: readonly Diagnostic[] }> {
  const { value: config, diagnostics } = await loadConfig(recorder.system, {
    ...{
      theme: options.theme,
      formats: options.formats,
      drafts: options.drafts,
      out: options.out,
      now: options.now,
    },
    ...{ 'fail-on': options.failOn, browser: session.options.browser, untrusted: session.options.untrusted },
  });
  return { config, diagnostics };
}

/** Runs a build (`write`) or a check. Throws a `BuildError` when the set-up is broken; nothing is written then. */
export async function run(session: Session, options: RunOptions, write: boolean): Promise<RunResult> {
  const recorder = recordReads(session.system);
  const { config, diagnostics } = await settings(session, options, recorder);
  const run: Run = { session, config, options, recorder, noticed: [], themes: new Map() };
  notice(run, null, diagnostics);
  if (hasErrors(diagnostics)) {
    return { report: { ...reportOf(run, [], [], write), exitCode: 2 }, textOf: recorder.textOf };
  }
  // The browser and the citation engine take long to start: both do it while documents are read.
  const browser = needsBrowser(run) ? session.desk.browser(config) : undefined;
  browser?.catch(() => undefined);
  session.warm(config);
  const entries = await findExplainers(recorder.system, config, options.paths);
  notice(run, null, entries.diagnostics);
  const prepared = await prepare(entries.value, {
    system: recorder.system,
    config,
    progress: session.progress,
  });
  if (prepared.some(isReady)) await browser;
  const made = await makeAll(run, prepared);
  notice(run, null, session.desk.noticed);
  const report = reportOf(run, prepared, made, write);
  options.signal?.throwIfAborted();
  return { report: write ? await writeOutput(run, prepared, made, report) : report, textOf: recorder.textOf };
}
