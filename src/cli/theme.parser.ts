/** The arguments of `galley theme` and its commands. */

import { Command } from 'commander';

/** What one of the theme commands was asked. */
export type ThemeRequest =
  | {
      readonly command: 'check';
      readonly theme: string | undefined;
      readonly json: boolean;
      readonly browser: string | undefined;
    }
  | { readonly command: 'tokens'; readonly theme: string | undefined; readonly json: boolean }
  | { readonly command: 'new'; readonly name: string; readonly from: string }
  | { readonly command: 'eject'; readonly part: string; readonly theme: string | undefined }
  | { readonly command: 'docs' };

type Run = (request: ThemeRequest) => Promise<void>;

function checkCommand(run: Run): Command {
  return new Command('check')
    .argument('[name]', 'a theme; the one in galley.config.yaml without it')
    .description('Build the specimen in a theme, run every check on it, and take its pictures.')
    .option('--json', 'print the report as JSON instead of text')
    .option('--browser <path>', 'use this Chrome or Chromium')
    .addHelpText(
      'after',
      `
The specimen holds every block in every state, narrow and wide, light and dark, in more contrast, from right to left, with long
words, and in clear and large print. What is made lies in output/theme-check/<name>/; look at pictures.html there.

Examples:
  galley theme check             the theme in use
  galley theme check courier`,
    )
    .action((theme: string | undefined, { json, browser }: { json?: boolean; browser?: string }) =>
      run({ command: 'check', theme, json: json === true, browser }),
    );
}

function tokensCommand(run: Run): Command {
  return new Command('tokens')
    .argument('[name]', 'a theme; the one in galley.config.yaml without it')
    .description('Show every pair of colours that meet, with its contrast in each mode.')
    .option('--json', 'print the numbers as JSON')
    .addHelpText('after', '\nExamples:\n  galley theme tokens\n  galley theme tokens courier --json')
    .action((theme: string | undefined, { json }: { json?: boolean }) =>
      run({ command: 'tokens', theme, json: json === true }),
    );
}

function newCommand(run: Run): Command {
  return new Command('new')
    .argument('<name>', 'the theme’s folder in templates/')
    .description('Begin a theme that stands on another. Nothing is overwritten.')
    .option('--from <theme>', 'the theme behind it', 'base')
    .addHelpText(
      'after',
      '\nExamples:\n  galley theme new courier\n  galley theme new courier --from bulletin',
    )
    .action((name: string, { from }: { from: string }) => run({ command: 'new', name, from }));
}

function ejectCommand(run: Run): Command {
  return new Command('eject')
    .argument('<file>', 'a partial, layout, block or stylesheet of the parent')
    .description('Copy a file of the parent into your theme, to change it there. Nothing is overwritten.')
    .option('--theme <name>', 'your theme, when galley.config.yaml names another')
    .addHelpText(
      'after',
      '\nExamples:\n  galley theme eject footer\n  galley theme eject blocks/timeline\n  galley theme eject layouts/print --theme courier',
    )
    .action((part: string, { theme }: { theme?: string }) => run({ command: 'eject', part, theme }));
}

function docsCommand(run: Run): Command {
  return new Command('docs')
    .description('Write a page with all that templates may use, with examples from your own pages.')
    .addHelpText('after', '\nThe page is output/theme-docs/index.html.\n\nExample:\n  galley theme docs')
    .action(() => run({ command: 'docs' }));
}

/** Makes the `theme` command with its own commands; `run` gets what was asked. */
export function themeCommand(run: Run): Command {
  const theme = new Command('theme')
    .description('Begin, change and check the look of your pages.')
    .addHelpText('after', '\nExamples:\n  galley theme new courier\n  galley theme check courier');
  for (const command of [
    checkCommand(run),
    tokensCommand(run),
    newCommand(run),
    ejectCommand(run),
    docsCommand(run),
  ]) {
    theme.addCommand(
      command.exitOverride().showHelpAfterError('Run with --help to see what can be given here.'),
    );
  }
  return theme;
}
