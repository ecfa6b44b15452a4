/** All commands of the command line, put together; needs no process. */

import { Command } from 'commander';
import {
  type ApproveArguments,
  approveCommand,
  type NewArguments,
  newCommand,
  type SchemaArguments,
  schemaCommand,
} from './author.parser.js';
import { type BrowserArguments, doctorCommand, setupCommand } from './browser.parser.js';
import { buildCommand, type RunArguments } from './build.parser.js';
import { type CheckArguments, checkCommand } from './check.parser.js';
import { type DevArguments, devCommand } from './dev.parser.js';
import { type FixArguments, fixCommand } from './fix.parser.js';
import { type PdfArguments, pdfCommand } from './pdf.parser.js';
import { type ThemeRequest, themeCommand } from './theme.parser.js';

/** What each command does. */
export interface Runners {
  readonly build: (args: RunArguments) => Promise<void>;
  readonly check: (args: CheckArguments) => Promise<void>;
  readonly dev: (args: DevArguments) => Promise<void>;
  readonly fix: (args: FixArguments) => Promise<void>;
  readonly pdf: (args: PdfArguments) => Promise<void>;
  readonly new: (args: NewArguments) => Promise<void>;
  readonly approve: (args: ApproveArguments) => Promise<void>;
  readonly schema: (args: SchemaArguments) => Promise<void>;
  readonly doctor: (args: BrowserArguments) => Promise<void>;
  readonly setup: (args: BrowserArguments) => Promise<void>;
  readonly theme: (request: ThemeRequest) => Promise<void>;
}

/** Makes the program. Faults in the call are thrown as commander's own errors, so that the caller decides how to end. */
export function makeProgram(version: string, runners: Runners): Command {
  const program = new Command('galley')
    .description(
      'Turns structured Markdown into accessible web pages and tagged PDFs with footnotes, and checks them.',
    )
    .version(
      `galley ${version}\nCitations are set by citeproc-js, © Frank Bennett, CPAL 1.0 (https://github.com/Juris-M/citeproc-js).`,
      '-V, --version',
    )
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help to see what can be given here.')
    .addHelpText(
      'after',
      '\nA first look:\n  galley doctor      is everything there?\n  galley new "…"     begin an explainer\n  galley dev         see it while you write\n  galley build       content/ becomes output/',
    )
    .exitOverride();
  for (const command of [
    newCommand(runners.new),
    buildCommand(runners.build),
    devCommand(runners.dev),
    checkCommand(runners.check),
    fixCommand(runners.fix),
    pdfCommand(runners.pdf),
    doctorCommand(runners.doctor),
    setupCommand(runners.setup),
    approveCommand(runners.approve),
    schemaCommand(runners.schema),
    themeCommand(runners.theme),
  ]) {
    program.addCommand(
      command.exitOverride().showHelpAfterError('Run with --help to see what can be given here.'),
    );
  }
  return program;
}
