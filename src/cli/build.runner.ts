/** Runs `galley build`: asks the library, shows progress, says what was made and found. */

import { openGalley } from '../build/galley.js';
import type { RunOptions, RunResult } from '../build/options.js';
import type { ExitCode, ExplainerReport, Report } from '../report/report.js';
import { json } from '../report/reporters/json.js';
import { closingLine, text } from '../report/reporters/text.js';
import type { RunArguments } from './build.parser.js';
import { makeProgress } from './progress.js';
import type { Terminal } from './terminal.js';

/** What a run needs beside its arguments. */
export interface RunSurroundings {
  readonly terminal: Terminal;
  /** The project folder. */
  readonly root: string;
  readonly signal: AbortSignal;
}

const stateWords: Readonly<Record<ExplainerReport['state'], string>> = {
  built: 'built',
  checked: 'checked',
  failed: 'not built; what was made earlier stays as it was',
  'held-back': 'held back',
};

function size(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}

function madeLines(explainer: ExplainerReport): string[] {
  return explainer.files
    .filter(({ path }) => /\.(html|pdf)$/.test(path))
    .map(({ path, bytes, pages }) => {
      const length = pages === undefined ? '' : `, ${pages} ${pages === 1 ? 'page' : 'pages'}`;
      return `    ${path}  (${size(bytes)}${length})`;
    });
}

function timingLines({ timings }: ExplainerReport): string[] {
  return Object.entries(timings).map(
    ([stage, ms]) => `    ${stage.padEnd(9)} ${ms.toFixed(0).padStart(6)} ms`,
  );
}

/** The last lines of a run: what was made, where, how many pages, what was found. Held-back texts are counted, never named. */
export function summary(report: Report, out: string | undefined, withTimings: boolean): string {
  const shown = report.explainers.filter(({ state }) => state !== 'held-back');
  const held = report.explainers.length - shown.length;
  const lines = shown.flatMap((explainer) => [
    `  ${explainer.document}: ${stateWords[explainer.state]}`,
    ...madeLines(explainer),
    ...(withTimings ? timingLines(explainer) : []),
  ]);
  const heldLine = held === 0 ? [] : [`  ${held} held back: not published yet (--drafts shows them).`];
  const where = out === undefined ? [] : [`  The report: ${out}/report.html`];
  return [...lines, ...heldLine, ...where, '', closingLine(report)].join('\n');
}

/** What the library is asked for. */
export function optionsOf(args: RunArguments, signal: AbortSignal): RunOptions {
  const { paths, out, theme, formats, pdfProfile, failOn, drafts, rendered } = args;
  return { paths, out, theme, formats, pdfProfile, failOn, rendered, signal, ...(drafts ? { drafts } : {}) };
}

/** Shows a report on the terminal: the findings, then what was made. */
export function show(
  { report, textOf }: RunResult,
  args: RunArguments,
  out: string | undefined,
  terminal: Terminal,
): void {
  if (args.json) {
    terminal.out(json.render(report, { textOf, colour: false }).trimEnd());
    return;
  }
  const findings = text.render(report, { textOf, colour: terminal.colour });
  if (findings !== '') terminal.out(`${findings}\n`);
  terminal.out(summary(report, out, args.timings));
}

/** Runs the command and gives the exit code. Throws a `BuildError` when the set-up is broken. */
export async function runBuild(args: RunArguments, around: RunSurroundings): Promise<ExitCode> {
  const { terminal, root, signal } = around;
  const progress = makeProgress(terminal);
  const galley = openGalley({
    root,
    browser: args.browser,
    untrusted: args.untrusted || undefined,
    progress,
    forOneRun: true,
  });
  // Work in the browser listens to no signal; without its browser it ends.
  signal.addEventListener('abort', () => void galley.close());
  try {
    const result = await galley.build(optionsOf(args, signal));
    progress.clear();
    show(result, args, args.out ?? 'output', terminal);
    return result.report.exitCode;
  } finally {
    progress.clear();
    await galley.close();
  }
}
