/** The arguments of `galley doctor` and `galley setup`. */

import { Command } from 'commander';

/** What both commands take. */
export interface BrowserArguments {
  /** Path of a browser to use. */
  readonly browser?: string | undefined;
  /** Consent to fetch a browser, given beforehand. */
  readonly yes: boolean;
}

interface Options {
  readonly browser?: string;
  readonly yes?: boolean;
}

const toArguments = (options: Options): BrowserArguments => ({
  browser: options.browser,
  yes: options.yes === true,
});

/** Makes the `doctor` command. */
export function doctorCommand(run: (args: BrowserArguments) => Promise<void>): Command {
  return new Command('doctor')
    .description('Show what Galley needs on this machine, what it found and what is missing.')
    .option('--browser <path>', 'look at this Chrome or Chromium')
    .addHelpText('after', '\nExample:\n  galley doctor')
    .action((options: Options) => run(toArguments(options)));
}

/** Makes the `setup` command. */
export function setupCommand(run: (args: BrowserArguments) => Promise<void>): Command {
  return new Command('setup')
    .description('Get what is missing: a Chrome or Chromium to print with.')
    .option('--browser <path>', 'use this Chrome or Chromium')
    .option('--yes', 'fetch without asking')
    .addHelpText(
      'after',
      '\nExamples:\n  galley setup          asks before it fetches anything\n  galley setup --yes    for scripts',
    )
    .action((options: Options) => run(toArguments(options)));
}
