/** The arguments of `galley dev`. */

import { Command, InvalidArgumentError } from 'commander';

/** What the command takes. */
export interface DevArguments {
  readonly paths: readonly string[];
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly theme?: string | undefined;
  readonly drafts: boolean;
  readonly pdf: boolean;
  readonly open: boolean;
  readonly browser?: string | undefined;
}

interface Options {
  readonly port?: number;
  readonly host?: string;
  readonly theme?: string;
  readonly drafts?: boolean;
  readonly pdf?: boolean;
  readonly open?: boolean;
  readonly browser?: string;
}

function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535; 0 takes any that is free.');
}

/** Makes the `dev` command; `run` gets the arguments. */
export function devCommand(run: (args: DevArguments) => Promise<void>): Command {
  return new Command('dev')
    .argument('[paths...]', 'explainers to take, as folders or Markdown files; all of content/ without any')
    .description(
      'Show pages and PDFs in your browser while you write and design: every saved file is shown at once.',
    )
    .option('--port <number>', 'port to begin with; the next free one is taken (4321)', parsePort)
    .option('--host <address>', 'listen on another address than 127.0.0.1; others may then read along')
    .option('--theme <name>', 'use this theme instead of the one that config names')
    .option('--drafts', 'show drafts and embargoed explainers too, with a watermark')
    .option('--pdf', 'make PDFs after each change, also while nobody looks at them')
    .option('--open', 'open the preview in your browser')
    .option('--browser <path>', 'print with this Chrome or Chromium')
    .option('--debug', 'show stack traces of defects in Galley itself')
    .addHelpText(
      'after',
      `
Nothing is written to output/. End it with Ctrl-C.

Examples:
  galley dev                                   everything in content/
  galley dev content/my-explainer --drafts     one explainer that is not published yet
  galley dev --theme courier --open            a theme on all texts`,
    )
    .action((paths: string[], { drafts, pdf, open, ...rest }: Options) =>
      run({ ...rest, paths, drafts: drafts === true, pdf: pdf === true, open: open === true }),
    );
}
