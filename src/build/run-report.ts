/** The report of a run. What is held back is counted and never named, since the report lies in the output too. */

import type { Levels } from '../config/config.js';
import { levelsIn } from '../config/levels.js';
import { configFor } from '../config/load-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sourceOf } from '../diagnostics/place.js';
import { assembleReport } from '../report/assemble.js';
import type { Decisions } from '../report/decisions.js';
import type { Noticed } from '../report/findings.js';
import type { ExplainerReport, Report } from '../report/report.js';
import { criteriaOf } from './catalogue.js';
import type { Made } from './make.js';
import { isReady, type Prepared } from './prepare.js';
import { allowancesOf, decisionsOf } from './read-decisions.js';
import type { Run } from './run-state.js';

/** The row of an explainer that is held back: that there is one, and nothing else. */
const heldBackRow: ExplainerReport = {
  document: 'held-back',
  path: '',
  title: '',
  state: 'held-back',
  files: [],
  sources: [],
  timings: {},
};

/** For whom a report is: whoever runs Galley, or anyone who can read the output folder. */
export type Audience = 'desk' | 'public';

/** Whether a report may say nothing of an explainer. One that is unclear is told to whoever runs Galley, since its error has to be mended. */
function isHidden({ heldBack }: Prepared, audience: Audience): boolean {
  return heldBack !== undefined && (heldBack !== 'unclear' || audience === 'public');
}

/** What a report is made for. */
export interface ReportWish {
  readonly write: boolean;
  readonly audience: Audience;
}

function rowOf(run: Run, prepared: Prepared, made: Made | undefined, wish: ReportWish): ExplainerReport {
  if (isHidden(prepared, wish.audience)) return heldBackRow;
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
    state: finished === undefined ? 'failed' : wish.write ? 'built' : 'checked',
    files: wish.write ? files : [],
    sources: finished?.sources ?? [],
    timings: stopwatch.timings,
  };
}

/** Diagnostics of a document that could not be read; those of one held back stay out of a public build. */
function noticedIn(prepared: Prepared, audience: Audience): Noticed[] {
  if (isReady(prepared) || isHidden(prepared, audience)) return [];
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

/** Whether a finding stands in a file that all explainers share. While something is hidden, it may be about what only that cites. */
function isShared({ place }: Diagnostic): boolean {
  const file = place === undefined ? undefined : sourceOf(place)?.file;
  return file !== undefined && /^content\/(?:sources|figures)\.[a-z]+$/.test(file);
}

/** Puts together what a run noticed, made and checked. */
export function reportOf(
  run: Run,
  prepared: readonly Prepared[],
  made: readonly Made[],
  wish: ReportWish,
): Report {
  const { audience } = wish;
  const byDocument = new Map(prepared.map((one) => [one.document, one]));
  const byName = new Map(made.map((one) => [one.prepared.document, one]));
  const hidden = prepared.filter((one) => isHidden(one, audience));
  const isTold = (diagnostic: Diagnostic): boolean =>
    audience === 'desk' || hidden.length === 0 || !isShared(diagnostic);
  const fromMade = made.flatMap((one) =>
    one.diagnostics.filter(isTold).map((diagnostic) => ({ document: one.prepared.document, diagnostic })),
  );
  const ofProject = run.noticed.filter(
    (noticed) => isTold(noticed.diagnostic) && !namesHeldBack(noticed, hidden),
  );
  return assembleReport(
    {
      explainers: prepared.map((one) => rowOf(run, one, byName.get(one.document), wish)),
      noticed: [...ofProject, ...prepared.flatMap((one) => noticedIn(one, audience)), ...fromMade],
      checks: made.flatMap((one) => one.checks),
    },
    {
      levels: run.config.checks,
      levelsIn: (document) => levelsOf(run, byDocument.get(document)),
      criteriaOf,
      failOn: run.config.failOn,
      decisions: decisionsIn(run, prepared, audience),
    },
  );
}

/** The levels in one explainer; the project's where it could not be read. */
function levelsOf({ config }: Run, prepared: Prepared | undefined): Levels {
  if (prepared?.explainer === undefined) return config.checks;
  const { theme } = configFor(config, { ...prepared.explainer.metadata, formats: null });
  return levelsIn(config, prepared.entry.slug, theme);
}

/** What people decided: the project's list, and comments in the texts that are not hidden. */
function decisionsIn(run: Run, prepared: readonly Prepared[], audience: Audience): Decisions {
  const { recorder, accepted, config, options } = run;
  const cut = prepared
    .filter((one) => !isHidden(one, audience))
    .flatMap(({ explainer }) => explainer?.cut ?? []);
  const whole = audience === 'desk' && (options.paths ?? []).length === 0;
  return decisionsOf(accepted, allowancesOf(cut, recorder.textOf), config.now, whole);
}

/** Texts of files as a published report may quote them: without comments and notes for colleagues, which leave blanks of their length. */
export function quotable(
  textOf: (file: string) => string | undefined,
  prepared: readonly Prepared[],
): (file: string) => string | undefined {
  const cuts = prepared.flatMap(({ explainer }) => explainer?.cut ?? []);
  return (file) => {
    const text = textOf(file);
    if (text === undefined) return undefined;
    let shown = text;
    for (const { rule, place } of cuts) {
      const { position } = place;
      if (rule === 'raw-html' || place.file !== file || position === undefined) continue;
      const [start, end] = [position.start.offset ?? 0, position.end.offset ?? 0];
      shown = `${shown.slice(0, start)}${shown.slice(start, end).replace(/[^\n]/g, ' ')}${shown.slice(end)}`;
    }
    return shown;
  };
}
