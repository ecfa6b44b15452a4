/** The report of a run. What is held back is counted and never named, since the report lies in the output too. */

import { sourceOf } from '../diagnostics/place.js';
import { assembleReport } from '../report/assemble.js';
import type { Noticed } from '../report/findings.js';
import type { ExplainerReport, Report } from '../report/report.js';
import { criteriaOf } from './catalogue.js';
import type { Made } from './make.js';
import { isReady, type Prepared } from './prepare.js';
import type { Run } from './run-state.js';

/** The row of an explainer that is held back: that there is one, and nothing else. */
const heldBackRow: ExplainerReport = {
  document: 'held-back',
  path: '',
  title: '',
  state: 'held-back',
  files: [],
  timings: {},
};

function rowOf(run: Run, prepared: Prepared, made: Made | undefined, write: boolean): ExplainerReport {
  if (prepared.heldBack !== undefined) return heldBackRow;
  const { document, entry, explainer, stopwatch } = prepared;
  const finished = made !== undefined && made.files.length > 0 ? made : undefined;
  const files = (finished?.files ?? []).map(({ path, bytes }) => ({
    path: `${run.config.out}/${document}/${path}`,
    bytes: bytes.length,
    pages: finished?.pages[path],
  }));
  return {
    document,
    path: entry.path,
    title: explainer?.title ?? document,
    state: finished === undefined ? 'failed' : write ? 'built' : 'checked',
    files: write ? files : [],
    timings: stopwatch.timings,
  };
}

/** Diagnostics of a document that could not be read; those of one held back stay out of a public build. */
function noticedIn(prepared: Prepared): Noticed[] {
  if (isReady(prepared) || prepared.heldBack !== undefined) return [];
  return prepared.diagnostics.map((diagnostic) => ({ document: prepared.document, diagnostic }));
}

/** Whether a finding of the project speaks of files of something held back. */
function namesHeldBack({ diagnostic }: Noticed, held: readonly Prepared[]): boolean {
  const file = diagnostic.place === undefined ? undefined : sourceOf(diagnostic.place)?.file;
  return (
    file !== undefined &&
    held.some(
      ({ entry }) => file === entry.path || (entry.form === 'folder' && file.startsWith(`${entry.folder}/`)),
    )
  );
}

/** Puts together what a run noticed, made and checked. */
export function reportOf(
  run: Run,
  prepared: readonly Prepared[],
  made: readonly Made[],
  write: boolean,
): Report {
  const byName = new Map(made.map((one) => [one.prepared.document, one]));
  const held = prepared.filter(({ heldBack }) => heldBack !== undefined);
  const fromMade = made.flatMap((one) =>
    one.diagnostics.map((diagnostic) => ({ document: one.prepared.document, diagnostic })),
  );
  const ofProject = run.noticed.filter((noticed) => !namesHeldBack(noticed, held));
  return assembleReport(
    {
      explainers: prepared.map((one) => rowOf(run, one, byName.get(one.document), write)),
      noticed: [...ofProject, ...prepared.flatMap(noticedIn), ...fromMade],
      checks: made.flatMap((one) => one.checks),
    },
    { levels: run.config.checks, criteriaOf, failOn: run.config.failOn },
  );
}
