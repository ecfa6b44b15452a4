#!/usr/bin/env node
/** Starts the command line; the only file that ends the process. */

import { resolve } from 'node:path';
import process from 'node:process';
import { CommanderError } from 'commander';
import { ownVersion } from '../build/version.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { ExitCode } from '../report/report.js';
import { explainBuildError, explainDefect } from './complain.js';
import { optimiseLater } from './optimizer.js';
import { makeProgram } from './program.js';
import { explainersInProject, findProject, pathInProject } from './project.js';
import { processTerminal } from './terminal.js';

optimiseLater();
const terminal = processTerminal();
const interrupt = new AbortController();
const debug = process.argv.includes('--debug');
const stopping =
  process.argv[2] === 'dev'
    ? 'The preview ends.'
    : 'Stopping; what is finished stays, nothing half-made is written.';

/** Ends politely at the first signal, at once at the second (security: exit codes 130 and 143). */
function onSignal(code: ExitCode): void {
  if (interrupt.signal.aborted) process.exit(code);
  process.exitCode = code;
  terminal.err(stopping);
  interrupt.abort();
  // Work that does not listen, such as a page in the browser, gets five seconds.
  setTimeout(() => process.exit(code), 5000).unref();
}

process.on('SIGINT', () => onSignal(130));
process.on('SIGTERM', () => onSignal(143));
// A reader that closes early (`galley build | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

function end(code: ExitCode): void {
  // A signal's code stays: it says why the run ended.
  if (!interrupt.signal.aborted) process.exitCode = code;
}

function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof BuildError) {
    terminal.err(explainBuildError(error));
    return error.kind === 'usage' ? 2 : 3;
  }
  if (interrupt.signal.aborted) return 130;
  terminal.err(explainDefect(error, debug));
  return 4;
}

const here = process.cwd();
const root = findProject(here);
const inProject = (path: string): string => pathInProject(root, here, path);
const explainersOf = (paths: readonly string[]): string[] => explainersInProject(root, here, paths);
// Each command loads its own code: `galley --help` should not wait for a browser driver.
const program = makeProgram(ownVersion, {
  async build(args) {
    const { runBuild } = await import('./build.runner.js');
    const out = args.out === undefined ? undefined : inProject(resolve(args.out));
    const placed = { ...args, paths: explainersOf(args.paths), out };
    end(await runBuild(placed, { terminal, root, signal: interrupt.signal }));
  },
  async check(args) {
    const { runCheckCommand } = await import('./check.runner.js');
    const placed = { ...args, paths: args.paths.map(inProject) };
    end(await runCheckCommand(placed, { terminal, root, signal: interrupt.signal }));
  },
  async dev(args) {
    const { runDev } = await import('./dev.runner.js');
    end(
      await runDev(
        { ...args, paths: explainersOf(args.paths) },
        { terminal, root, signal: interrupt.signal },
      ),
    );
  },
  async fix(args) {
    const { runFix } = await import('./fix.runner.js');
    end(await runFix({ ...args, paths: explainersOf(args.paths) }, terminal, root));
  },
  async pdf(args) {
    const { runPdf } = await import('./pdf.runner.js');
    // A page to print belongs to no project.
    end(await runPdf(args, terminal, here));
  },
  async new(args) {
    const { runNew } = await import('./author.runner.js');
    end(await runNew(args, terminal, root));
  },
  async approve(args) {
    const { runApprove } = await import('./author.runner.js');
    end(await runApprove({ paths: args.paths.map(inProject) }, terminal, root));
  },
  async schema(args) {
    const { runSchema } = await import('./author.runner.js');
    end(await runSchema(args, terminal, root));
  },
  async doctor(args) {
    const { runDoctor } = await import('./doctor.runner.js');
    end(await runDoctor(args, terminal, root));
  },
  async setup(args) {
    const { runSetup } = await import('./setup.runner.js');
    end(await runSetup(args, terminal, root));
  },
  async theme(request) {
    const { runTheme } = await import('./theme.runner.js');
    end(await runTheme(request, { terminal, root, signal: interrupt.signal }));
  },
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  end(failed(error));
}
