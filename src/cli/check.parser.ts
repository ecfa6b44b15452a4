/** The arguments of `galley check`. */

import { type Command, InvalidArgumentError } from 'commander';
import { type EngineChoice, engineChoices } from '../build/engines.js';
import {
  formatHelp,
  parseFormatsOrJson,
  type RunArguments,
  type SharedOptions,
  sharedCommand,
  toArguments,
} from './build.parser.js';

/** A report to write: on the terminal, or into a file. */
export interface WantedReport {
  readonly name: string;
  readonly file: string | undefined;
}

/** What the command takes beside what `build` does. */
export interface CheckArguments extends RunArguments {
  readonly reports: readonly WantedReport[];
  /** Look at what is about to be committed. */
  readonly staged: boolean;
  readonly engines: readonly EngineChoice[] | 'all';
  /** Whether veraPDF is asked about PDF files, and by which command. */
  readonly verapdf: string | boolean;
  /** Ask addresses of other hosts. */
  readonly online: boolean;
  /** Write the evidence of each document. */
  readonly evidence: boolean;
  readonly updateBaseline: boolean;
  readonly person: string | undefined;
  readonly reason: string | undefined;
  readonly until: string | undefined;
}

interface Options extends SharedOptions {
  readonly report?: WantedReport[];
  readonly staged?: boolean;
  readonly engines?: EngineChoice[] | 'all';
  readonly verapdf?: string | true;
  readonly online?: boolean;
  readonly evidence?: boolean;
  readonly updateBaseline?: boolean;
  readonly person?: string;
  readonly reason?: string;
  readonly until?: string;
}

const reportNames = ['text', 'json', 'sarif', 'junit', 'github', 'html'];

function parseReport(value: string, earlier: WantedReport[] = []): WantedReport[] {
  const [name = '', ...rest] = value.split('=');
  const file = rest.length === 0 ? undefined : rest.join('=');
  if (!reportNames.includes(name))
    throw new InvalidArgumentError(`“${name}” is no report. Known: ${reportNames.join(', ')}.`);
  if (name === 'html' && file === undefined)
    throw new InvalidArgumentError('The HTML report needs a folder: html=report.');
  return [...earlier, { name, file }];
}

function isEngine(name: string): name is EngineChoice {
  return engineChoices.some((known) => known === name);
}

function parseEngines(value: string): EngineChoice[] | 'all' {
  if (value === 'all') return value;
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isEngine(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`“${unknown}” is no engine. Known: all, ${engineChoices.join(', ')}.`);
  return names.filter(isEngine);
}

function parseDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new InvalidArgumentError('Write a day such as 2026-12-31.');
  return value;
}

function toCheckArguments(paths: readonly string[], options: Options): CheckArguments {
  const { verapdf = false } = options;
  // In front of the files, the option takes the first of them for its command.
  const isFile = typeof verapdf === 'string' && /\.pdf$/i.test(verapdf);
  return {
    ...toArguments(isFile ? [verapdf, ...paths] : paths, options),
    reports: options.report ?? [],
    staged: options.staged === true,
    engines: options.engines ?? [],
    verapdf: isFile || verapdf,
    online: options.online === true,
    evidence: options.evidence === true,
    updateBaseline: options.updateBaseline === true,
    person: options.person,
    reason: options.reason,
    until: options.until,
  };
}

const examples = `
Examples:
  galley check                                   everything in content/, drafts too
  galley check content/kazakhstan-unrest-2022
  galley check page.html http://localhost:8080/  any HTML, as a browser shows it
  galley check handout.pdf                       any PDF, against PDF/UA
  galley check *.pdf --verapdf                   and by veraPDF
  galley check output                            every page and PDF in a folder
  galley check --staged                          what is about to be committed
  galley check --fail-on warning                 for a release
  galley check --report sarif=galley.sarif --report html=report
  galley check --update-baseline --person "Ada Prowse" --reason "Stood there when checking began."`;

/** Makes the `check` command; `run` gets the arguments. */
export function checkCommand(run: (args: CheckArguments) => Promise<void>): Command {
  return sharedCommand('check')
    .description(
      'Check explainers and what is made from them, without writing to output/; or any HTML and PDF.',
    )
    .option('--format <names>', `${formatHelp}; or json, for --json`, parseFormatsOrJson)
    .option(
      '--report <name[=file]>',
      `write a report: ${reportNames.join(', ')}; may be given again`,
      parseReport,
    )
    .option('--staged', 'look at what is about to be committed to git')
    .option('--verapdf [command]', 'ask veraPDF about PDF files too, where it is installed')
    .option('--engines <names>', `ask other engines too: all, or ${engineChoices.join(', ')}`, parseEngines)
    .option('--online', 'ask whether addresses of other hosts still answer')
    .option('--evidence', 'write what was checked of each document, and how, into evidence/')
    .option('--update-baseline', 'accept what is found now, apart from errors; drop what is gone')
    .option('--person <name>', 'who accepts')
    .option('--reason <words>', 'why')
    .option('--until <day>', 'the day until which it is accepted', parseDay)
    .addHelpText('after', examples)
    .action((paths: string[], options: Options) => run(toCheckArguments(paths, options)));
}
