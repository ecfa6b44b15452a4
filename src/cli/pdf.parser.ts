/** The arguments of `galley pdf`. */

import { Command, Option } from 'commander';

/** What the command takes. */
export interface PdfArguments {
  readonly page: string;
  /** Folder of the site that holds the page; the page's own by default. */
  readonly root?: string | undefined;
  /** Where to write; the page's own name beside it by default. */
  readonly out?: string | undefined;
  readonly profile: 'ua1' | 'ua2';
  readonly paper?: 'a4' | 'a5' | 'letter' | undefined;
  readonly notes: 'page' | 'end';
  readonly baseUrl?: string | undefined;
  readonly json: boolean;
  readonly browser?: string | undefined;
  readonly untrusted: boolean;
  readonly debug: boolean;
}

interface Options {
  readonly root?: string;
  readonly output?: string;
  readonly pdfProfile: 'ua1' | 'ua2';
  readonly paper?: 'a4' | 'a5' | 'letter';
  readonly notes: 'page' | 'end';
  readonly baseUrl?: string;
  readonly json?: boolean;
  readonly browser?: string;
  readonly untrusted?: boolean;
  readonly debug?: boolean;
}

function toArguments(page: string, options: Options): PdfArguments {
  const { root, output, pdfProfile, paper, notes, baseUrl, browser } = options;
  return {
    ...{ page, root, out: output, profile: pdfProfile, paper, notes, baseUrl, browser },
    json: options.json === true,
    untrusted: options.untrusted === true,
    debug: options.debug === true,
  };
}

/** Makes the `pdf` command; `run` gets the arguments. */
export function pdfCommand(run: (args: PdfArguments) => Promise<void>): Command {
  return new Command('pdf')
    .description('Print any HTML page as an accessible PDF, with its notes at the foot of their pages.')
    .argument('<page>', 'an HTML file; its pictures, styles and fonts are taken from its own folder alone')
    .option('-o, --output <file>', 'write here instead of beside the page')
    .addOption(
      new Option('--pdf-profile <standard>', 'PDF/UA-1 with PDF/A-2a, or PDF/UA-2 with PDF/A-4')
        .choices(['ua1', 'ua2'])
        .default('ua1'),
    )
    .addOption(
      new Option('--paper <size>', 'paper; what the page’s styles name, else a4').choices([
        'a4',
        'a5',
        'letter',
      ]),
    )
    .addOption(
      new Option('--notes <place>', 'notes at the foot of their pages, or where the page has them')
        .choices(['page', 'end'])
        .default('page'),
    )
    .option('--root <folder>', 'folder of the site that holds the page; files are then taken from all of it')
    .option('--base-url <address>', 'public address of the page, to which its relative links belong')
    .option('--json', 'print the report as JSON instead of text')
    .option('--browser <path>', 'print with this Chrome or Chromium')
    .option('--untrusted', 'stop when the browser’s sandbox cannot be used')
    .option('--debug', 'show stack traces of defects in Galley itself')
    .addHelpText(
      'after',
      `
Examples:
  galley pdf page.html                              writes page.pdf
  galley pdf page.html -o out.pdf --paper letter
  galley pdf page.html --pdf-profile ua2            PDF 2.0, PDF/UA-2
  galley pdf site/book/one.html --root site         with the styles and pictures of the whole site`,
    )
    .action((page: string, options: Options) => run(toArguments(page, options)));
}
