/** The arguments of the commands that help authors and editors: `galley new`, `galley approve` and `galley schema`. */

import { Command, Option } from 'commander';

const types = ['explainer', 'analysis', 'live-explainer', 'fact-check', 'service-guide'] as const;

/** What `new` takes. */
export interface NewArguments {
  readonly headline: string;
  readonly type: (typeof types)[number];
  readonly lang?: string | undefined;
  readonly slug?: string | undefined;
}

/** What `schema` takes. */
export interface SchemaArguments {
  /** Folder of the project for the schemas. */
  readonly out: string;
}

/** What `approve` takes. */
export interface ApproveArguments {
  readonly paths: readonly string[];
}

/** Makes the `new` command. */
export function newCommand(run: (args: NewArguments) => Promise<void>): Command {
  return new Command('new')
    .argument('<headline>', 'the headline, in quotation marks')
    .description('Begin an explainer: a folder in content/ with a text and its sources, to be filled in.')
    .addOption(new Option('--type <type>', 'what it is').choices(types).default('explainer'))
    .option('--lang <tag>', 'its language, such as kk or pt-BR; the one in galley.config.yaml without it')
    .option('--slug <name>', 'its folder and address; made from the headline without it')
    .addHelpText(
      'after',
      `
Nothing is ever written over. Each TK in the files stands for words of yours; galley check names those that are left.

Examples:
  galley new "The Mill Bridge is closed: what is known"
  galley new "Is the water safe?" --type fact-check
  galley new "Что произошло в Алма-Ате" --lang ru --slug almaty-2022`,
    )
    .action((headline: string, options: Omit<NewArguments, 'headline'>) => run({ headline, ...options }));
}

/** Makes the `approve` command. */
export function approveCommand(run: (args: ApproveArguments) => Promise<void>): Command {
  return new Command('approve')
    .argument('<paths...>', 'explainers to take, as folders or Markdown files')
    .description(
      'Put on record what was signed: a later change of text, sources, numbers or pictures is then noticed.',
    )
    .addHelpText(
      'after',
      `
Who signed stands in the front matter, under “approval”; which roles have to sign, in galley.config.yaml. The record is
galley.approvals.json; it holds hashes and signatures, and belongs with the texts in version control.

Examples:
  galley approve content/elmford-bridge
  galley approve content/elmford-bridge/explainer.ru.md`,
    )
    .action((paths: string[]) => run({ paths }));
}

/** Makes the `schema` command. */
export function schemaCommand(run: (args: SchemaArguments) => Promise<void>): Command {
  return new Command('schema')
    .description(
      'Write JSON Schemas of settings, front matter, sources and numbers, so that editors help while you type.',
    )
    .option('--out <folder>', 'write them here', 'schemas')
    .addHelpText(
      'after',
      `
For VS Code, .vscode/settings.json is made or added to; with its YAML extension (Red Hat) it then offers every key and marks faults.

Examples:
  galley schema
  galley schema --out tools/schemas`,
    )
    .action((options: SchemaArguments) => run(options));
}
