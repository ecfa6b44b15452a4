/** The arguments of `galley fix`. */

import { Command } from 'commander';

/** What the command takes. */
export interface FixArguments {
  readonly paths: readonly string[];
  /** Write the changes; without it they are only shown. */
  readonly write: boolean;
}

/** Makes the `fix` command; `run` gets the arguments. */
export function fixCommand(run: (args: FixArguments) => Promise<void>): Command {
  return new Command('fix')
    .argument('[paths...]', 'explainers to take; all of content/ without any')
    .description(
      'Show what can be mended safely: heading levels, doubled ids, sources that nobody cites, http for https.',
    )
    .option('--write', 'make the changes')
    .addHelpText(
      'after',
      '\nExamples:\n  galley fix            shows what would change\n  galley fix --write    changes it',
    )
    .action((paths: string[], options: { readonly write?: boolean }) =>
      run({ paths, write: options.write === true }),
    );
}
