/** The arguments of `galley build`, and those that `galley check` shares with it. */

import { Command, InvalidArgumentError, Option } from 'commander';
import { type FormatName, formatNames, type PdfProfile, pdfProfiles } from '../config/config.js';

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
  /** Standard of the PDFs that are made, or to which those that are named are held. */
  readonly pdfProfile?: PdfProfile | undefined;
}

function isFormat(name: string): name is FormatName {
  return formatNames.some((known) => known === name);
}

/** `--format json` on PDFs asks for the report's form, since nothing is made there. */
export function parseFormatsOrJson(value: string): FormatName[] | 'json' {
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

/** Options as commander hands them over. */
export interface SharedOptions {
  readonly out?: string;
  readonly theme?: string;
  readonly format?: FormatName[] | 'json';
  readonly pdfProfile?: PdfProfile;
  readonly drafts?: boolean;
  readonly json?: boolean;
  readonly browser?: string;
  readonly failOn?: 'error' | 'warning' | 'info';
  readonly untrusted?: boolean;
  readonly rendered: boolean;
  readonly timings?: boolean;
  readonly debug?: boolean;
}

/** Fills in what was not given. */
export function toArguments(paths: readonly string[], options: SharedOptions): RunArguments {
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
    pdfProfile: options.pdfProfile,
    untrusted: options.untrusted === true,
    rendered: options.rendered,
    timings: options.timings === true,
    debug: options.debug === true,
  };
}

/** The help for `--format`. */
export const formatHelp: string = `what to make, with commas between: ${formatNames.join(', ')}`;

const profileHelp =
  'PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4; PDF files that are named are held to what they claim without it';

/** A command with everything that both take. */
export function sharedCommand(name: string): Command {
  return new Command(name)
    .argument('[paths...]', 'explainers to take, as folders or Markdown files; all of content/ without any')
    .option('--theme <name>', 'use this theme instead of the one that config names')
    .addOption(new Option('--pdf-profile <standard>', profileHelp).choices(pdfProfiles))
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
  return sharedCommand('build')
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
  galley build --pdf-profile ua2                 PDFs as PDF 2.0 and PDF/UA-2
  galley build --drafts                          drafts too, with a watermark`,
    )
    .action((paths: string[], options: SharedOptions) => run(toArguments(paths, options)));
}
