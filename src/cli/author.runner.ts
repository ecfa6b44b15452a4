/** Runs `galley new`, `galley approve` and `galley schema`: says what was written, and what to do with it. */

import { approve } from '../build/approve.js';
import { newExplainer } from '../build/new-explainer.js';
import { writeSchemas } from '../build/schemas.js';
import { formatPlace } from '../diagnostics/place.js';
import type { ExitCode } from '../report/report.js';
import { diskSystem } from '../system/disk-system.js';
import type { ApproveArguments, NewArguments, SchemaArguments } from './author.parser.js';
import type { Terminal } from './terminal.js';

/** Begins an explainer. Throws a `BuildError` when its folder is taken or the call cannot be followed. */
export async function runNew(args: NewArguments, terminal: Terminal, root: string): Promise<ExitCode> {
  const { folder, files } = await newExplainer(diskSystem(root), args);
  terminal.out(`Begun: ${folder}/`);
  for (const { path, linesToFill } of files) {
    terminal.out(`  ${path}  (to fill in: the TK in line ${linesToFill.join(', ')})`);
  }
  terminal.out(`\nWrite your words where TK stands, then look:
  galley check ${folder}             what is still missing
  galley build ${folder} --drafts    the page and the PDF, marked as a draft`);
  return 0;
}

/** Records signatures; 1 when some could not be recorded. */
export async function runApprove(
  { paths }: ApproveArguments,
  terminal: Terminal,
  root: string,
): Promise<ExitCode> {
  const approved = await approve(diskSystem(root), paths);
  for (const { document, signed, findings } of approved) {
    const state =
      findings.length > 0 ? 'not on record' : signed.length === 0 ? 'on record, unsigned' : 'on record';
    terminal.out([`${document}: ${state}`, ...signed.map((one) => `  ${one}`)].join('\n'));
    for (const { place, what, fix } of findings) {
      const where = place === undefined ? '' : `${formatPlace(place)}  `;
      terminal.out(`  ${where}${what} ${fix}`);
    }
  }
  return approved.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

/** Writes the schemas. */
export async function runSchema(
  { out }: SchemaArguments,
  terminal: Terminal,
  root: string,
): Promise<ExitCode> {
  const folder = out.replace(/^\.\//, '').replace(/\/+$/, '');
  const { files, toPaste } = await writeSchemas(diskSystem(root), folder);
  terminal.out(files.map((path) => `Written: ${path}`).join('\n'));
  if (toPaste !== undefined) {
    terminal.out(`\n.vscode/settings.json holds comments and was left as it is. Add to it:\n${toPaste}`);
  }
  return 0;
}
