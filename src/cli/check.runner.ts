/** Runs `galley check`: sorts what was named, looks at each kind, and writes the reports that were asked for. */

import { allEngines, openEngines } from '../build/engines.js';
import { type Galley, openGalley } from '../build/galley.js';
import type { RunResult } from '../build/options.js';
import { updateBaseline } from '../build/update-baseline.js';
import { BuildError } from '../diagnostics/build-error.js';
import { mergeReports } from '../report/merge.js';
import type { ExitCode } from '../report/report.js';
import { reporters } from '../report/reporters.js';
import { diskSystem } from '../system/disk-system.js';
import { optionsOf, type RunSurroundings, show } from './build.runner.js';
import type { CheckArguments, WantedReport } from './check.parser.js';
import { makeProgress } from './progress.js';
import { stagedPaths } from './staged.js';
import { sortTargets, type Targets } from './targets.js';

async function runAll(
  galley: Galley,
  targets: Targets,
  args: CheckArguments,
  around: RunSurroundings,
): Promise<RunResult> {
  const { names, note } =
    args.engines === 'all' ? allEngines(around.root) : { names: args.engines, note: '' };
  if (note !== '') around.terminal.err(note);
  const engines = await openEngines(names, around.root);
  const wanted = {
    ...optionsOf(args, around.signal),
    paths: targets.explainers,
    engines,
  };
  const parts: RunResult[] = [];
  if (targets.explainers !== undefined)
    parts.push(
      await galley.check({
        ...wanted,
        online: args.online,
        evidence: args.evidence ? 'evidence' : undefined,
        reportPage: pageFolder(args),
      }),
    );
  if (targets.pages.length + targets.pdfs.length > 0) {
    const { pdfProfile: profile = 'claimed', failOn, rendered, verapdf } = args;
    parts.push(await galley.checkFiles(targets, { profile, failOn, rendered, engines, verapdf }));
  }
  return parts.reduce((first, second) => ({
    report: mergeReports(first.report, second.report),
    textOf: (file) => first.textOf(file) ?? second.textOf(file),
  }));
}

function pageFolder({ reports }: CheckArguments): string | undefined {
  return reports.find(({ name }) => name === 'html')?.file;
}

/** Writes one report into its file, or on the terminal in place of the usual one. */
async function write(
  { report, textOf }: RunResult,
  { name, file }: WantedReport,
  around: RunSurroundings,
): Promise<void> {
  const reporter = reporters.find((one) => one.name === name);
  if (reporter === undefined) return;
  const colour = file === undefined && around.terminal.colour;
  const text = reporter.render(report, { textOf, colour });
  if (file === undefined) around.terminal.out(text.trimEnd());
  else await diskSystem(around.root).writeFile(file, text);
}

async function accept(
  result: RunResult,
  args: CheckArguments,
  { terminal, root }: RunSurroundings,
): Promise<ExitCode> {
  const { person, reason, until } = args;
  if (person === undefined || reason === undefined) {
    terminal.err('A list of accepted findings needs who and why: add --person "Ada Prowse" --reason "…".');
    return 2;
  }
  const change = await updateBaseline(diskSystem(root), result.report, {
    person,
    reason,
    until: until ?? null,
  });
  terminal.out(
    `galley.accepted.yaml: ${change.added} added, ${change.kept} kept, ${change.removed} taken out. Errors are never accepted.`,
  );
  return result.report.incomplete.length > 0 ? 3 : 0;
}

function noPdfNamed(): BuildError {
  return new BuildError('usage', {
    code: 'values-are-known',
    severity: 'error',
    what: '“--verapdf” was given, and no PDF file.',
    why: 'veraPDF looks at files, so it would not have run at all.',
    fix: 'Name the files: galley check output --verapdf, or galley check handout.pdf --verapdf.',
  });
}

/** Runs the command and gives the exit code. Throws a `BuildError` when the set-up is broken. */
export async function runCheckCommand(args: CheckArguments, around: RunSurroundings): Promise<ExitCode> {
  const { terminal, root, signal } = around;
  const named = args.staged ? await stagedPaths(root) : args.paths;
  if (args.staged && named.length === 0) {
    terminal.out('Nothing that Galley reads is about to be committed.');
    return 0;
  }
  const targets = await sortTargets(root, named);
  if (args.verapdf !== false && targets.pdfs.length === 0) throw noPdfNamed();
  const progress = makeProgress(terminal);
  const galley = openGalley({
    root,
    browser: args.browser,
    untrusted: args.untrusted || undefined,
    progress,
  });
  signal.addEventListener('abort', () => void galley.close());
  try {
    const result = await runAll(galley, targets, args, around);
    progress.clear();
    if (args.updateBaseline) return await accept(result, args, around);
    for (const one of args.reports) await write(result, one, around);
    const spoken = args.reports.some(({ file }) => file === undefined);
    if (!spoken) show(result, args, undefined, terminal);
    return result.report.exitCode;
  } finally {
    progress.clear();
    await galley.close();
  }
}
