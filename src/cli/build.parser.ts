/** The arguments of `galley build` and `galley check`. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { type FormatName, formatNames } from '../config/config.js';

/** What both commands take. */
export interface RunArguments {
  readonly paths: readonly string[];
  readonly out?: string | undefined;
  readonly theme?: string | undefined;
  readonly formats?: readonly FormatName[] | undefined;
  readonly drafts: boolean;
  readonly json: boolean;
  readonly browser?: string | undefined;
  readonly failOn?: 'error' | 'warning' | 'info' | undefined;
  readonly untrusted: boolean;
  /** Whether pages are also checked as the browser shows them. */
  readonly rendered: boolean;
  readonly timings: boolean;
  readonly debug: boolean;
  /** Standard for PDFs that are named; what each claims by default. */
  readonly pdfProfile: 'ua1' | 'ua2' | 'claimed';
}

function isFormat(name: string): name is FormatName {
  return formatNames.some((known) => known === name);
}

/** `--format json` on PDFs asks for the report's form, since nothing is made there. */
function parseFormatsOrJson(value: string): FormatName[] | 'json' {
  return value === 'json' ? value : parseFormats(value);
}

function parseFormats(value: string): FormatName[] {
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isFormat(name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`“${unknown}” is no format. Known: ${formatNames.join(', ')}.`);
  }
  return names.filter(isFormat);
}

interface Options {
  readonly out?: string;
  readonly theme?: string;
  readonly format?: FormatName[] | 'json';
  readonly pdfProfile?: 'ua1' | 'ua2';
  readonly drafts?: boolean;
  readonly json?: boolean;
  readonly browser?: string;
  readonly failOn?: 'error' | 'warning' | 'info';
  readonly untrusted?: boolean;
  readonly rendered: boolean;
  readonly timings?: boolean;
  readonly debug?: boolean;
}

function toArguments(paths: readonly string[], options: Options): RunArguments {
  const { format, out, theme, browser, failOn } = options;
  return {
    paths,
    out,
    theme,
    formats: format === 'json' ? undefined : format,
    browser,
    failOn,
    drafts: options.drafts === true,
    json: options.json === true || format === 'json',
    pdfProfile: options.pdfProfile ?? 'claimed',
    untrusted: options.untrusted === true,
    rendered: options.rendered,
    timings: options.timings === true,
    debug: options.debug === true,
  };
}

const formatHelp = `what to make, with commas between: ${formatNames.join(', ')}`;

function withSharedOptions(command: Command): Command {
  return command
    .argument('[paths...]', 'explainers to take, as folders or Markdown files; all of content/ without any')
    .option('--theme <name>', 'use this theme instead of the one that config names')
    .option('--drafts', 'take drafts and embargoed explainers too, with a watermark')
    .option('--json', 'print the report as JSON instead of text')
    .option('--browser <path>', 'print with this Chrome or Chromium')
    .addOption(
      new Option('--fail-on <level>', 'level from which findings fail the run').choices([
        'error',
        'warning',
        'info',
      ]),
    )
    .option('--untrusted', 'stop when the browser’s sandbox cannot be used')
    .option('--no-rendered', 'leave out the checks that need to see pages in the browser')
    .option('--timings', 'say where the time went')
    .option('--debug', 'show stack traces of defects in Galley itself');
}

/** Makes the `build` command; `run` gets the arguments. */
export function buildCommand(run: (args: RunArguments) => Promise<void>): Command {
  return withSharedOptions(new Command('build'))
    .description('Build web pages and PDFs from content/ into output/, and check them.')
    .option('--format <names>', formatHelp, parseFormats)
    .option('--out <folder>', 'write here instead of output/')
    .addHelpText(
      'after',
      `
Examples:
  galley build                                   everything in content/
  galley build content/kazakhstan-unrest-2022    one explainer
  galley build --format html                     web pages alone
  galley build --drafts                          drafts too, with a watermark`,
    )
    .action((paths: string[], options: Options) => run(toArguments(paths, options)));
}

/** Makes the `check` command; `run` gets the arguments. */
export function checkCommand(run: (args: RunArguments) => Promise<void>): Command {
  return withSharedOptions(new Command('check'))
    .description(
      'Check explainers, the pages and the PDFs made from them, without writing to output/; or any PDF files.',
    )
    .option('--format <names>', `${formatHelp}; or json, for --json`, parseFormatsOrJson)
    .addOption(
      new Option(
        '--pdf-profile <standard>',
        'hold PDF files to this standard; else to what each claims',
      ).choices(['ua1', 'ua2']),
    )
    .addHelpText(
      'after',
      `
Examples:
  galley check                                   everything, drafts too
  galley check content/kazakhstan-unrest-2022
  galley check --fail-on warning                 for a release
  galley check --json > report.json
  galley check handout.pdf other.pdf             any PDFs, against PDF/UA`,
    )
    .action((paths: string[], options: Options) => run(toArguments(paths, options)));
}
